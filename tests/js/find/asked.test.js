/** Questions in words, and what their words say of the code in them. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { asksWords, tellsBeside } from "../../../templates/theme/js/find/asked.js";
import { settle } from "../../../templates/theme/js/search/settle.js";

/** @import { FindTables } from "../../../templates/theme/js/find/tables.js" */
/** @import { Finding, Result } from "../../../templates/theme/js/recognise/findings.js" */
/** @import { Found } from "../../../templates/theme/js/search.js" */

/** @type {(more?: Partial<Finding>) => Finding} */
const finding = (more = {}) =>
  /** @type {Finding} */ ({
    code: "552",
    enhanced: null,
    protocol: "smtp",
    catalogue: { code: "smtp", enhanced: null },
    situation: null,
    outcome: "permanent",
    how: null,
    text: "552 no",
    ...more,
  });
/** @type {(more?: Partial<Result>) => Result} */
const result = (more = {}) => ({ kind: "code", findings: [finding()], pairs: [], ...more });

describe("the reference is searched", () => {
  /** @type {[name: string, text: string, result: Result, expected: boolean][]} */
  const cases = [
    ["for words alone", "mailbox full", result({ kind: "none", findings: [] }), true],
    ["for words beside a code", "552 mailbox full", result(), true],
    ["not for a number alone", "552", result(), false],
    [
      "for a notice without a code",
      "full",
      result({ kind: "reply", findings: [finding({ code: null })] }),
      true,
    ],
    ["for a short reply in unknown words", "552 no more", result({ kind: "reply" }), true],
    ["not for a long one", `552 ${"no ".repeat(40)}`, result({ kind: "reply" }), false],
    [
      "not for a reply whose situation is known",
      "552 too big",
      result({ kind: "reply", findings: [finding({ situation: "big" })] }),
      false,
    ],
    [
      "for a short reply of which its number alone tells the situation",
      "552 mailbox full",
      result({ kind: "reply", findings: [finding({ situation: "big", how: "code" })] }),
      true,
    ],
    ["not for a log", "no words", result({ kind: "log", findings: [finding({ situation: "big" })] }), false],
    ["not where a program speaks", "SMTPDataError", result({ role: "program" }), false],
  ];
  for (const [name, text, read, expected] of cases) {
    test(name, () => assert.equal(asksWords(text, read), expected));
  }
});

test("the words beside a code may tell of its situations where only the number does, on a line that is typed", () => {
  const guessed = [finding({ situation: "big", how: "code" })];
  assert.equal(tellsBeside("552 full", result()), true);
  assert.equal(tellsBeside(`why 552 ${"when ".repeat(30)}`, result({ findings: guessed })), true);
  assert.equal(
    tellsBeside("552 full", result({ findings: [finding({ situation: "big", how: "words" })] })),
    false,
  );
  assert.equal(tellsBeside("552 full\nof it", result()), false);
  assert.equal(tellsBeside("552 full\n", result()), true);
  assert.equal(tellsBeside("552 full", result({ role: "program" })), false);
  assert.equal(tellsBeside("552 vs 452 full", result({ kind: "pair" })), false);
  assert.equal(tellsBeside("full", result({ kind: "none", findings: [] })), false);
});

