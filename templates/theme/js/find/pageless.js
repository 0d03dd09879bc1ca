/** What the field says of a code that has no page: how it went, and the page of the same detail in another class. */
import { make } from "./elements.js";

/** @import { Finding } from "../recognise/findings.js" */
/** @import { FindTables } from "./tables.js" */
/** @import { verdicts } from "./verdict.js" */

/**
 * The codes of a detail that has a page with another first digit only, as 5.4.317 has that of 4.4.317.
 * @param {FindTables["catalogues"]} catalogues
 * @param {Finding} finding
 */
const ofOtherClasses = (catalogues, { protocol, enhanced }) =>
  catalogues
    .filter((one) => one.protocol === protocol)
    .flatMap(({ id, codes }) => codes.map(({ code }) => ({ id, code })))
    .filter(({ code }) => code.includes(".") && code.slice(1) === enhanced?.slice(1));

/**
 * @param {{tables: FindTables, classOf: ReturnType<typeof verdicts>["classOf"],
 *   link: (address: string, ...text: string[]) => HTMLElement}} given
 * @param {Finding} finding
 * @param {"code" | "enhanced"} part
 */
export function withoutPage({ tables: { catalogues, words }, classOf, link }, finding, part) {
  const item = classOf(finding.protocol, finding[part]);
  const number = make("b", { class: `n ${item?.tone ?? ""}` }, finding[part]);
  const others = part === "enhanced" ? ofOtherClasses(catalogues, finding) : [];
  const links = others.flatMap(({ id, code }) => [` ${words.other_class} `, link(`${id}/${code}/`, code)]);
  return make("p", {}, number, " ", words.unknown, " ", item?.meaning ?? "", ...links);
}
