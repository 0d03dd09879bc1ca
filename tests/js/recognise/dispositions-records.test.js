/** Records of a log that tell of a mail without any code: which of them, where, and for what reason. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { bareRecords } from "../../../templates/theme/js/recognise/dispositions.js";

const ACCEPTED =
  "Oct  2 09:12:43 mx postfix/qmgr[811]: 2B7F53F87B: from=<lee@example.org>, size=1042, nrcpt=1 (queue active)";
const REASON = "connect to mx.example.com[192.0.2.1]:25: Connection timed out";
const DEFERRED =
  "Oct  2 09:12:44 mx postfix/smtp[2130]: 2B7F53F87B: to=<kim@example.com>, relay=none, " +
  `delay=10, status=deferred (${REASON})`;

/** @param {number[]} places where replies with a code begin */
const replies = (...places) =>
  places.map((at) => ({ at, end: at + 3, code: "450", enhanced: null, raw: "450 no" }));

/**
 * @param {string[]} lines
 * @param {number[]} [places]
 */
const reasons = (lines, places = []) =>
  bareRecords(lines.join("\n"), replies(...places)).map(({ raw }) => raw);

describe("a record of a log without a code", () => {
  test("gives its reason alone, and stands where its line ends", () => {
    assert.deepEqual(bareRecords(DEFERRED, []), [
      {
        ...{ at: DEFERRED.length - 1, end: DEFERRED.length, code: null, enhanced: null, raw: REASON },
        became: { digit: "4", gaveUp: false, said: "status=deferred" },
        record: DEFERRED,
      },
    ]);
    const before = ACCEPTED.length + 1;
    const [second] = bareRecords(`${ACCEPTED}\n${DEFERRED}`, []);
    assert.deepEqual([second.at, second.end], [before + DEFERRED.length - 1, before + DEFERRED.length]);
  });

  test("is left to the reply that stands in it, however long the log", () => {
    const start = 300 * (ACCEPTED.length + 1);
    const long = [...Array.from({ length: 300 }, () => ACCEPTED), DEFERRED];
    assert.deepEqual(reasons(long, [start]), [], "at its beginning");
    assert.deepEqual(reasons(long, [start + DEFERRED.length - 1]), [], "at its end");
    assert.deepEqual(reasons(long, [start - 2]), [REASON], "in the line before");
    assert.deepEqual(reasons([...long, ACCEPTED], [start + DEFERRED.length + 1]), [REASON], "in the next");
  });

  test("is told beside others that have a reply", () => {
    const second = DEFERRED.length + 1;
    assert.deepEqual(reasons([DEFERRED, DEFERRED], [0]), [REASON]);
    assert.deepEqual(reasons([DEFERRED, DEFERRED], [second]), [REASON]);
    assert.deepEqual(reasons([DEFERRED, DEFERRED], [0, second]), []);
  });

  test("is no longer than a record can be", () => {
    assert.equal(reasons([DEFERRED.padStart(4000)]).length, 1);
    assert.equal(reasons([DEFERRED.padStart(4001)]).length, 0);
  });

  test("is one of two hundred at most", () => {
    assert.equal(reasons(Array.from({ length: 200 }, () => DEFERRED)).length, 200);
    assert.equal(reasons(Array.from({ length: 300 }, () => DEFERRED)).length, 200);
  });
});
