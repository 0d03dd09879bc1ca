/** Logs of requests: whose they are, what is a failure of the server, and that a good answer is one. */
import { isLogged } from "./bodies.js";
import { lookup } from "./tables.js";

/** @import { Finding } from "./findings.js" */
/** @import { Known } from "./tables.js" */

// A request with the status behind it, as servers write it down.
const REQUESTED =
  /"[A-Z]{3,10} \S[^"\n]{0,2000} HTTP\/\d(?:\.\d)?"(?: \d{3}\b|,)|\bTCP_[A-Z_]{2,30}\/\d{3} \d/;
// What records of CDNs say of a request, which is no exception.
const NO_EXCEPTION = /\b(?:NoError|(?:Origin|ClientComm)\w{0,24}Error)\b/g;

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

// What else a record may say of a request that was answered well.
const COMPLAINT =
  /"(?:error|err|exception)" ?: ?"[^"]|"level" ?: ?"(?:error|fatal)"|\b(?:ERROR|FATAL|Exception)\b/;

/**
 * A good answer that a log writes down is one, where nothing else is told of it.
 * @param {Known} known
 * @param {Finding} finding
 * @returns {Finding}
 */
export function asLogged(known, finding) {
  if (COMPLAINT.test(finding.text)) return finding;
  const { classes, uses } = lookup(known.tables, finding.protocol);
  const isGood = classes.find(({ id }) => id === finding.outcome)?.tone === "ok";
  const [typical = null] = uses.get(finding.code ?? "")?.all ?? [];
  return finding.situation === null && isGood ? { ...finding, situation: typical, how: "code" } : finding;
}
