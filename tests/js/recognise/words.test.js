/** The words that servers answer with. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { KOREAN_REPLY, REPLY_WORDS } from "../../../templates/theme/js/recognise/words.js";

test("a word of a reply is told whatever its case, whole or by its stem", () => {
  for (const text of [
    "Mailbox",
    "the USER",
    "rejecting",
    "transmission prohibited",
    "unknown",
    "8BITMIME",
    "dns",
  ]) {
    assert.ok(REPLY_WORDS.test(text), text);
  }
  // Stems that begin alike: relay, reject, recipient; limit, listed; block, blacklist.
  for (const text of [
    "relaying",
    "rejection",
    "recipients",
    "limits",
    "blocklisted",
    "blacklists",
    "protocol",
  ]) {
    assert.ok(REPLY_WORDS.test(text), text);
  }
});

test("other words are none, nor is what only begins like a word or ends like a stem", () => {
  for (const text of [
    "",
    "550",
    "houses",
    "mailboxed",
    "a b c",
    "hotels",
    "the rejoinder",
    "unblock",
    "re",
    "…",
  ]) {
    assert.equal(REPLY_WORDS.test(text), false, text);
  }
});

test("Korean replies are told by their words", () => {
  assert.ok(KOREAN_REPLY.test("존재하지 않는 사용자입니다"));
  assert.ok(!KOREAN_REPLY.test("안녕하세요"));
});
