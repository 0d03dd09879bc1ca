import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { VENDORED, vendored } from "../../scripts/vendor.js";

test("the library that the site carries is what its locked package makes", async () => {
  assert.equal(readFileSync(VENDORED, "utf-8"), await vendored());
});

test("the lock holds a hash of every package and names no registry", () => {
  const { packages } = JSON.parse(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf-8"));
  for (const [path, entry] of Object.entries(packages)) {
    assert.equal(entry.resolved, undefined, path);
    assert.equal(typeof entry.integrity, path === "" ? "undefined" : "string", path);
  }
});
