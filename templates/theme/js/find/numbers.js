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
    const name = `${names.get(protocol)} ${number}`;
    // A number that a protocol does not have has no page of its own there.
    const title = catalogue.code ? make("a", { href: hrefOf(`${catalogue.code}/${number}/`) }, name) : name;
    return make(
      "div",
      {},
      make("p", {}, make("b", {}, title)),
      make("ol", { class: "findings" }, short(finding)),
    );
  });
  // The page about the number answers first: what it is in each protocol, and how to tell.
  const title =
    code !== null && numbers.includes(code)
      ? make("a", { href: hrefOf(`numbers/${code}/`) }, `${code}: ${words.which}`)
      : words.which;
  return make("div", {}, make("p", { class: "title" }, title), ...lines);
}
