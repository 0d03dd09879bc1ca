/** Phrases with parts that vary, looked for in a text. */

const WORD = /[\p{L}\p{N}]/u;

/**
 * Whether a text holds the pieces of a phrase one after the other.
 * @param {string} text on one line, in small letters
 * @param {string[]} pieces
 */
export function holds(text, pieces) {
  let from = 0;
  for (const piece of pieces) {
    const at = text.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return true;
}

/**
 * Where a text holds the pieces one after the other as whole words: the first place, or -1.
 *
 * Hangul, Han and kana run on, so only Latin words have to stand by themselves.
 * @param {string} text on one line, in small letters
 * @param {string[]} pieces
 */
export function placeOf(text, pieces) {
  const [first, ...others] = pieces;
  const isLatin = (/** @type {string | undefined} */ letter) =>
    letter !== undefined && letter < "\u0250" && WORD.test(letter);
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    const end = at + first.length;
    const opens = !(isLatin(first[0]) && isLatin(text[at - 1]));
    const closes = others.length > 0 || !(isLatin(first.at(-1)) && isLatin(text[end]));
    if (opens && closes) return holds(text.slice(end), others) ? at : -1;
  }
  return -1;
}

/**
 * Whether a text holds one of the phrases by which servers say what happened.
 * @param {{phrases: {pieces: string[]}[]}} known
 * @param {string} text on one line, in small letters
 */
export const tellsWhat = ({ phrases }, text) => phrases.some(({ pieces }) => placeOf(text, pieces) >= 0);
