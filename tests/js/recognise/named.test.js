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

test("two codes that are compared are asked about in every protocol that has both, with any words", () => {
  const pairs = (/** @type {string} */ text) =>
    recognise(text, site)
      .pairs.map(({ catalogue, a, b }) => `${catalogue} ${a} ${b}`)
      .join(", ");
  assert.equal(pairs("401 vs 403 spring security"), "http 401 403, smtp 401 403");
  assert.equal(pairs("401과 403 차이 스프링 시큐리티"), "http 401 403, smtp 401 403");
  assert.equal(pairs("the API should return 404 but returns 403"), "http 403 404");
  assert.equal(pairs("404 vs 403 hide resource"), "http 403 404");
  assert.equal(pairs("why does s3 return 403 instead of 404"), "http 403 404");
  assert.equal(pairs("UNAVAILABLE vs INTERNAL retry policy"), "grpc INTERNAL UNAVAILABLE");
  assert.equal(pairs("500 vs 503 smtp server"), "smtp 500 503");
  assert.equal(pairs("HTTP 401 vs 403 for an expired token"), "http 401 403");
  assert.equal(pairs("403 or 404 in 2 of 10 requests"), "");
});

test("a number that Cloudflare shows to everybody is first of all one of the web", () => {
  const protocols = (/** @type {string} */ text) =>
    recognise(text, site).findings.map(({ protocol }) => protocol);
  assert.deepEqual(protocols("Error 525"), ["http", "smtp"]);
  assert.deepEqual(protocols("error 521 how to fix"), ["http", "smtp"]);
  assert.deepEqual(protocols("error 530"), ["smtp", "http"]);
});
