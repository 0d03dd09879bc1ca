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

test("tell no code where the site has no pages of the web", () => {
  const withoutWeb = { ...site, catalogues: site.catalogues.filter(({ protocol }) => protocol !== "http") };
  const texts = [
    "[25/Nov/2026:10:00:00 +0000] - 502 502 - GET https shop.example.com",
    "1764064800.123 59 192.0.2.1 TCP_MISS/503 4021 GET http://www.example.com/ - HIER_NONE/- text/html",
    '{"method":"GET","path":"/a","status":504}',
    "the page gives a 404 error",
  ];
  for (const text of texts) assert.deepEqual(recognise(text, withoutWeb).findings, [], text);
});
