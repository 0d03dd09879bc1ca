/** What the words of a question say of the code in it. */
import { asksWhich, isByNumber, isShort } from "../find/asked.js";
import { codeIn, placeOf } from "../find/tables.js";
import { MAIL } from "../recognise/tables.js";

/** @import { Finding, Result } from "../recognise/findings.js" */
/** @import { Found } from "../search.js" */
/** @import { FindTables } from "../find/tables.js" */

/**
 * Whether somebody asks about a code, and does not quote a server: in Korean, which hardly a server speaks, or with the
 * code somewhere in a sentence of their own.
 * @param {Result} result
 */
const isAsked = ({ kind, findings: [{ code, text }] }) =>
  kind === "code" ||
  (kind === "reply" && isShort(text) && (/[가-힣]/.test(text) || !text.startsWith(code ?? "")));

/**
 * Whether a code may stand for a situation. Mail servers say whatever they like with one number; the web has a number
 * for each thing, and what nobody says with this one stands beside it for something else: S3 403 but object exists.
 * @param {FindTables} tables
 * @param {Finding} finding
 * @param {string} situation
 */
function mayStandFor({ catalogues, providers }, { protocol, code, catalogue }, situation) {
  if (protocol === MAIL) return true;
  const codes = catalogues.find(({ id }) => id === catalogue.code)?.codes ?? [];
  const saying = codes.filter(({ situations }) => situations.includes(situation));
  // What is no server's answer, such as a browser that stops, may follow upon any that stands for several things.
  if (saying.length === 0) return codes.some((one) => one.code === code && one.situations.length > 1);
  if (saying.some((one) => one.code === code)) return true;
  const replies = providers.flatMap((one) => (one.protocol === protocol ? one.replies : []));
  return replies.some((one) => one.situation === situation && one.codes.includes(code ?? ""));
}

/**
 * Whether a number and the detailed code beside it both stand for what they were read as, and neither for something
 * else: AUTH LOGIN failed: '534 5.7.14.
 * @param {FindTables} tables
 * @param {Finding} finding
 * @param {string} other
 */
function agreeAgainst(tables, { code, enhanced, catalogue, situation }, other) {
  if (!enhanced) return false;
  return [
    [catalogue.code, code],
    [catalogue.enhanced, enhanced],
  ].every(([id, number]) => {
    const { situations = [] } = codeIn(tables, id, number) ?? {};
    return situations.includes(situation ?? "") && !situations.includes(other);
  });
}

/**
 * The words of a question say which of a code's situations is meant, where the code alone does not, or less; and which
 * protocol's code it is, where only that one's stands for it.
 * @param {FindTables} tables
 * @param {Result} result
 * @param {Found[]} found
 */
export function settle(tables, result, found) {
  const { situations } = tables;
  const { findings } = result;
  // Of a number that several protocols have, only those were searched that the words speak of.
  const searched = findings.filter(({ catalogue, code }) =>
    found.some(({ id }) => id === `${catalogue.code}/${code}/`),
  );
  if (asksWhich(result) && searched.length === 1) findings.splice(0, findings.length, ...searched);
  const best = found.find((one) => one.kind === "situation" || one.kind === "insight" || one.kind === "page");
  // The number and its title lead to some situation in every question; only more than that says which.
  const meant = best?.isNamed ? situations.find((situation) => placeOf(situation) === best.id) : null;
  const finding = findings.find(({ protocol }) => protocol === meant?.protocol);
  if (!meant || !finding || !isByNumber(finding)) return;
  // A code that is a name is found in the names of situations, whichever is meant.
  if (/\p{L}/u.test(finding.code ?? "")) return;
  if (agreeAgainst(tables, finding, meant.id)) return;
  const isOfIt = codeIn(tables, finding.catalogue.code, finding.code)?.situations.includes(meant.id);
  const isMeant =
    findings.length === 1
      ? isAsked(result) && (finding.outcome ?? "") in meant.outcomes && mayStandFor(tables, finding, meant.id)
      : asksWhich(result) && isOfIt;
  if (!isMeant) return;
  findings.splice(0, findings.length, Object.assign(finding, { situation: meant.id, how: "question" }));
}
