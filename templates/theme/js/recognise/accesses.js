/** Logs of requests: whose they are, which status each record has, and that a good answer is one. */
import { MAIL_EVENT, webOf } from "./bodies.js";
import { MOST_HITS } from "./forms.js";
import { pattern } from "./patterns.js";
import { LONGEST_LINE, startOfLine } from "./places.js";
import { lookup } from "./tables.js";

/** @import { Finding } from "./findings.js" */
/** @import { FormHit } from "./forms.js" */
/** @import { Known } from "./tables.js" */

// A request with the status behind it, as servers write it down.
const REQUESTED =
  /"[A-Z]{3,10} \S[^"\n]{0,2000} HTTP\/\d(?:\.\d)?"(?: \d{3}\b|,)|\bTCP_[A-Z_]{2,30}\/\d{3} \d/;
// What servers write of a request into records of JSON, however it ended; and that a record is about one.
const LOGGED = pattern("gi")`
  "(?:EdgeResponseStatus|DownstreamStatus|(?:sc-|http_?|response_?|elb_)?status(?:_?code)?|response_?code)"
  [ ]{0,2}:[ ]{0,2}"?([1-5]\d\d)"?(?=\s{0,4}[,}])
`;
const OF_REQUEST = pattern("i")`
  "(?:(?:cs-|http_?|client_?request_?|request_?)?method|(?:request_?|client_?request_?)(?:uri|url|path)|cs-uri-stem
  |request)" ?: ?"
`;
// Nginx Proxy Manager writes the status before the request and Squid behind what it did; CloudFront's records hold
// other numbers behind it, and ModSecurity quotes some.
const RECORDED = [
  /(?<![\w-])(\d{3}) - (?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) https? /g,
  /\b(?:TCP_[A-Z_]{2,40}|NONE)\/(\d{3}) \d/g,
  /\bcloudfront\.net[ \t]\/\S{0,2000}[ \t](\d{3})[ \t]/g,
  /\bAccess denied with code (\d{3})\b/g,
];
const REQUESTS = new RegExp(REQUESTED.source, "g");
const IS_PREFLIGHT = /^"OPTIONS (\S+)/;
// A number that is written of a record, not in one, and of no visitors.
const NUMBER = pattern("g")`
  (?<![\w.\/:#-])[1-5]\d\d(?![\w.:\/%-]|[ ](?!(?:errors?|redirects?|status|codes?|responses?|is|was|always)\b)[a-z]+s\b)
`;
// What records of CDNs say of a request, which is no exception.
const NO_EXCEPTION = /\b(?:NoError|(?:Origin|ClientComm)\w{0,24}Error)\b/g;

/**
 * Whether a text is a record of JSON in which a server wrote down a request and its status.
 * @param {string} source
 */
const isLogged = (source) => OF_REQUEST.test(source) && source.search(LOGGED) >= 0;

/**
 * Whether a server wrote down a request and its status.
 * @param {string} source
 * @param {boolean} isBody whether it may be the body of an answer, which can hold the method as well
 */
export const isRecordOfRequest = (source, isBody) => REQUESTED.test(source) || (!isBody && isLogged(source));

/**
 * A text without the results of requests that read like names of exceptions.
 * @param {string} source
 */
export const withoutResults = (source) => source.replace(NO_EXCEPTION, "");

/**
 * Whether the number alone says that the server failed.
 * @param {Known} known
 * @param {Finding} finding
 */
export function isOfServer(known, { protocol, code }) {
  const { classes, classByCode } = lookup(known.tables, protocol);
  return classes.find(({ id }) => id === classByCode.get(code ?? ""))?.tone === "wait";
}

/**
 * The codes that somebody names beside the records of a server: I get a 302 at login.
 * @param {string} source
 */
export function askedBeside(source) {
  const lines = REQUESTED.test(source) ? source.split("\n") : [];
  return new Set(lines.flatMap((line) => (REQUESTED.test(line) ? [] : (line.match(NUMBER) ?? []))));
}

/**
 * Whether a browser asked for leave again and again, and the request itself never came.
 * @param {string} source
 */
export function isOnlyPreflights(source) {
  const asked = (source.match(REQUESTS) ?? []).map((record) => IS_PREFLIGHT.exec(record)?.[1]);
  return asked.length > 1 && asked[0] !== undefined && new Set(asked).size === 1;
}

// What else a record may say of a request that was answered well.
const ERROR_BESIDE =
  /"(?:error|err|exception)" ?: ?"[^"]|"level" ?: ?"(?:error|fatal)"|\b(?:ERROR|FATAL|Exception)\b/;

// What happened where it never did, mostly.
const UNANSWERED = "preflight-refused";

/**
 * A good answer that a log writes down is one, where nothing else is told of it.
 * @param {Known} known
 * @param {Finding} finding
 * @param {boolean} isUnanswered whether the log holds nothing but preflights
 * @returns {Finding}
 */
export function asLogged(known, finding, isUnanswered) {
  if (ERROR_BESIDE.test(finding.text)) return finding;
  const { classes, uses } = lookup(known.tables, finding.protocol);
  const isGood = classes.find(({ id }) => id === finding.outcome)?.tone === "ok";
  const [typical = null] = uses.get(finding.code ?? "")?.all ?? [];
  if (finding.situation !== null || !isGood) return finding;
  return isUnanswered
    ? { ...finding, situation: UNANSWERED, how: "question" }
    : { ...finding, situation: typical, how: "code" };
}

/**
 * The statuses of records in place of the other numbers on their lines, which tell sizes, times and addresses.
 * @param {Known} known
 * @param {string} source
 * @param {FormHit[]} hits
 */
export function withLogged(known, source, hits) {
  const catalogue = webOf(known);
  if (!catalogue) return hits;
  const isOfRequest = OF_REQUEST.test(source) && !MAIL_EVENT.test(source);
  /** @type {Map<number, FormHit>} */
  const logged = new Map();
  const lineOf = (/** @type {number} */ at) => startOfLine(source, at, LONGEST_LINE);
  for (const form of isOfRequest ? [LOGGED, ...RECORDED] : RECORDED) {
    for (const { 0: field, 1: number, index: at } of source.matchAll(form)) {
      const code = catalogue.meant.get(number);
      const line = lineOf(at);
      // The client gets the first; what stands behind it is told of another server.
      if (code === undefined || logged.has(line)) continue;
      logged.set(line, { at, end: at + field.length, catalogue, code });
    }
  }
  if (logged.size === 0) return hits;
  const others = hits.filter(({ at }) => !logged.has(lineOf(at)));
  return [...others, ...logged.values()].sort((one, other) => one.at - other.at).slice(0, MOST_HITS);
}
