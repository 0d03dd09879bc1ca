/** What texts of another protocol than mail tell, with a code or without one, and whose text it is. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { NOTHING, plainFinding } from "../../../templates/theme/js/recognise/findings.js";
import { formHits } from "../../../templates/theme/js/recognise/forms.js";
import { asOthers } from "../../../templates/theme/js/recognise/others.js";
import { inWords } from "../../../templates/theme/js/recognise/wording.js";
import { lookup } from "../../../templates/theme/js/recognise/tables.js";

/** @import { Result } from "../../../templates/theme/js/recognise/findings.js" */

const GONE = "the upstream server has gone away";
const MISSING = "there is no page here";
const LOST = "alpha lost its upstream";
const THROWN = "web.ThrownByTheSite";
const PUZZLED = "alpha is quite puzzled";

const known = lookup({
  catalogues: [
    { id: "web-detail", protocol: "web", codes: [{ code: "D1" }] },
    {
      id: "web-status",
      protocol: "web",
      forms: ["WEB/1 {code}"],
      codes: [
        { code: "200", name: "Good" },
        { code: "404", name: "Not Found" },
        { code: "503", name: "Out of Service" },
      ].map((one) => ({ ...one, class: one.code === "200" ? "good" : "bad" })),
    },
    { id: "smtp", protocol: "smtp", codes: [{ code: "550" }] },
  ].map((one) => ({
    ...one,
    classes: [
      { id: "good", prefix: "2", tone: "ok" },
      { id: "bad", prefix: "5", tone: "fail" },
    ],
  })),
  situations: [
    { id: "gone", protocol: "web", said: [GONE], outcomes: { bad: {} } },
    { id: "missing", protocol: "web", said: [MISSING], outcomes: { bad: {} } },
  ],
  providers: [
    {
      ...{ id: "alpha", protocol: "web", signs: ["alpha"], aliases: [] },
      replies: [
        { id: "lost", mark: LOST, codes: ["503"], situation: "gone", seen: "log" },
        { id: "puzzled", mark: PUZZLED, codes: ["404", "503"], situation: "missing" },
        { id: "thrown", mark: THROWN, codes: ["503"], situation: "gone", seen: "program" },
      ],
    },
  ],
  particles: [],
  protocols: [
    { id: "other", readers: { log: "nobody", wire: "nobody", exception: "nobody" } },
    { id: "web", readers: { log: "operator", wire: "developer", exception: "program", program: "author" } },
  ],
});

/**
 * @param {string} source
 * @param {boolean} [isMail]
 */
const read = (source, isMail) => asOthers(known, source, formHits(known, source), isMail);

/** @param {Result} result */
const brief = ({ findings }) => findings.map(({ code, situation }) => `${code} ${situation}`);

describe("what belongs to a code", () => {
  test("is all down to the next one", () => {
    assert.deepEqual(brief(read(`WEB/1 404\n${MISSING}\nWEB/1 503\n${GONE}`)), ["404 missing", "503 gone"]);
    assert.deepEqual(brief(read(`WEB/1 404\nWEB/1 503\n${GONE}`)), ["404 null", "503 gone"]);
    assert.deepEqual(brief(read(`${GONE}\nWEB/1 404\nWEB/1 503`)), ["404 null", "503 null"]);
  });

  test("is also its own line before it, for all that stand on that line", () => {
    assert.deepEqual(brief(read(`WEB/1 404\n${GONE}: WEB/1 503`)), ["404 null", "503 gone"]);
    assert.deepEqual(brief(read(`WEB/1 404 WEB/1 503\n${MISSING}`)), ["404 missing", "503 missing"]);
  });

  test("is the whole text, where the code is the only one", () => {
    assert.deepEqual(brief(read(`${GONE}\nWEB/1 503\n`)), ["503 gone"]);
    assert.deepEqual(brief(read(`${GONE}\nWEB/1 503\nWEB/1 503`)), ["503 gone"]);
    assert.deepEqual(brief(read(`WEB/1 503\nWEB/1 503\n${GONE}`)), ["503 gone"]);
  });

  test("is looked at each time it is another, and not without end", () => {
    assert.deepEqual(brief(read(`WEB/1 503\n${GONE}\nWEB/1 404\nWEB/1 503\n${MISSING}`)), [
      "503 gone",
      "404 null",
      "503 missing",
    ]);
    const many = (/** @type {number} */ count) =>
      brief(read(`WEB/1 404\n${"WEB/1 503\n".repeat(count)}WEB/1 503 ${GONE}`));
    assert.deepEqual(many(39), ["404 null", "503 gone"]);
    assert.deepEqual(many(40), ["404 null", "503 null"]);
  });

  test("is the code alone in a text about mail", () => {
    assert.deepEqual(brief(read(`WEB/1 503 ${GONE}`, true)), ["503 null"]);
    assert.deepEqual(brief(read(`WEB/1 503 ${GONE}`)), ["503 gone"]);
  });
});

