/** What is handed back of another protocol than mail, and of what has no code. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { byTelling, inOrder, otherFinding, result } from "../../../templates/theme/js/recognise/findings.js";
import { lookup } from "../../../templates/theme/js/recognise/tables.js";

const classes = [
  { id: "transient", prefix: "4" },
  { id: "permanent", prefix: "5" },
];
const known = lookup({
  catalogues: [{ id: "smtp", protocol: "smtp", classes, codes: [{ code: "550" }] }],
  providers: [],
  situations: [
    { id: "domain-unknown", said: ["name service error"], outcomes: { transient: {}, permanent: {} } },
    { id: "route-missing", said: [], outcomes: { transient: {}, permanent: {} } },
  ],
  particles: [],
});

describe("a finding of another protocol", () => {
  test("keeps the code and catalogue that are known", () => {
    const found = otherFinding(known, { id: "http", protocol: "http" }, "404", "404 Not\n Found");
    assert.deepEqual(
      [found.code, found.protocol, found.catalogue, found.text],
      ["404", "http", { code: "http", enhanced: null }, "404 Not Found"],
    );
  });

  test("has none where none is told", () => {
    const found = otherFinding(known, { id: null, protocol: "http" }, null, "upstream timed out");
    assert.deepEqual([found.code, found.catalogue], [null, { code: null, enhanced: null }]);
  });
});

describe("a name that DNS does not know", () => {
  /** @param {string} name */
  const told = (name) => {
    const raw = `550 Host or domain name not found. Name service error for name=${name} type=A`;
    const one = { at: 0, end: 0, code: "550", enhanced: null, raw, recipient: "kim@Example.com" };
    return result(known, "log", [one], inOrder).findings[0].situation;
  };

  test("is the recipient's own, in whatever letters, or a server's", () => {
    assert.equal(told("example.com"), "domain-unknown");
    assert.equal(told("EXAMPLE.com"), "domain-unknown");
    assert.equal(told("mx.example.com"), "route-missing");
  });
});

test("what has neither code nor class comes last", () => {
  const bare = { at: 0, end: 0, code: null, enhanced: null, raw: "no" };
  const sorted = [bare, { ...bare, code: "550" }, { ...bare, code: "250" }].toSorted(byTelling);
  assert.deepEqual(
    sorted.map(({ code }) => code),
    ["550", "250", null],
  );
});
