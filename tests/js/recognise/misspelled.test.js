/** Names of codes in which somebody mistyped a letter or two. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { withNamesRight } from "../../../templates/theme/js/recognise/misspelled.js";
import { lookup } from "../../../templates/theme/js/recognise/tables.js";
import { made } from "../support/data.js";

const known = lookup(made("en"));

/** @param {string} text */
const right = (text) => withNamesRight(known, text);

test("a letter that is missing, too many or another one is put right, and what stands behind is kept", () => {
  assert.equal(right("502 Bad Gatway nginx"), "502 Bad Gateway nginx");
  assert.equal(right("502 Bad Gatewayy"), "502 Bad Gateway");
  assert.equal(right("404: not fuond"), "404: Not Found");
  assert.equal(right("404 ot Found"), "404 Not Found");
  assert.equal(right("203 Non-Authorative Information"), "203 Non-Authoritative Information");
  assert.equal(right("302 Fund"), "302 Found");
});

test("three slips are another name, wherever they stand", () => {
  for (const name of [
    "tent Too Large",
    "xxxContent Too Large",
    "Contxxxent Too Large",
    "Cent Too Large",
    "Content Too Laxxx",
    "Content Too La",
    "Content Too Largexxx",
  ]) {
    assert.equal(right(`413 ${name}`), `413 ${name}`);
  }
  assert.equal(right("404 Found"), "404 Found");
});

test("a short name has room for fewer slips", () => {
  assert.equal(right("409 Conflt"), "409 Conflt");
  assert.equal(right("409 Conflit"), "409 Conflict");
  assert.equal(right("226 IM Us"), "226 IM Us");
  assert.equal(right("200 O"), "200 O");
});

test("what is right stays as it is written, and so does what no code is called", () => {
  assert.equal(right("502 bad gateway"), "502 bad gateway");
  assert.equal(right("555 ab"), "555 ab");
});

test("a long text is no typed one", () => {
  const [short, long] = [2000, 2001].map((length) => "502 Bad Gatway".padEnd(length, " ."));
  assert.ok(right(short).startsWith("502 Bad Gateway"));
  assert.equal(right(long), long);
});
