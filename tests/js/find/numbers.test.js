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
  test("is answered with both where what a number is in one is compared with what it is in another", () => {
    for (const [text, code] of [
      ["Is 503 in HTTP the same as in SMTP?", "503"],
      ["is 503 in SMTP the same as HTTP 503", "503"],
      ["503 smtp vs http", "503"],
      ["503 (http) vs 503 (smtp)", "503"],
      ["421 in http and smtp", "421"],
      ["502 smtp or http?", "502"],
      ["does 503 mean the same thing in smtp and http?", "503"],
      ["Are HTTP 500 and SMTP 500 related?", "500"],
      ["smtp error 451 equals http 451?", "451"],
      ["Why does 503 mean different things in HTTP and SMTP?", "503"],
      ["is 421 in email the same as 421 on a website?", "421"],
      ["difference between http 550 and smtp 550", "550"],
      ["HTTP 421와 SMTP 421은 같은가요", "421"],
      ["503 에러는 smtp와 http에서 같은 뜻인가요?", "503"],
      ["메일 503이랑 웹 503 같은 건가요?", "503"],
      ["SMTP와 HTTP에서 503 의미가 같나요", "503"],
    ]) {
      const result = recognise(text, tables);
      assert.ok(asksWhich(result), text);
      const found = result.findings.map((finding) => `${finding.protocol} ${finding.code}`);
      assert.deepEqual(found, [`smtp ${code}`, `http ${code}`], text);
    }
    for (const text of [
      "smtp 503 after login",
      "http 503 when sending mail",
      "HTTP 503 from SMTP API when sending mail",
      "http 503 smtp 421",
      "http 502 vs 503",
      "smtp 421 same error as yesterday",
      "503 error on website and email",
      "gmail smtp 421 and http proxy",
      "메일 API가 http 503을 반환",
      "메일 발송 시 503 에러가 같은 이유",
    ]) {
      assert.ok(!asksWhich(recognise(text, tables)), text);
    }
  });
  test("names no page of a protocol that does not have the number", () => {
    const { findings } = recognise("difference between http 550 and smtp 550", tables);
    const shown = piece(numberLines(findings, tables, short, hrefOf));
    const links = shown.all("a").map(({ attributes }) => attributes.href);
    assert.ok(links.includes("/en/smtp/550/"));
    assert.ok(!links.some((href) => href.includes("null")), links.join(" "));
  });
  test("is shown with a line for each and the way to the page about the number", () => {
    const shown = piece(numberLines(recognise("503", tables).findings, tables, short, hrefOf));
    const links = shown.all("a").map(({ attributes }) => attributes.href);
    assert.ok(links.includes("/en/smtp/503/"));
    assert.ok(links.includes("/en/http/503/"));
    assert.equal(links[0], "/en/numbers/503/");
    assert.equal(shown.all("li").length, 2);
    assert.equal(shown.all("dl").length, 2);
  });
  test("leads to no page where there is none", () => {
    const none = { ...tables, numbers: [] };
    const shown = piece(numberLines(recognise("503", tables).findings, none, short, hrefOf));
    assert.ok(!shown.all("a").some(({ attributes }) => attributes.href.includes("numbers/")));
  });
});
