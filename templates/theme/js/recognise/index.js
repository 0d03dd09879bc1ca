/**
 * Reads codes and servers' replies out of whatever was pasted: a code, a pair, a reply, a log, a bounce.
 *
 * A number is a code only if what stands around it says so. Spans that hold other numbers (dates, addresses,
 * versions, prices …) are masked first; what is left is weighed by the words and marks beside it.
 * The forms known are data (tables), so a new log format or mail library is a line there.
 * No regular expression here nests unbounded repetitions: a paste of any kind takes linear time.
 */
import { withActors } from "./acting.js";
import { ofLists } from "./blocklists.js";
import { ofOwnClients } from "./clients.js";
import { ofDelays } from "./delays.js";
import { ofForwards } from "./forwards.js";
import { ofGreetings } from "./greetings.js";
import { ofHandedOver } from "./handed.js";
import { unlessHearsay } from "./hearsay.js";
import { ofOwnHops } from "./hops.js";
import { asMail, prepared } from "./mail.js";
import { ofHandshake } from "./mistaken.js";
import { withNamesRight } from "./misspelled.js";
import { withoutProcess } from "./processes.js";
import { inProtocols } from "./protocols.js";
import { ofStrangers } from "./logins.js";
import { ofSlips } from "./slips.js";
import { inNumbers } from "./spelled.js";
import { inSummary, isSummary } from "./summaries.js";
import { lookup } from "./tables.js";
import { ofTokens } from "./tokens.js";

/** @import { Result } from "./findings.js" */
/** @import { Tables } from "./tables.js" */

/**
 * What codes and replies a text holds.
 * @param {string} text whatever was pasted or typed
 * @param {Tables} tables
 * @returns {Result}
 */
export function recognise(text, tables) {
  const known = lookup(tables);
  const source = withoutProcess(withNamesRight(known, inNumbers(prepared(text))));
  /** @param {string} rest */
  const readMail = (rest) => asMail(known, rest);
  const counted = isSummary(source) ? inSummary(known, source, readMail) : null;
  if (counted) return counted;
  const told = unlessHearsay(source, (rest) =>
    known.others.length === 0 ? readMail(rest) : inProtocols(known, rest, readMail),
  );
  const greeted = ofGreetings(known, told, source);
  const spoken = ofHandedOver(known, ofHandshake(known, greeted, source), source);
  const meant = ofForwards(known, ofTokens(known, ofLists(known, spoken), source), source);
  const own = ofOwnHops(ofOwnClients(ofStrangers(meant, source), source), source);
  return ofDelays(ofSlips(withActors(own, source)), source);
}