test("failures come first", () => {
  assert.deepEqual(brief(read("WEB/1 200\nWEB/1 503")), ["503 null", "200 null"]);
});

describe("a quoted reply without a code", () => {
  test("tells the code that is sent with it, if it is always one", () => {
    const [lost] = read(LOST).findings;
    assert.deepEqual([lost.code, lost.catalogue.code, lost.situation], ["503", "web-status", "gone"]);
    assert.deepEqual(brief(read(PUZZLED)), ["null missing"]);
  });

  test("is found on each of several lines, with its line", () => {
    const { findings } = read(`one\n${PUZZLED} 1\n${LOST} 2\nthree`);
    assert.deepEqual(
      findings.map(({ code, situation, text }) => [code, situation, text]),
      [
        [null, "missing", `${PUZZLED} 1`],
        ["503", "gone", `${LOST} 2`],
      ],
    );
  });

  test("may run over lines", () => {
    const [{ code, text }] = read("\nalpha lost\n its upstream\n").findings;
    assert.deepEqual([code, text], ["503", "alpha lost"]);
  });

  test("adds nothing to a code that tells the same, and is not looked for in a text about mail", () => {
    assert.deepEqual(brief(read(`WEB/1 503 ${LOST}`)), ["503 gone"]);
    assert.equal(read(LOST, true), NOTHING);
  });
});

test("whose text it is, its reply tells, or else its form", () => {
  const roles = (/** @type {string} */ source) => read(source).role;
  assert.equal(roles(LOST), "operator");
  assert.equal(roles("12:00:01 WEB/1 503"), "operator");
  assert.equal(roles("HTTP/1.1\nWEB/1 503"), "developer");
  assert.equal(roles("Traceback (most recent call last):\n12:00:01 WEB/1 503"), "program");
  assert.equal(roles(THROWN), "author");
  assert.equal(roles(`{"exception": "${THROWN}"}`), "program");
  assert.equal(roles(`HTTP/1.1\n${THROWN}`), "program");
  assert.equal(roles(`curl: (22) failed\n${THROWN}`), "program");
  assert.equal("role" in read(PUZZLED), false);
  assert.equal("role" in read("Date: 12:00:01 GMT\nWEB/1 503"), false);
});

describe("words alone", () => {
  /**
   * @param {string | null} words
   * @returns {Result}
   */
  const mail = (words) => ({
    ...{ kind: "reply", pairs: [] },
    findings: [{ ...plainFinding({ id: "smtp", protocol: "smtp" }, "550", "no"), words }],
  });

  test("tell what happened, unless those of mail tell as much", () => {
    const { kind, findings } = inWords(known, `${GONE} \n`, NOTHING);
    assert.deepEqual(
      [kind, findings.map(({ protocol, situation, text }) => [protocol, situation, text])],
      ["reply", [["web", "gone", GONE]]],
    );
    assert.deepEqual(brief(inWords(known, GONE, mail(GONE.slice(1)))), ["null gone"]);
    assert.deepEqual(brief(inWords(known, GONE, mail(null))), ["null gone"]);
    assert.deepEqual(brief(inWords(known, GONE, mail(GONE))), ["550 null"]);
  });

  test("that nobody knows leave what mail says", () => {
    assert.equal(inWords(known, "nothing of the kind", NOTHING), NOTHING);
    assert.deepEqual(brief(inWords(known, "nothing of the kind", mail(null))), ["550 null"]);
  });
});
