/** What services say in their events by words of their own. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { sorter } from "../../../templates/theme/js/recognise/sortings.js";

const sorted = sorter([
  {
    fields: ["bounceSubType", "subType"],
    beside: ["bounce"],
    words: { full: ["MailboxFull"], none: ["General"] },
  },
  { fields: ["reason"], beside: ["dropped", "email"], words: { listed: ["Bounced Address", "Bounced"] } },
]);
const words = (/** @type {string} */ text) => sorted(text).map((one) => one.words);

test("a field is read however programs write it, and its word only whole", () => {
  for (const text of [
    '{"bounceSubType":"MailboxFull"}',
    "{'bounceSubType': 'MailboxFull'}",
    "{ bounceSubType: 'MailboxFull' }",
    "[bounceSubType] => MailboxFull",
    "bounceSubType=MailboxFull",
    '"bounce": {"subType" : "MailboxFull"}',
  ]) {
    assert.deepEqual(words(text), ["MailboxFull"], text);
  }
  for (const text of [
    '{"bounceSubType":"MailboxFullest"}',
    '{"my-bounceSubType":"MailboxFull"}',
    '{"bounceSubTypes":"MailboxFull"}',
    "MailboxFull",
  ]) {
    assert.deepEqual(words(text), [], text);
  }
});

test("a field counts only beside what such events hold", () => {
  assert.deepEqual(words('{"subType":"General"}'), []);
  assert.deepEqual(words('{"event":"dropped","reason":"Bounced Address"}'), []);
  const event = '{"event":"dropped","email":"user@example.com","reason":"Bounced Address"}';
  assert.deepEqual(words(event), ["Bounced Address"]);
  assert.deepEqual(words(`[${event},${event}]`), ["Bounced Address", "Bounced Address"]);
});

test("it is told whether it may succeed another time, and whether it is tried", () => {
  const told = (/** @type {string} */ beside) => {
    const [{ situation, digit, isTried }] = sorted(`{${beside},"bounceSubType":"MailboxFull"}`);
    assert.equal(situation, "full");
    return `${digit} ${isTried}`;
  };
  assert.equal(told('"bounceType":"Permanent"'), "5 false");
  assert.equal(told('"bounceType":"Transient"'), "4 false");
  assert.equal(told("'type': 'Transient'"), "4 false");
  assert.equal(told('"type":"activity.soft_bounced"'), "4 false");
  assert.equal(told('"event":"soft_bounce"'), "4 false");
  assert.equal(told('"hard_bounce":false'), "4 false");
  assert.equal(told('"hard_bounce":true'), "5 false");
  assert.equal(told('"severity":"temporary"'), "4 true");
  assert.equal(told('"event":"deferred"'), "4 true");
  assert.equal(told('"type":"email.delivery_delayed"'), "4 true");
  assert.equal(told('"Type":"Transient","TypeCode":2'), "4 true");
  assert.equal(told('"Type":"DnsError","TypeCode":256'), "4 true");
});
