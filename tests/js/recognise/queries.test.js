/** Short questions. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { asQuery, asksOnly } from "../../../templates/theme/js/recognise/queries.js";
import { lookup } from "../../../templates/theme/js/recognise/tables.js";
import { sample } from "../support/data.js";

const known = lookup({
  ...sample,
  providers: [
    { id: "naver", signs: [], aliases: ["네이버", "naver.com"], replies: [] },
    { id: "kakao-mail", signs: [], aliases: ["카카오", "다음"], replies: [] },
  ],
});

/**
 * What is asked: the kind of question and the codes; null where nothing is asked.
 * @param {string} text
 */
function asked(text) {
  const found = asQuery(known, text);
  if (!found) return null;
  const codes = found.findings.map(({ code, enhanced }) => [code, enhanced].filter(Boolean).join(" "));
  return `${found.kind} ${codes.join(", ")}`;
}

/** @param {[string, string | null][]} cases */
function each(cases) {
  for (const [text, expected] of cases) assert.equal(asked(text), expected, text);
}

describe("a question about one code", () => {
  test("is told by its words, with marks behind them and line ends around", () => {
    each([
      ["550", "code 550"],
      ["what does 550 mean.", "code 550"],
      ["What happens when SMTP Server returns a 454?", "code 454"],
      ["550이 뭔가요?", "code 550"],
      ["\n 550 error \n", "code 550"],
      ["550 elephants", null],
      ["smtp550", "code 550"],
    ]);
  });

  test("may name providers", () => {
    each([
      ["naver 550", "code 550"],
      ["kakao 550", "code 550"],
      ["네이버에서 550", "code 550"],
      ["카카오 550", "code 550"],
      ["코끼리 550", null],
    ]);
    assert.ok(!asksOnly(known, "naver elephants") && asksOnly(known, "naver 오류"));
  });

  test("may be about one that is in no table, but not about a port or what only HTTP has", () => {
    each([
      ["599", "code 599"],
      ["199", null],
      ["399", null],
      ["587", null],
      ["416", null],
      ["smtp 416", "code 416"],
      ["5.7.77", "code 5.7.77"],
      ["550, 587", null],
    ]);
  });

  test("may leave the first digit open", () => {
    each([
      ["x.1.1", "code 5.1.1"],
      ["X.7.77", "code 5.7.77"],
    ]);
  });

  test("is short, and one line", () => {
    const question = "what does 550 mean";
    each([
      [question.padEnd(160, "?"), "code 550"],
      [question.padEnd(161, "?"), null],
      ["550\nmean", null],
    ]);
  });
});

describe("a question about two codes", () => {
  test("is told by what stands between them", () => {
    each([
      ["550 vs 554", "pair 550, 554"],
      ["554-550", "pair 550, 554"],
      ["what is 550vs554", "pair 550, 554"],
      ["My server answered 421 and 450 today", "pair 421, 450"],
      ["My server answered 421 before 450 today", null],
      ["550 550", "code 550"],
    ]);
  });

  test("counts nothing, but may be about messages", () => {
    each([
      ["how do 421 and 450 messages differ?", "pair 421, 450"],
      ["421명과 450명 차이", null],
      ["421과 450 차이", "pair 421, 450"],
      ["421 vs 450 https://example.com/?code=550", "pair 421, 450"],
    ]);
  });
});

test("a code and an enhanced code are one reply, or a question about it", () => {
  each([
    ["550 5.1.1", "reply 550 5.1.1"],
    ["what is 550 5.1.1", "code 550 5.1.1"],
    ["550 5.1.1 elephants", null],
    ["101 5.1.1", null],
  ]);
});

test("addresses of pages are questions about their codes", () => {
  each([
    ["https://example.org/en/smtp/550/", "code 550"],
    ["/smtp/550-vs-554/", "pair 550, 554"],
    ["smtp-enhanced/x.1.1", "code 5.1.1"],
    ["/smtp/599/", null],
    ["/other/550/", null],
    ["smtp/550 elephants", null],
  ]);
});
