/** Who said a reply, and which of the quoted replies it is. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { agreement, attributed } from "../../../templates/theme/js/recognise/attribution.js";
import { lookup } from "../../../templates/theme/js/recognise/tables.js";

/** @import { ReplyTable } from "../../../templates/theme/js/recognise/tables.js" */

/**
 * @param {string} raw
 * @param {{code?: string | null, enhanced?: string | null, host?: string}} rest
 */
const hit = (raw, { code = null, enhanced = null, host } = {}) => ({
  ...{ at: 0, end: raw.length, raw, code, enhanced, host },
});

const signs = [
  { id: "north", signs: ["north.example", "gsmtp"] },
  { id: "south", signs: ["south.example", "mail.north.example", "[south]"] },
];
const known = lookup({
  catalogues: [],
  providers: signs.map((one) => ({ ...one, aliases: [], replies: [] })),
  particles: [],
});

/**
 * @param {string} raw
 * @param {string} [host]
 */
const signer = (raw, host) => attributed(known, hit(raw, { host })).provider;

describe("a provider is told by its sign", () => {
  test("that stands by itself", () => {
    for (const text of [
      "550 No - gsmtp",
      "gsmtp",
      "(GSMTP)",
      "a gsmtp, b",
      "mx.north.example",
      "550 x.gsmtp.",
    ]) {
      assert.equal(signer(text), "north", text);
    }
    assert.equal(signer("550 [south]no"), "south", "a sign that ends in a mark may touch words");
    assert.equal(signer("550 no[south]"), "south");
  });

  test("and not inside a longer name, nor in an address", () => {
    for (const text of [
      "xgsmtp",
      "9gsmtp",
      "gsmtpx",
      "gsmtp9",
      "my-gsmtp",
      "gsmtp-my",
      "@gsmtp",
      "user@mx.north.example",
      "@mx.north.example",
      "<user@north.example> unknown",
      "550 No",
      "",
    ]) {
      assert.equal(signer(text), null, text);
    }
    assert.equal(signer(`user@${"a".repeat(60)}.north.example`), "north", "looked for so far back only");
    assert.equal(signer(`user@${"a".repeat(58)}.north.example`), null);
  });

  test("at an earlier place where the last one is in an address", () => {
    assert.equal(signer("gsmtp said no to user@gsmtp"), "north");
    assert.equal(signer("gsmtp, gsmtps, gsmtp1"), "north");
    assert.equal(signer("xgsmtp, agsmtp"), null);
  });

  test("the last of several, and the longest of those that end at one place", () => {
    assert.equal(signer("north.example, then south.example"), "south");
    assert.equal(signer("south.example, then north.example"), "north");
    assert.equal(signer("host mail.north.example said"), "south");
    assert.equal(signer("[south] gsmtp"), "north");
  });

  test("in the text sooner than in the name of the host", () => {
    assert.equal(signer("550 No", "MX.North.Example"), "north");
    assert.equal(signer("550 No - gsmtp", "mx.south.example"), "north");
    assert.equal(signer("550 No", "mx.example.net"), null);
  });

  test("which is not what a log of the server adds about the client", () => {
    assert.equal(signer("550 No; from=<a@example.com> to=<b@x> proto=ESMTP helo=<north.example>"), null);
    assert.equal(signer("550 No from=<a@example.com>, to=<b@x> north.example"), null);
    assert.equal(signer("550 No helo=<north.example>\nnorth.example"), null);
    assert.equal(signer("550 No from north.example"), "north");
  });
});

