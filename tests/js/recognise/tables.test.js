/** The tables in the form that looking up needs. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { escaped, words } from "../../../templates/theme/js/recognise/patterns.js";
import { clean, lookup } from "../../../templates/theme/js/recognise/tables.js";

const tables = {
  catalogues: [
    {
      id: "web",
      protocol: "web",
      classes: [{ id: "weird", prefix: "4" }],
      forms: ["WEB {code}"],
      codes: [{ code: "404", name: "Weg", original: "Not Found", situations: ["lost"] }, { code: "599" }],
    },
    {
      id: "smtp",
      protocol: "smtp",
      forms: ["reply {code}"],
      classes: [{ id: "permanent", prefix: "5" }],
      codes: [{ code: "550", name: "No", situations: ["gone", "full"], usual: true }, { code: "421" }],
    },
    {
      id: "rpc",
      protocol: "rpc",
      forms: ["rpc {code}"],
      codes: [{ code: "GONE", number: 7, aliases: ["Gone"] }],
    },
    { id: "plain", protocol: "plain", forms: ["plain {code}"], codes: [{ code: "1" }] },
  ],
  providers: [
    {
      id: "alpha-365",
      signs: ["Alpha.Example"],
      aliases: ["알파", "alph"],
      replies: [{ id: "no", mark: "  No   such\n user … HERE &lt;x&gt;", codes: ["550"] }],
    },
    { id: "beta", signs: [], aliases: [], replies: [] },
  ],
  particles: ["은", "는"],
};

const known = lookup(tables);

describe("the tables", () => {
  test("are made once", () => {
    assert.equal(lookup(tables), known);
    assert.notEqual(lookup({ ...tables }), known);
  });

  test("hold every way of writing a code, with the code that is meant", () => {
    const meant = known.catalogues.map((catalogue) => [...catalogue.meant]);
    assert.deepEqual(meant, [
      [
        ["404 NOT FOUND", "404"],
        ["404", "404"],
        ["599", "599"],
      ],
      [
        ["550 NO", "550"],
        ["550", "550"],
        ["421", "421"],
      ],
      [
        ["7 GONE", "GONE"],
        ["GONE", "GONE"],
        ["7", "GONE"],
      ],
      [["1", "1"]],
    ]);
  });

  test("tell other protocols than mail by their forms, and by a code with its name", () => {
    assert.deepEqual(
      known.catalogues.map(({ patterns }) => patterns.length),
      [2, 0, 2, 1],
    );
    assert.deepEqual(
      known.others.map(({ id }) => id),
      ["web", "rpc", "plain"],
    );
  });

  test("know the home of mail's codes only", () => {
    assert.deepEqual([known.home("550"), known.home("404"), known.home(null)], ["smtp", null, null]);
    assert.deepEqual([known.has("550"), known.has("404")], [true, false]);
  });

  test("know providers by their names and signs", () => {
    assert.deepEqual([...known.names], ["alpha-365", "alpha", "알파", "alph", "beta"]);
    assert.deepEqual(known.koreanNames, ["알파"]);
    assert.deepEqual(known.signs, [{ provider: "alpha-365", sign: "alpha.example" }]);
  });

  test("hold the pieces of marks as they are compared", () => {
    const [{ pieces, shared, codes }] = known.marks;
    assert.deepEqual(
      { pieces, shared, codes },
      { pieces: ["no such user", "here <x>"], shared: false, codes: ["550"] },
    );
  });
});

describe("of situations, the tables", () => {
  const { phrases, hints, conclusions, outcomes } = lookup({
    ...tables,
    situations: [
      {
        id: "gone",
        said: ["No  such user …  here …", "{code} disk full", "{its code} full"],
        outcomes: { permanent: {} },
      },
      { id: "expired", said: ["expired"], outcomes: { transient: {}, permanent: {} }, conclusion: true },
    ],
  });

  test("hold the phrases, in pieces", () => {
    assert.deepEqual(phrases, [
      {
        ...{ situation: "gone", words: "No  such user …  here …", length: 23, conclusion: false },
        ...{ pieces: ["no such user", "here"], besideCode: false, ofItsCode: false },
      },
      {
        ...{ situation: "gone", words: "disk full", length: 9, conclusion: false },
        ...{ pieces: ["disk full"], besideCode: true, ofItsCode: false },
      },
      {
        ...{ situation: "expired", words: "expired", length: 7, conclusion: true },
        ...{ pieces: ["expired"], besideCode: false, ofItsCode: false },
      },
    ]);
  });

  test("hold apart what tells only beside a code that is sent for it", () => {
    assert.deepEqual(
      hints.map((hint) => [hint.words, hint.pieces, hint.besideCode]),
      [["full", ["full"], true]],
    );
  });

  test("know what each comes to, and which come at the end of others", () => {
    assert.deepEqual([...conclusions], ["expired"]);
    assert.deepEqual(
      [...outcomes],
      [
        ["gone", ["permanent"]],
        ["expired", ["transient", "permanent"]],
      ],
    );
  });

  test("know what mail's codes stand for, and mail's classes", () => {
    assert.deepEqual(
      [...known.uses],
      [
        ["550", { all: ["gone", "full"], usual: true, described: false, vendor: null }],
        ["421", { all: [], usual: false, described: false, vendor: null }],
      ],
    );
    assert.deepEqual(known.classes, [{ id: "permanent", prefix: "5" }]);
    const [web] = tables.catalogues;
    assert.deepEqual(lookup({ ...tables, catalogues: [web] }).classes, []);
  });
});

test("texts are compared on one line, in small letters", () => {
  assert.equal(clean("  No such\n\tUSER "), "no such user");
});

test("what is special in a pattern stands for itself where a text is sought", () => {
  const text = "5.1.1 (x|y) [z]* a+b? ^$ {1} \\d";
  assert.ok(new RegExp(`^${escaped(text)}$`).test(text));
  assert.ok(!new RegExp(`^${escaped("5.1.1")}$`).test("5x1x1"));
});

test("words stand between spaces and lines", () => {
  assert.deepEqual(
    words`
    one two
    three
  `,
    ["one", "two", "three"],
  );
});
