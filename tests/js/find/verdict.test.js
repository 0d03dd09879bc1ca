/** What a finding comes to: what happened to the mail, whether to send again, who acts. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { verdicts } from "../../../templates/theme/js/find/verdict.js";

/** @import { FindTables } from "../../../templates/theme/js/find/tables.js" */
/** @import { Finding } from "../../../templates/theme/js/recognise/findings.js" */

const tables = /** @type {FindTables} */ (
  /** @type {unknown} */ ({
    protocols: [
      { id: "smtp", axes: ["Mail", "Again", "Who"], roles: {} },
      {
        id: "web",
        axes: ["Who"],
        roles: { visitor: "Visitor", author: "Author of the program" },
        readers: { page: "visitor", exception: "author", log: "operator" },
      },
      { id: "call", axes: ["Who"], roles: { author: "Author" }, readers: { exception: "author" } },
    ],
    catalogues: [
      {
        id: "smtp",
        protocol: "smtp",
        classes: [
          { id: "transient", prefix: "4", tone: "wait" },
          { id: "permanent", prefix: "5", tone: "fail" },
          { id: "other", prefix: "", tone: "" },
        ],
        codes: [
          { code: "421", own: { full: ["closed", "yes", "admin"] } },
          { code: "550", verdict: ["refused", "no", null] },
        ],
      },
      {
        id: "enhanced",
        protocol: "smtp",
        classes: [],
        codes: [
          { code: "5.1.1", verdict: ["refused", "no", "sender"], own: { moved: ["moved", "no", "sender"] } },
          { code: "5.0.0", verdict: [null, null, null] },
        ],
      },
      { id: "web", protocol: "web", classes: [{ id: "broken", prefix: "5", tone: "fail" }], codes: [] },
    ],
    situations: [
      {
        protocol: "smtp",
        id: "full",
        outcomes: { transient: { verdict: ["waits", "yes", "reader"] } },
        others: { permanent: ["refused", "no", "reader"] },
      },
      {
        protocol: "smtp",
        id: "moved",
        outcomes: { permanent: { verdict: ["refused", "no", "writer"] } },
        others: {},
      },
      {
        protocol: "smtp",
        id: "expired",
        outcomes: { transient: { verdict: ["is back", "no", "sender"] } },
        others: {},
      },
      { protocol: "call", id: "full", outcomes: { broken: { verdict: ["Operator"] } }, others: {} },
      { protocol: "web", id: "full", outcomes: { broken: { verdict: ["Visitor (mostly)"] } }, others: {} },
    ],
  })
);
const { advised, classOf, pageOf, situationOf, strip } = verdicts(tables);

/** @type {(more: Partial<Finding>) => Finding} */
const finding = (more) => ({
  code: null,
  enhanced: null,
  protocol: "smtp",
  catalogue: { code: "smtp", enhanced: "enhanced" },
  provider: null,
  reply: null,
  recipient: null,
  domain: null,
  text: "",
  situation: null,
  outcome: null,
  how: null,
  words: null,
  returned: false,
  ...more,
});
/** @param {Partial<Finding>} more */
const answersOf = (more) => strip(finding(more))?.map(([, answer]) => answer) ?? null;

describe("the verdict", () => {
  test("answers the questions of the protocol, in their order", () => {
    assert.deepEqual(strip(finding({ code: "550" })), [
      ["Mail", "refused"],
      ["Again", "no"],
      ["Who", null],
    ]);
  });
  test("is the situation's, where it is known what happened", () => {
    assert.deepEqual(answersOf({ code: "450", situation: "full", outcome: "transient" }), [
      ...["waits", "yes", "reader"],
    ]);
  });
  test("is the situation's, where it is told with another failure than is usual", () => {
    assert.deepEqual(answersOf({ code: "554", situation: "full", outcome: "permanent" }), [
      ...["refused", "no", "reader"],
    ]);
  });
  test("is that of the situation's usual class, where a code tells it that is no failure", () => {
    assert.deepEqual(answersOf({ situation: "moved", outcome: "other" }), ["refused", "no", "writer"]);
  });
  test("is a code's own, where it differs from others of its class", () => {
    const told = { situation: "full", outcome: "transient" };
    assert.deepEqual(answersOf({ code: "421", ...told }), ["closed", "yes", "admin"]);
    assert.deepEqual(answersOf({ code: "550", enhanced: "5.1.1", situation: "moved" }), [
      ...["moved", "no", "sender"],
    ]);
  });
  test("is that of a queue that gave up, where the mail is back", () => {
    const told = { code: "421", situation: "full", outcome: "transient", returned: true };
    assert.deepEqual(answersOf(told), ["is back", "no", "sender"]);
  });
  test("is the enhanced code's, which tells more", () => {
    assert.deepEqual(answersOf({ code: "550", enhanced: "5.1.1" }), ["refused", "no", "sender"]);
  });
  test("is not that of x.0.0, which tells less, unless nothing else is there", () => {
    assert.deepEqual(answersOf({ code: "550", enhanced: "5.0.0" }), ["refused", "no", null]);
    assert.deepEqual(answersOf({ enhanced: "5.0.0" }), [null, null, null]);
  });
  test("is missing where nothing is known", () => {
    assert.equal(strip(finding({ code: "599" })), null);
    assert.equal(strip(finding({ code: "550", situation: "moved", outcome: null })), null);
    assert.equal(strip(finding({ code: "550", situation: "unheard of" })), null);
  });
});

