/** No entry of a table is there for nothing: without it, a case fails. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import * as cues from "../../templates/theme/js/recognise/cues.js";
import { LOG } from "../../templates/theme/js/recognise/kinds.js";
import { NEW_FIELD, NEW_RECORD } from "../../templates/theme/js/recognise/lines.js";
import { MASKS } from "../../templates/theme/js/recognise/masks.js";
import { RECIPIENT_BESIDE } from "../../templates/theme/js/recognise/recipients.js";
import { REPAIRS } from "../../templates/theme/js/recognise/text.js";
import { checks, wrongIn } from "./support/checks.js";

const { BEFORE, AFTER, ENHANCED_BEFORE, ENHANCED_AFTER } = cues;

/** @type {Record<string, (RegExp | [RegExp, ...unknown[]])[]>} */
const tables = {
  ...{ REPAIRS, MASKS, BEFORE, AFTER, ENHANCED_BEFORE, ENHANCED_AFTER, NEW_RECORD, NEW_FIELD },
  ...{ RECIPIENT_BESIDE, LOG },
};

/**
 * Whether a case fails, those tried first in whose text a form is found.
 * @param {RegExp} form
 */
function someCaseFails(form) {
  const likely = new RegExp(form.source, form.flags.replace("g", ""));
  const order = checks.toSorted(
    (one, other) => Number(likely.test(other.text)) - Number(likely.test(one.text)),
  );
  return order.some((check) => wrongIn(check) !== "");
}

for (const [name, table] of Object.entries(tables)) {
  describe(name, () => {
    for (const [index, entry] of [...table].entries()) {
      const form = Array.isArray(entry) ? entry[0] : entry;
      test(`${index}: ${form.source.slice(0, 60)}`, () => {
        table.splice(index, 1);
        try {
          assert.ok(someCaseFails(form), "no case needs it");
        } finally {
          table.splice(index, 0, entry);
        }
      });
    }
  });
}
