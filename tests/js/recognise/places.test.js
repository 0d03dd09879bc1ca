/** Looking at a place in a text. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { around, endOfLine, startOfLine, viewOf } from "../../../templates/theme/js/recognise/places.js";
import { lookup } from "../../../templates/theme/js/recognise/tables.js";
import { sample } from "../support/data.js";

const known = lookup(sample);

test("a line begins behind the last line end, or as far back as is looked", () => {
  const source = "\nfirst\nsecond";
  const begins = (/** @type {string} */ word, most = 300) =>
    startOfLine(source, source.indexOf(word) + 3, most);
  assert.equal(begins("first"), 1);
  assert.equal(begins("second"), 7);
  assert.equal(begins("second", 3), 7, "exactly that far");
  assert.equal(begins("second", 2), 8, "no further");
  assert.equal(startOfLine("first", 3, 300), 0);
});

test("a line ends before the next line end, or as far ahead as is looked", () => {
  assert.equal(endOfLine("first\nsecond", 2), 5);
  assert.equal(endOfLine("first\nsecond", 5), 5);
  assert.equal(endOfLine("first\nsecond", 8), 12);
  assert.equal(endOfLine("x".repeat(9000), 100), 4100);
});

test("beside a place stand the rest of its line before it and what comes behind it", () => {
  const source = "two lines\nabove 550 and\nbelow";
  const { before, above, after } = around(viewOf(source, known), source.indexOf("550"), 3);
  assert.deepEqual({ before, above, after }, { before: "above ", above: "", after: " and\nbelow" });
  const long = `${"a".repeat(400)} 550 ${"b".repeat(400)}`;
  const beside = around(viewOf(long, known), 401, 3);
  assert.deepEqual([beside.before.length, beside.after.length], [160, 160]);
});

test("only a line that ends open leads on to the next", () => {
  const above = (/** @type {string} */ text) =>
    around(viewOf(`${text}\n550`, known), text.length + 1, 3).above;
  assert.equal(above("the remote server said:"), "the remote server said: ");
  assert.equal(above("The answer was  "), "The answer was ");
  assert.equal(above("Dear all\nthe error code"), "the error code ");
  assert.equal(above("\nsaid:"), "said: ", "an empty line above it");
  assert.equal(above(">"), "> ", "one sign alone");
  assert.equal(above("We thank you for your patience."), "");
  assert.equal(above(""), "");
  assert.equal(around(viewOf("said: 550", known), 6, 3).above, "", "nothing is above the only line");
});
