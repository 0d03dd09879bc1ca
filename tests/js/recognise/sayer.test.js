/** Which of several replies of one provider stands first. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";

const site = made("en");

test("the reason on a page stands before its heading", () => {
  const page = `Forbidden (403)

CSRF verification failed. Request aborted.

Reason given for failure:
    Origin checking failed - https://www.example.com does not match any trusted origins.`;
  const { findings } = recognise(page, site);
  assert.match(findings[0].text, /^Origin checking failed/);
  assert.equal(findings.length, 2);
});

test("replies of several things stay as they stand", () => {
  const log = `HTTP Error 404.13 - Not Found
HTTP Error 500.30 - ANCM In-Process Start Failure`;
  const { findings } = recognise(log, site);
  assert.deepEqual(
    findings.map(({ code }) => code),
    ["404", "500"],
  );
});
