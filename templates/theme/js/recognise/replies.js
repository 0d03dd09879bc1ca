/** The text of a reply: its lines, joined, up to where it ends. */
import { balanced, closing, openBefore } from "./brackets.js";
import { startsNew } from "./lines.js";
import { escaped } from "./patterns.js";
import { endOfLine, startOfLine } from "./places.js";
import { COMMAND } from "./sessions.js";

// A reply is read to this many characters and lines, so that marks late in a long one are still seen.
export const LONGEST_REPLY = 1600;

const MOST_LINES = 40;

// What programs write before each line of a session is shorter.
const LONGEST_PREFIX = 60;

// No line is wrapped before.
const WRAPPED = 40;

const HANGUL_LINE = /^\s*[가-힣]/;

/**
 * How a further line of a reply begins.
 * @param {string} code
 * @param {string | null} enhanced
 */
const continuations = (code, enhanced) => ({
  again: new RegExp(`^[\\s>|]*(?:${code}[- ]\\s*)?(?:${escaped(enhanced ?? "-")}(?![\\d.])\\s*)?`),
  sameCode: new RegExp(`^[\\s>|]*${code}(?:(-)| |$)`),
});

// Replies listed on one line: 550 User unknown - 554 Rejected
const ANOTHER = /\s[-•|;,]\s(?=[2-5]\d\d[ -](?:\d\.\d|[A-Z]))/;
// A greeting that is broken off by a refusal: 220-mx 421 4.2.1 Service refused
const REFUSAL = /^[\w.-]{1,40}(?=(?: [\w.-]{1,40}){0,3} [45]\d\d[ -]\d\.\d| [45]\d\d[ -][A-Z])/;

/**
 * The lines of the reply that begins at a place, joined, without repeated codes; and where it ends.
 * @param {string} source
 * @param {number} at where its code stands
 * @param {number} begin where its text begins
 * @param {string} code
 * @param {string | null} enhanced
 * @param {boolean} [session] whether a server and a client take turns, so that only long lines were wrapped
 */
export function replyAt(source, at, begin, code, enhanced, session = false) {
  // (550): the bracket holds the code only.
  const open = /[)\]]/.test(source.charAt(at + code.length)) ? null : openBefore(source, at);
  const state = { depth: 0 };
  const pieces = [];
  const { again, sameCode } = continuations(code, enhanced);
  const prefix = source.slice(startOfLine(source, at, LONGEST_PREFIX), at);
  const isPrefixed = /[\p{L}<]/u.test(prefix);
  let from = begin;
  let length = 0;
  let end = begin;
  let closed = source[at + code.length] !== "-" || source.slice(at, begin).includes("\n");
  // Something between brackets that does not close on these lines does not bound the reply.
  for (let count = 0; count < MOST_LINES && length < LONGEST_REPLY; count += 1) {
    const lineEnd = endOfLine(source, from);
    let piece = source.slice(from, Math.min(lineEnd, from + LONGEST_REPLY));
    const another = piece.search(ANOTHER);
    if (another >= 0) piece = piece.slice(0, another);
    const greeted = code === "220" ? REFUSAL.exec(piece.replace(/^(?:220)?[ -]/, ""))?.[0] : undefined;
    if (greeted) piece = piece.slice(0, piece.indexOf(greeted) + greeted.length);
    const close = open ? closing(piece, open, state) : -1;
    end = from + (close >= 0 ? close : piece.length);
    if (close >= 0) piece = piece.slice(0, close);
    pieces.push(count === 0 ? piece : piece.replace(again, " "));
    length += piece.length;
    if (close >= 0 || another >= 0 || greeted || (session && closed && piece.length < WRAPPED)) break;
    from = lineEnd + 1;
    const next = source.slice(from, Math.min(endOfLine(source, from), from + 300));
    if (next.trim() === "") break;
    const same = sameCode.exec(next);
    if (same) {
      closed = !same[1];
      continue;
    }
    if (/^[\s>|]*[2-5]\d\d(?:[- ]|$)/.test(next) || startsNew(next)) break;
    if ((isPrefixed && next.startsWith(prefix)) || (session && COMMAND.test(next))) break;
    if (HANGUL_LINE.test(next) && !/[가-힣]/.test(piece)) break;
  }
  return { text: pieces.join(" "), end, closed };
}

/**
 * One line: code, enhanced code and what the server said.
 * @param {string | null} code
 * @param {string | null} enhanced
 * @param {string} raw
 */
export function told(code, enhanced, raw) {
  const rest = balanced(raw.slice(0, LONGEST_REPLY).replace(/\s+/g, " ").trim());
  const parts = [code, enhanced].filter(Boolean).join(" ");
  return rest === "" ? parts : `${parts} ${rest}`;
}

/**
 * Without the codes that a flattened multi-line reply repeats: 550-5.7.26 … 550-5.7.26 … 550 5.7.26 …
 * @param {string} text
 * @param {string} code
 * @param {string | null} enhanced
 */
export function unrepeated(text, code, enhanced) {
  const repeat = new RegExp(
    `\\s${code}[- ]${enhanced ? `(?:${escaped(enhanced)}\\s?|(?=\\S))` : "(?=\\S)"}`,
    "g",
  );
  return text.replace(repeat, " ");
}