describe("the codes of a quoted reply agree", () => {
  const agrees = (
    /** @type {string | null} */ code,
    /** @type {string | null} */ enhanced,
    /** @type {string[]} */ ...codes
  ) => agreement(hit("", { code, enhanced }), codes);

  test("the more of them are the same", () => {
    assert.equal(agrees("550", "5.1.1", "550", "5.1.1"), 3);
    assert.equal(agrees("550", null, "550", "5.1.1"), 2);
    assert.equal(agrees(null, "5.1.1", "550", "5.1.1"), 2);
    assert.equal(agrees("550", "5.1.1", "550"), 2);
    assert.equal(agrees("550", "5.1.1", "5.1.1"), 2);
    assert.equal(agrees("550", "5.1.1", "5.1.2", "5.1.1"), 2);
  });

  test("with another number where the enhanced code is the same", () => {
    assert.equal(agrees("554", "5.1.1", "550", "5.1.1"), 2);
    assert.equal(agrees("554", null, "550", "5.1.1"), 0);
    assert.equal(agrees("554", "5.0.0", "550"), 0);
    assert.equal(agrees("554", "5.1.1", "550"), 0);
  });

  test("not where both have an enhanced code and they differ, unless the text's is a general one", () => {
    assert.equal(agrees("550", "5.1.2", "550", "5.1.1"), 0);
    assert.equal(agrees("550", "5.0.0", "550", "5.1.1"), 2);
    assert.equal(agrees(null, "5.0.0", "5.1.1"), 1);
    assert.equal(agrees(null, "5.1.2", "550"), 1);
    assert.equal(agrees("550", null, "5.1.1"), 1);
  });

  test("not where the first digits differ", () => {
    assert.equal(agrees("450", "4.2.2", "550", "5.2.2"), 0);
    assert.equal(agrees("450", null, "550"), 0);
    assert.equal(agrees(null, "4.2.2", "550"), 0);
    assert.equal(agrees("550", "4.2.2", "5.2.2", "450"), 0, "the number decides");
    assert.equal(agrees("450", null, "550", "450"), 2);
  });

  test("where one of the two has none", () => {
    assert.equal(agrees(null, null, "550"), 1);
    assert.equal(agrees("550", "5.1.1"), 1);
  });
});

describe("of the quoted replies", () => {
  /**
   * What a reply is held for: provider, reply and situation.
   * @param {Record<string, Partial<ReplyTable>[]>} replies
   * @param {ReturnType<typeof hit>} found
   */
  function held(replies, found, around = "") {
    const providers = Object.entries(replies).map(([id, all]) => ({
      ...{ id, signs: [`${id}.example`], aliases: [] },
      replies: all.map((one, index) => ({
        ...{ id: `r${index + 1}`, mark: "no such user", codes: [], situation: "gone", ...one },
      })),
    }));
    const told = attributed(lookup({ catalogues: [], providers, particles: [] }), found, around);
    return `${told.provider} ${told.reply} ${told.situation}`;
  }

  test("one that a text holds tells who said it", () => {
    assert.equal(held({ north: [{}] }, hit("550 No\n such  USER")), "north r1 gone");
    assert.equal(held({ north: [{}] }, hit("550 No user")), "null null null");
    assert.equal(held({ north: [{}] }, hit("550 No user north.example")), "north null null");
    assert.equal(held({ north: [{ situation: undefined }] }, hit("no such user")), "north r1 null");
  });

  test("one whose codes do not agree is not meant", () => {
    const found = hit("550 no such user", { code: "550" });
    assert.equal(held({ north: [{ codes: ["450"] }] }, found), "null null null");
    assert.equal(held({ north: [{ codes: ["450"] }], south: [{ codes: ["550"] }] }, found), "south r1 gone");
  });

  test("the longest is meant, and the first of two that are equal", () => {
    const found = hit("550 no such user at all", { code: "550" });
    const longer = { mark: "no such user at all" };
    assert.equal(held({ north: [{}], south: [longer] }, found), "south r1 gone");
    assert.equal(held({ north: [longer], south: [{}] }, found), "north r1 gone");
    assert.equal(held({ north: [{}], south: [{}] }, found), "north r1 gone");
  });

  test("one with the same codes is meant sooner than a longer one", () => {
    const found = hit("550 no such user at all", { code: "550" });
    const replies = { north: [{ codes: ["550"] }], south: [{ mark: "no such user at all" }] };
    assert.equal(held(replies, found), "north r1 gone");
  });

  test("each same code counts three hundred letters", () => {
    const long = (/** @type {number} */ length) => "=".repeat(length);
    const found = hit(`${long(400)} bb`, { code: "550" });
    const replies = (/** @type {number} */ length) => ({
      north: [{ mark: "bb", codes: ["550"] }],
      south: [{ mark: long(length), codes: [] }],
    });
    assert.equal(held(replies(302), found), "north r1 gone");
    assert.equal(held(replies(303), found), "south r1 gone");
  });

  test("one of whoever signed is meant sooner than a better one of somebody else", () => {
    const found = hit("550 no such user at all south.example", { code: "550" });
    const replies = { north: [{ mark: "no such user at all", codes: ["550"] }], south: [{}] };
    assert.equal(held(replies, found), "south r1 gone");
    const equal = hit(`550 ${"a".repeat(1012)} no such user south.example`);
    assert.equal(held({ north: [{ mark: "a".repeat(1012) }], south: [{}] }, equal), "north r1 gone");
    assert.equal(held({ south: [{}], north: [{ mark: "a".repeat(1012) }] }, equal), "south r1 gone");
  });

  test("a sentence of many is nobody's, but says what happened", () => {
    const shared = { shared: true, situation: "shared" };
    assert.equal(held({ north: [shared] }, hit("550 no such user")), "null null shared");
    assert.equal(held({ north: [shared] }, hit("no such user north.example")), "north r1 shared");
    assert.equal(
      held({ north: [shared], south: [] }, hit("no such user south.example")),
      "south null shared",
    );
    assert.equal(held({ north: [shared], south: [{}] }, hit("no such user")), "south r1 gone");
    assert.equal(
      held({ north: [{}], south: [shared] }, hit("no such user south.example")),
      "south r1 shared",
    );
  });

  describe("one that is told without codes", () => {
    const notice = "no such user. reason:";

    test("may stand around a bare code", () => {
      assert.equal(held({ north: [{}] }, hit("550 5.1.1", { code: "550" }), notice), "north r1 gone");
      assert.equal(held({ north: [{}] }, hit("550", { code: "550" }), "something"), "null null null");
    });

    test("and not around a reply that speaks, nor where it has codes", () => {
      assert.equal(held({ north: [{}] }, hit("550 sorry", { code: "550" }), notice), "null null null");
      assert.equal(
        held({ north: [{ codes: ["550"] }] }, hit("550", { code: "550" }), notice),
        "null null null",
      );
    });
  });
});

