/** What registries, APIs and authorities say in words of their own, and what the tools that asked them print. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { verdicts } from "../../../templates/theme/js/find/verdict.js";
import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { given, read } from "../support/data.js";

const site = given("en");
const { strip } = verdicts(site);

/** @param {string} text */
function told(text) {
  const { findings, role } = recognise(text, site);
  const [first] = findings;
  if (!first) return "";
  const { protocol, code, situation, provider, reply } = first;
  const by = reply === null ? "" : `by ${provider}`;
  const isRun = strip(first, role)?.some(([, answer]) => answer?.startsWith("Whoever runs the tool"));
  return [protocol, code, situation, by, isRun && "!"].filter(Boolean).join(" ");
}

/** @type {Record<string, [text: string, found: string][]>} by kind; a `!` where whoever ran the tool acts */
const kinds = read("data/tools.json");

for (const [kind, texts] of Object.entries(kinds)) {
  describe(kind, () => {
    for (const [text, found] of texts) test(text, () => assert.equal(told(text), found));
  });
}
