/** A number that several protocols have: the field asks which is meant. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { answers } from "../../../templates/theme/js/find/answers.js";
import { asksWhich } from "../../../templates/theme/js/find/asked.js";
import { numberLines } from "../../../templates/theme/js/find/numbers.js";
import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";
import { install, piece } from "../support/document.js";

install();
const tables = made("en");
const hrefOf = (/** @type {string} */ address) => `/en/${address}`;
const { short } = answers(tables, hrefOf, async () => ({ name: "What it is called" }));

describe("which protocol is meant", () => {
  test("is asked where one number is all that there is", () => {
    for (const [text, expected] of /** @type {[string, boolean][]} */ ([
      ["503", true],
      ["what does 503 mean", true],
      ["503 에러", true],
      ["smtp 503", false],
      ["http 503", false],
      ["502 vs 503", false],
      ["550", false],
      ["404", false],
      ["550 5.1.1 User unknown\n503 Bad sequence of commands", false],
    ])) {
      assert.equal(asksWhich(recognise(text, tables)), expected, text);
    }
  });
  test("is shown with a line for each and the way to the page about the number", () => {
    const shown = piece(numberLines(recognise("503", tables).findings, tables, short, hrefOf));
    const links = shown.all("a").map(({ attributes }) => attributes.href);
    assert.ok(links.includes("/en/smtp/503/"));
    assert.ok(links.includes("/en/http/503/"));
    assert.equal(links.at(-1), "/en/numbers/503/");
    assert.equal(shown.all("li").length, 2);
    assert.equal(shown.all("dl").length, 2);
  });
  test("leads to no page where there is none", () => {
    const none = { ...tables, numbers: [] };
    const shown = piece(numberLines(recognise("503", tables).findings, none, short, hrefOf));
    assert.ok(!shown.all("a").some(({ attributes }) => attributes.href.includes("numbers/")));
  });
});
