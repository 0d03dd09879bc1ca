/** What the recogniser finds in every text that it is tried with. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { checks, failing, quotations, wrongIn } from "./support/checks.js";

for (const [group, all] of Object.entries(Object.groupBy(checks, (check) => check.group))) {
  describe(group, () => {
    for (const check of all ?? []) test(check.name, () => assert.equal(wrongIn(check), "", check.text));
  });
}

test("there are cases enough and each has a name of its own", () => {
  assert.ok(checks.length > 2000);
  assert.equal(new Set(checks.map(({ group, name }) => `${group}: ${name}`)).size, checks.length);
});

test("a quoted reply that passes is not said to fail", () => {
  const wrong = new Set([...quotations()].filter(wrongIn).map(({ name }) => name));
  assert.deepEqual(
    Object.keys(failing).filter((name) => !wrong.has(name)),
    [],
  );
});
