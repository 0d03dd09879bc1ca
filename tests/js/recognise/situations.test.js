/** What happened: by a quoted reply, else by words, else by what a code mostly stands for. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { classOf, happened, withoutCode } from "../../../templates/theme/js/recognise/situations.js";
import { lookup } from "../../../templates/theme/js/recognise/tables.js";

/** @import { SituationTable } from "../../../templates/theme/js/recognise/tables.js" */

const classes = [
  { id: "whatever", prefix: "" },
  { id: "transient", prefix: "4" },
  { id: "permanent", prefix: "5" },
];
const both = { transient: {}, permanent: {} };
/** @type {SituationTable[]} */
const situations = [
  { id: "gone", said: ["no such user here", "unknown"], outcomes: { permanent: {} } },
  { id: "full", said: ["over its quota", "mailbox is quite full"], outcomes: both },
  { id: "busy", said: ["come back in a while"], outcomes: { transient: {} } },
  { id: "expired", said: ["message expired in the queue"], outcomes: both, conclusion: true },
];
const catalogues = [
  {
    id: "smtp",
    protocol: "smtp",
    classes,
    codes: [
      { code: "550", situations: ["gone", "full"], usual: true },
      { code: "552", situations: ["full", "gone"] },
      { code: "421" },
    ],
  },
  {
    id: "enhanced",
    protocol: "smtp",
    codes: [
      { code: "5.2.2", situations: ["full"], usual: true },
      { code: "5.0.0", situations: ["full"], usual: true },
    ],
  },
];
const known = lookup({ catalogues, providers: [], situations, particles: [] });
const NOBODY = { provider: null, reply: null, situation: null };

/**
 * A reply with codes and a text.
 * @param {string} raw
 * @param {string | null} code
 * @param {string | null} enhanced
 */
const hit = (raw, code = null, enhanced = null) => ({
  ...{ at: 0, end: raw.length, raw, code, enhanced },
});

/**
 * What a reply tells, in short: the situation, and how it is known.
 * @param {ReturnType<typeof hit>} found
 * @param {string | null} marked the situation of the quoted reply that it is
 */
function told(found, marked = null, around = "") {
  const { situation, how } = happened(known, found, { ...NOBODY, situation: marked }, around);
  return `${situation} by ${how}`;
}

test("the class is that of the number, else that of the enhanced code", () => {
  assert.equal(classOf(known, { code: "550", enhanced: "4.2.2" }), "permanent");
  assert.equal(classOf(known, { code: null, enhanced: "4.2.2" }), "transient");
  assert.equal(classOf(known, { code: "250", enhanced: null }), null);
  assert.equal(classOf(known, { code: null, enhanced: null }), null);
});

test("a quoted reply tells more than words, unless it only says how the queue ended", () => {
  assert.equal(told(hit("550 no such user here", "550")), "gone by words");
  assert.equal(told(hit("550 no such user here", "550"), "full"), "full by mark");
  assert.equal(told(hit("550 no such user here", "550"), "expired"), "gone by words");
  assert.equal(told(hit("550 message expired in the queue", "550"), "expired"), "expired by mark");
  assert.equal(told(hit("550 message expired in the queue", "550"), "full"), "full by mark");
  assert.equal(told(hit("550 sorry", "550"), "expired"), "expired by mark");
});

test("the phrase that tells is handed back with the class", () => {
  assert.deepEqual(happened(known, hit("452 Over Its\n Quota", "452"), NOBODY), {
    ...{ situation: "full", outcome: "transient", how: "words", words: "over its quota" },
  });
  const marked = { ...NOBODY, situation: "gone" };
  assert.deepEqual(happened(known, hit("550 sorry", "550"), marked), {
    ...{ situation: "gone", outcome: "permanent", how: "mark", words: null },
  });
});

describe("the words around a reply", () => {
  test("tell where its own do not", () => {
    assert.equal(told(hit("550", "550"), null, "over its quota"), "full by words");
    assert.equal(told(hit("550 sorry", "550"), null, "over its quota"), "full by words");
    assert.equal(told(hit("550 unknown", "550"), null, "over its quota"), "gone by words");
  });

  test("tell that a queue gave up only of a bare code", () => {
    const around = "message expired in the queue";
    assert.equal(told(hit("550", "550"), null, around), "expired by words");
    assert.equal(told(hit("550 sorry", "550"), null, around), "gone by code");
  });
});

describe("where no words tell", () => {
  test("a code tells what it mostly stands for, if that is known", () => {
    assert.equal(told(hit("550 sorry", "550")), "gone by code");
    assert.equal(told(hit("552 sorry", "552")), "null by code");
    assert.equal(told(hit("421 sorry", "421")), "null by code");
    assert.equal(told(hit("599 sorry", "599")), "null by null");
    assert.equal(told(hit("sorry")), "null by null");
  });

  test("an enhanced code tells more than the number, unless it is a general one or unknown", () => {
    assert.equal(told(hit("550 5.2.2 sorry", "550", "5.2.2")), "full by code");
    assert.equal(told(hit("5.2.2 sorry", null, "5.2.2")), "full by code");
    assert.equal(told(hit("550 5.0.0 sorry", "550", "5.0.0")), "gone by code");
    assert.equal(told(hit("550 5.9.9 sorry", "550", "5.9.9")), "gone by code");
    assert.equal(told(hit("5.0.0 sorry", null, "5.0.0")), "null by null");
  });
});

