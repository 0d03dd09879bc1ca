/** What notices of mail servers say besides their frame. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";

const site = made("en");

/** @param {string[]} lines */
const told = (...lines) =>
  recognise(lines.join("\n"), site).findings.map(({ code, enhanced, situation, recipient }) =>
    [code, enhanced, situation, recipient].filter(Boolean).join(" "),
  );

describe("a notice that says in its own words what happened", () => {
  const frame = "Delivery to the following recipient failed permanently:";

  test("says more by them than by its frame", () => {
    const full = ["Technical details of permanent failure:", "Storage quota exceeded"];
    assert.deepEqual(told(frame, "", "     kim@example.com", "", ...full), ["mailbox-full kim@example.com"]);
    assert.deepEqual(told(frame, "", "     kim@example.com"), ["reason-not-quoted kim@example.com"]);
  });

  test("and by how its queue ended", () => {
    const exim =
      "A message that you sent could not be delivered to one or more of its recipients. This is a permanent";
    const failed = "error. The following address(es) failed:";
    const ended = ["  kim@example.com", "    retry timeout exceeded"];
    assert.deepEqual(told(exim, failed, "", ...ended), ["expired kim@example.com"]);
  });

  test("and by a detail that names no reason, for that is other or undefined", () => {
    const report = ["Final-Recipient: rfc822; kim@example.com", "Action: failed", "Status: 4.3.0"];
    const quota = "Diagnostic-Code: x-unix; Quota exceeded message delivery failed to /var/mail/kim/INBOX";
    assert.deepEqual(told(...report, quota), ["4.3.0 mailbox-full kim@example.com"]);
  });

  test("but not by the mail that it gives back", () => {
    const back = [
      "Original mail as follows:",
      "",
      "   Received: from mx.example.net (mx.example.net [192.0.2.1])",
    ];
    assert.deepEqual(
      told("Your message was given back.", "", ...back, "   \t(No client certificate requested)"),
      [],
    );
  });
});

test("of several recipients each has its own answer, in the order of the notice", () => {
  const lines = [
    "<kim@example.com>: host mx.example.com[192.0.2.1] said: 450 4.7.1 Client host",
    "    rejected: cannot find your reverse hostname, [203.0.113.7] (in reply to RCPT TO command)",
    "",
    "<lee@example.org>: host mx.example.org[192.0.2.2] refused to talk to me: 421",
    "    Refused. Your reverse DNS entry does not resolve.",
    "",
    "<park@example.net>: host mx.example.net[192.0.2.3] said: 550 5.1.1 User unknown",
  ];
  assert.deepEqual(told(...lines), [
    "450 4.7.1 reverse-dns kim@example.com",
    "421 reverse-dns lee@example.org",
    "550 5.1.1 user-unknown park@example.net",
  ]);
  assert.equal(recognise(lines.join("\n"), site).kind, "bounce");
});

test("what no code stands in is no code", () => {
  assert.equal(
    recognise("connect to mx.example.com[192.0.2.1]:25: Connection timed out", site).kind,
    "reply",
  );
});
