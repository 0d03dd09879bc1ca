/** Questions in words: whether a text is one. */
import { PROGRAM } from "../recognise/readers.js";

/** @import { Finding, Result } from "../recognise/findings.js" */

const SHORT_REPLY = 80;
// A small number may be that of a code that has a name.
const ORDINAL = /^\s*\d{1,2}\s*$/;

/** @param {Finding} finding */
const isBare = ({ code, enhanced }) => code === null && enhanced === null;

/** Whether a text is no longer than a short reply. */
export const isShort = (/** @type {string} */ text) => text.length <= SHORT_REPLY;

/** Whether nothing but its number tells what a code stands for. */
export const isByNumber = (/** @type {Finding} */ { situation, how }) => situation === null || how === "code";

/**
 * Whether the reference is to be searched for the words of a text. A number alone is no question in words;
 * of a short reply in words that are not known, the reference may know more.
 * @param {string} text
 * @param {Result} result
 */
export function asksWords(text, { kind, role, foreign, findings: [first] }) {
  if (role === PROGRAM || (foreign && !foreign.near)) return false;
  if (!/\p{L}/u.test(text) && !ORDINAL.test(text)) return false;
  if (kind === "none" || kind === "code") return true;
  return Boolean(first) && (isBare(first) || (isByNumber(first) && isShort(text)));
}

/**
 * Whether the words beside a code may tell which of its situations is meant: what somebody typed in a line, where
 * nothing but the number tells what it stands for.
 * @param {string} text
 * @param {Result} result
 */
export const tellsBeside = (text, { kind, role, foreign, findings: [first] }) =>
  Boolean(first) &&
  kind !== "pair" &&
  role !== PROGRAM &&
  !foreign &&
  isByNumber(first) &&
  !text.trim().includes("\n");

/**
 * Whether a text names one number that several protocols have, and does not tell which is meant.
 * @param {Result} result
 */
export function asksWhich({ kind, findings }) {
  const [first, ...others] = findings;
  return (
    kind !== "pair" &&
    others.length > 0 &&
    others.every((one) => one.code === first.code && one.code !== null && one.protocol !== first.protocol)
  );
}
