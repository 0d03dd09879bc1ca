/** Short questions about codes of other protocols, and titles that are compared. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";

const site = made("ko");

/** @param {string} text */
function told(text) {
  const { kind, findings } = recognise(text, site);
  return `${kind}: ${findings.map(({ code }) => code).join(" ")}`;
}

test("a sum, a share or the number of an issue is no code", () => {
  assert.equal(told("HTTP 오류 403 100%"), "code: 403");
  assert.equal(told("http 404 $500"), "code: 404");
  assert.equal(told("http 429 #503"), "code: 429");
  assert.equal(told("grpc error #14"), "none: ");
});

test("two titles are compared, in quotation marks too, and three are not taken for two", () => {
  assert.equal(told('"unauthorized" 와 "forbidden" 차이'), "pair: 401 403");
  assert.equal(told("unauthorized vs forbidden vs not found"), "none: ");
});
