/** Lines of a program in a trace: their numbers are no codes. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { withoutListings } from "../../../templates/theme/js/recognise/listings.js";

/** @param {string} text */
const numbers = (text) => withoutListings(text).match(/\d{3}/g) ?? [];

test("numbers of listed lines are not seen, though a mark points into one of them", () => {
  const listing = "> 401 |   const res = await call();\n      |             ^\n  402 |   return res;";
  assert.deepEqual(numbers(listing), []);
});

test("what the lines themselves say stays", () => {
  assert.deepEqual(numbers("--> 401   if (status === 503) {\n    402     retry();"), ["503"]);
});

test("lines of which only some have a rule are a list of something else", () => {
  assert.deepEqual(numbers("401 | Unauthorized\n402 Payment Required"), ["401", "402"]);
});

test("a single numbered line is none of a program", () => {
  assert.deepEqual(numbers("502 | Bad Gateway"), ["502"]);
});
