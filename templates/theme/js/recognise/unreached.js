/** A program that gets no connection to its own server, or does not trust it: no mail server has refused anything. */
import { UNREACHED, isGreeted, plainFinding } from "./findings.js";
import { pattern } from "./patterns.js";
import { PROGRAM, isOfProgram, readerOf } from "./readers.js";
import { MAIL, clean, lookup } from "./tables.js";

/** @import { Finding, Result } from "./findings.js" */
/** @import { Known } from "./tables.js" */

// What programs say of a connection that does not come about, or on which the other side does not speak SMTP.
const FAILED = pattern("i")`
  \b(?:ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|WSAE(?:TIMEDOUT|CONNREFUSED)
  |connection (?:was |has been )?(?:refused|timed out|could not be established)|connect(?:ion)? time(?:d )?out
  |connecti(?:ng|on) to [^\n]{1,120} (?:failed|timed out)
  |(?:unable|failed|not able) to (?:connect|reach|open (?:a )?connection)|(?:can|could) ?n[o']t (?:connect|open)
  |refused it|dial tcp|i\/o timeout|(?:Open|Read)Timeout|no such host|name or service not known|getaddrinfo failed
  |network is unreachable|no route to host|socket hang up|host is unreachable
  |(?:unexpected )?EOF|wrong version number|not look like a TLS handshake|unrecognized SSL message
  |plaintext connection\?|greeting never received|response: -1)\b|연결할 수 없|연결하지 못|응답하지 않
`;
const MAIL_PORT = /(?:(?:\.\d{1,3}|[a-z\]]):|\bport\W{0,4}|, ):?(?:25|465|587|2525)(?![\d.]|:\d)/i;
const ANY_PORT = /(?:\.\d{1,3}|[a-z]{2}|\]):\d{2,5}(?![\w.]|:\d)|\bport\W{0,4}\d/i;
const SENDS = pattern("i")`
  smtp|starttls|command: ?'CONN'
  |\bmail ?servers?\b|\b(?:send(?:ing)?|deliver(?:ing)?) (?:\w+ ){0,3}?e?-?mails?\b
  |\be?-?mails? (?:\w+ )?fail|\b\w{0,20}mailers?\b|\w[mM]ailer\b|javax\.mail|메일 ?(?:발송|전송)
`;
// Go's programs name who looked a name up, and which of their lines speaks; those ports and numbers are not mail's:
// lookup smtp.example.com on 10.0.0.10:53, dispatch.go:280
const OF_OTHERS =
  /(?<=\blookup \S{1,255}) on \S{1,100}:53\b(?:: read udp \S{1,200})?|\b\w{1,60}\.go:\d{1,5}/g;
// A mail server that has the mail names whom it tried.
const TRIED = /\b[HRT]=\S|[Cc]onnect to [^\s[\]]{1,255}\[|\bMX\b.{0,20}\bfor\b|smtp;|X-Postfix/;

// A certificate is shown by a server that answers.
const CERTIFIED = /\bcertificates?\b|\bx509\b|\bPKIX path\b|CERTIFICATE_VERIFY_FAILED/i;
const UNTRUSTED = "outgoing-certificate-untrusted";

/**
 * Whether a text is no record of a mail server, for which the certificate is that of the recipient's. Go's libraries
 * throw nothing.
 * @param {string} source
 * @param {Result["kind"]} kind
 */
const isOfClient = (source, kind) => kind !== "log" || isOfProgram(source) || source.includes("x509: ");

// A program of Node.js or Go that was refused, and at which port.
const REFUSED = pattern("i")`
  \bconnect ECONNREFUSED (?:\[[\da-f:.]{2,45}\]|[\w.:-]{1,255}?):(?<node>\d{1,5})\b
  |\bdial tcp (?:\[[\da-f:.]{2,45}\]|[\w.-]{1,255}):(?<go>\d{1,5}): connect: connection refused\b
`;
// Ports of mail, databases, queues, logins and gRPC, of which the site has no pages, or says other things.
const OF_OTHER_SERVICES = pattern("")`
  ^(?:2[1235]|465|587|2525|53|110|143|389|636|99[35]|1433|1521|2181|2379|3306|4222|543[23]|567[12]|6379|6380|9042
  |9092|11211|26379|27017|27018|50051)$
`;
const NOBODY_LISTENS = "connection-refused";

/**
 * What a program says that was refused at an address, of which nothing else tells what it asks: nobody listens there.
 * @param {Known} known
 * @param {string} source
 * @returns {Result | null}
 */
export function asRefused(known, source) {
  const web = known.others.find(({ protocol }) =>
    lookup(known.tables, protocol).outcomes.has(NOBODY_LISTENS),
  );
  const found = REFUSED.exec(source);
  const port = found?.groups?.node ?? found?.groups?.go ?? "";
  if (!web || !found || OF_OTHER_SERVICES.test(port)) return null;
  const { protocol } = web;
  const { outcomes, readers } = lookup(known.tables, protocol);
  const line = source.split("\n").find((one) => REFUSED.test(one)) ?? source;
  /** @type {Finding} */
  const finding = {
    ...plainFinding({ id: null, protocol }, null, line),
    situation: NOBODY_LISTENS,
    outcome: outcomes.get(NOBODY_LISTENS)?.[0] ?? null,
    how: "words",
    words: clean(found[0]),
  };
  return { kind: "reply", findings: [finding], pairs: [], role: readers.exception };
}

/**
 * What happened to a program at its own server, and the line that says so; null where it does not.
 * @param {Known} known
 * @param {string} source
 * @param {Result["kind"]} kind
 */
function failureIn(known, source, kind) {
  const lines = source.split("\n");
  const certified = lines.find((line) => CERTIFIED.test(line));
  if (certified !== undefined) {
    return known.outcomes.has(UNTRUSTED) && isOfClient(source, kind)
      ? { situation: UNTRUSTED, line: certified }
      : null;
  }
  const failed = lines.filter((line) => FAILED.test(line));
  const isElsewhere = failed.some((line) => ANY_PORT.test(line) && !MAIL_PORT.test(line));
  return failed.length === 0 || isElsewhere ? null : { situation: UNREACHED, line: failed[0] };
}

/**
 * What a program says that did not reach its own server, or does not trust it; null where a server speaks, or something
 * else failed.
 * @param {Known} known
 * @param {string} text
 * @param {Result} mail what it would say about mail
 * @returns {Result | null}
 */
export function asUnreached(known, text, { kind, findings }) {
  const source = text.replace(OF_OTHERS, "");
  if (kind === "bounce" || !known.outcomes.has(UNREACHED)) return null;
  if (findings.some(({ code, enhanced }) => code ?? enhanced)) return null;
  const failure = failureIn(known, source, kind);
  if (failure === null || TRIED.test(source)) return null;
  if (failure.situation === UNREACHED && isGreeted(source)) return null;
  // In a server's own log it is another server that was not reached.
  if (readerOf(source, "log")?.endsWith("admin")) return null;
  if (!SENDS.test(source) && !MAIL_PORT.test(source)) return null;
  /** @type {Finding} */
  const finding = {
    ...plainFinding({ id: null, protocol: MAIL }, null, failure.line),
    situation: failure.situation,
    outcome: "permanent",
  };
  return { kind: "reply", findings: [finding], pairs: [], role: PROGRAM };
}
