/** What is shown of a number that several protocols have: which one is meant, and what each comes to. */
import { make } from "./elements.js";

/** @import { Finding } from "../recognise/findings.js" */
/** @import { FindTables } from "./tables.js" */

/**
 * The question which protocol is meant, with a line for each and the way to the page about the number.
 * @param {Finding[]} findings of one number, each in another protocol
 * @param {FindTables} tables
 * @param {(finding: Finding) => HTMLElement} short shows a finding in a line
 * @param {(address: string) => string} hrefOf the full address of a page of this language
 */
export function numberLines(findings, { protocols, numbers, words }, short, hrefOf) {
  const names = new Map(protocols.map(({ id, name }) => [id, name]));
  const [{ code }] = findings;
  const lines = findings.map((finding) => {
    const { code: number, catalogue, protocol } = finding;
    const address = hrefOf(`${catalogue.code}/${number}/`);
    return make(
      "div",
      {},
      make("p", {}, make("b", {}, make("a", { href: address }, `${names.get(protocol)} ${number}`))),
      make("ol", { class: "findings" }, short(finding)),
    );
  });
  const page =
    code !== null && numbers.includes(code)
      ? make("p", {}, make("a", { href: hrefOf(`numbers/${code}/`) }, `${code}: ${words.which}`))
      : null;
  return make("div", {}, make("p", { class: "title" }, words.which), ...lines, page);
}
