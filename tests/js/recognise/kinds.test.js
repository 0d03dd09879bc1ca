/** What kind of text it is. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { isUnderAddress, kindOf } from "../../../templates/theme/js/recognise/kinds.js";
import { isSession } from "../../../templates/theme/js/recognise/sessions.js";

test("a server and a client speak in a session", () => {
  for (const text of [
    "C: RCPT TO:<user@example.com>\nS: 550 Unknown",
    "RCPT TO:<user@example.com>\n550 Unknown",
    "<** 550 Unknown",
    "220 mx.example.com ESMTP\n250 mx.example.com",
    "<<< 250 OK\n<<< 550 Unknown",
    "10:00 S: 250 OK\n10:01 S: 550 Unknown",
  ]) {
    assert.ok(isSession(text), text);
  }
  for (const text of [
    "RCPT TO:<user@example.com> 550 Unknown",
    "<<< 550 Unknown",
    "550 Unknown",
    "220 mx.example.com ESMTP",
    "The reply was 550 Unknown\nand then 250 OK",
    "",
  ]) {
    assert.ok(!isSession(text), text);
  }
});

test("a text is a bounce, a log or a reply", () => {
  const record = "Nov 25 10:00:01 mx postfix/smtp[1]: status=bounced";
  const bounced = "Your mail could not be delivered.";
  assert.equal(kindOf("550 Unknown", false, []), "reply");
  assert.equal(kindOf("550 Unknown", false, [{}]), "bounce");
  assert.equal(kindOf("550 Unknown", true, []), "log");
  assert.equal(kindOf(record, false, []), "log");
  assert.equal(kindOf(`${bounced}\n550 Unknown`, false, []), "bounce");
  assert.equal(kindOf(`${bounced}\n${record}`, false, []), "log");
  assert.equal(kindOf(`${bounced} 550`, false, []), "reply", "short, on one line");
  assert.equal(kindOf(bounced.padEnd(160, "!"), false, []), "reply");
  assert.equal(kindOf(bounced.padEnd(161, "!"), false, []), "bounce");
});

test("a reply stands under an address that is alone on its line", () => {
  const isUnder = (/** @type {string} */ source) =>
    isUnderAddress(source, {
      ...{ at: source.indexOf("550"), end: source.length, code: "550", enhanced: null, raw: "550" },
    });
  const far = "words and more words\n".repeat(30);
  for (const source of [
    "<user@example.com>:\n550 Unknown",
    "Failed:\n\n user@example.com\n said: 550 Unknown",
    `user@example.com\n${far}550 Unknown`,
  ]) {
    assert.ok(isUnder(source), source);
  }
  for (const source of [
    "550 Unknown",
    "Failed:\n550 Unknown user@example.com",
    "Failed: user@example.com\n550 Unknown",
    `Failed:\nuser@example.com\n${far}550 Unknown`,
    "RCPT TO:<user@example.com>\n550 Unknown",
  ]) {
    assert.ok(!isUnder(source), source);
  }
});
