/** What programs count that read a day's log: pflogsumm, Logwatch. */
import { wordsOnly } from "./findings.js";
import { pattern } from "./patterns.js";

/** @import { Finding, Result } from "./findings.js" */
/** @import { Known } from "./tables.js" */

const FAILED = /^(?:permanent|transient)/;
// A program's summary of a day's log: what it counts was said of different mails.
const SUMMARY = pattern("m")`
  ^(?:message (?:reject|deferral|bounce|warning|discard) detail|Grand Totals$|smtp delivery failures)
  |^ ?-{5,} (?:Postfix|sendmail|exim|amavis) Begin
`;

/**
 * Whether a text is such a summary.
 * @param {string} source
 */
export const isSummary = (source) => SUMMARY.test(source);

const COUNTED = /^\s*(?:\d{1,9}\s+)?|\s*\(total: \d+\)\s*$|\s+[\d.]+%$|\s-{4,}$/g;
const MOST_COUNTED = 300;

/**
 * What a summary of a log counts, each by itself.
 * @param {Known} known
 * @param {string} source
 * @param {(line: string) => Result} readMail what a line says about mail
 * @returns {Result | null} null where it counts nothing known
 */
export function inSummary(known, source, readMail) {
  /** @type {Map<string, Finding>} */
  const told = new Map();
  let isWaiting = false;
  for (const line of source.split("\n").slice(0, MOST_COUNTED)) {
    if (/^message \w+ detail/.test(line)) isWaiting = line.startsWith("message deferral");
    const said = line.replace(COUNTED, "");
    if (!/\p{L}\S* \S*\p{L}/u.test(said)) continue;
    // So few words are a server's, since a program counts them.
    const [found] = [readMail(said), wordsOnly(known, "bounce", said, null, true)].flatMap(
      ({ findings }) => findings,
    );
    if (!found || !FAILED.test(String(found.outcome))) continue;
    const outcome = isWaiting && found.code === null ? "transient" : found.outcome;
    told.set(`${found.situation} ${found.reply}`, { ...found, outcome });
  }
  const findings = [...told.values()];
  return findings.length > 0 ? { kind: "log", findings, pairs: [], role: "receiving-admin" } : null;
}
