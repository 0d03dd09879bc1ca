/** What stands around a code and does not tell what it is: addresses, and a client's report of another call. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";

const site = made("en");

/** @param {string} text */
function told(text) {
  const [first] = recognise(text, site).findings;
  if (!first) return "";
  return [first.protocol, first.code, first.situation].filter(Boolean).join(" ");
}

describe("a word of mail in an address makes no text one about mail", () => {
  /** @type {[text: string, found: string][]} */
  const texts = [
    ['GET "https://ghcr.io/v2/deliveryhero/charts/manifests/2.4.0": response status code 403', "http 403"],
    ['GET "https://api.example.com/mail/send": response status code 502', "http 502"],
    [
      "failed to pull oci://registry.example.com/postfix/chart: response status code 429",
      "http 429 too-many-requests",
    ],
    ["the webhook of https://app.example.com/dkim/check returned error 500 on my site", "http 500"],
    ["https://shop.example.com/delivery/12 : my page shows error 503", "http 503"],
    ["fetching https://example.com/recipients?relay=1 status code: 404", "http 404 not-found"],
    ["my site https://example.com/smtp-settings shows error 504", "http 504 backend-silent"],
    // What the words around say counts as before.
    ["the mail to https://example.com came back with 550 user unknown", "smtp 550 user-unknown"],
    [
      "Mail could not be delivered: 550 5.1.1 user unknown, see https://example.com/help",
      "smtp 550 user-unknown",
    ],
    ["connecting to smtp://mail.example.com:587 failed: 535 authentication failed", "smtp 535 login-wrong"],
    [
      "421 too many connections, see https://postmaster.example.com/mail/421",
      "smtp 421 too-many-connections",
    ],
    ["deliveryhero says 503", ""],
  ];
  for (const [text, found] of texts) test(text, () => assert.equal(told(text), found));
});

describe("what curl says of another call does not tell what a code stands for", () => {
  const body =
    '{"timestamp":"2020-01-01T00:00:00.000+0000","status":415,"error":"Unsupported Media Type","path":"/a"}';
  /** @type {[text: string, found: string][]} */
  const texts = [
    [`${body}\ncurl: (6) Could not resolve host: application`, "http 415 type-not-accepted"],
    [`${body}curl: (6) Could not resolve host: application`, "http 415 type-not-accepted"],
    [`${body} curl: (3) URL using bad/illegal format or missing URL`, "http 415 type-not-accepted"],
    [
      '{"status":404,"error":"Not Found"}curl: (7) Failed to connect to localhost port 80: Connection refused',
      "http 404 not-found",
    ],
    [
      '{"code":401,"message":"Unauthorized"}curl: (6) Could not resolve host: Bearer',
      "http 401 not-logged-in",
    ],
    // By itself, and where it names the code itself, it tells.
    ["curl: (6) Could not resolve host: application", "http host-not-found"],
    ["curl: (22) The requested URL returned error: 404", "http 404 not-found"],
    ["curl: (56) Received HTTP code 407 from proxy after CONNECT", "http 407 proxy-login"],
  ];
  for (const [text, found] of texts) test(text, () => assert.equal(told(text), found));
});

describe("codes in quotes, as Ruby writes them", () => {
  /** @type {[text: string, found: string][]} */
  const texts = [
    ['{:error_code=>"409", :message=>"Conflict"}', "http 409"],
    ['{error_code: "404", message: "Not here"}', "http 404 not-found"],
    ['{:status=>"401", :error=>"nobody"}', "http 401 not-logged-in"],
    ['{:code=>"404", :colour=>"red"}', ""],
  ];
  for (const [text, found] of texts) test(text, () => assert.equal(told(text), found));
});
