/** What is shown of a question in words: the pages that answer it. */
import { make } from "./elements.js";

/** @import { Found } from "../search.js" */

/**
 * The list of results.
 * @param {Found[]} found
 * @param {string} heading
 * @param {(address: string) => string} hrefOf the full address of a page of this language
 */
export const resultList = (found, heading, hrefOf) =>
  make(
    "div",
    {},
    make("h2", {}, heading),
    make(
      "ul",
      { class: "results" },
      ...found.map(({ id, title, answer }) =>
        make("li", {}, make("a", { href: hrefOf(id) }, title), answer ? make("span", {}, answer) : null),
      ),
    ),
  );
