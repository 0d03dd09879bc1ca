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
