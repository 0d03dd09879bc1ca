/** What is shown of a question in words: the pages that answer it. */
import { make } from "./elements.js";

/** @import { Found } from "../search.js" */
/** @import { FindTables } from "./tables.js" */

/**
 * The list of results.
 * @param {Found[]} found
 * @param {string} heading
 * @param {(address: string) => string} hrefOf the full address of a page of this language
 * @param {FindTables} tables
 */
export function resultList(found, heading, hrefOf, { catalogues, protocols, providers }) {
  /** What the protocol of a page is called: one number or situation may be that of several. */
  const protocolOf = (/** @type {string} */ address) => {
    const [step] = address.split("/");
    const of =
      catalogues.find(({ id }) => id === step)?.protocol ??
      providers.find((one) => address.startsWith(one.address))?.protocol ??
      step;
    return protocols.find(({ id }) => id === of)?.name;
  };
  return make(
    "div",
    {},
    make("h2", {}, heading),
    make(
      "ul",
      { class: "results" },
      ...found.map(({ id, title, answer }) =>
        make(
          "li",
          {},
          make("a", { href: hrefOf(id) }, title),
          " ",
          make("small", { class: "muted" }, protocolOf(id) ?? null),
          answer ? make("span", {}, answer) : null,
        ),
      ),
    ),
  );
}
