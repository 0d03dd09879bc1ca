/** What delivery status notifications say. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { viewOf } from "../../../templates/theme/js/recognise/places.js";
import { completed, grouped } from "../../../templates/theme/js/recognise/reports.js";
import { lookup } from "../../../templates/theme/js/recognise/tables.js";
import { sample } from "../support/data.js";

/** @import { Hit } from "../../../templates/theme/js/recognise/scan.js" */
/** @import { Group } from "../../../templates/theme/js/recognise/reports.js" */

const view = viewOf("", lookup(sample));

/**
 * What is read from fields, by name.
 * @param {Group} fields
 */
const read = (fields) => {
  const hit = grouped(view, fields);
  return hit && { code: hit.code, enhanced: hit.enhanced, raw: hit.raw };
};

describe("what one group says", () => {
  test("the diagnostic's numbers win over the status", () => {
    for (const [diagnostic, status, code, enhanced, raw] of [
      ["smtp; 550 5.1.1 User unknown", "5.0.0", "550", "5.1.1", "550 5.1.1 User unknown"],
      ["smtp; 550 User unknown", "5.0.0", "550", "5.0.0", "550 User unknown"],
      ["550 User unknown", "5.1.1", "550", "5.1.1", "550 User unknown"],
      ["<571 Rule 14>", "5.7.0", "571", "5.7.0", undefined],
      ["x-unix; 5.7.99 go away", "5.0.0", null, "5.7.99", "5.7.99 go away"],
      ["smtp;554", "5.4.0", "554", "5.4.0", "554"],
      ["x-unix; #5.1.1 User unknown", "5.0.0", null, "5.1.1", "#5.1.1 User unknown"],
      ["smtp; 5.1.0 - Unknown address error 550-'User unknown'", "5.0.0", "550", "5.1.0", undefined],
      ["X-Notes; Server error 5.7.1 denied", "5.0.0", null, "5.7.1", "Server error 5.7.1 denied"],
      ["x-local; mailbox is   full\n  for good", "5.2.2", null, "5.2.2", "mailbox is full for good"],
    ]) {
      const found = read({ diagnostic: diagnostic ?? "", status: status ?? "" });
      assert.deepEqual([found?.code, found?.enhanced], [code, enhanced], diagnostic ?? "");
      if (raw) assert.equal(found?.raw, raw);
    }
  });

  test("a folded diagnostic is one reply", () => {
    assert.deepEqual(
      read({ diagnostic: "smtp; 550-5.7.1 Blocked by\n   550 5.7.1 policy", status: "5.7.1" }),
      {
        code: "550",
        enhanced: "5.7.1",
        raw: "550 5.7.1 Blocked by policy",
      },
    );
  });

  test("the status alone is enough, and so is a code alone; nothing is no reply", () => {
    assert.deepEqual(read({ status: " 4.2.2 (mailbox full)" }), {
      code: null,
      enhanced: "4.2.2",
      raw: "4.2.2",
    });
    assert.deepEqual(read({ code: "550" }), { code: "550", enhanced: null, raw: "550" });
    assert.deepEqual(read({ code: "550", status: "5.1.1" }), {
      code: "550",
      enhanced: "5.1.1",
      raw: "550 5.1.1",
    });
    assert.equal(read({ recipient: "user@example.com" }), null);
    assert.equal(read({ diagnostic: "x-local; something went wrong" }), null);
    assert.equal(read({ diagnostic: "x-local; something went wrong", status: "unknown" }), null);
  });

  test("who and where are told without the names of their kinds", () => {
    for (const [recipient, expected] of [
      ["rfc822; user@example.com", "user@example.com"],
      ["RFC822;<User@example.com> ", "User@example.com"],
      ["rfc822; user@example.com\nand a folded line", "user@example.com"],
      ["rfc822; user@example.com \nand a folded line", "user@example.com"],
      ["rfc822; MAILER-DAEMON@example.com", null],
      ["unknown", null],
    ]) {
      assert.equal(grouped(view, { recipient: recipient ?? "", status: "5.1.1" })?.recipient, expected);
    }
    assert.equal(grouped(view, { status: "5.1.1" })?.recipient, null);
    for (const [host, expected] of [
      ["dns; mx.example.com", "mx.example.com"],
      ["dns;mx.example.com (192.0.2.1)", "mx.example.com"],
      ["mx.example.com(192.0.2.1)", "mx.example.com"],
      ["", null],
    ]) {
      assert.equal(grouped(view, { host: host ?? "", status: "5.1.1" })?.host, expected);
    }
  });

  test("a report may say that the mail went on", () => {
    for (const action of ["delivered", "Relayed (to non-DSN-aware mailer)", " expanded"]) {
      assert.equal(grouped(view, { action, status: "2.0.0" })?.passed, true, action);
    }
    for (const action of ["failed", "delayed", "undelivered"]) {
      assert.equal(grouped(view, { action, status: "5.0.0" })?.passed, false, action);
    }
    assert.equal(grouped(view, { status: "5.0.0" })?.passed, false);
  });
});

