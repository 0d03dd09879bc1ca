/** Phrases with parts that vary, looked for in a text. */
import { pattern } from "./patterns.js";

const WORD = /[\p{L}\p{N}]/u;

/**
 * Whether a text holds the pieces of a mark one after the other, and the mark neither begins nor ends inside a word:
 * "no available servers" is not "no available server", nor "OAuth not available" "AUTH not available".
 * @param {string} text on one line
 * @param {string[]} pieces
 */
export function holds(text, pieces) {
  let from = 0;
  for (const [index, piece] of pieces.entries()) {
    const at = apartAt(text, piece, from, index === 0, index === pieces.length - 1);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return true;
}

const LETTER = /[A-Za-z\u00c0-\u024f]/;

/**
 * Where a piece stands from a place on that does not cut a word where it opens or closes a mark; -1 where it does not.
 * @param {string} text
 * @param {string} piece
 * @param {number} from
 * @param {boolean} opens
 * @param {boolean} closes
 */
function apartAt(text, piece, from, opens, closes) {
  const mayCutBefore = !opens || !LETTER.test(piece[0]);
  const mayCutBehind = !closes || !LETTER.test(piece[piece.length - 1]);
  for (let at = text.indexOf(piece, from); at >= 0; at = text.indexOf(piece, at + 1)) {
    const before = mayCutBefore || !LETTER.test(text[at - 1] ?? "");
    if (before && (mayCutBehind || !LETTER.test(text[at + piece.length] ?? ""))) return at;
  }
  return -1;
}

// Hangul, Han and kana run on, so only Latin words have to stand by themselves.
const isLatin = (/** @type {string | undefined} */ letter) =>
  letter !== undefined && letter < "\u0250" && WORD.test(letter);

/**
 * Where a piece stands as whole words, from a place on; -1 where it does not.
 * @param {string} text on one line, in small letters
 * @param {string} piece
 * @param {number} from
 * @param {boolean} runsOn whether more of the phrase follows, before which its last word may go on
 */
function wholeAt(text, piece, from, runsOn) {
  for (let at = text.indexOf(piece, from); at >= 0; at = text.indexOf(piece, at + 1)) {
    const opens = !(isLatin(piece[0]) && isLatin(text[at - 1]));
    const closes = runsOn || !(isLatin(piece.at(-1)) && isLatin(text[at + piece.length]));
    if (opens && closes) return at;
  }
  return -1;
}

// Addresses, URLs and hosts. A domain of two labels needs an ending that is no word: "rejected.it is spam".
const NAMES = pattern("gi")`
  [^\s<>"'()[\],;:]+@[\w.[-]+|\b[a-z]{2,6}:\/\/[^\s<>"'()]+
  |(?<![\w.-])(?:(?:[\w-]+\.)+(?:com|net|org|edu|gov|info|biz|example|test|invalid)|(?:[\w-]+\.){2,}[a-z]{2}
  |[\w-]+\.(?!(?:as|at|be|by|do|if|in|is|it|me|my|no|of|on|or|so|to|us|we)\b)[a-z]{2})
  (?![\w-]|\.\w)(?::\d+)?(?:\/[^\s<>"'()]*)?
`;
// A phrase with such a sign may itself be looked for in a name: spamhaus.org/dbl, ?p=DisabledUser
const OF_NAME = /@|[./?&=]\w/;

/**
 * A text in which addresses, hosts and URLs hold no words: who is called spam@example.com is not refused as spam.
 * @param {string} text
 */
export const withoutNames = (text) => text.replace(NAMES, (name) => "\0".repeat(name.length));

/**
 * Where a text holds the pieces one after the other as whole words: the first place, or -1.
 * @param {string} text on one line, in small letters
 * @param {string[]} pieces
 * @param {string} [words] the same text without names, where many phrases are looked for in it
 */
export function placeOf(text, pieces, words = withoutNames(text)) {
  let first = -1;
  let from = 0;
  for (const [index, piece] of pieces.entries()) {
    const at = wholeAt(OF_NAME.test(piece) ? text : words, piece, from, index < pieces.length - 1);
    if (at < 0) return -1;
    if (index === 0) first = at;
    from = at + piece.length;
  }
  return first;
}

/**
 * Whether a text holds one of the phrases by which servers say what happened.
 * @param {{phrases: {pieces: string[]}[]}} known
 * @param {string} text on one line, in small letters
 */
export function tellsWhat({ phrases }, text) {
  const words = withoutNames(text);
  return phrases.some(({ pieces }) => placeOf(text, pieces, words) >= 0);
}
