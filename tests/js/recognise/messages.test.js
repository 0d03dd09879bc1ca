/** Everything that is not a short question: replies, logs, sessions, bounces. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { NOTHING } from "../../../templates/theme/js/recognise/findings.js";
import { asMessage } from "../../../templates/theme/js/recognise/messages.js";
import { lookup } from "../../../templates/theme/js/recognise/tables.js";
import { sample } from "../support/data.js";

const known = lookup({
  ...sample,
  situations: [{ id: "full", said: ["over its daily quota"], outcomes: { transient: {}, permanent: {} } }],
});

/** @param {string[]} lines */
const read = (...lines) => asMessage(known, lines.join("\n"));

/**
 * The kind of a text, and each of its codes with the first name of whom it is about.
 * @param {string[]} lines
 */
function told(...lines) {
  const { kind, findings } = read(...lines);
  const short = findings.map(({ code, enhanced, recipient }) =>
    [code, enhanced, recipient?.split("@")[0]].filter((value) => value).join(" "),
  );
  return [kind, ...short];
}

describe("a notice without codes", () => {
  const notice = "The mailbox is over its daily quota.";

  test("tells what happened in its words, and of the first address in it", () => {
    const recipient = (/** @type {string[]} */ ...lines) => {
      const { findings, kind } = read(...lines);
      assert.deepEqual([kind, findings.length, findings[0].situation], ["bounce", 1, "full"]);
      return findings[0].recipient;
    };
    const failed = "Your mail could not be delivered";
    assert.equal(recipient(`${failed} to kim@example.com.`, notice, "lee@example.com"), "kim@example.com");
    assert.equal(recipient("kim@example.com is unknown.", failed, notice), "kim@example.com");
    assert.equal(recipient(`${failed}.`, notice), null);
    assert.equal(
      recipient(`${failed}, says postmaster@example.com`, notice),
      null,
      "a mail system is nobody",
    );
    assert.equal(recipient(`${failed}.`, notice, " ".repeat(6000), "kim@example.com"), null, "too far down");
  });

  test("is read for its words where its numbers are no codes", () => {
    assert.deepEqual(told("Your mail could not be delivered at 10:00:00.", notice), ["bounce", ""]);
  });

  test("is nothing where its words are anybody's", () => {
    assert.equal(read("Your mail could not be delivered to kim@example.com.", "So sorry."), NOTHING);
    assert.equal(read("It was 10 o'clock.", "So sorry."), NOTHING);
    assert.equal(read("hello"), NOTHING);
  });
});

test("it is said whose text it is", () => {
  assert.equal(read("550 5.1.1 <kim@example.com>: User unknown").role, undefined);
  const log = "Nov 25 10:00:01 mx postfix/smtp[1]: to=<kim@example.com>, dsn=5.1.1, status=bounced";
  assert.equal(read(`${log} (host mx.example.com said: 550 5.1.1 unknown)`).role, "sending-admin");
  assert.equal(read("Your mail could not be delivered.", "550 5.1.1 unknown").role, "sender");
});

describe("a reply", () => {
  test("below an address alone on its line is a bounce", () => {
    assert.deepEqual(told("kim@example.com", "550 5.1.1 User unknown"), ["bounce", "550 5.1.1 kim"]);
    assert.deepEqual(told("kim@example.com", "550 5.1.1 User unknown", "lee@example.com", "552 5.2.2 Full"), [
      "bounce",
      "550 5.1.1 kim",
      "552 5.2.2 lee",
    ]);
    assert.deepEqual(told("550 5.1.1 User unknown", "kim@example.com", "552 5.2.2 Full")[0], "bounce");
    assert.deepEqual(told("550 5.1.1 User unknown", "kim@example.com"), ["reply", "550 5.1.1"]);
  });

  test("that only somebody speaks of is a code", () => {
    const code = (/** @type {string} */ text) => {
      const { kind, findings } = asMessage(known, text);
      return [kind, ...findings.map((one) => one.text)];
    };
    assert.deepEqual(code("we keep seeing error 550 since yesterday"), ["code", "550"]);
    assert.deepEqual(code("\nwe keep seeing error 550 since yesterday\n"), ["code", "550"]);
    assert.deepEqual(code("we keep seeing error 550: mailbox unavailable")[0], "reply");
    assert.deepEqual(code("we keep seeing error 550 5.7.1 since yesterday")[0], "reply");
  });
});

describe("a report", () => {
  const fields = ["Final-Recipient: rfc822; kim@example.com", "Action: failed", "Status: 4.4.7"];

  test("says that the mail is back, even by a code that is tried again", () => {
    const back = (/** @type {string} */ action) =>
      read(fields[0], `Action: ${action}`, "Status: 4.4.7").findings.map(({ returned }) => returned);
    assert.deepEqual(back("failed"), [true]);
    assert.deepEqual(back(" Failed (expired)"), [true]);
    assert.deepEqual(back("delayed"), [false]);
    assert.deepEqual(read(fields[0], "Status: 4.4.7").findings[0].returned, false);
  });

  test("says nothing by a status that is none", () => {
    const none = [fields[0], "Action: failed", "Status: unknown", ""];
    assert.deepEqual(told(...none, "<kim@example.com>: said: 550 5.1.1 no such user"), [
      ...["reply", "550 5.1.1 kim"],
    ]);
    const other = ["Final-Recipient: rfc822; lee@example.com", "Action: failed", "Status: 5.1.1"];
    assert.deepEqual(told(...none, ...other), ["bounce", "5.1.1 lee"]);
  });

  test("is read, and not what a service would say of the same mail", () => {
    const event =
      '{"event": "bounce", "email": "lee@example.com", "status": "5.1.1", "reason": "550 5.1.1 no"}';
    assert.deepEqual(told(...fields, "", event), ["bounce", "4.4.7 kim"]);
  });
});

describe("an event of a mail service", () => {
  const event = (/** @type {object} */ fields) => JSON.stringify({ event: "bounce", ...fields });
  const kim = { email: "kim@example.com", code: 550, status: "5.1.1" };

  test("says everything in its fields, and nothing of what stands beside it", () => {
    const other = "<lee@example.com>: host mx.example.com said: 452 4.2.2 over quota";
    assert.deepEqual(told(event(kim), other), ["bounce", "550 5.1.1 kim", "452 4.2.2 lee"]);
    assert.deepEqual(told(other, event(kim)), ["bounce", "550 5.1.1 kim", "452 4.2.2 lee"]);
    const log = event({
      ...kim,
      log: { said: "<lee@example.com>: host mx.example.com said: 452 4.2.2 full" },
    });
    assert.deepEqual(told(log), ["bounce", "550 5.1.1 kim"]);
    assert.deepEqual(told(log.slice(0, -2)), ["bounce", "550 5.1.1 kim"]);
  });

  test("without a code is completed by what stands beside it", () => {
    const lee = { email: "lee@example.com", status: "5.2.2" };
    const note = "<lee@example.com>: host mx.example.com said: 552 5.2.2 over quota";
    assert.deepEqual(told(event(lee), note), ["bounce", "552 5.2.2 lee"]);
    assert.deepEqual(told(event(kim), event(lee), note), ["bounce", "550 5.1.1 kim", "552 5.2.2 lee"]);
  });
});
