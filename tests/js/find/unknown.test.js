/** What a finding says that tells nothing of what became of the mail. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { answers } from "../../../templates/theme/js/find/answers.js";
import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { given, read } from "../support/data.js";
import { install, piece } from "../support/document.js";

install();
const tables = given("en");
const { answer, asText } = answers(
  tables,
  (address) => address,
  async (place) => read(`made/en/${place}.json`),
);

test("a detail without a page leads to that with another first digit, and no number of three digits does", async () => {
  for (const [text, expected] of [
    ["5.4.317", ["4.4.317"]],
    ["4.2.3", ["5.2.3"]],
    ["450 4.8.9 hm", []],
    ["smtp 553 5.1.1 abc", []],
    ["450 4.7.133", ["5.7.133"]],
  ]) {
    const { findings, role } = recognise(String(text), tables);
    const article = piece(answer(findings[0], role));
    await new Promise((resolve) => setTimeout(resolve, 20));
    const links = article.all("a").map(({ textContent }) => textContent);
    assert.deepEqual(
      links.filter((link) => /^\d\.\d+\.\d+$/.test(link)),
      expected,
      String(text),
    );
  }
});

test("a notice with neither code nor reason tells no class and no verdict, but where the reason stands", async () => {
  const notice = "Delivery has failed to these recipients or groups:\n\nkim@example.com";
  const { findings, role } = recognise(notice, tables);
  const { label } = tables.catalogues[0].classes.find(({ id }) => id === "permanent") ?? {};
  const article = piece(answer(findings[0], role));
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.ok(label && !article.textContent.includes(label), article.textContent);
  assert.ok(
    article.textContent.includes(read("made/en/smtp/situations/reason-not-quoted.json").next.permanent),
  );
  assert.ok(!(await asText(findings[0], role)).includes(tables.words.depends));
});