describe("a detail that a log tells in a field of its own", () => {
  /** @type {[form: string, reads: string][]} */
  const records = [
    ["flags={detail}", "{code} {detail}"],
    ["{n}/{n} {code} {n} … {detail}?? {n}", "{code} - {detail}"],
    ["{code} {detail} {n}", "Error {code}.{detail} -"],
  ];
  const marks = {
    empty: "503 EM",
    empties: "503 em",
    zero: "0 EM",
    letters: "- sC",
    listed: "Error 404.11 -",
  };
  const logs = lookup({
    catalogues: [],
    providers: [
      {
        ...{ id: "west", signs: [], aliases: [], records },
        replies: Object.entries(marks).map(([id, mark]) => ({ id, mark, codes: [], exact: true })),
      },
    ],
    particles: [],
  });
  const reply = (/** @type {string} */ raw, /** @type {string | null} */ code) =>
    attributed(logs, hit(raw, { code })).reply;

  test("is read with its code as marks say it, letter by letter", () => {
    assert.equal(reply("status=503 flags=EM", "503"), "empty");
    assert.equal(reply("status=503 FLAGS=em,x", "503"), "empties");
    assert.equal(reply("status=502 flags=EM", "502"), null);
    assert.equal(reply("flags=EM", null), "zero");
    assert.equal(reply("0 EM", null), "zero");
  });

  test("is looked for beside the record's own code", () => {
    assert.equal(reply("/ 443 - 192 Mozilla 404 11 0 0", "404"), "listed");
    assert.equal(reply("/ 443 - 192 Mozilla 1404 11 0", "404"), null);
    assert.equal(reply("404 110 0", "404"), null);
    assert.equal(reply("404 11 0", "403"), null);
  });

  test("ends before signs that do not matter, over what varies", () => {
    assert.equal(reply("1/-1 503 0 x y sCNN 5/4", "503"), "letters");
    assert.equal(reply("1/-1 503 0 x y SCNN 5/4", "503"), null);
  });
});
