/** What is handed back of what was found. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import {
  NOTHING,
  byTelling,
  failuresFirst,
  inOrder,
  plainFinding,
  result,
  shortened,
  wordsOnly,
} from "../../../templates/theme/js/recognise/findings.js";
import { lookup } from "../../../templates/theme/js/recognise/tables.js";

/** @import { Order } from "../../../templates/theme/js/recognise/findings.js" */
/** @import { Hit } from "../../../templates/theme/js/recognise/scan.js" */

const known = lookup({
  catalogues: [
    {
      id: "smtp",
      protocol: "smtp",
      classes: [
        { id: "transient", prefix: "4" },
        { id: "permanent", prefix: "5" },
      ],
      codes: [{ code: "550" }, { code: "450" }],
    },
    { id: "enhanced", protocol: "smtp", codes: [{ code: "5.1.1" }] },
  ],
  providers: [
    {
      id: "north",
      signs: [],
      aliases: [],
      replies: [{ id: "sorry", mark: "north is sorry", codes: [] }],
    },
  ],
  situations: [{ id: "full", said: ["over its daily quota"], outcomes: { transient: {}, permanent: {} } }],
  particles: [],
});

/**
 * @param {string | null} code
 * @param {Partial<Hit>} rest
 * @returns {Hit}
 */
const hit = (code, rest = {}) => ({ at: 0, end: 0, code, enhanced: null, raw: `${code} no`, ...rest });

/**
 * The findings of some hits, as they stand.
 * @param {Hit[]} hits
 */
const found = (...hits) => result(known, "log", hits, inOrder).findings;

/**
 * Codes and recipients of what is left of some hits.
 * @param {Hit[]} hits
 */
const left = (...hits) =>
  found(...hits).map((one) =>
    [one.code, one.enhanced, one.recipient].filter((value) => value !== null).join(" "),
  );

describe("the order", () => {
  const codes = (/** @type {Hit[]} */ hits, /** @type {Order} */ order) =>
    result(known, "log", hits, order).findings.map(({ code, enhanced }) => code ?? enhanced);

  test("what failed for good comes first", () => {
    const hits = [hit("250"), hit("450"), hit(null, { enhanced: "5.1.1" }), hit("550"), hit("354")];
    assert.deepEqual(codes(hits, byTelling), ["5.1.1", "550", "450", "354", "250"]);
  });

  test("or else what failed comes first, as it stands", () => {
    const hits = [hit("250"), hit("450"), hit("354"), hit("550"), hit("220")];
    assert.deepEqual(codes(hits, failuresFirst), ["450", "550", "250", "354", "220"]);
    assert.deepEqual(codes(hits, inOrder), ["250", "450", "354", "550", "220"]);
  });

  test("what a report says was passed on did not fail", () => {
    const hits = [hit("550", { passed: true }), hit("450"), hit("250")];
    assert.deepEqual(codes(hits, failuresFirst), ["450", "550", "250"]);
    assert.deepEqual(codes(hits, byTelling), ["450", "550", "250"]);
  });
});

describe("each reply is listed once", () => {
  test("for each recipient, in whatever letters", () => {
    const to = (/** @type {string} */ recipient) => hit("550", { recipient });
    assert.deepEqual(left(to("kim@example.com"), to("Kim@Example.com")), ["550 kim@example.com"]);
    assert.deepEqual(left(to("kim@example.com"), to("lee@example.com")).length, 2);
  });

  test("and not beside one that says more", () => {
    assert.deepEqual(left(hit("550"), hit("550", { enhanced: "5.1.1" })), ["550 5.1.1"]);
    assert.deepEqual(left(hit(null, { enhanced: "5.1.1" }), hit("550", { enhanced: "5.1.1" })), [
      "550 5.1.1",
    ]);
    assert.deepEqual(left(hit("550", { recipient: "kim@example.com" }), hit("550")), ["550 kim@example.com"]);
    assert.deepEqual(left(hit("550"), hit("450", { enhanced: "4.1.1" })), ["550", "450 4.1.1"]);
    assert.deepEqual(left(hit("550", { enhanced: "5.1.2" }), hit("550", { enhanced: "5.1.1" })).length, 2);
    const of = (/** @type {string} */ recipient) => ({ recipient, enhanced: "5.1.1" });
    assert.deepEqual(
      left(hit("550", { recipient: "lee@example.com" }), hit("550", of("kim@example.com"))).length,
      2,
    );
  });

  test("with the longer text, where the first is hardly more than a code", () => {
    const texts = (/** @type {string[]} */ ...raws) =>
      found(...raws.map((raw) => hit("550", { raw }))).map(({ text }) => text);
    assert.deepEqual(texts("550", "550 Unknown"), ["550 Unknown"]);
    assert.deepEqual(texts("550 Unknown", "550"), ["550 Unknown"]);
    assert.deepEqual(texts("550 12345678", "550 123456789"), ["550 123456789"], "twelve signs");
    assert.deepEqual(texts("550 123456789", "550 1234567890"), ["550 123456789"], "thirteen");
    assert.deepEqual(texts("550 a", "550 b"), ["550 a"]);
  });

  test("fifty at most, of any number", () => {
    const many = Array.from({ length: 401 }, (_, number) =>
      hit("550", { recipient: `u${number}@example.com` }),
    );
    assert.equal(found(...many).length, 50);
    assert.equal(left(hit("550"), ...many.slice(0, 399))[0], "550 u0@example.com");
  });
});

