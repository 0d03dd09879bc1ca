/** What public texts say: codes, situation, class, recipient, who said it and whose text it is. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made, read } from "../support/data.js";

const site = made("en");

/** @type {{kind: string, found: string, text: string}[]} */
const cases = read("data/said.json");

/** @param {string} text */
function told(text) {
  const { findings, role } = recognise(text, site);
  const [first] = findings;
  if (!first) return "";
  const { protocol, code, enhanced, situation, outcome, returned, recipient, provider } = first;
  return [
    ...[protocol === "smtp" ? "" : protocol, code, enhanced, situation, outcome],
    ...[returned ? "returned" : "", recipient, provider && `by ${provider}`, role && `for ${role}`],
  ]
    .filter(Boolean)
    .join(" ");
}

for (const [kind, all] of Object.entries(Object.groupBy(cases, (one) => one.kind))) {
  describe(kind, () => {
    for (const { text, found } of all ?? []) test(text, () => assert.equal(told(text), found));
  });
}
