/** Outputs of tests: the code that came is told, the one that was only wanted is not. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";

const site = made("en");

/** @param {string} text */
const told = (text) =>
  recognise(text, site).findings.map(({ protocol, code, situation }) =>
    code ? `${protocol} ${code}` : situation,
  );

describe("the code that came", () => {
  test("stands first in what PHPUnit says", () => {
    assert.deepEqual(told("Failed asserting that 401 is identical to 200."), ["http 401"]);
    assert.deepEqual(told("Failed asserting that 500 matches expected 200."), ["http 500"]);
  });

  test("may be a good answer where a failure was wanted", () => {
    assert.deepEqual(told("AssertionError: expected 404 but got 200 for request GET /users/9"), ["http 200"]);
  });

  test("is told where the wanted one is no code that anybody knows", () => {
    assert.deepEqual(told("Expected status 777, but received status 403"), ["http 403"]);
  });

  test("is told once where a test says the same the other way round", () => {
    const text =
      "Expected response status code [200] but received 401.\nFailed asserting that 200 is identical to 401.";
    assert.deepEqual(told(text), ["http 401"]);
  });
});

describe("nothing came otherwise than wanted", () => {
  test("where both are the same", () => {
    assert.deepEqual(told("status: expected 500, but got 500; route /a"), []);
  });

  test("where what came is no code that anybody knows", () => {
    assert.deepEqual(told("expected status 200 but got 777"), []);
  });
});

const withoutWeb = { ...site, catalogues: site.catalogues.filter(({ protocol }) => protocol !== "http") };

test("without a catalogue of the web a test's outcome is nothing", () => {
  assert.deepEqual(recognise("AssertionError: status expected 200 but got 401", withoutWeb).findings, []);
});

test("a mail program that expected another good answer is out of step", () => {
  assert.deepEqual(told('Expected response code 354 but got code "250", with message "250 OK"'), [
    "wrong-order",
  ]);
});
