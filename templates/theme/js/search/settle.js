/** What the words of a question say of the code in it. */
import { asksWhich, isByNumber, isShort } from "../find/asked.js";
import { placeOf } from "../find/tables.js";

/** @import { Result } from "../recognise/findings.js" */
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
 * The words of a question say which of a code's situations is meant, where the code alone does not, or less; and which
 * protocol's code it is, where only that one's stands for it.
 * @param {FindTables} tables
 * @param {Result} result
 * @param {Found[]} found
 */
export function settle({ catalogues, situations }, result, found) {
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
  const listed = catalogues.find(({ id }) => id === finding.catalogue.code);
  const isOfIt = listed?.codes.find(({ code }) => code === finding.code)?.situations.includes(meant.id);
  const isMeant =
    findings.length === 1
      ? isAsked(result) && (finding.outcome ?? "") in meant.outcomes
      : asksWhich(result) && isOfIt;
  if (!isMeant) return;
  findings.splice(0, findings.length, Object.assign(finding, { situation: meant.id, how: "question" }));
}
