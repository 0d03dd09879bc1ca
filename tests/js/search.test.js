/** Sixty queries in each language, with the pages that answer them, on the tables made from the content. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { makeSearch } from "../../templates/theme/js/search.js";
import { terms } from "../../templates/theme/js/search/terms.js";
import { made, madeSearch, read } from "./support/data.js";

const AMONG_FIRST = 3;
// Relay refusals are found by the names of two vendors' codes first: situations are not searched yet.
const RECALL = 0.93;

/** @type {Record<"en" | "ko", {query: string, pages: string[]}[]>} */
const queries = read("data/queries.json");

for (const language of /** @type {const} */ (["en", "ko"])) {
  describe(language, () => {
    const search = makeSearch(made(language), madeSearch(language));

    test("the right page is among the first three", () => {
      const missed = queries[language].flatMap(({ query, pages }) => {
        const first = search(query)
          .slice(0, AMONG_FIRST)
          .map(({ id }) => id);
        return first.some((id) => pages.includes(id)) ? [] : [`${query} → ${first.join(" ")}`];
      });
      assert.ok(missed.length <= (1 - RECALL) * queries[language].length, missed.join("\n"));
    });
  });
}

test("Hangul is cut into pairs of syllables, across single spaces too", () => {
  assert.deepEqual(terms("반송 메일 550"), ["반송", "송메", "메일", "550"]);
});
