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
  for (let place = at - 1; place >= start; place -= 1) {
    const character = source[place];
    if (character === '"' || ((character === "'" || character === "`") && place >= at - 2)) {
      const previous = source[place - 1] ?? " ";
      if (/[\s:,([{=>\\bu]/.test(previous)) return character;
      if (character === '"') place = Math.max(start, source.lastIndexOf('"', place - 1));
    } else if (OPENERS[character]) {
      closed[OPENERS[character]] += 1;
    } else if (CLOSERS[character]) {
      if (closed[character] === 0) return character;
      closed[character] -= 1;
    } else if (
      character === "<" &&
      /^#?<\s?#?/.test(source.slice(place - 1, place + 3)) &&
      /#/.test(source.slice(place - 1, place + 3))
    ) {
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
  const count = (character) => text.split(character).length - 1;
  if (/\)$/.test(text) && count(")") > count("(")) return balanced(text.slice(0, -1).trimEnd());
  if (/"$/.test(text) && count('"') % 2 === 1) return balanced(text.slice(0, -1).trimEnd());
  return text;
}
