/** What a text says about mail. */
import { tellingRecords } from "./logs.js";
import { asMessage } from "./messages.js";
import { asQuery } from "./queries.js";
import { repaired, withoutHeaders } from "./text.js";

/** @import { Known } from "./tables.js" */

// Thousands of lines, and quick on a phone.
const LONGEST_INPUT = 400_000;

/**
 * A text as it is read: what pasting did to it undone, and not too long.
 * @param {string} text
 */
export const prepared = (text) => repaired(tellingRecords(text).slice(0, LONGEST_INPUT));

/**
 * What a prepared text says about mail.
 * @param {Known} known
 * @param {string} source
 */
export function asMail(known, source) {
  const rest = withoutHeaders(source);
  return (/\d/.test(rest) ? asQuery(known, rest) : null) ?? asMessage(known, rest);
}
