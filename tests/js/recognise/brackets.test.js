/** Quotation marks and brackets around a reply. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { balanced, closing, openBefore } from "../../../templates/theme/js/recognise/brackets.js";

test("a reply stands in what was opened before it on its line and not closed", () => {
  for (const [source, open] of /** @type {[string, string | null][]} */ ([
    ["550", null],
    ["(550", "("],
    ["(said: 550", "("],
    ["(a) 550", null],
    ["(a (b) (c) 550", "("],
    ["((a) (b) 550", "("],
    ["([{a}] 550", "("],
    ["{[a] (b) 550", "{"],
    ["(a) [b 550", "["],
    ["(\n550", null],
    ['"550', '"'],
    ['said: "550', '"'],
    ['"said" 550', null],
    ['("said" 550', "("],
    ['{"text":"550', '"'],
    ["b'550", "'"],
    ["'550", "'"],
    ["' 550", "'"],
    ["'it is 550", null],
    ["`550", "`"],
    ["#<550", "<"],
    ["<550", null],
    ["<user@example.com> 550", null],
  ])) {
    assert.equal(openBefore(source, source.indexOf("550")), open, source);
  }
});

test("it closes where the mark of its kind does that was not opened within", () => {
  for (const [piece, open, at] of /** @type {[string, string, number][]} */ ([
    ["User unknown) x", "(", 12],
    ["User (x) unknown) x", "(", 16],
    ["User [x] unknown] x", "[", 16],
    ["User {x) unknown} x", "{", -1],
    ["User unknown", "(", -1],
    ["isn't known' x", "'", 11],
    ['unknown" x', '"', 7],
    ["unknown># x", "<", 7],
    ["<a> unknown>", "<", 11],
  ])) {
    assert.equal(closing(piece, open, { depth: 0 }), at, piece);
  }
  const state = { depth: 0 };
  assert.equal(closing("User (on two", "(", state), -1);
  assert.equal(closing("lines) unknown) x", "(", state), 14, "the line above opened one");
});

test("marks at the end that close what stands before are left out", () => {
  for (const [text, expected] of [
    ["User unknown", "User unknown"],
    ["User unknown)", "User unknown"],
    ["User unknown )", "User unknown"],
    ["User (x))", "User (x)"],
    ["User (x)", "User (x)"],
    ["User unknown))", "User unknown"],
    ['User "x"', 'User "x"'],
    ['User unknown "', "User unknown"],
    ['User "x" unknown")', 'User "x" unknown'],
  ]) {
    assert.equal(balanced(text), expected);
  }
});
