/** Every reply in a text. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { viewOf } from "../../../templates/theme/js/recognise/places.js";
import { scan } from "../../../templates/theme/js/recognise/scan.js";
import { lookup } from "../../../templates/theme/js/recognise/tables.js";
import { sample } from "../support/data.js";

const known = lookup(sample);

/** @param {string} source */
const found = (source, session = false) => scan(viewOf(source, known, session));

/**
 * What each reply in a text says.
 * @param {string} source
 */
const raws = (source, session = false) => found(source, session).map(({ raw }) => raw);

/**
 * The codes of each reply in a text.
 * @param {string} source
 */
const codes = (source) => found(source).map(({ code, enhanced }) => `${code} ${enhanced}`);

describe("a reply with a code", () => {
  test("ends with its value in a row of values", () => {
    assert.deepEqual(raws("a@example.com,1,failed,mx,550 User unknown,done"), ["550 User unknown"]);
    assert.deepEqual(raws("a@example.com,1,failed,mx,550 User, or box, unknown,done"), [
      "550 User, or box, unknown",
    ]);
    assert.deepEqual(
      raws("failed,mx,said,550 User unknown,done"),
      ["550 User unknown,done"],
      "too few for a row",
    );
    assert.deepEqual(
      raws("well, yes,no,but,and this is prose,550 User unknown,done"),
      ["550 User unknown,done"],
      "words are no row",
    );
  });

  test("ends with its argument", () => {
    assert.deepEqual(raws("SMTPDataError(550, b'5.1.1 User unknown', 'x')"), ["550 5.1.1 User unknown"]);
    assert.deepEqual(raws("SMTPDataError(550, b'User unknown', 'x')"), ["550 User unknown"]);
    assert.deepEqual(
      raws("SMTPDataError: (550, b'User unknown and"),
      ["550 User unknown and"],
      "cut while pasting",
    );
    assert.deepEqual(raws("SMTPDataError: (550, b'')"), ["550"]);
    assert.deepEqual(raws("550 The user is undefined, sorry"), ["550 The user is undefined, sorry"]);
  });

  test("does not say that qmail gives up", () => {
    for (const end of ["", " "]) {
      assert.deepEqual(raws(`Remote host said: 550 User unknown Giving up on 192.0.2.1.${end}`), [
        "550 User unknown",
      ]);
    }
  });

  test("has the enhanced code that is marked as one, else the first", () => {
    for (const [text, expected] of [
      ["550 Rule 5.2.1 refused it (#5.7.1)", "550 5.7.1"],
      ["550 Rule 5.2.1 refused it (5.7.1)", "550 5.7.1"],
      ["550 Rule 5.2.1 refused it", "550 5.2.1"],
      ["550 Rule 4.2.1 refused it", "550 null"],
      [`550 ${"We refuse it. ".repeat(30)} (#5.7.1)`, "550 5.7.1"],
    ]) {
      assert.deepEqual(codes(text), [expected], text);
    }
  });
});

describe("the lines of one reply in a session", () => {
  for (const [name, lines, expected] of /** @type {[string, string[], string[]][]} */ ([
    [
      "are joined",
      ["250-mx.example.com", "250-SIZE 1000", "250 HELP"],
      ["250 mx.example.com SIZE 1000 HELP"],
    ],
    ["end with the one without a hyphen", ["250-one", "250 two", "250 three"], ["250 one two", "250 three"]],
    [
      "may all have the enhanced code",
      ["550-5.7.1 Refused", "550 5.7.1 by policy"],
      ["550 5.7.1 Refused by policy"],
    ],
    ["or only the first", ["550-5.7.1 Refused", "550 by policy"], ["550 5.7.1 Refused by policy"]],
    ["or only the last", ["550-Refused", "550 5.7.1 by policy"], ["550 Refused 5.7.1 by policy"]],
    [
      "may name it again",
      ["550-5.7.1 Refused", "550 by policy (#5.7.1)"],
      ["550 5.7.1 Refused by policy (#5.7.1)"],
    ],
    ["may be empty", ["250-mx.example.com", "250"], ["250 mx.example.com"]],
  ])) {
    test(name, () => {
      assert.deepEqual(raws(lines.map((line) => `S: ${line}`).join("\n"), true), expected);
    });
  }

  test("have the enhanced code that any of them has, the first of several", () => {
    assert.deepEqual(codes("S: 550-Refused\nS: 550 5.7.1 by policy"), ["550 5.7.1"]);
    assert.deepEqual(codes("S: 550-5.7.1 Refused\nS: 550 by policy"), ["550 5.7.1"]);
    assert.deepEqual(codes("S: 550-5.7.1 Refused\nS: 550 5.1.1 by policy"), ["550 5.7.1"]);
  });
});

describe("an enhanced code without a code", () => {
  test("has the text behind it, and is told once", () => {
    assert.deepEqual(raws("status: 5.1.1: User unknown"), ["5.1.1 User unknown"]);
    assert.deepEqual(raws("5.1.1 User unknown"), ["5.1.1 User unknown"]);
    assert.deepEqual(raws("status: 5.1.1 User unknown, error 5.2.2 before"), [
      "5.1.1 User unknown, error 5.2.2 before",
    ]);
  });

  test("ends where a reply with a code begins", () => {
    for (const [name, text] of [
      ["on its line", 'x {"dsn":"5.1.1","message":"550 User unknown"}'],
      ["below it", "status: 5.1.1 refused, as the other server\nsaid at once: 550 User unknown"],
    ]) {
      for (const above of ["", "Somebody wrote this.\n\n".repeat(300)]) {
        const [status, reply] = found(above + text);
        assert.deepEqual([status.raw, status.before, status.end], ["5.1.1", reply, reply.at], name);
      }
    }
  });
});

test("replies stand in the order of the text", () => {
  assert.deepEqual(codes("(status 5.1.1)\n\n550 User unknown\n\n(status 4.2.2)"), [
    "null 5.1.1",
    "550 null",
    "null 4.2.2",
  ]);
});

test("of thousands of replies the first fifteen hundred are read", () => {
  for (const line of ["550 User unknown\n\n", "(status 5.1.1)\n\n"]) {
    assert.equal(found(line.repeat(1600)).length, 1500);
  }
});
