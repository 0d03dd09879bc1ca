/** Notices that a mail is late: nothing was refused for good, whatever code stands in them. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";

const site = made("en");

/** @param {string} text */
const all = (text) =>
  recognise(text, site).findings.map(({ code, enhanced, situation, outcome, returned }) =>
    [code, enhanced, situation, outcome, returned && "returned"].filter(Boolean).join(" "),
  );

/**
 * @param {string} action
 * @param {string} diagnostic
 * @param {string} [who]
 */
const report = (action, diagnostic, who = "kim") =>
  `Final-Recipient: rfc822; ${who}@example.com\nAction: ${action}\nStatus: 4.4.7\nRemote-MTA: dns; mx.example.com\n` +
  `${diagnostic && `Diagnostic-Code: smtp; ${diagnostic}\n`}Will-Retry-Until: Sat, 11 Jan 2020 10:00:01 +0100\n`;

test("a refusal inside a notice of delay is not final", () => {
  assert.deepEqual(all(report("delayed", "550 5.1.1 User unknown")), ["550 5.1.1 user-unknown transient"]);
  assert.deepEqual(all(report("delayed", "552 5.3.4 Message size exceeds fixed limit")), [
    "552 5.3.4 message-too-big transient",
  ]);
  assert.deepEqual(all(report("failed", "550 5.1.1 User unknown")), ["550 5.1.1 user-unknown permanent"]);
});

test("each recipient of a report has its own fate", () => {
  const both = `${report("failed", "550 5.1.1 User unknown")}\n${report("delayed", "550 5.1.1 No such user", "lee")}`;
  assert.deepEqual(all(both), ["550 5.1.1 user-unknown permanent", "550 5.1.1 user-unknown transient"]);
});

test("a notice that says so in words is one as well", () => {
  const warning =
    "THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE.\n\nYour message could not be delivered for " +
    "more than 4 hour(s).\nIt will be retried until it is 5 day(s) old.\n\n" +
    "<kim@example.com>: host mx.example.com[192.0.2.1] said: 550 5.7.1 Relay access denied";
  assert.deepEqual(all(warning), ["550 5.7.1 server-takes-no-mail transient"]);
});

test("what has not been given up has not expired", () => {
  assert.deepEqual(all(report("delayed", "")), ["4.4.7 delivery-delayed transient"]);
  assert.deepEqual(all("Your message is delayed: 400 4.4.7 Message delayed"), [
    "400 4.4.7 delivery-delayed transient",
  ]);
});

test("the answer that keeps a mail back comes before the news that it is late", () => {
  const notice =
    "Delivery is delayed to these recipients or groups:\n\nkim@example.com\n\nThe server will keep trying.\n\n" +
    "Diagnostic information for administrators:\n\nServer at mx.example.com returned '400 4.4.7 Message delayed'\n" +
    "1/6/2020 10:00:01 AM - Server at mx.example.com (192.0.2.1) returned '550 5.7.1 Unable to relay'";
  assert.deepEqual(all(notice), [
    "550 5.7.1 relay-refused transient",
    "400 4.4.7 delivery-delayed transient",
  ]);
});

test("a final notice that quotes a warning is final", () => {
  const text =
    "Undelivered Mail Returned to Sender\n\n<kim@example.com>: host mx.example.com[192.0.2.1] said: 550 5.1.1 User " +
    "unknown\n\nThis was delayed before: THIS IS A WARNING ONLY";
  assert.deepEqual(all(text), ["550 5.1.1 user-unknown permanent"]);
});

test("what waits with a code that says nothing more is late", () => {
  assert.deepEqual(all(report("delayed", "554 5.0.0 Nothing known")), [
    "554 5.0.0 delivery-delayed transient",
  ]);
});

test("other texts are left as they are", () => {
  assert.deepEqual(all("554 5.0.0 Nothing known"), ["554 5.0.0 permanent"]);
});

test("a notice of delay without any answer says that the mail is late", () => {
  const told = all(report("delayed", "").replace("4.4.7", "4.4.0"));
  assert.deepEqual(told, ["4.4.0 delivery-delayed transient"]);
});
