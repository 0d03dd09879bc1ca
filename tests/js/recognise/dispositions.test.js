/** What logs and notices say has become of the mail, in records that servers wrote. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { dispositionOf } from "../../../templates/theme/js/recognise/dispositions.js";
import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made, read } from "../support/data.js";

const site = made("en");

/** @type {Record<string, [record: string, expected: string][]>} */
const cases = read("data/dispositions.json");

/**
 * What each finding tells: its codes, what happened, its class, whether the mail is back, whose mail it is about.
 * @param {string[]} lines
 */
const told = (...lines) =>
  recognise(lines.join("\n"), site).findings.map(
    ({ code, enhanced, situation, outcome, returned, recipient }) =>
      [code, enhanced, situation, outcome, returned ? "returned" : "", recipient].filter(Boolean).join(" "),
  );

const EXIM = "2025-10-02 09:12:44 1v4Ab2-0004x-9Q";
const POSTFIX =
  "Oct  2 09:12:44 mx postfix/smtp[2130]: 2B7F53F87B: to=<kim@example.com>, relay=none, delay=10";

describe("Exim", () => {
  for (const [record, expected] of cases.exim) {
    test(`puts off: ${record}`, () => {
      assert.deepEqual(told(`${EXIM} ${record}`), [`${expected} transient kim@example.com`]);
    });
  }

  test("gives up with two stars", () => {
    assert.deepEqual(told(`${EXIM} ** kim@example.com R=dnslookup T=remote_smtp: retry timeout exceeded`), [
      "expired permanent kim@example.com",
    ]);
    assert.deepEqual(told(`${EXIM} ** kim@example.com: Unrouteable address`), [
      "route-missing permanent kim@example.com",
    ]);
  });

  test("has the server's own reply count where there is one", () => {
    const record =
      "== kim@example.com R=dnslookup T=remote_smtp defer (-44): SMTP error from remote mail server after RCPT TO:" +
      "<kim@example.com>: host mx0.gmx.com [74.208.5.90]: 450 4.3.2 Too many mails (mail bomb), try again in 1 hour(s)";
    assert.match(told(`${EXIM} ${record}`)[0], /^450 4\.3\.2 .*transient kim@example\.com$/);
  });

  test("tells of each mail in a log by its own record, what failed for good first", () => {
    assert.deepEqual(
      told(
        `${EXIM} == one@example.com R=dnslookup T=remote_smtp defer (111): Connection refused`,
        `${EXIM} => two@example.com H=mx.example.com [192.0.2.1] C="250 2.0.0 Ok: queued as 4F2A"`,
        `${EXIM} ** three@example.com: Unrouteable address`,
        `${EXIM} == four@example.com R=dnslookup T=remote_smtp defer (-53): something nobody knows`,
      ),
      [
        "route-missing permanent three@example.com",
        "host-unreachable transient one@example.com",
        "250 2.0.0 message-accepted success two@example.com",
      ],
    );
  });
});

describe("Postfix", () => {
  for (const [record, expected] of cases.postfix) {
    test(`says by its status: ${record}`, () => {
      assert.deepEqual(told(`${POSTFIX}, ${record}`), [`${expected} kim@example.com`]);
    });
  }
});

describe("qmail", () => {
  test("that gave up says so of a mail that no server answered", () => {
    assert.deepEqual(
      told(
        "Hi. This is the qmail-send program at example.org.",
        "I'm afraid I wasn't able to deliver your message to the following addresses.",
        "",
        "<kim@example.com>:",
        "Sorry, I wasn't able to establish an SMTP connection. (#4.4.1)",
        "I'm not going to try again; this message has been in the queue too long.",
      ),
      ["4.4.1 expired transient returned kim@example.com"],
    );
  });

  test("keeps what a server answered last, though the mail is back", () => {
    assert.deepEqual(
      told(
        "Hi. This is the qmail-send program at example.org.",
        "",
        "<kim@example.com>:",
        "192.0.2.1 does not like recipient.",
        "Remote host said: 452 4.2.2 Over quota",
        "Giving up on 192.0.2.1.",
        "I'm not going to try again; this message has been in the queue too long.",
        "",
        "<lee@example.com>:",
        "192.0.2.1 does not like recipient.",
        "Remote host said: 550 5.1.1 User unknown",
      ),
      [
        "452 4.2.2 mailbox-full transient returned kim@example.com",
        "550 5.1.1 user-unknown permanent lee@example.com",
      ],
    );
  });
});

test("other servers have words of their own", () => {
  for (const [text, digit] of [
    [
      "Oct 2 09:12:44 mx sm-mta[9]: x9: to=<kim@example.com>, stat=Deferred: Connection refused by mx.example.com.",
      "4",
    ],
    ['smtp-out: session failed, result="TempFail" stat="Connection closed unexpectedly"', "4"],
    [
      'mta delivery evpid=1 from=<a@example.org> to=<kim@example.com> result="PermFail" stat="Relay denied"',
      "5",
    ],
    ["delivery 7: deferral: Connected_to_192.0.2.1_but_connection_died._(#4.4.2)/", "4"],
    ["delivery 7: failure: Sorry,_no_mailbox_here_by_that_name._(#5.1.1)/", "5"],
    ["Final-Recipient: rfc822; kim@example.com\nAction: delayed\nStatus: 4.4.1", "4"],
    ["C: if (a == b@c) return", null],
    ["the status is deferred", null],
  ]) {
    assert.equal(dispositionOf(text ?? "")?.digit ?? null, digit, text ?? "");
  }
});
