/** What stands before the code of a refusal within a greeting. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { BEFORE, strongest } from "../../../templates/theme/js/recognise/cues.js";
import { ENOUGH } from "../../../templates/theme/js/recognise/weights.js";

test("the beginning of a greeting is enough, a number within words is not", () => {
  for (const text of ["220-mx.example.com ", "220 mx ", "S 220-mx.example.com "]) {
    assert.ok(strongest(BEFORE, text) >= ENOUGH, text);
  }
  for (const text of ["1220-mx ", "220 mx is "]) assert.ok(strongest(BEFORE, text) < ENOUGH, text);
});
