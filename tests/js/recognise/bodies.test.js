/** Failures that stand as values of fields: whose number it is. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";

const site = made("en");

/** @param {string} text */
const told = (text) =>
  recognise(text, site).findings.map(({ protocol, code, situation }) =>
    [protocol, code, situation].filter(Boolean).join(" "),
  );

describe("a record with a number that only mail has", () => {
  test("tells of a failure where something beside it says so, or it holds nothing else", () => {
    assert.deepEqual(told('{"code":554,"error":"Transaction failed"}'), ["smtp 554 refused-unexplained"]);
    assert.deepEqual(told('{ "status": 554 }'), ["smtp 554"]);
    assert.deepEqual(told("Server error code: 554"), ["smtp 554"]);
  });

  test("tells of none where it numbers people", () => {
    assert.deepEqual(told('[{"id":7,"name":"Kim","code":554},{"id":8,"name":"Lee","code":550}]'), []);
  });
});

describe("a number that both have", () => {
  test("is the web's where the field says so, even if the words are about mail", () => {
    assert.deepEqual(told('{"status_code": 502, "message": "mail server unavailable"}'), ["http 502"]);
  });

  test("is not, where the words are about mail and the field may be anybody's", () => {
    assert.deepEqual(told('{"code": 503, "message": "Bad sequence of commands", "to": "kim@example.com"}'), [
      "smtp wrong-order",
    ]);
  });
});