test("a text stands on one line and is cut at five hundred signs", () => {
  assert.equal(shortened("  550 no \r\n\t such user "), "550 no such user");
  assert.equal(shortened("a".repeat(500)), "a".repeat(500));
  assert.equal(shortened("a".repeat(501)), `${"a".repeat(499)}…`);
});

test("a finding says everything that is known of a reply", () => {
  const raw = "550 5.1.1 no\n such user";
  const [one] = found(hit("550", { enhanced: "5.1.1", raw, recipient: "Kim@mail@Example.COM" }));
  assert.deepEqual(one, {
    ...{ code: "550", enhanced: "5.1.1", protocol: "smtp", text: "550 5.1.1 no such user" },
    catalogue: { code: "smtp", enhanced: "enhanced" },
    ...{ provider: null, reply: null, recipient: "Kim@mail@Example.COM", domain: "example.com" },
    ...{ situation: null, outcome: "permanent", how: "code", words: null, returned: false },
  });
  const [other] = found(hit("450", { raw: "450 north is sorry" }));
  assert.deepEqual(
    [other.provider, other.reply, other.recipient, other.domain, other.outcome],
    ["north", "sorry", null, null, "transient"],
  );
});

test("a code without a reply says nothing else", () => {
  assert.deepEqual(plainFinding({ id: "web", protocol: "http" }, "404", " 404\n Not Found"), {
    ...{ code: "404", enhanced: null, protocol: "http", catalogue: { code: "web", enhanced: null } },
    ...{ provider: null, reply: null, recipient: null, domain: null, text: "404 Not Found" },
    ...{ situation: null, outcome: null, how: null, words: null, returned: false },
  });
});

test("a mail that is back although it would be tried again is said to be", () => {
  const returned = (/** @type {Hit} */ one) => found(one)[0].returned;
  assert.equal(returned(hit("450", { failed: true })), true);
  assert.equal(returned(hit(null, { enhanced: "4.1.1", failed: true })), true);
  assert.equal(returned(hit("450", { failed: false })), false);
  assert.equal(returned(hit("450")), false);
  assert.equal(returned(hit("550", { failed: true })), false);
});

describe("the text around a reply", () => {
  const around = "The mailbox is over its daily quota.";
  const told = (/** @type {string} */ source, /** @type {Hit[]} */ ...hits) =>
    result(known, "bounce", hits, inOrder, [], source).findings.map(({ situation }) => situation);

  test("belongs to it where it is the only one", () => {
    assert.deepEqual(told(around, hit("550")), ["full"]);
    assert.deepEqual(told(around, hit("550"), hit("450")), [null, null]);
    assert.deepEqual(told("", hit("550")), [null]);
  });

  test("is read from its beginning, and not without end", () => {
    assert.deepEqual(told("over its daily quota", hit("550")), ["full"]);
    assert.deepEqual(told(`${" ".repeat(5980)}over its daily quota`, hit("550")), ["full"]);
    assert.deepEqual(told(`${" ".repeat(5981)}over its daily quota`, hit("550")), [null]);
  });
});

test("what is handed back has its kind and pairs, unless nothing was found", () => {
  const pairs = [{ catalogue: "smtp", a: "450", b: "550" }];
  const all = result(known, "pair", [hit("550")], inOrder, pairs);
  assert.deepEqual([all.kind, all.findings.length, all.pairs], ["pair", 1, pairs]);
  assert.equal(result(known, "log", [], inOrder, pairs), NOTHING);
});

describe("a notice in words alone", () => {
  test("tells what its phrases say", () => {
    const { kind, findings, pairs } = wordsOnly(
      known,
      "bounce",
      "It is over its daily quota.",
      "kim@example.com",
    );
    assert.deepEqual([kind, findings.length, pairs], ["bounce", 1, []]);
    const [{ situation, outcome, how, words, recipient, code, enhanced }] = findings;
    assert.deepEqual(
      [situation, outcome, how, words],
      ["full", "permanent", "words", "over its daily quota"],
    );
    assert.deepEqual([recipient, code, enhanced], ["kim@example.com", null, null]);
  });

  test("or is a provider's own", () => {
    const [{ provider, reply, situation }] = wordsOnly(
      known,
      "reply",
      "North is sorry for the mail",
      null,
    ).findings;
    assert.deepEqual([provider, reply, situation], ["north", "sorry", null]);
  });

  test("and is nothing where neither holds", () => {
    assert.equal(wordsOnly(known, "bounce", "Hello there.", "kim@example.com"), NOTHING);
  });
});
