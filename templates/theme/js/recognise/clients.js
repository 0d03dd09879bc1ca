/** Clients that a server turned away for want of a name in DNS, and which of them are its own. */
import { pattern } from "./patterns.js";
import { isOwnAnswer } from "./readers.js";

/** @import { Finding, Result } from "./findings.js" */

// Loopback, private and link-local addresses, which have no name in DNS by right (RFC 1918, RFC 4193, RFC 4291).
export const PRIVATE = pattern("i")`
  (?<![\w.:])(?:(?:127|10)(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}
  |169\.254(?:\.\d{1,3}){2}|::1|f[cd][\da-f]{2}:[\da-f:]{2,36}|fe[89ab][\da-f]:[\da-f:]{2,36})(?![\w.:]*[\w:])
`;
// What a record adds about the mail, where a name that the client gives itself proves nothing.
const ABOUT_MAIL = /;? from=<.*$| helo=<.*$/s;
const SENT_WITHIN = /\bfrom=<[^<>@\s]{1,64}@([^<>@\s]{1,255})>,? to=<[^<>@\s]{1,64}@([^<>@\s]{1,255})>/i;

const NAMELESS = "reverse-dns";
const LOGIN_DUE = "login-required";

// The address of a client; where it was made illegible, it tells nothing.
const ADDRESS = /\[(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]{0,4}:[\da-f:.]{2,40})\]/i;

/**
 * Whether a client is one of the server's own: by its address; or, where that is not told, as its mail comes from the
 * domain that it goes to. From elsewhere somebody who forges that domain writes as well.
 * @param {string} reply
 * @param {string} [record] the line of a log on which it stands
 */
export function isOwnClient(reply, record = "") {
  const isRecord = isOwnAnswer(record);
  if (PRIVATE.test((isRecord ? record : reply).replace(ABOUT_MAIL, ""))) return true;
  const isHidden = isRecord && !ADDRESS.test(record.replace(ABOUT_MAIL, ""));
  const [, from, to] = (isHidden && SENT_WITHIN.exec(record)) || [];
  return from !== undefined && from.toLowerCase() === to.toLowerCase();
}

/**
 * What happened where a server turned away a client of its own: that needs no name in DNS, but a login.
 * @param {Result} told
 * @param {string} source
 * @returns {Result}
 */
export function ofOwnClients(told, source) {
  if (told.findings.every(({ situation }) => situation !== NAMELESS)) return told;
  const lines = source.split("\n");
  const recordOf = (/** @type {string} */ reply) => lines.find((line) => line.includes(reply));
  const isOwn = (/** @type {Finding} */ { situation, text }) =>
    situation === NAMELESS && isOwnClient(text, recordOf(text));
  const findings = told.findings.map((one) =>
    isOwn(one) ? { ...one, situation: LOGIN_DUE, reply: null, how: null, words: null } : one,
  );
  return { ...told, findings };
}
