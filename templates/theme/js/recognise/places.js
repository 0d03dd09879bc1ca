/** Looking at a place in the text: its line, and what stands beside it. */
import { mask } from "./masks.js";

/** @import { Known } from "./tables.js" */
/** @typedef {{source: string, masked: string, known: Known, session: boolean}} View a text, also masked */
/**
 * What stands beside a place, masked; `said` is what stands after it as it is.
 * @typedef {{before: string, above: string, after: string, said?: string}} Beside
 */

// How much beside a number can say what it is.
export const BESIDE = 160;

// Lines are looked at piece by piece: a log or JSON file can be one line.
export const LONGEST_LINE = 4000;

// As much around the only reply of a text as can belong to it: more than any notice says about one.
export const LONGEST_AROUND = 6000;

/**
 * @param {string} source
 * @param {Known} known
 * @param {boolean} session whether a server and a client speak in it
 * @returns {View}
 */
export function viewOf(source, known, session = false) {
  return { source, masked: mask(source), known, session };
}

/**
 * Where the line of a place begins, looking back so far at most.
 * @param {string} source
 * @param {number} at
 * @param {number} most
 */
export const startOfLine = (source, at, most) => {
  const from = Math.max(0, at - most);
  return from + source.slice(from, at).lastIndexOf("\n") + 1;
};

/**
 * Where the line of a place ends.
 * @param {string} source
 * @param {number} at
 */
export const endOfLine = (source, at) => {
  const cut = source.slice(at, at + LONGEST_LINE).indexOf("\n");
  return cut < 0 ? Math.min(source.length, at + LONGEST_LINE) : at + cut;
};

/**
 * What stands before and after a place, masked: before it on its line, after it on the next too.
 * @param {View} view
 * @param {number} at
 * @param {number} length
 * @returns {Beside}
 */
export function around({ source, masked }, at, length) {
  const told = masked.slice(Math.max(0, at - BESIDE), at);
  const start = told.lastIndexOf("\n");
  const before = told.slice(start + 1);
  // What a wrapped line goes on from; only a line that ends open leads on.
  const above = start < 1 ? "" : told.slice(told.lastIndexOf("\n", start - 1) + 1, start).trimEnd();
  return {
    before,
    above: /[:>=("'-]$|\b(?:was|is|said|code|error|status)$/i.test(above) ? `${above} ` : "",
    after: masked.slice(at + length, at + length + BESIDE),
    said: source.slice(at + length, at + length + BESIDE),
  };
}
