/** Whose reply it is. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { viewOf } from "../../../templates/theme/js/recognise/places.js";
import { assignRecipients, isAddress, tidy } from "../../../templates/theme/js/recognise/recipients.js";
import { scan } from "../../../templates/theme/js/recognise/scan.js";
import { lookup } from "../../../templates/theme/js/recognise/tables.js";
import { sample } from "../support/data.js";

const known = lookup(sample);

/**
 * Each reply in a text with whom it is about and which host said it.
 * @param {string} kind
 * @param {string[]} lines
 */
function assigned(kind, ...lines) {
  const view = viewOf(lines.join("\n"), known, kind === "session");
  const hits = scan(view);
  assignRecipients(view, hits, kind);
  return hits;
}

/**
 * The first name of each recipient; null where a reply has none.
 * @param {string} kind
 * @param {string[]} lines
 */
const who = (kind, ...lines) =>
  assigned(kind, ...lines).map(({ recipient }) => recipient && recipient.replace("@example.com", ""));

test("an address is told without the marks around it", () => {
  for (const text of [
    "kim@example.com",
    "<kim@example.com>:",
    "'kim@example.com',",
    '"kim@example.com").',
    "kim@example.com'",
  ]) {
    assert.equal(tidy(text), "kim@example.com");
  }
});

test("a mail system is no recipient", () => {
  for (const text of ["kim@example.com", "kim@localhost"]) assert.ok(isAddress(text), text);
  for (const text of [
    "MAILER-DAEMON@example.com",
    "postmaster@example.com",
    "kim",
    "kim@",
    "a b@example.com",
  ]) {
    assert.ok(!isAddress(text), text);
  }
});

describe("in a bounce", () => {
  test("the line above names the recipient, for each reply its own", () => {
    for (const name of [
      (/** @type {string} */ one) => `<${one}@example.com>: host mx.example.com[192.0.2.1] said:`,
      (/** @type {string} */ one) => `<${one}@example.com> (expanded from <list@example.org>):`,
      (/** @type {string} */ one) => `${one}@example.com`,
      (/** @type {string} */ one) => `Recipient: ${one}@example.com`,
      (/** @type {string} */ one) => `Delivery to ${one}@example.com failed for good, the server said:`,
    ]) {
      assert.deepEqual(who("bounce", name("kim"), "  550 Rejected", "", name("lee"), "  452 Rejected"), [
        "kim",
        "lee",
      ]);
    }
  });

  test("so does the line itself", () => {
    assert.deepEqual(who("bounce", "<kim@example.com>: 550 Rejected", "<lee@example.com>: 452 Rejected"), [
      "kim",
      "lee",
    ]);
  });

  test("so does a line that names one address only, unless it is the sender's", () => {
    assert.deepEqual(who("bounce", "We tried to reach kim@example.com yesterday.", "550 Rejected"), ["kim"]);
    assert.deepEqual(
      who("bounce", "Return-Path: lee@example.com", "We tried kim@example.com once.", "550 Rejected"),
      ["kim"],
    );
    assert.deepEqual(who("bounce", "It was sent by kim@example.com yesterday.", "550 Rejected"), [null]);
    assert.deepEqual(who("bounce", "Nobody is named here.", "550 Rejected"), [null]);
  });
});

describe("in a session", () => {
  test("the recipient is the last that was asked for", () => {
    assert.deepEqual(
      who(
        "session",
        "RCPT TO:<kim@example.com>",
        "550 Rejected",
        "RCPT TO:<lee@example.com>",
        "452 Rejected",
      ),
      ["kim", "lee"],
    );
    assert.deepEqual(who("session", "550 Rejected for RCPT TO:<kim@example.com>"), ["kim"]);
    const noted = ["RCPT TO:<kim@example.com>", "<lee@example.com>: noted", "550 Rejected"];
    assert.deepEqual(who("session", ...noted), ["kim"]);
  });

  test("it is nobody's once another mail is begun", () => {
    for (const command of ["RSET", "QUIT", "MAIL FROM:<lee@example.com>", "MAIL FROM:<>"]) {
      const lines = ["RCPT TO:<kim@example.com>", "250 Accepted", command, "550 Rejected"];
      assert.deepEqual(who("session", ...lines), ["kim", null], command);
    }
  });
});

describe("on the line of a reply", () => {
  test("the recipient is named before it, behind it or in its text", () => {
    for (const line of [
      "to=<kim@example.com>, said: 550 Rejected",
      "<kim@example.com>: 550 Rejected",
      "said: 550 Rejected to=<kim@example.com>",
      "550 <kim@example.com>: Rejected",
      "550 5.1.1 kim@example.com is rejected",
      "550 Rejected: no such user: kim@example.com",
    ]) {
      for (const above of [[], ["a line"]]) assert.deepEqual(who("reply", ...above, line), ["kim"], line);
    }
  });

  test("an address in a reply about the sender is no recipient", () => {
    assert.deepEqual(who("reply", "550 kim@example.com: Sender address rejected"), [null]);
    assert.deepEqual(who("reply", "550 Rejected"), [null]);
  });

  test("other records of a log say nothing about it", () => {
    const at = "Nov 25 10:00:01 mx smtpd[1]:";
    assert.deepEqual(who("log", `${at} got RCPT TO:<kim@example.com>`, `${at} said: 550 Rejected`), [null]);
  });

  test("a word that is cut where one looks back no further says nothing", () => {
    const behind = `; ${"and so on ".repeat(66)}said: `;
    const before = "goto=<kim@example.com>".padEnd(702 - behind.length);
    const line = `${"x".repeat(300)}${before}${behind}550 Rejected`;
    assert.equal(line.indexOf("550") - 700, line.indexOf("to=<"), "it is cut before to=");
    assert.deepEqual(who("log", line), [null]);
    assert.deepEqual(who("log", line.replace("goto", "  to")), ["kim"]);
  });
});

test("qmail's results are told by the number of the delivery", () => {
  assert.deepEqual(
    who(
      "log",
      "starting delivery 7: msg 1 to remote kim@example.com",
      "starting delivery 8: msg 1 to remote lee@example.com",
      "delivery 8: failure: Remote host said: 550 Rejected",
      "delivery 7: deferral: Remote host said: 452 Rejected",
      "delivery 9: deferral: Remote host said: 452 Rejected",
    ),
    ["lee", "kim", null],
  );
});

test("a local user without a domain is no recipient that others would know", () => {
  const start = "starting delivery 7: msg 1 to local kim";
  assert.deepEqual(who("log", start, "delivery 7: failure: Remote host said: 550 Rejected"), [null]);
});

test("the host is the last that is named before the reply, in its paragraph", () => {
  const host = (/** @type {string[]} */ ...lines) => assigned("reply", ...lines)[0].host;
  assert.equal(host("host mx.example.com said: 550 Rejected"), "mx.example.com");
  assert.equal(
    host("relay=one.example.com, host two.example.com[192.0.2.1] said: 550 Rejected"),
    "two.example.com",
  );
  assert.equal(host("host mx.example.com", "said: 550 Rejected"), "mx.example.com");
  assert.equal(host("host mx.example.com", "", "said: 550 Rejected"), null);
  assert.equal(host("550 Rejected"), null);
});
