/**
 * Reads codes and servers' replies out of whatever was pasted: a code, a pair, a reply, a log, a bounce.
 *
 * A number is a code only if what stands around it says so. Spans that hold other numbers (dates, addresses,
 * versions, prices …) are masked first; what is left is weighed by the words and marks beside it.
 * The forms known are data (tables), so a new log format or mail library is a line there.
 * No regular expression here nests unbounded repetitions: a paste of any kind takes linear time.
 */
import { asMessage } from "./messages.js";
import { inProtocols } from "./protocols.js";
import { asQuery } from "./queries.js";
import { lookup } from "./tables.js";
import { repaired, withoutHeaders } from "./text.js";

/** @import { Result } from "./findings.js" */
/** @import { Tables } from "./tables.js" */

// Thousands of lines, and quick on a phone.
const LONGEST_INPUT = 400_000;

/**
 * What codes and replies a text holds.
 * @param {string} text whatever was pasted or typed
 * @param {Tables} tables
 * @returns {Result}
 */
export function recognise(text, tables) {
  const known = lookup(tables);
  const source = repaired(text.slice(0, LONGEST_INPUT));
  /** @param {string} whole */
  const readMail = (whole) => {
    const rest = withoutHeaders(whole);
    return (/\d/.test(rest) ? asQuery(known, rest) : null) ?? asMessage(known, rest);
  };
  return known.others.length === 0 ? readMail(source) : inProtocols(known, source, readMail);
}
