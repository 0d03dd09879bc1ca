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

/** Whether nothing but its number tells what a code stands for. */
const isByNumber = (/** @type {Finding} */ { situation, how }) => situation === null || how === "code";

/**
 * Whether the reference is to be searched for the words of a text. A number alone is no question in words;
 * of a short reply in words that are not known, the reference may know more.
 * @param {string} text
 * @param {Result} result
 */
export function asksWords(text, { kind, role, findings: [first] }) {
  if (role === PROGRAM || !/\p{L}/u.test(text)) return false;
  if (kind === "none" || kind === "code") return true;
  return Boolean(first) && (isBare(first) || (isByNumber(first) && isShort(text)));
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
 * Whether somebody asks about a code, and does not quote a server: in Korean, which hardly a server speaks, or with the
 * code somewhere in a sentence of their own.
 * @param {Result} result
 */
const isAsked = ({ kind, findings: [{ code, text }] }) =>
  kind === "code" ||
  (kind === "reply" && isShort(text) && (/[가-힣]/.test(text) || !text.startsWith(code ?? "")));

/**
 * The words of a question say which of a code's situations is meant, where the code alone does not, or less; and which
 * protocol's code it is, where only that one's stands for it.
 * @param {FindTables} tables
 * @param {Result} result
 * @param {Found[]} found
 */
export function settle({ catalogues, situations }, result, found) {
  const { findings } = result;
  const best = found.find((one) => one.kind === "situation" || one.kind === "insight" || one.kind === "page");
  // The number and its title lead to some situation in every question; only more than that says which.
  const meant = best?.isNamed ? situations.find((situation) => placeOf(situation) === best.id) : null;
  const finding = findings.find(({ protocol }) => protocol === meant?.protocol);
  if (!meant || !finding || !isByNumber(finding)) return;
  // A code that is a name is found in the names of situations, whichever is meant.
  if (/\p{L}/u.test(finding.code ?? "")) return;
  const listed = catalogues.find(({ id }) => id === finding.catalogue.code);
  const isOfIt = listed?.codes.find(({ code }) => code === finding.code)?.situations.includes(meant.id);
  const isMeant =
    findings.length === 1
      ? isAsked(result) && (finding.outcome ?? "") in meant.outcomes
      : asksWhich(result) && isOfIt;
  if (!isMeant) return;
  findings.splice(0, findings.length, Object.assign(finding, { situation: meant.id, how: "question" }));
}