describe("of several phrases", () => {
  /**
   * Whose of two phrases tells what happened in a text that holds both, from the one that is listed first.
   * @param {SituationTable} first
   * @param {SituationTable} second
   * @param {string} code
   * @param {string} enhanced
   */
  function winner(first, second, code, enhanced) {
    const found = lookup({ catalogues: [], providers: [], situations: [first, second], particles: [] });
    const uses = new Map([
      ["550", { all: ["favoured"], usual: true, described: false, vendor: null }],
      ["5.2.2", { all: ["favoured"], usual: true, described: false, vendor: null }],
    ]);
    const text = `${first.said[0]} ${second.said[0]}`;
    return happened({ ...found, classes, uses }, hit(text, code, enhanced), NOBODY).situation;
  }

  for (const { name, worth, code = "551", enhanced = "5.9.9", other = {} } of [
    { name: "the longest tells most", worth: 0 },
    { name: "one that the number stands for counts four letters more", worth: 4, code: "550" },
    { name: "one that the enhanced code stands for counts fourteen more", worth: 14, enhanced: "5.2.2" },
    { name: "one that the class does not come to counts twelve less", worth: 12, other: { outcomes: {} } },
    { name: "how a queue ended counts least", worth: 1000, other: { conclusion: true } },
  ]) {
    test(name, () => {
      const favoured = { id: "favoured", said: ["a".repeat(20)], outcomes: { permanent: {} } };
      const rival = (/** @type {number} */ length) => ({
        ...{ id: "rival", said: ["b".repeat(length)], outcomes: { permanent: {} }, ...other },
      });
      const equal = rival(20 + worth);
      assert.equal(winner(favoured, equal, code, enhanced), "favoured");
      assert.equal(winner(equal, favoured, code, enhanced), "rival");
      assert.equal(winner(favoured, rival(21 + worth), code, enhanced), "rival");
      assert.equal(winner(rival(19 + worth), favoured, code, enhanced), "favoured");
    });
  }

  test("what the text does not hold counts nothing", () => {
    assert.equal(told(hit("550 mailbox is quite", "550")), "gone by code");
    assert.equal(told(hit("unknown", "550")), "gone by words", "at its beginning");
  });

  test("without a class, what a situation can come to does not count", () => {
    const rival = { id: "rival", said: ["b".repeat(21)], outcomes: {} };
    const favoured = { id: "favoured", said: ["a".repeat(20)], outcomes: { permanent: {} } };
    assert.equal(winner(favoured, rival, "", ""), "rival");
  });
});

describe("a notice without any code", () => {
  test("tells what its words say, and whether the mail is still in the queue", () => {
    assert.deepEqual(withoutCode(known, "The Mailbox\nis quite full."), {
      ...{ situation: "full", outcome: "permanent", how: "words", words: "mailbox is quite full" },
    });
    for (const text of ["It will be retried.", "지연되었습니다."]) {
      assert.equal(withoutCode(known, `The mailbox is quite full. ${text}`)?.outcome, "transient");
      assert.equal(withoutCode(known, `There is no such user here. ${text}`)?.outcome, "permanent");
    }
    assert.equal(withoutCode(known, "Come back in a while.")?.outcome, "transient");
  });

  test("tells nothing by words that anybody may say, unless a server speaks", () => {
    const anybodys = lookup({
      ...{ catalogues, providers: [], particles: [] },
      situations: [{ id: "gone", said: ["{code} account unavailable"], outcomes: both }],
    });
    const text = "your account unavailable";
    assert.equal(withoutCode(anybodys, text), null);
    assert.equal(withoutCode(anybodys, text, { isNotice: true })?.situation, "gone");
    for (const codes of [["551"], [null, "5.9.9"]]) {
      assert.equal(happened(anybodys, hit(text, ...codes), NOBODY).situation, "gone");
    }
  });

  test("tells nothing by few letters, or by one word", () => {
    const phrases = (/** @type {string[]} */ ...said) =>
      lookup({
        ...{ catalogues, providers: [], particles: [] },
        situations: [{ id: "gone", said, outcomes: both }],
      });
    assert.equal(withoutCode(phrases("twelve words"), "twelve words"), null);
    assert.equal(withoutCode(phrases("thirteen word"), "thirteen word"), null);
    assert.equal(withoutCode(phrases("fourteen words"), "fourteen words")?.situation, "gone");
    assert.equal(withoutCode(phrases("mailboxunavailable"), "mailboxunavailable"), null);
    assert.equal(withoutCode(known, "Hello there."), null);
  });
});
