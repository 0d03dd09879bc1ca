/** What the asker tells of the past, guesses or was told, beside what a server says now. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { apart, unsaid, withoutHearsay } from "../../../templates/theme/js/recognise/hearsay.js";
import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";

const site = made("en");

/** @param {string} text */
function told(text) {
  const [{ code, enhanced, situation }] = recognise(text, site).findings;
  return [code, enhanced, situation].filter(Boolean).join(" ");
}

/** @param {[text: string, found: string][]} cases */
function all(cases) {
  for (const [text, found] of cases) assert.equal(told(text), found, text);
}

const RECORD =
  "Nov 20 10:00:01 mx postfix/smtp[9]: AA: to=<kim@example.com>, relay=mx.example.com[192.0.2.5]:25, dsn=4.2.2, " +
  "status=deferred (host mx.example.com[192.0.2.5] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command))";
const SAID =
  "status=deferred (host mx.example.com[192.0.2.1] said: 450 4.2.0 <kim@example.com>: Recipient address rejected: " +
  "Greylisted (in reply to RCPT TO command))";

test("what was is no longer so", () => {
  all([
    [
      `We used to see 550 5.7.1 SPF failures, but those were fixed. Now the log has: ${SAID}`,
      "450 4.2.0 greylisted",
    ],
    ["Last month it was 421 4.7.0 [TSS04]. Today: 554 5.7.1 Relay access denied", "554 5.7.1 relay-refused"],
    [
      "Before I changed SPF it said 550 5.7.26 but now it says 452 4.2.2 over quota",
      "452 4.2.2 mailbox-full",
    ],
    [
      "Initially the error was:\n550 5.7.1 Relaying denied\nNow it is:\n535 5.7.8 authentication failed",
      "535 5.7.8 login-wrong",
    ],
    [
      "예전에는 535 5.7.8 인증 오류가 났는데 해결했습니다. 지금은 이렇게 나옵니다.\n550 5.1.1 User unknown",
      "550 5.1.1 user-unknown",
    ],
  ]);
});

test("a record outweighs what somebody says of numbers", () => {
  all([
    [
      `The customer says he got 550 5.1.1 user unknown, but our own log shows: ${RECORD}`,
      "452 4.2.2 mailbox-full",
    ],
    [
      `My boss says that mail bounces with "550 5.7.26". I see only this:\n\n${RECORD}`,
      "452 4.2.2 mailbox-full",
    ],
    [
      "메일이 550 5.1.1 로 반송됐다고 고객이 말했지만 실제 로그는 이렇습니다: status=deferred (host mx.naver.com[192.0.2.8] " +
        "said: 421 4.3.2 Your ip has been blocked temporarily)",
      "421 4.3.2 ip-blocked",
    ],
  ]);
});

test("a guess is no reason", () => {
  all([
    [
      "Error: Expected smtp code 250, got 552\n\nChecking online this seems to be caused by large file attachment.",
      "552 message-too-big",
    ],
    ["I think it is DNS. Error: 554 5.7.1 <kim@example.com>: Relay access denied", "554 5.7.1 relay-refused"],
    [
      "검색해 보니 스팸 때문인 것 같은데 로그에는 452 4.2.2 over quota 라고 나옵니다.",
      "452 4.2.2 mailbox-full",
    ],
  ]);
});

test("where nothing else is said, it is what there is", () => {
  all([
    ["The recipient told me that my message bounced with 550 5.1.1", "550 5.1.1 user-unknown"],
    ["I used to get 550 5.7.1 relay access denied", "550 5.7.1 relay-refused"],
    ["550 5.1.1 user unknown 이라고 하는데 왜 그런가요?", "550 5.1.1 user-unknown"],
  ]);
});

