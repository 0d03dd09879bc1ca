/** What an answer is for, where a text shows what was asked. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";

const site = made("ko");

/** @param {string} text */
const told = (text) => recognise(text, site).findings[0].situation;
/**
 * @param {string} status
 * @param {string} body
 */
const preflight = (status, body) =>
  `OPTIONS /api/orders HTTP/1.1\nAccess-Control-Request-Method: POST\n\nHTTP/1.1 ${status}\n\n${body}`;

test("a preflight is refused, unless the answer says of something else", () => {
  assert.equal(told(preflight("403 Forbidden", "")), "preflight-refused");
  assert.equal(told(preflight("403 Forbidden", "error code: 1020")), "blocked-by-filter");
  assert.equal(told(preflight("403 Forbidden", '{"message": "CSRF token mismatch."}')), "csrf-failed");
});

test("an OAuth server gives no token, unless the answer says of something else", () => {
  const asked = "POST https://login.example.com/oauth2/token HTTP/1.1\n\nHTTP/1.1 400 Bad Request\n\n";
  assert.equal(told(asked), "oauth-refused");
  assert.equal(told(`${asked}The plain HTTP request was sent to HTTPS port`), "plain-to-tls-port");
});

test("Google refuses a login at its button, one's own server what comes after it", () => {
  assert.equal(told("구글 로그인 버튼 클릭 시 401 에러가 납니다"), "oauth-refused");
  assert.equal(told("구글 로그인 버튼 클릭 후 백엔드 API에서 401 에러가 납니다"), "not-logged-in");
});