describe("what the human part adds", () => {
  /**
   * @param {string | null} code
   * @param {string | null} enhanced
   * @param {string | null} recipient
   * @param {string | null} host
   * @returns {Hit}
   */
  const hit = (code, enhanced, recipient = null, host = null) => ({
    ...{ at: 0, end: 0, code, enhanced, recipient, host },
    raw: `${code} ${enhanced} said`,
  });
  /**
   * @param {Hit[]} reported
   * @param {Hit[]} human
   */
  const codes = (reported, human) =>
    completed(reported, human).map(({ code, enhanced, recipient }) => `${code} ${enhanced} ${recipient}`);

  test("a reply fills in the code that the report of its recipient lacks", () => {
    const reported = () => [hit(null, "5.1.1", "one@example.com"), hit(null, "5.1.1", "Two@example.com")];
    assert.deepEqual(codes(reported(), [hit("550", "5.1.1", "two@EXAMPLE.com")]), [
      "null 5.1.1 one@example.com",
      "550 5.1.1 Two@example.com",
    ]);
    assert.deepEqual(codes(reported(), [hit("550", "5.1.1"), hit("553", "5.1.1")]), [
      "550 5.1.1 one@example.com",
      "553 5.1.1 Two@example.com",
    ]);
  });

  test("a status that says nothing gives way to the reply's; another does not", () => {
    assert.deepEqual(codes([hit(null, "5.0.0")], [hit("550", "5.1.1")]), ["550 5.1.1 null"]);
    assert.deepEqual(codes([hit(null, "5.2.2")], [hit("550", "5.1.1")]), ["null 5.2.2 null"]);
    assert.deepEqual(codes([hit(null, "5.0.0")], [hit("550", null)]), ["null 5.0.0 null"]);
    assert.deepEqual(codes([hit("554", "5.0.0")], [hit("550", "5.1.1")]), ["554 5.0.0 null"]);
    assert.deepEqual(codes([hit(null, "5.0.0")], [hit(null, "5.1.1")]), ["null 5.0.0 null"]);
  });

  test("the report's own host stays, else it is the one that the reply came from", () => {
    const host = (/** @type {string | null} */ own) =>
      completed([hit(null, "5.1.1", null, own)], [hit("550", "5.1.1", null, "human.example")])[0].host;
    assert.equal(host("reported.example"), "reported.example");
    assert.equal(host(null), "human.example");
  });

  test("a reply about somebody whom the report leaves out is told too", () => {
    const reported = [hit("550", "5.1.1", "One@example.com")];
    assert.deepEqual(codes(reported, [hit("452", null, "two@example.com")]), [
      "550 5.1.1 One@example.com",
      "452 null two@example.com",
    ]);
    assert.deepEqual(
      codes(reported, [
        hit("452", null, "one@example.com"),
        hit("452", null),
        hit(null, "4.2.2", "two@example.com"),
      ]),
      ["550 5.1.1 One@example.com"],
    );
  });
});
