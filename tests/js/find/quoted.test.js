/** What a finding quotes. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { codesOf, wordsOf } from "../../../templates/theme/js/find/quoted.js";

/** @import { Finding } from "../../../templates/theme/js/recognise/findings.js" */

const finding = (/** @type {Partial<Finding>} */ more) =>
  /** @type {Finding} */ ({ code: null, enhanced: null, text: "", ...more });

test("its codes, each that it has", () => {
  assert.equal(codesOf(finding({ code: "550", enhanced: "5.1.1" })), "550 5.1.1");
  assert.equal(codesOf(finding({ enhanced: "5.1.1" })), "5.1.1");
  assert.equal(codesOf(finding({})), "");
});

test("its words, unless they are its codes alone, or stand whole in the field", () => {
  assert.equal(wordsOf(finding({ code: "550", text: "550 User unknown" })), "550 User unknown");
  assert.equal(wordsOf(finding({ code: "550", text: "550" })), null);
  assert.equal(wordsOf(finding({ text: "User unknown" })), null);
  const long = "User unknown ".repeat(5);
  assert.equal(wordsOf(finding({ text: long })), long);
});
