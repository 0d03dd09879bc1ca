/** Texts where there are several protocols. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { formHits, without } from "../../../templates/theme/js/recognise/forms.js";
import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { asNamed } from "../../../templates/theme/js/recognise/named.js";
import { asOthers } from "../../../templates/theme/js/recognise/others.js";
import { lookup } from "../../../templates/theme/js/recognise/tables.js";

import { made } from "../support/data.js";

/** @import { Result } from "../../../templates/theme/js/recognise/findings.js" */

const CODES = {
  web: [
    { code: "404", name: "Not Found" },
    { code: "421" },
    { code: "503" },
    { code: "554" },
    { code: "700" },
  ],
  call: [
    { code: "NOT_FOUND", number: 5, aliases: ["NotFound"] },
    { code: "UNKNOWN", number: 2 },
    { code: "GONE", number: 700 },
  ],
  smtp: [{ code: "421" }, { code: "450" }, { code: "503" }, { code: "550" }, { code: "554" }],
  enhanced: [{ code: "5.1.1" }],
};

const tables = {
  catalogues: [
    { id: "web-status", protocol: "web", forms: ["WEB/1 {code}", "answer {code}"], codes: CODES.web },
    { id: "smtp", protocol: "smtp", codes: CODES.smtp },
    { id: "smtp-enhanced", protocol: "smtp", codes: CODES.enhanced },
    { id: "call", protocol: "rpc", forms: ["code = {code}", "answer {code} of …call"], codes: CODES.call },
  ],
  providers: [{ id: "alpha", signs: ["alpha-mail"], aliases: [], replies: [] }],
  particles: [],
};

const known = lookup(tables);

/** @param {Result | null} result */
function brief(result) {
  if (!result) return null;
  const codes = result.findings.map(({ protocol, code, enhanced }) => `${protocol} ${code ?? enhanced}`);
  return `${result.kind}: ${codes.join(", ")}`;
}

describe("lines in the forms of a protocol", () => {
  const told = (/** @type {string} */ source) => brief(asOthers(known, source, formHits(known, source)));

  test("tell their codes, a log's or one reply's", () => {
    assert.equal(told("GET / WEB/1 404"), "reply: web 404");
    assert.equal(told("GET / WEB/1 404\n"), "reply: web 404");
    assert.equal(told("GET / WEB/1 503\nrpc: code = NotFound"), "log: web 503, rpc NOT_FOUND");
    assert.equal(told("404 not found"), "reply: web 404", "a code and its name");
    assert.equal(told("5 NOT_FOUND"), "reply: rpc NOT_FOUND", "a number and its code");
    assert.equal(told("WEB/1 999"), "none: ");
    assert.equal(told("a 404 of them"), "none: ");
  });

  test("of two that overlap the longer tells", () => {
    assert.equal(told("answer 5 of call"), "reply: rpc NOT_FOUND");
    assert.equal(told("answer 700 of call"), "reply: rpc GONE");
    assert.equal(told("answer 700 of 404 Not Found, 404 Not Found call"), "reply: rpc GONE");
    assert.equal(told("answer 404 of call"), "reply: web 404");
    assert.equal(told("WEB/1 404 Not Found"), "reply: web 404");
  });

  test("each code is found once, with the line that it stands on first", () => {
    const source = "one\ntwo WEB/1 404 three\nfour WEB/1 404\nWEB/1 503 end";
    const hits = formHits(known, source);
    const found = asOthers(known, source, hits);
    assert.deepEqual(
      found.findings.map(({ text }) => text),
      ["two WEB/1 404 three", "WEB/1 503 end"],
    );
    assert.equal(without(source, hits), "one\ntwo ········· three\nfour ·········\n········· end");
  });
});

describe("questions that name a protocol or a code's name", () => {
  test("are told by the protocol or its catalogue, whatever the case", () => {
    for (const [text, expected] of /** @type {[string, string | null][]} */ ([
      ["web 404", "code: web 404"],
      ["WEB 404\n", "code: web 404"],
      ["RPC 5", "code: rpc NOT_FOUND"],
      ["call not_found", "code: rpc NOT_FOUND"],
      ["NOT_FOUND", "code: rpc NOT_FOUND"],
      ["not_found", null],
      ["5", null],
      ["NotFound vs UNKNOWN", "pair: rpc NOT_FOUND, rpc UNKNOWN"],
      ["404 vs 77", null],
      ["web", null],
      ["web elephants 404", null],
      ["???", null],
      ["web 404\nweb 503", null],
      ["web 404".padEnd(160, "?"), "code: web 404"],
      ["web 404".padEnd(161, "?"), null],
    ])) {
      assert.equal(brief(asNamed(known, text)), expected, text);
    }
  });
});

describe("titles that are compared", () => {
  const site = made("en");
  const pairOf = (/** @type {string} */ text) => recognise(text, site).pairs[0];
  test("are a pair, in the order of the catalogue and by every title that a standard gave", () => {
    for (const [text, a, b] of [
      ["unauthorized vs forbidden", "401", "403"],
      ["Unprocessable Entity vs Bad Request", "400", "422"],
      ["difference between moved permanently and found", "301", "302"],
      ["Bad Gateway와 Gateway Timeout 차이", "502", "504"],
    ]) {
      assert.deepEqual(pairOf(text), { catalogue: "http", a, b }, text);
    }
  });
  test("are none where one of the two is no title", () => {
    for (const text of ["found and lost", "user and password", "gone vs forgotten"]) {
      assert.equal(pairOf(text), undefined, text);
    }
  });
});

describe("a number that several protocols have", () => {
  test("is all of them where the text does not tell, in the order of the catalogues", () => {
    for (const [text, expected] of [
      ["421", "code: web 421, smtp 421"],
      ["what is 503", "code: web 503, smtp 503"],
      ["450", "code: smtp 450"],
      ["web 421", "code: web 421"],
      ["smtp 421", "code: smtp 421"],
      ["421 Too many connections, closing", "reply: web 421, smtp 421"],
      ["554 Mailbox unavailable", "reply: smtp 554"],
      ["554 5.1.1 Address unknown", "reply: smtp 554"],
      ["554 Refused by alpha-mail", "reply: smtp 554"],
      ["503 Try later, see https://web.example/help", "reply: web 503, smtp 503"],
      ["WEB/1 503 upstream\n554 Mailbox unavailable", "reply: smtp 554, web 503"],
      ["WEB/1 404", "reply: web 404"],
      ["nothing", "none: "],
    ]) {
      assert.equal(brief(recognise(text, tables)), expected, text);
    }
  });

  test("may be asked about in pairs, of each protocol that has both", () => {
    for (const [text, expected] of /** @type {[string, string[]][]} */ ([
      ["421 vs 503", ["web-status", "smtp"]],
      ["421 vs 450", ["smtp"]],
      ["404 vs 421", ["web-status"]],
    ])) {
      const { kind, pairs, findings } = recognise(text, tables);
      assert.equal(kind, "pair", text);
      assert.deepEqual(
        pairs.map(({ catalogue }) => catalogue),
        expected,
        text,
      );
      assert.equal(findings.length, 2 * expected.length, text);
    }
    assert.equal(brief(recognise("421 vs 700", tables)), "pair: web 421, web 700", "which mail lacks");
    assert.equal(brief(recognise("421 vs 503", tables)), "pair: web 421, web 503, smtp 421, smtp 503");
  });
});
