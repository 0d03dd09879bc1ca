/** Quotation marks and brackets: a reply that stands between two ends with the second. */
import { startOfLine } from "./places.js";

/** @type {Record<string, string>} */
const CLOSERS = { "(": ")", "[": "]", "{": "}" };

/** @type {Record<string, string>} */
const OPENERS = { ")": "(", "]": "[", "}": "{" };

/**
 * The mark that was opened before a place on its line and not closed: the reply ends where it closes.
 * @param {string} source
 * @param {number} at
 */
export function openBefore(source, at) {
  const start = startOfLine(source, at, 300);
  /** @type {Record<string, number>} */
  const closed = { "(": 0, "[": 0, "{": 0 };
  for (let place = at; place >= start; place -= 1) {
    const character = source[place];
    if (character === '"' || ((character === "'" || character === "`") && place >= at - 2)) {
      if (/^$|[\s:,([{=>\\bu]/.test(source.charAt(place - 1))) return character;
      if (character === '"') place = Math.max(start, source.lastIndexOf('"', place - 1));
    } else if (OPENERS[character]) {
      closed[OPENERS[character]] += 1;
    } else if (CLOSERS[character]) {
      if (closed[character] === 0) return character;
      closed[character] -= 1;
    } else if (character === "<" && source[place - 1] === "#") {
      return "<";
    }
  }
  return null;
}

/** @type {Record<string, RegExp>} */
const MARKS_OF = { "(": /[()]/g, "[": /[[\]]/g, "{": /[{}]/g };

/**
 * Where the opened mark closes in a piece of text, or -1.
 * @param {string} piece
 * @param {string} open
 * @param {{depth: number}} state counts marks opened inside
 */
export function closing(piece, open, state) {
  if (open === "<") return piece.search(/>\s?#|>\s*$/);
  if (!CLOSERS[open]) return piece.search(new RegExp(`${open}(?!\\w)`));
  for (const { 0: character, index } of piece.matchAll(MARKS_OF[open])) {
    if (character === open) state.depth += 1;
    else if (state.depth === 0) return index;
    else state.depth -= 1;
  }
  return -1;
}

/**
 * Without brackets and quotation marks at the end that close what was opened before the reply.
 * @param {string} text
 * @returns {string}
 */
export function balanced(text) {
  /** @param {string} character */
  const pieces = (character) => text.split(character).length;
  if (/\)$/.test(text) && pieces(")") > pieces("(")) return balanced(text.slice(0, -1).trimEnd());
  if (/"$/.test(text) && pieces('"') % 2 === 0) return balanced(text.slice(0, -1).trimEnd());
  return text;
}
