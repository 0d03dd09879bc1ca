/** Numbers that people tell in words, which may be those of mail as well. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";

const site = made("ko");

/** @param {string} text */
const told = (text) =>
  recognise(text, site).findings.map(({ protocol, code }) => [protocol, code].filter(Boolean).join(" "));

test("what only servers of mail send is mail's, and what both send is both's", () => {
  assert.deepEqual(told("에러 554가 떠요 왜 그런가요"), ["smtp 554"]);
  assert.deepEqual(told("아웃룩 421 오류 뜨는데 왜 그러나요"), ["smtp 421", "http 421"]);
  assert.deepEqual(told("에러 404가 떠요 왜 그런가요"), ["http 404"]);
});
