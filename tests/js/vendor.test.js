import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { vendored } from "../../scripts/vendor.js";

test("the libraries that the site carries are what their locked packages make", async () => {
  for (const { file, code } of await vendored()) assert.equal(readFileSync(file, "utf-8"), code);
});

test("the lock holds a hash of every package and names no registry", () => {
  const { packages } = JSON.parse(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf-8"));
  for (const [path, entry] of Object.entries(packages)) {
    assert.equal(entry.resolved, undefined, path);
    assert.equal(typeof entry.integrity, path === "" ? "undefined" : "string", path);
  }
});
