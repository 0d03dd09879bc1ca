/** Phrases with parts that vary, looked for in a text. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { holds, placeOf } from "../../../templates/theme/js/recognise/phrases.js";

test("the pieces of a phrase stand one after the other, without sharing a letter", () => {
  assert.ok(holds("no such user here", ["no", "user"]));
  assert.ok(holds("no such user here", []));
  assert.ok(!holds("no such user here", ["user", "no"]));
  assert.ok(!holds("no such user here", ["no", "mailbox"]));
  assert.ok(holds("spam and spam", ["spam", "spam"]));
  assert.ok(!holds("spamspa", ["spam", "mspa"]));
});

test("a phrase stands by itself, not inside longer words", () => {
  assert.equal(placeOf("user unknown", ["user"]), 0);
  assert.equal(placeOf("no user", ["user"]), 3);
  assert.equal(placeOf("(user)", ["user"]), 1);
  assert.equal(placeOf("superuser unknown", ["user"]), -1);
  assert.equal(placeOf("users unknown", ["user"]), -1);
  assert.equal(placeOf("550user", ["user"]), -1, "a digit belongs to the word");
  assert.equal(placeOf("user1", ["user"]), -1);
  assert.equal(placeOf("éuser", ["user"]), -1, "so does a letter with an accent");
  assert.equal(placeOf("mailbox unknown", ["user"]), -1);
});

test("a later place counts where an earlier one is inside a word", () => {
  assert.equal(placeOf("users and a user", ["user"]), 12);
  assert.equal(placeOf("superuser, user", ["user"]), 11);
  assert.equal(placeOf("aaa aa", ["aa"]), 4);
});

test("a phrase that begins or ends with a sign may touch words there", () => {
  assert.equal(placeOf("error:full", [":full"]), 5);
  assert.equal(placeOf("error:full", ["error:"]), 0);
});

test("Korean words run on", () => {
  assert.equal(placeOf("메일함이 가득", ["메일함"]), 0);
  assert.equal(placeOf("새메일함", ["메일함"]), 1);
  assert.equal(placeOf("user를 모름", ["user"]), 0);
  assert.equal(placeOf("새user", ["user"]), 1);
});

test("further pieces stand behind the first", () => {
  assert.equal(placeOf("user anna is unknown", ["user", "is unknown"]), 0);
  assert.equal(placeOf("is unknown: user anna", ["user", "is unknown"]), -1);
  assert.equal(placeOf("users are unknown", ["user", "unknown"]), 0, "what follows may vary at once");
  assert.equal(placeOf("superuser is unknown", ["user", "is unknown"]), -1);
});

test("names supply no words of a phrase", () => {
  for (const text of [
    "<a@spam.example>: rejected",
    "spam@example.net was refused",
    "host mx.spam.example.kr[192.0.2.1] said no",
    "spam.com:25 said no",
    "www.spam.de said no",
    "see https://help.example/spam for why",
    "see example.com/spam for why",
    "bob=spam@[192.0.2.1]",
  ]) {
    assert.equal(placeOf(text, ["spam"]), -1, text);
  }
  assert.equal(placeOf("spam from spam.example", ["spam"]), 0);
  assert.equal(placeOf("a@spam.example: spam", ["spam"]), 16, "behind a name it counts");
  assert.equal(placeOf("blocked using spam.example", ["blocked", "spam"]), -1);
});

test("a phrase that is part of a name is found in it", () => {
  assert.equal(placeOf("listed by zen.spamhaus.org", ["spamhaus.org"]), 14);
  assert.equal(placeOf("see https://support.example.com/?p=full x", ["?p=full"]), 32);
  assert.equal(placeOf("kim@example.com not here", ["@", "not here"]), 3);
});

test("what only looks like a name keeps its words", () => {
  for (const text of [
    "rejected.it is spam",
    "smtplib.rejected: no",
    "rejected.the mail",
    "mail.rejected.exception",
    "1.rejected",
  ]) {
    assert.ok(placeOf(text, ["rejected"]) >= 0, text);
  }
});
