/** Replies in the many wordings of servers, by what happened. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { given, read } from "../support/data.js";

/** @type {Record<string, string[]>} */
const worded = read("data/worded.json");
const tables = given("en");

for (const [situation, texts] of Object.entries(worded)) {
  describe(situation, () => {
    for (const text of texts) {
      test(text.slice(0, 100), () => assert.equal(recognise(text, tables).findings[0]?.situation, situation));
    }
  });
}
