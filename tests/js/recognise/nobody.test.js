/** Words that many programs say are credited to none of them; whole sentences with their codes are. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { holds } from "../../../templates/theme/js/recognise/phrases.js";
import { made } from "../support/data.js";

const site = made("en");

/** @param {string} text */
const teller = (text) => recognise(text, site).findings[0]?.provider ?? null;

test("a mark neither begins nor ends inside a word", () => {
  assert.equal(holds("503 no available server", ["no available server"]), true);
  assert.equal(holds("no available servers", ["no available server"]), false);
  assert.equal(holds("oauth not available", ["auth not available"]), false);
  assert.equal(holds("oauth: auth not available", ["auth not available"]), true, "a later place counts");
  assert.equal(holds("lpn007_510", ["lpn"]), true, "digits may follow");
  assert.equal(holds("erreur über", ["ber"]), false, "letters of other languages are letters");
  assert.equal(holds("limit of 10 recipients reached", ["limit of", "recipients reached"]), true);
  assert.equal(holds("prelimit of 10 recipients reached", ["limit of", "recipients reached"]), false);
  assert.equal(holds("rcp-p1x", ["rcp-p", "x"]), true, "what varies may run on");
});

describe("words of a mail server, said of something else", () => {
  const said = [
    "Error: timeout exceeded when trying to connect\n    at Timeout.<anonymous> (/app/node_modules/pg-pool/i.js:45)",
    "Error: Command too long",
    "[ERROR] Firebase Auth not available, skipping login",
    "Error: Retry timeout exceeded after 5 attempts: connection refused",
    "user doesn't exist: bob",
    '{"error":{"code":"internal-error","message":"Temporary internal error"}}',
    "BGP message too big!",
    "Pod rejected: host network not allowed",
    "Command parsing failed: unexpected or unclosed quote",
    "Error: Insufficient system resources exist to complete the requested service",
    "504 Unsupported authentication mechanism",
    "501 Syntax: MAIL FROM:<address>",
    "503 Error: need MAIL command",
    "503 Need RCPT (recipient)",
  ];
  for (const text of said) test(text, () => assert.equal(teller(text), null));
});

describe("what any login may say is no mail's without a code", () => {
  const said = [
    '{"message": "Authentication failed", "code": 1001}',
    '{"success":false,"error":"authentication failed"}',
    "앱에서 로그인하면 authentication failed 라고 뜹니다",
    "VPN authentication failed 에러가 떠요",
    "지문 인증 실패 로그인이 안 됩니다",
    '{"message":"Invalid credentials"}',
  ];
  const found = (/** @type {string} */ text) => recognise(text, made("ko")).findings[0]?.situation ?? null;
  for (const text of said) test(text, () => assert.equal(found(text), null));
  for (const text of [
    "535 인증에 실패했습니다",
    "warning: SASL authentication failed; server mx.example.com said: no",
  ]) {
    test(text, () => assert.equal(found(text), "login-wrong"));
  }
});

describe("words of a web server, said by other programs", () => {
  const said = [
    'HTTP 401 {"error":"Not authenticated"}',
    "404 page not found",
    '{"success":false,"message":"IP address not allowed: 10.0.0.3"}',
    "[MCP] Error handling request: TypeError: x is not a function",
    'HTTP/1.1 401 Unauthorized\n{"error":"JWT is expired"}',
    '401 Unauthorized {"message":"jwt expired"}',
    "no available servers matching targets",
    "Worker pool exceeded concurrency limit before release",
    '{"success":false,"message":"Missing authentication token"}',
    'Error: Unexpected server response: {"ok":1}',
    'error: duplicate key {"name":"error","severity":"ERROR","code":"23505","detail":"Key (a)=(b) exists."}',
    "HTTP/1.0 401 Authorization Required\nServer: Apache",
    "httpx.TooManyRedirects: Exceeded maximum allowed redirects.",
    "Exceeded the limit of tries; the site makes too many redirects.",
    "400 Bad Request: request header is too large",
    "Blocked hosts: evil.example, bad.example",
    "Douyin endpoint request timed out",
    "HTTP/1.1 431 Request Header Fields Too Large",
  ];
  for (const text of said) test(text, () => assert.equal(teller(text), null));
});

describe("the same with its code, its letters or a sign is its provider's", () => {
  /** @type {[text: string, provider: string][]} */
  const said = [
    ["421 4.4.2 mx.example.net Error: timeout exceeded", "postfix"],
    ["503 5.5.1 Error: need MAIL command", "postfix"],
    ["503 5.0.0 Need RCPT (recipient)", "sendmail"],
    ["The server response was: 5.3.3 AUTH not available", "sendmail"],
    ["451 4.3.0 <kim@example.com> Temporary internal error", "dovecot"],
    ["<kim@example.com>: retry timeout exceeded", "exim"],
    ["HTTP/1.1 401 Unauthorized\n\nJwt is expired", "envoy"],
    ['{"code":"PGRST301","details":null,"hint":null,"message":"JWT expired"}', "postgrest"],
    ['{"message":"Missing Authentication Token"}', "aws-api-gateway"],
    ["requests.exceptions.TooManyRedirects: Exceeded 30 redirects.", "python-requests"],
    ["Error: Unexpected server response: 502\n    at x (/app/node_modules/ws/lib/websocket.js:1)", "ws-node"],
    ["<h1>401 Authorization Required</h1><hr><center>nginx</center>", "nginx"],
  ];
  for (const [text, provider] of said) test(text, () => assert.equal(teller(text), provider));
});

test("a sentence of many that names its code tells the code", () => {
  assert.equal(recognise("404 page not found", site).findings[0].code, "404");
  assert.equal(recognise("IP address not allowed: 10.0.0.3", site).findings[0].code, null);
});

describe("a number that is one product's own", () => {
  /** @param {string} text */
  const happened = (text) => {
    const [{ situation, provider }] = recognise(text, site).findings;
    return [situation, provider];
  };

  test("tells nothing where another server says that it answered", () => {
    assert.deepEqual(happened("HTTP/1.1 430 Slow Down\nServer: nginx"), [null, "nginx"]);
    assert.deepEqual(happened("HTTP/1.1 499 Token Required\nServer: Microsoft-IIS/10.0"), [null, "iis"]);
    assert.deepEqual(happened("HTTP/1.1 529 Site is overloaded\nServer: Apache Tomcat/9.0"), [
      null,
      "tomcat",
    ]);
  });

  test("tells what it stands for where its product or nobody is named", () => {
    const [situation] = happened("AxiosError: Request failed with status code 430");
    assert.equal(situation, "blocked-by-filter");
    assert.deepEqual(happened("HTTP/1.1 430\nX-Shopify-Stage: production"), [situation, "shopify"]);
    const refused =
      "Received an error response (430 undefined) from Shopify: If you report this error, tell the id";
    assert.deepEqual(happened(refused), [situation, "shopify"]);
  });
});

test("a question about mail in words that the web uses too is no answer of a web server", () => {
  const asked = ["gmail bounce not authenticated", "recipient: forbidden", "spam: not authenticated"];
  for (const text of asked) {
    assert.deepEqual(
      recognise(text, site).findings.filter(({ protocol }) => protocol !== "smtp"),
      [],
      text,
    );
  }
  assert.equal(recognise("not authenticated", site).findings[0]?.protocol, "http");
});
