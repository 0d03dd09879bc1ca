/** The tables as they are loaded, and what loads them. */
import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";

import { loader, placeOf, unpacked } from "../../../templates/theme/js/find/tables.js";

/** @import { Packed } from "../../../templates/theme/js/find/tables.js" */

describe("the tables as they are loaded", () => {
  const packed = /** @type {Packed} */ (
    /** @type {unknown} */ ({
      catalogues: [
        {
          id: "mail",
          codes: {
            code: ["550", "421"],
            situations: [[1, 0], []],
            usual: [true, null],
            verdict: [null, 0],
            own: [{ big: 1 }, null],
          },
        },
        { id: "other", codes: { code: ["X"] } },
        { id: "none", codes: {} },
      ],
      situations: {
        id: ["lost", "big"],
        protocol: ["smtp", "http"],
        name: ["Lost", "Big"],
        said: ["is lost^was lost", ""],
        conclusion: [1],
        outcomes: [["transient", "permanent"], []],
        verdicts: [[2, 0], []],
        others: [{}, { server: 1 }],
      },
      protocols: [
        { id: "smtp", providers: "providers/" },
        { id: "http", providers: "http/providers/" },
      ],
      providers: {
        id: ["anna", "none", "bert"],
        protocol: ["smtp", "smtp", "http"],
        replies: [2, 0, 1],
      },
      verdicts: [
        ["ends", null],
        ["fails", null],
        ["waits", null],
      ],
      replies: {
        mark: ["has gone", "is full", "no"],
        situation: [0, null, 1],
        codes: ["550 5.1.1", "", "552"],
        shared: [2],
        exact: [1],
        alone: [0],
      },
      words: {},
    })
  );
  const { catalogues, providers, situations, words } = unpacked(packed);
  test("have each reply at its provider, called by its place there", () => {
    assert.deepEqual(words, {});
    assert.deepEqual(providers, [
      {
        ...{ id: "anna", protocol: "smtp", address: "providers/anna/" },
        replies: [
          {
            id: "0",
            mark: "has gone",
            codes: ["550", "5.1.1"],
            situation: "lost",
            shared: false,
            alone: true,
          },
          { id: "1", mark: "is full", codes: [], situation: undefined, shared: false, exact: true },
        ],
      },
      { id: "none", protocol: "smtp", address: "providers/none/", replies: [] },
      {
        ...{ id: "bert", protocol: "http", address: "http/providers/bert/" },
        replies: [{ id: "0", mark: "no", codes: ["552"], situation: "big", shared: true }],
      },
    ]);
  });
  test("tell of each situation what it comes to", () => {
    assert.deepEqual(situations, [
      {
        ...{ id: "lost", protocol: "smtp", name: "Lost", said: ["is lost", "was lost"], conclusion: false },
        outcomes: {
          transient: { verdict: ["waits", null] },
          permanent: { verdict: ["ends", null] },
        },
        others: {},
      },
      {
        ...{ id: "big", protocol: "http", name: "Big", said: [], conclusion: true },
        ...{ outcomes: {}, others: { server: ["fails", null] } },
      },
    ]);
  });
  test("name the situations of each code, and its verdicts", () => {
    assert.deepEqual(catalogues, [
      {
        id: "mail",
        codes: [
          { code: "550", usual: true, situations: ["big", "lost"], own: { big: ["fails", null] } },
          { code: "421", situations: [], verdict: ["ends", null] },
        ],
      },
      { id: "other", codes: [{ code: "X" }] },
      { id: "none", codes: [] },
    ]);
  });
});

describe("a file", () => {
  const { fetch: original } = globalThis;
  afterEach(() => {
    globalThis.fetch = original;
  });
  /** @type {string[]} */
  let asked = [];
  /** @param {(address: string) => Partial<Response>} answer */
  const answerWith = (answer) => {
    asked = [];
    globalThis.fetch = async (address) => {
      asked.push(String(address));
      return /** @type {Response} */ (answer(String(address)));
    };
  };

  test("is loaded once, by its place in the folder", async () => {
    answerWith(() => ({ ok: true, json: async () => ({ a: 1 }) }));
    const load = loader("https://example.org/find/ko/");
    assert.deepEqual(await Promise.all([load("search"), load("search")]), [{ a: 1 }, { a: 1 }]);
    assert.deepEqual(asked, ["https://example.org/find/ko/search.json"]);
  });

  test("that failed is asked for again", async () => {
    let fails = true;
    answerWith(() => ({ ok: !fails, status: 503, json: async () => "there" }));
    const load = loader("/");
    await assert.rejects(load("search"), /search: 503/);
    fails = false;
    assert.equal(await load("search"), "there");
    assert.equal(asked.length, 2);
  });
});

test("a situation's page stands below its protocol", () => {
  const situation = /** @type {import("../../../templates/theme/js/find/tables.js").Situation} */ (
    /** @type {unknown} */ ({ protocol: "smtp", id: "mailbox-full" })
  );
  assert.equal(placeOf(situation), "smtp/situations/mailbox-full/");
});
