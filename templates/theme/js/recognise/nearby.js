/**
 * What a text says elsewhere of the one code in it: words too common to tell anything by themselves, such as "rate
 * limit", beside a code that is sent for what they speak of and that only its number explains.
 */
import { TIME } from "./audience.js";
import { pattern } from "./patterns.js";
import { placeOf } from "./phrases.js";
import { FAILURE, toneOf } from "./situations.js";
import { clean, lookup } from "./tables.js";

/** @import { Finding } from "./findings.js" */
/** @import { Known } from "./tables.js" */

// Of a longer text only the lines of the code itself are read.
const LONGEST = 2000;
const MOST_LINES = 20;
// Another request that a client tells of, on a line without the code.
const REQUEST = /\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) (?:\/|https?:)/;
// A line of a program, which says what it would do.
const STATEMENT = /[;{]\s*$|^\s*(?:\/\/|#|\*|(?:el)?if\b|throw\b|raise\b|return\b|print|console\.)/;
// What is not so, or only may be so: "you do not exceed the rate limit", "or you do not have permission".
const UNSURE = pattern("i")`
  (?:\b(?:not?|never|without|below|under|within|if|whether|or|may(?:be)?|might|perhaps|unless|could|can|possibl[ey]
  |probably|avoid|per|remaining|before|false|previously)\b|n['’]t\b)[^.!:;]{0,30}$
`;
const ASKED = /^[^.!]{0,80}\?/;
const EITHER = /^\W{0,3}or\b/;
// What the system says of a file or a socket is not said of an account.
const OF_SYSTEM = pattern("i")`
  (?:\berrno 13\]|\beacces\b|\(13[:)]|\bstream:|\b(?:open|stat|mkdir|unlink|connect|bind)\b[^\n]{0,80}:
  |\/(?:var|home|etc|usr|srv|tmp|opt|dev|run)\/\S{0,200})\W{0,3}$
`;

/**
 * The lines that belong to the code: its own, then the others, without those of other records and requests.
 * @param {string} source
 * @param {string} code
 */
function linesOf(source, code) {
  const number = new RegExp(`(?<![\\w.-])E?${code}(?![\\w-]|\\.\\d)`);
  const lines = source.split("\n").filter((line) => line.trim() !== "");
  const own = lines.filter((line) => number.test(line));
  if (source.length > LONGEST || lines.length > MOST_LINES) return [own];
  const isRecords = lines.filter((line) => TIME.test(line)).length > 1;
  /** @type {string[]} */
  const others = [];
  let isOwn = !isRecords;
  for (const line of lines) {
    const isCode = number.test(line);
    if (isRecords && TIME.test(line)) isOwn = isCode;
    if (isOwn && !isCode && !REQUEST.test(line) && !STATEMENT.test(line)) others.push(line);
  }
  return [own, others];
}

/**
 * Whether a line says something for sure.
 * @param {string} line on one line, in small letters
 * @param {{pieces: string[]}} hint
 */
function says(line, { pieces }) {
  const at = placeOf(line, pieces);
  if (at < 0) return false;
  const [before, after] = [line.slice(0, at), line.slice(at)];
  const isSure = !UNSURE.test(before) && !ASKED.test(after) && !EITHER.test(after.slice(pieces[0].length));
  return isSure && !OF_SYSTEM.test(before);
}

/**
 * A finding with what the text around its code says of it; where that speaks of several things, they come first in the
 * list of what the code may stand for. What the number mostly stands for gives way to what it is listed for alone.
 * @param {Known} known
 * @param {Finding} finding
 * @param {string} source the whole text, in which no other code stands
 * @returns {Finding}
 */
export function withNearby(known, finding, source) {
  const { code, how, outcome, protocol } = finding;
  const reading = lookup(known.tables, protocol);
  const isOpen = how === "code" || how === null;
  if (code === null || !isOpen || reading.hints.length === 0) return finding;
  if (!FAILURE.has(toneOf(reading, outcome) ?? "")) return finding;
  const { all = [], usual = false, vendor = null } = reading.uses.get(code) ?? {};
  // One product means by a number of its own what no other server does.
  if (vendor !== null) return finding;
  const sent = new Set(reading.marks.flatMap((one) => (one.codes.includes(code) ? [one.situation] : [])));
  const hints = reading.hints.filter(
    ({ situation }) =>
      (all.includes(situation) || sent.has(situation)) &&
      reading.outcomes.get(situation)?.includes(outcome ?? ""),
  );
  for (const lines of linesOf(source, code)) {
    const read = lines.map(clean);
    const told = hints.filter((hint) => read.some((line) => says(line, hint)));
    const [only, ...others] = new Set(told.map(({ situation }) => situation));
    if (only === undefined) continue;
    const { words } = told.reduce((best, one) => (one.length > best.length ? one : best));
    if (others.length === 0 && (all.includes(only) || !usual)) {
      return { ...finding, situation: only, how: "words", words };
    }
    const stands = finding.situation === null ? [] : [finding.situation];
    return { ...finding, situation: null, how: "code", beside: [only, ...others, ...stands] };
  }
  return finding;
}