describe("the words say which situation is meant", () => {
  const tables = /** @type {FindTables} */ (
    /** @type {unknown} */ ({
      catalogues: [
        { id: "smtp", codes: [{ code: "552", situations: ["big"] }] },
        {
          id: "smtp-enhanced",
          codes: [
            { code: "5.3.4", situations: ["big"] },
            { code: "5.2.2", situations: ["full", "big"] },
            { code: "5.0.0", situations: ["other"] },
          ],
        },
        { id: "http", codes: [{ code: "552", situations: ["shut"] }] },
      ],
      situations: [
        { protocol: "smtp", id: "full", outcomes: { permanent: {} } },
        { protocol: "smtp", id: "big", outcomes: { permanent: {} } },
        { protocol: "http", id: "shut", outcomes: { permanent: {} } },
        { protocol: "smtp", id: "waits", outcomes: { transient: {} } },
      ],
    })
  );
  /** @type {(kind: Found["kind"], id: string) => Found} */
  const hit = (kind, id) => ({
    ...{ kind, id, title: "", answer: "", score: 1 },
    isNamed: kind === "situation",
  });
  const full = hit("situation", "smtp/situations/full/");

  /**
   * @param {Found[]} found
   * @param {Partial<Result>} [more]
   */
  function settled(found, more) {
    const read = result(more);
    settle(tables, read, found);
    return [read.findings[0].situation, read.findings[0].how];
  }

  test("where the code alone does not", () => {
    assert.deepEqual(settled([full]), ["full", "question"]);
  });
  test("and where it mostly stands for another", () => {
    const usual = { findings: [finding({ situation: "big", how: "code" })] };
    assert.deepEqual(settled([full], usual), ["full", "question"]);
  });
  test("not where the number and the detailed code beside it agree on another", () => {
    const catalogue = { code: "smtp", enhanced: "smtp-enhanced" };
    /** @param {string} enhanced */
    const beside = (enhanced) => ({
      findings: [finding({ situation: "big", how: "code", enhanced, catalogue })],
    });
    assert.deepEqual(settled([full], beside("5.3.4")), ["big", "code"]);
    assert.deepEqual(settled([full], beside("5.2.2")), ["full", "question"]);
    assert.deepEqual(settled([full], beside("5.0.0")), ["full", "question"]);
  });
  test("whatever codes, providers and replies were found before", () => {
    const before = [hit("provider", "p/"), hit("code", "smtp/552/"), hit("reply", "p/#a")];
    assert.deepEqual(settled([...before, full]), ["full", "question"]);
  });
  test("not where a guide or a comparison fits better", () => {
    assert.deepEqual(settled([hit("page", "guides/"), full]), [null, null]);
    assert.deepEqual(settled([hit("insight", "smtp/450-vs-452/"), full]), [null, null]);
  });
  test("not where only the number and its own title lead there", () => {
    assert.deepEqual(settled([{ ...full, isNamed: false }]), [null, null]);
  });
  test("not where it cannot come to such a code", () => {
    assert.deepEqual(settled([hit("situation", "smtp/situations/waits/")]), [null, null]);
  });
  test("not where a server's own words or a quoted reply say it", () => {
    for (const how of /** @type {const} */ (["words", "mark"])) {
      assert.deepEqual(settled([full], { findings: [finding({ situation: "big", how })] }), ["big", how]);
    }
  });
  test("of a short reply in Korean, too, which hardly a server gives", () => {
    const asked = { kind: /** @type {const} */ ("reply"), findings: [finding({ text: "552 용량 없음" })] };
    assert.deepEqual(settled([full], asked), ["full", "question"]);
    asked.findings = [finding({ text: `552 ${"용량 없음 ".repeat(20)}` })];
    assert.deepEqual(settled([full], asked), [null, null]);
  });
  test("of a code in a sentence of one's own", () => {
    const asked = {
      kind: /** @type {const} */ ("reply"),
      findings: [finding({ text: "why 552 when full" })],
    };
    assert.deepEqual(settled([full], asked), ["full", "question"]);
  });
  test("whose number it is, where one protocol's stands for it", () => {
    const other = { protocol: "http", catalogue: { code: "http", enhanced: null } };
    const both = () => ({ findings: [finding({ situation: "big", how: "code" }), finding(other)] });
    const read = result(both());
    settle(tables, read, [hit("situation", "http/situations/shut/")]);
    assert.deepEqual(
      read.findings.map(({ protocol, situation }) => [protocol, situation]),
      [["http", "shut"]],
    );
    assert.deepEqual(settled([full], both()), ["big", "code"]);
  });
  test("not of a reply, nor of several codes", () => {
    assert.deepEqual(settled([full], { kind: "reply" }), [null, null]);
    assert.deepEqual(settled([full], { findings: [finding(), finding()] }), [null, null]);
  });
  test("not of a code that is a name, which the names of situations hold too", () => {
    assert.deepEqual(settled([full], { findings: [finding({ code: "UNAVAILABLE" })] }), [null, null]);
  });
  test("not where nothing was found", () => {
    assert.deepEqual(settled([]), [null, null]);
  });
});
