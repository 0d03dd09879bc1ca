/** The fields of delivery status notifications. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { besideObjects, reportGroups } from "../../../templates/theme/js/recognise/reports.js";

/**
 * The groups of a report, each without the fields that it lacks.
 * @param {string[]} lines
 */
const groups = (...lines) =>
  reportGroups(lines.join("\n")).map((group) =>
    Object.fromEntries(Object.entries(group).filter(([, value]) => value !== undefined)),
  );

describe("the groups of a report", () => {
  test("every field of a recipient is read, whatever its case and spaces", () => {
    const found = groups(
      "Reporting-MTA: dns; mail.example.org",
      "",
      "final-recipient: rfc822; user@example.com  ",
      "Action: failed",
      "Status: 5.1.1",
      "Remote-MTA: dns; mx.example.com",
      "DIAGNOSTIC-CODE: smtp; 550 5.1.1 User unknown",
    );
    assert.deepEqual(found, [
      {
        recipient: "rfc822; user@example.com",
        status: "5.1.1",
        diagnostic: "smtp; 550 5.1.1 User unknown",
        host: "dns; mx.example.com",
        action: "failed",
      },
    ]);
  });

  test("a recipient that stands below its status belongs to it", () => {
    const found = groups(
      ...["Action: failed", "Status: 5.0.0 (Remote SMTP server has rejected address)"],
      ...["Original-recipient: rfc822;kim@example.org", "Final-recipient: rfc822;kim@example.org"],
      ...["Diagnostic-code: smtp; 550 5.7.1 550 User Unknown", "", "Action: failed", "Status: 5.2.2"],
      ...["Original-recipient: rfc822;lee@example.org", "Final-recipient: rfc822;lee@example.org"],
    );
    assert.deepEqual(
      found.map(({ recipient, status, diagnostic }) => [recipient, String(status).slice(0, 5), diagnostic]),
      [
        ["rfc822;kim@example.org", "5.0.0", "smtp; 550 5.7.1 550 User Unknown"],
        ["rfc822;lee@example.org", "5.2.2", undefined],
      ],
    );
  });

  test("the recipient is who it was finally sent to, else who it was addressed to, else who it was meant for", () => {
    const [last, first, actual] = [
      "Final-Recipient: rfc822; final@example.com",
      "Original-Recipient: rfc822; original@example.com",
      "X-Actual-Recipient: rfc822; actual@example.com",
    ];
    const end = ["Action: failed", "Status: 5.0.0"];
    for (const [lines, recipient] of /** @type {[string[], string][]} */ ([
      [[first, last, actual], "rfc822; final@example.com"],
      [[actual, first], "rfc822; original@example.com"],
      [[actual], "rfc822; actual@example.com"],
    ])) {
      assert.deepEqual(groups(...lines, ...end), [{ recipient, action: "failed", status: "5.0.0" }]);
    }
  });

  test("a new recipient begins a new group, with or without an empty line", () => {
    for (const gap of [[], [""], ["  "], ["", ""]]) {
      const found = groups(
        "Final-Recipient: rfc822; one@example.com",
        "Status: 5.1.1",
        ...gap,
        "Final-Recipient: rfc822; two@example.com",
        "Status: 4.2.2",
      );
      assert.deepEqual(found, [
        { recipient: "rfc822; one@example.com", status: "5.1.1" },
        { recipient: "rfc822; two@example.com", status: "4.2.2" },
      ]);
    }
  });

  test("the original recipient may stand above the final one, in each group", () => {
    const found = groups(
      "Original-Recipient: rfc822; alias-one@example.com",
      "Final-Recipient: rfc822; one@example.com",
      "Status: 5.1.1",
      "Original-Recipient: rfc822; alias-two@example.com",
      "Final-Recipient: rfc822; two@example.com",
      "Status: 5.2.2",
    );
    assert.deepEqual(found, [
      { recipient: "rfc822; one@example.com", status: "5.1.1" },
      { recipient: "rfc822; two@example.com", status: "5.2.2" },
    ]);
  });

  test("lines set apart by pasting stay one group", () => {
    const found = groups(
      "Final-Recipient: rfc822; user@example.com",
      "",
      "Action: failed",
      "",
      "Status: 5.1.1",
      "",
      "Diagnostic-Code: smtp; 550 User unknown",
    );
    assert.deepEqual(found, [
      {
        recipient: "rfc822; user@example.com",
        action: "failed",
        status: "5.1.1",
        diagnostic: "smtp; 550 User unknown",
      },
    ]);
  });

  test("lines set apart belong to the recipient above them", () => {
    const found = groups(
      "Final-Recipient: rfc822; one@example.com",
      "Status: 5.1.1",
      "",
      "Final-Recipient: rfc822; two@example.com",
      "Status: 5.2.2",
      "",
      "Diagnostic-Code: smtp; 552 Mailbox full",
    );
    assert.deepEqual(found, [
      { recipient: "rfc822; one@example.com", status: "5.1.1" },
      { recipient: "rfc822; two@example.com", status: "5.2.2", diagnostic: "smtp; 552 Mailbox full" },
    ]);
  });

  test("recipients may be named by different fields", () => {
    const found = groups(
      "Final-Recipient: rfc822; one@example.com",
      "Diagnostic-Code: smtp; 550 User unknown",
      "",
      "Original-Recipient: rfc822; two@example.com",
      "Status: 5.2.2",
    );
    assert.deepEqual(found, [
      { recipient: "rfc822; one@example.com", diagnostic: "smtp; 550 User unknown" },
      { recipient: "rfc822; two@example.com", status: "5.2.2" },
    ]);
  });

  test("what has no recipient is a group of its own where the one above has said all of it", () => {
    const found = groups(
      "Original-Recipient: rfc822; user@example.com",
      "Status: 5.1.1",
      "Status: 4.2.2",
      "Diagnostic-Code: smtp; 452 Mailbox full",
    );
    assert.deepEqual(found, [
      { recipient: "rfc822; user@example.com", status: "5.1.1" },
      { status: "4.2.2", diagnostic: "smtp; 452 Mailbox full" },
    ]);
  });

  test("who is named without a result is no group", () => {
    assert.deepEqual(groups("Final-Recipient: rfc822; user@example.com", "Action: failed"), []);
    assert.deepEqual(groups("Diagnostic-Code: smtp; 550 User unknown"), [
      { diagnostic: "smtp; 550 User unknown" },
    ]);
  });

  test("a report without its recipient is told by its action and status", () => {
    assert.equal(groups("Action: failed", "Status: 5.1.1").length, 1);
    assert.equal(groups("action : delayed", "status : 4.4.7").length, 1);
    assert.equal(groups("Action: failed", "Status: open").length, 0);
    assert.equal(groups("Action: required", "Status: 5.1.1").length, 0);
    assert.equal(groups("Status: 5.1.1").length, 0);
  });

  test("a folded field goes on until something else begins", () => {
    const folded = [
      "Final-Recipient: rfc822; user@example.com",
      "Diagnostic-Code: smtp; 550 User",
      "    unknown",
    ];
    const diagnostic = "smtp; 550 User\nunknown";
    for (const after of [
      "",
      "   ",
      "--boundary.of.parts",
      "X-Postfix-Queue-ID: 4F2A91C0E5",
      "Action: failed",
    ]) {
      const found = groups(...folded, after, "a line that belongs to nothing").map(
        (group) => group.diagnostic,
      );
      assert.deepEqual(found, [diagnostic], JSON.stringify(after));
    }
  });

  test("a line below a field that means nothing here belongs to nothing", () => {
    const [group] = groups(
      "Final-Recipient: rfc822; user@example.com",
      "Status: 5.1.1",
      "X-Display-Name: Minsu",
      "    Kim",
      "Last-Attempt-Date: today",
    );
    assert.deepEqual(group, { recipient: "rfc822; user@example.com", status: "5.1.1" });
  });
});

test("what stands beside objects of JSON keeps its place, and nothing is left where there is none", () => {
  assert.equal(besideObjects('ab {"c": {"d": 1}, "e": 2} f {} g'), `ab ${" ".repeat(23)} f    g`);
  assert.equal(besideObjects('{"c": 1}'), " ".repeat(8));
  assert.equal(besideObjects('{ab} c {"d": 1'), "     c  ");
  assert.equal(besideObjects("a } b {c} d"), "a   b     d");
  assert.equal(besideObjects("550 no object"), "");
});