describe("the parts of it", () => {
  test("the class follows from the first character, in the same protocol", () => {
    assert.equal(classOf("smtp", "452")?.id, "transient");
    assert.equal(classOf("smtp", "5.9.9")?.id, "permanent");
    assert.equal(classOf("web", "503")?.id, "broken");
    assert.equal(classOf("web", "404"), null);
    assert.equal(classOf("smtp", null), null);
  });
  test("a code has the page of its own catalogue", () => {
    assert.equal(pageOf(finding({ code: "550" }), "code")?.code, "550");
    assert.equal(pageOf(finding({ code: "550" }), "enhanced"), null);
    const elsewhere = { code: "550", catalogue: { code: "enhanced", enhanced: null } };
    assert.equal(pageOf(finding(elsewhere), "code"), null);
  });
  test("what to do is that of the usual class, but nobody waits for what is refused for good", () => {
    const told = (/** @type {Partial<Finding>} */ more) => advised(finding(more)).outcome;
    assert.equal(told({ situation: "full", outcome: "transient" }), "transient");
    assert.equal(told({ situation: "full", outcome: "permanent" }), "permanent");
    assert.equal(told({ situation: "moved", outcome: "transient" }), "permanent");
    assert.equal(told({ situation: "moved", outcome: "other" }), "permanent");
    assert.equal(told({ situation: "moved", outcome: null }), null);
  });
  test("a situation is that of its protocol", () => {
    assert.equal(situationOf("smtp", "full")?.protocol, "smtp");
    assert.equal(situationOf("web", "full")?.protocol, "web");
    assert.equal(situationOf("web", "moved"), null);
    assert.equal(situationOf("smtp", null), null);
  });
});

test("nobody sits before a page where a program met the error", () => {
  const of = finding({ protocol: "web", situation: "full", outcome: "broken" });
  assert.deepEqual(strip(of, "author"), [["Who", "Author of the program (mostly)"]]);
  assert.deepEqual(strip(of, "operator"), [["Who", "Visitor (mostly)"]]);
  assert.deepEqual(strip(of), [["Who", "Visitor (mostly)"]]);
  const call = finding({ protocol: "call", situation: "full", outcome: "broken" });
  assert.deepEqual(strip(call, "author"), [["Who", "Operator"]], "where no page is met");
});

describe("who speaks", () => {
  const outcomes = {
    transient: { verdict: ["waits", "after a change", "Their administrator"] },
    permanent: { verdict: ["refused", "after a change", "Sender"] },
  };
  const told = verdicts(
    /** @type {FindTables} */ (
      /** @type {unknown} */ ({
        protocols: [
          {
            id: "smtp",
            axes: ["Mail", "Again", "Who"],
            roles: {
              sender: "Sender",
              "sending-admin": "Administrator",
              "receiving-admin": "Their administrator",
            },
          },
        ],
        catalogues: [],
        situations: [
          { protocol: "smtp", id: "relay", outcomes, others: {} },
          { protocol: "smtp", id: "server-misconfigured", outcomes, others: {} },
          {
            protocol: "smtp",
            id: "greylisted",
            outcomes: { transient: { verdict: ["waits", "later", "Sender"] } },
            others: {},
          },
        ],
        words: { left_to_program: "no queue", meant: "meant", returned: "given up" },
      })
    ),
  );
  /** @type {(more: Partial<Finding>, reader: string) => (string | null)[] | undefined} */
  const of = (more, reader) => told.strip(finding(more), reader)?.map(([, answer]) => answer);

  test("a server that writes down its own fault means itself, unless another answered", () => {
    const fault = { situation: "server-misconfigured", outcome: "transient" };
    assert.deepEqual(of(fault, "sending-admin"), ["waits", "after a change", "Administrator"]);
    assert.equal(of({ ...fault, code: "451" }, "sending-admin")?.[2], "Their administrator");
    assert.equal(of(fault, "receiving-admin")?.[2], "Their administrator");
    assert.equal(of({ ...fault, situation: "relay" }, "sending-admin")?.[2], "Their administrator");
  });
  test("whom the text shows acts, and nobody is named where it leaves that open", () => {
    const relay = { situation: "relay", outcome: "transient", code: "454" };
    assert.equal(of({ ...relay, actor: "sending-admin" }, "sender")?.[2], "Administrator");
    assert.deepEqual(of({ ...relay, actor: null }, "sender"), ["waits", "after a change", null]);
    assert.equal(of(relay, "sender")?.[2], "Their administrator");
  });
  test("a domain that was meant is named before all else", () => {
    const mistyped = finding({ meant: "gmail.com", returned: true });
    assert.deepEqual(told.notes(mistyped, "sender"), ["meant: gmail.com", "given up"]);
  });
  test("what no waiting mends is refused where a program asked", () => {
    const refusal = finding({ code: "454", situation: "relay", outcome: "transient" });
    assert.deepEqual(of(refusal, "program"), ["refused", "after a change", "Sender"]);
    assert.deepEqual(told.notes(refusal, "program"), []);
    assert.deepEqual(of(refusal, "sending-admin"), ["waits", "after a change", "Their administrator"]);
    const later = finding({ code: "450", situation: "greylisted", outcome: "transient" });
    assert.deepEqual(told.notes(later, "program"), ["no queue"]);
    assert.deepEqual(of(later, "program"), ["waits", "later", "Sender"]);
  });
});
