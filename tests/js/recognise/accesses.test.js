/** What servers write down of requests: good answers, numbers that are none, and whose answer it was. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made, read } from "../support/data.js";

/** @type {{kind: string, found: string, text: string}[]} */
const cases = read("data/accesses.json");
const site = made("en");

/** @param {string} text */
function told(text) {
  const { findings, role } = recognise(text, site);
  const all = findings.map(({ code, situation, provider }) => [code, situation, provider].join(" "));
  return [...all, role].join("; ");
}

for (const [kind, all] of Object.entries(Object.groupBy(cases, (one) => one.kind))) {
  describe(kind, () => {
    for (const { text, found } of all ?? []) test(text, () => assert.equal(told(text), found));
  });
}
