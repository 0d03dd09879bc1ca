/** Questions in words: whether a text is one, and what its words say of the code in it. */
import { PROGRAM } from "../recognise/readers.js";
import { placeOf } from "./tables.js";

/** @import { Finding, Result } from "../recognise/findings.js" */
/** @import { Found } from "../search.js" */
/** @import { FindTables } from "./tables.js" */

const SHORT_REPLY = 80;

/** @param {Finding} finding */
const isBare = ({ code, enhanced }) => code === null && enhanced === null;

const isShort = (/** @type {string} */ text) => text.length <= SHORT_REPLY;

/**
 * Whether the reference is to be searched for the words of a text. A number alone is no question in words;
 * of a short reply in words that are not known, the reference may know more.
 * @param {string} text
 * @param {Result} result
 */
export function asksWords(text, { kind, role, findings: [first] }) {
  if (role === PROGRAM || !/\p{L}/u.test(text)) return false;
  if (kind === "none" || kind === "code") return true;
  return Boolean(first) && (isBare(first) || (first.situation === null && text.length <= SHORT_REPLY));
}

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

/**
 * The words of a question say which of a code's situations is meant, where the code alone does not, or less.
 * @param {FindTables} tables
 * @param {Result} result
 * @param {Found[]} found
 */
export function settle({ situations }, { kind, findings }, found) {
  const [finding] = findings;
  // Hardly a server speaks Korean; who writes so beside a code asks.
  const isAsked =
    kind === "code" || (kind === "reply" && isShort(finding.text) && /[가-힣]/.test(finding.text));
  const isTold = finding.how === "words" || finding.how === "mark";
  // A code that is a name is found in the names of situations, whichever is meant.
  const isName = /\p{L}/u.test(finding.code ?? "");
  if (!isAsked || isTold || isName || findings.length > 1) return;
  const best = found.find((one) => one.kind === "situation" || one.kind === "insight" || one.kind === "page");
  const meant = situations.find(
    (situation) => situation.protocol === finding.protocol && placeOf(situation) === best?.id,
  );
  // The number and its title lead to some situation in every question; only more than that says which.
  if (best?.isNamed && meant && (finding.outcome ?? "") in meant.outcomes) {
    Object.assign(finding, { situation: meant.id, how: "question" });
  }
}