test("a reply that somebody asks about is no guess, nor outweighed by what went well", () => {
  all([
    [
      'Can anyone tell me what "550 5.7.1 Relay access denied" means? I see 550 in Outlook.',
      "550 5.7.1 relay-refused",
    ],
    ["Last week I got 550 5.7.1 Relay access denied. Outlook shows 250 OK.", "550 5.7.1 relay-refused"],
    [
      "Some people say 550 5.7.26 is DMARC. My bounce: 550-5.7.1 likely unsolicited mail",
      "550 5.7.1 spam-detected",
    ],
  ]);
});

test("what a server says in several sentences is no hearsay", () => {
  for (const text of [
    "554 SMTP protocol violation. Polite people say hello after the server greets them (#5.7.1)",
    "550 5.7.1 Blocked. The user was previously a customer. We have seen 550 too often.",
    `${RECORD}\n${SAID}`,
    "S: 550 5.7.60 SMTP; Client does not have permissions to send as this sender",
  ]) {
    assert.equal(withoutHearsay(text), text);
  }
});

test("a long text is a log or a page, and is read as it is", () => {
  const text = `I used to get 550 5.7.1. Now: ${SAID}`;
  assert.notEqual(withoutHearsay(text), text);
  assert.equal(withoutHearsay(text + "x".repeat(12_000)), text + "x".repeat(12_000));
});

test("a record of the past that is led to by dots goes as far as the record", () => {
  const gmail =
    "550-5.7.1 [192.0.2.1] Our system has detected an unusual rate\n    550 5.7.1 of unsolicited mail";
  const before = "Last time it was a different error…\n    550 5.1.1 User unknown\n    550 5.1.1 at all";
  const text = `I get this now:\n    ${gmail}\n${before}`;
  assert.ok(!withoutHearsay(text).includes("User unknown"));
  assert.ok(withoutHearsay(text).includes("unsolicited mail"));
});

test("what is settled now is past, and At first is no line of a trace", () => {
  const rest = withoutHearsay(
    "At first I got 535 authentication failed, that is solved now, I had a typo. " +
      "Now I get 554 5.7.1 Relay access denied.",
  );
  assert.equal(rest.trim(), "Now I get 554 5.7.1 Relay access denied.");
});

test("replies to several recipients or at several times stand apart, one that quotes another does not", () => {
  const ok = "To anna@example.com it went: 250 2.0.0 Ok. ";
  const failed = "To ben@example.com it failed: 550 5.1.1 User unknown.";
  assert.equal(apart(ok + failed), `${ok}\n\n${failed}`);
  assert.equal(apart("anna: 452 4.2.2 Full\nben failed: 550 5.1.1 Unknown").split("\n\n").length, 2);
  assert.equal(apart("Later: 452 4.2.2 Full. But now it is 550 5.1.1 Unknown").split("\n\n").length, 2);
  for (const text of [
    "550 5.1.0 Message rejected. The remote server said: 554 5.7.1 Spam message rejected",
    "550 5.7.57 Client not authenticated. Error: 535 5.7.139 Authentication unsuccessful",
    "550 5.7.57 Client not authenticated\nerror: 535 5.7.139 Authentication unsuccessful",
    "To anna: 550 5.1.1 Unknown. To ben: 550 5.1.1 Unknown.",
    "To anna it went well. To ben it failed: 550 5.1.1 User unknown.",
  ]) {
    assert.equal(apart(text), text);
  }
  const long = `${ok}${"a ".repeat(7000)}${failed}`;
  assert.equal(apart(long), long);
});

test("what its writer says is in order is left out of a question about a code, and shown as it was written", () => {
  assert.equal(unsaid("SPF 설정했는데 550 5.7.1"), " 설정했는데 550 5.7.1");
  assert.equal(unsaid("SPF is fine, why 550?"), " is fine, why 550?");
  assert.equal(unsaid("no SPF record 550"), "no SPF record 550");
  assert.equal(unsaid("SPF 설정했는데도 반송"), "SPF 설정했는데도 반송");
  const [{ text }] = recognise("550 5.7.23 SPF check failed. My SPF record is correct.", site).findings;
  assert.equal(text, "550 5.7.23 SPF check failed. My SPF record is correct.");
});
