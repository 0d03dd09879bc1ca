/** What people ask, and who is said to have answered, as the site itself reads it. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";

const site = made("en");

const read = (/** @type {string[]} */ ...lines) => recognise(lines.join("\n"), site);

/** @param {string} text */
const codes = (text) => read(text).findings.map(({ code }) => code);

/** @param {string[]} lines */
const sayer = (...lines) => read(...lines).findings[0]?.provider ?? null;

describe("a question", () => {
  const compared = (/** @type {string} */ text) =>
    read(text).pairs.map(({ catalogue, a, b }) => `${catalogue} ${a} ${b}`);

  test("may compare two full replies, by what differs", () => {
    assert.deepEqual(compared("550 5.1.1 vs 550 5.7.1"), ["smtp-enhanced 5.1.1 5.7.1"]);
    assert.deepEqual(compared("550-5.7.26 vs 550-5.7.1"), ["smtp-enhanced 5.7.1 5.7.26"]);
    assert.deepEqual(compared("535 5.7.8 and 535 5.7.9"), ["smtp-enhanced 5.7.8 5.7.9"]);
    assert.deepEqual(compared("550 5.1.1과 554 5.7.1 차이"), ["smtp-enhanced 5.1.1 5.7.1", "smtp 550 554"]);
    assert.deepEqual(compared("450 4.2.0 vs 451 4.2.0"), ["smtp 450 451"]);
  });

  test("does not compare what follows one another, nor what is said of it", () => {
    assert.deepEqual(compared("550 5.1.1 550 5.7.1"), []);
    assert.deepEqual(compared("550 5.1.1 User unknown and 550 5.7.1 Relay denied"), []);
    assert.deepEqual(compared("550 5.1.1 vs 550 5.1.1"), []);
  });

  test("names the program or device that shows the code", () => {
    for (const text of [
      "wordpress 550",
      "복합기 스캔 550",
      "프린터 550",
      "hiworks 메일 550",
      "Laravel 550",
    ]) {
      assert.deepEqual(codes(text), ["550"], text);
    }
    assert.deepEqual(codes("boeing 550"), []);
  });

  test("by the address of a page that is not there is about the code that is", () => {
    assert.deepEqual(codes("/smtp/550-vs-599/"), ["550"]);
    assert.deepEqual(codes("/smtp/599-vs-550/"), ["550"]);
    assert.deepEqual(codes("/smtp/598-vs-599/"), []);
  });

  test("about time that is over counts no hours", () => {
    assert.equal(codes("421 시간이 초과되었습니다")[0], "421");
    assert.deepEqual(codes("421 시간이 걸렸습니다"), []);
  });
});

describe("who says it", () => {
  const LOG = "Nov 26 10:00:01 mx postfix/smtpd[4711]: NOQUEUE: reject: RCPT from";
  const CLIENT = "mail-ej1-f44.google.com[192.0.2.44]";

  test("is the server in whose own log it stands, not the client", () => {
    const ends = "from=<x@example.org> to=<kim@example.net> proto=ESMTP helo=<mail-ej1-f44.google.com>";
    assert.equal(sayer(`${LOG} ${CLIENT}: 450 4.2.0 <kim@example.net>: Held for now; ${ends}`), "postfix");
    assert.equal(
      sayer(
        "2026-11-20 03:11:09 login authenticator failed for (pc) [192.0.2.66]: 535 Incorrect authentication data",
      ),
      "exim",
    );
    assert.equal(
      sayer(
        "2026-11-20 03:11:09 H=mail.google.com [192.0.2.44] F=<a@example.org> rejected RCPT <kim@example.net>: No",
      ),
      "exim",
    );
  });

  test("is Sendmail in its record of a rule, which calls the client a relay", () => {
    const record = "Nov 26 10:00:01 mx sm-mta[123]: 1AQ1: ruleset=check_rcpt, arg1=<kim@example.net>,";
    const reply = "reject=550 5.7.1 <kim@example.net>... Not today";
    assert.equal(sayer(`${record} relay=mail-ej1-f44.google.com [192.0.2.44], ${reply}`), "sendmail");
  });

  test("is the other server where the log tells what that said", () => {
    assert.equal(
      sayer(
        "Nov 26 10:00:01 mx postfix/smtp[4711]: 3C1D22A: to=<kim@example.net>, relay=mx1.naver.com[192.0.2.7]:25, " +
          "dsn=5.1.1, status=bounced (host mx1.naver.com[192.0.2.7] said: 550 5.1.1 No mailbox)",
      ),
      "naver",
    );
  });

  test("is told by a sign that goes on with digits, not with letters", () => {
    assert.equal(sayer("421 Too many connections, slow down. OFR005_104 [104]"), "orange-fr");
    assert.equal(sayer("421 Too many connections, see naver.community"), null);
  });

  test("is told by a sentence that lost its full stop", () => {
    assert.equal(sayer("550 5.7.708 Access denied, traffic not accepted from this IP"), "microsoft-365");
  });

  test("explains the cause that a reply quotes", () => {
    const [{ situation, code, enhanced }] = read(
      "550 5.7.57 Client not authenticated to send mail. Error: 535 5.7.139 Authentication unsuccessful, " +
        "SmtpClientAuthentication is disabled for the Tenant.",
    ).findings;
    assert.deepEqual([code, enhanced, situation], ["550", "5.7.57", "login-disabled"]);
  });

  test("is nobody for a sentence that several servers say", () => {
    for (const text of [
      "451 #4.1.8 Domain of sender address lee@example.com does not resolve",
      "553 #5.1.8 Domain of sender address lee@example.com does not exist",
      "smtp; 417 Temporary delivery error",
    ]) {
      assert.equal(sayer(text), null, text);
    }
  });
});
