/** Phrases with parts that vary, looked for in a text. */
import { filled } from "./masks.js";

const LETTER = /[A-Za-z\u00c0-\u024f]/;
// Hangul, Han and kana run on, so only Latin words have to stand by themselves.
const LATIN = /(?=[\0-\u024f])[\p{L}\p{N}]/u;

// Addresses, URLs and hosts; a country's domain of two labels is as often a missing blank: "rejected.it is spam".
const NAMES =
  /[\w.+=-]+@[\w.[-]+|\w+:\/\/[^\s<>"]+|\b([\w-]+\.)+(com|net|org|example|[\w-]+\.[a-z]{2})\b(\/\S*)?/g;
// A phrase with such a sign, or that is itself a name, may be looked for in one: spamhaus.org/dbl, ?p=DisabledUser,
// problems/invalid-signature
const OF_NAME = /@|[./?&=]\w|^\w+(?:-\w+)+$/;

/**
 * Where the first of several pieces stands that follow each other without cutting a word; -1 where they do not.
 * @param {string} whole
 * @param {string} bare the same without names
 * @param {string[]} pieces
 * @param {RegExp} part a letter that belongs to a word
 * @param {boolean} [apart] whether every piece opens a word, not the first alone
 */
function standAt(whole, bare, pieces, part, apart) {
  let first = 0;
  let from = 0;
  for (const [index, piece] of pieces.entries()) {
    let at = whole.indexOf(piece, from);
    if (at < 0) return -1;
    const text = OF_NAME.test(piece) ? whole : bare;
    const cuts = (/** @type {number} */ place) =>
      part.test(text[place - 1] ?? "") && part.test(text[place] ?? "");
    const isCut = () =>
      ((apart || index === 0) && cuts(at)) || (index === pieces.length - 1 && cuts(at + piece.length));
    at = text.indexOf(piece, at);
    while (at >= 0 && isCut()) at = text.indexOf(piece, at + 1);
    if (at < 0) return -1;
    if (index === 0) first = at;
    from = at + piece.length;
  }
  return first;
}

/**
 * Whether a text holds the pieces of a mark one after the other, and the mark neither begins nor ends inside a word:
 * "no available servers" is not "no available server", nor "OAuth not available" "AUTH not available".
 * @param {string} text on one line
 * @param {string[]} pieces
 */
export const holds = (text, pieces) => standAt(text, text, pieces, LETTER) >= 0;

// The text in which phrases were last looked for, and the same without names.
let [last, words] = ["", ""];

/**
 * Where a text holds the pieces one after the other as whole words: the first place, or -1. Addresses, hosts and URLs
 * hold no words: who is called spam@example.com is not refused as spam.
 * @param {string} text on one line, in small letters
 * @param {string[]} pieces
 */
export function placeOf(text, pieces) {
  if (text !== last) [last, words] = [text, text.replace(NAMES, filled)];
  return standAt(text, words, pieces, LATIN, true);
}

/**
 * Whether a text holds one of the phrases by which servers say what happened.
 * @param {{phrases: {pieces: string[]}[]}} known
 * @param {string} text on one line, in small letters
 */
export const tellsWhat = ({ phrases }, text) => phrases.some(({ pieces }) => placeOf(text, pieces) >= 0);
