/** Whose list it is on which somebody stands, and who that is, where a reply names no list of anybody's. */
import { pattern } from "./patterns.js";

/** @import { Finding, Result } from "./findings.js" */

const LISTED = "ip-listed";
// Words that tell of a list and not of which.
const ANY_LIST = /^(?:black|block) ?list(?:ed)?$/;
const LIST = "(?:black|block) ?list";
const OWN = pattern("i")`
  \b(?:our|local|internal|own|private|personal|custom|my|recipient server(?:['’]s)?)
  (?: [\w-]+){0,2} ${LIST}
  |\b${LIST}(?:ed|ing)? (?:by|on|in|at|of) (?:our|this)\b|\blocally ${LIST}
`;
const RECIPIENTS = pattern(
  "i",
)`\b(?:recipient|addressee|user)(?:(?:['’]?s)?(?: personal)?|\b[^.;:]{0,40}\btheir) ${LIST}`;
const OF_SERVER = pattern("i")`
  \b(?:ips?|hosts?|servers?|clients?|networks?|relays?)\b|\b\d{1,3}(?:\.\d{1,3}){3}\b|::
`;

/**
 * What a reply means that speaks of a list of its own, or of a sender or domain instead of a server; null where it may
 * be anybody's list of servers.
 * @param {Finding} finding
 */
function meant({ situation, words, text }) {
  if (situation !== LISTED || !ANY_LIST.test(words ?? "")) return null;
  if (RECIPIENTS.test(text)) return "blocked-by-recipient";
  if (/\b(?:url|uri|link)s?\b/i.test(text)) return "link-refused";
  const isOwn = OWN.test(text);
  if (OF_SERVER.test(text)) return isOwn ? "ip-blocked" : null;
  if (/\bdomain\b/i.test(text)) return isOwn ? "sender-refused" : "domain-listed";
  return /\bsender|\baddress|@/i.test(text) ? "sender-refused" : null;
}

/**
 * What happened where somebody stands on a list that is not named.
 * @param {{outcomes: Map<string, string[]>}} known
 * @param {Result} told
 * @returns {Result}
 */
export function ofLists({ outcomes }, told) {
  const findings = told.findings.map((one) => {
    const situation = meant(one);
    return situation !== null && outcomes.get(situation)?.includes(one.outcome ?? "")
      ? { ...one, situation }
      : one;
  });
  return { ...told, findings };
}
