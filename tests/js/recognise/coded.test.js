/** Codes of HTTP and gRPC as libraries, tools, APIs and people write them, and numbers that are no codes. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made, read } from "../support/data.js";

const site = made("en");
/** @type {{kind: string, name: string, found: string, text: string}[]} */
const texts = read("data/coded.json");

for (const [kind, all] of Object.entries(Object.groupBy(texts, (one) => one.kind))) {
  describe(kind, () => {
    for (const { name, text, found } of all ?? []) {
      test(name, () => {
        const [first] = recognise(text, site).findings;
        const told = first ? `${first.protocol} ${first.code ?? first.enhanced ?? "-"}` : "";
        const isHappened = found.split(" ").length > 2;
        assert.equal(isHappened ? `${told} ${first?.situation}` : told, found, text);
      });
    }
  });
}
