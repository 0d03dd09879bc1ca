/** A program that gets no connection to its own server, or does not trust it: no mail server has refused anything. */
import { UNREACHED, isGreeted, plainFinding } from "./findings.js";
import { pattern } from "./patterns.js";
import { PROGRAM, isOfProgram, readerOf } from "./readers.js";
import { MAIL, clean, lookup } from "./tables.js";

/** @import { Finding, Result } from "./findings.js" */
/** @import { Known } from "./tables.js" */

// What programs say where one side speaks TLS and the other does not, or where no server of mail answers at all.
const MISMATCHED = pattern("i")`
  \bwrong[ _]version[ _]number|unknown[ _]protocol\b|record[ _]layer[ _]failure
  |\bnot look like a TLS handshake|\bunrecognized SSL message|\bplaintext connection\?
  |\bInvalidContentType\b|\bCorruptMessage\b|\bcorrupt message of type\b
  |\bhandshake failed due to an unexpected packet format|\bcorrupted frame was received
  |\bunexpected TLS packet was received|\bpacket length too long|\bbogus greeting
  |\b(?:unable|failed) to parse status code|\bresponse error: error \w|\binvalid greeting\b
  |\bport\W{1,4}465, response: -1\b|\btypically reserved for plain-text|\bshort response:(?! (?:\* OK|\+OK)\b)
`;
// What they say where both sides speak TLS and have no version or cipher in common.
const DIFFERING = pattern("i")`
  \bno appropriate protocol\b|\balert:? protocol[ _]version|\bprotocol[ _]version[ _]not[ _]supported
  |\bunsupported[ _]protocol\b|\bno[ _]protocols[ _]available|\bno supported versions satisfy
  |\b(?:fatal alert|alert:?) (?:handshake[ _]failure|insufficient[ _]security)|\btls: handshake failure
  |\bno shared cipher|\bno[ _]ciphers[ _]available|\bdh[ _]key[ _]too[ _]small|\binappropriate[ _]fallback
  |\bdo not possess a common algorithm
`;
// An exception of the handshake tells as much, where nothing else says why it failed.
const UNAGREED = /\bSSLHandshakeException\b|\bno cipher suites in common\b/;
// What they say of a connection that stood and was ended without a reply.
const HUNG_UP = pattern("i")`
  \bunexpectedly (?:closed|disconnected|dropped)|\bclosed unexpectedly|\bunexpected socket close
  |\bforcibly closed by the remote host|\bECONN(?:RESET|ABORTED)\b|\bEPIPE\b|\bsocket hang up\b
  |\bgot code \\{0,3}"\\{0,3}", with message|\bgot (?:an )?empty (?:code|response)
  |\bserver response timeout\b|\bresponse reading failed\b
  |\bconnection (?:was |has been )?reset\b|\b(?:response )?read timed out|\bdata sending failed
  |\bEOFError\b|\bend of file reached
  |(?<![\w.])EOF\b|\bcould not read (?:smtp )?response|\bexception reading response
  |\bincomplete response|\{:?error, ?:?closed\}
  |\btransport connection: The connection was closed
  |\bserver sent an empty reply|\bconnection lost in middle of processing|\bplease run connect\(\) first
  |syscall["']?: ?["'](?:read|write)|\bconnection to "[^"\n]{1,120}" has been closed
`;
// What they say of one that does not come about.
const FAILED = pattern("i")`
  \b(?:ETIMEDOUT|ECONNREFUSED|ECONNECTION|ENETUNREACH|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN
  |WSAE(?:TIMEDOUT|CONNREFUSED)|UnknownHostException|unknown smtp host
  |connection (?:was |has been )?(?:refused|timed out|could not be established)|connect(?:ion)? time(?:d )?out
  |connecti(?:ng|on) to [^\n]{1,120} (?:failed|timed out)|error connecting to smtp|not accepting smtp connections
  |(?:unable|failed|not able) to (?:connect(?!, no password)|reach|open (?:a )?connection)
  |(?:can|could) ?n[o']t (?:connect|open)
  |cannot (?:locate|find) host|refused it|dial tcp|i\/o timeout|(?:Open|Read)Timeout|execution expired|no such host
  |name or service not known|nodename nor servname|getaddrinfo failed|getaddresses|in name resolution
  |did not properly respond|operation (?:has )?timed out|(?:TimeoutError|socket\.timeout): |network_failure
  |unable to locate mail|resource temporarily unavailable \(os error 11|connection error: timed out
  |network is unreachable|no route to host|host is unreachable
  |greeting never received|response: -1|syscall["']?: ?["']connect|ESOCKET|econnrefused|nxdomain
  )\b|연결할 수 없|연결하지 못|응답하지 않
`;
// What PHPMailer writes down of a connection that stood, and on which no server said a word.
const SILENT =
  /\bConnection: opened(?![^]{0,2000}SERVER -> CLIENT: [2-5]\d\d[ -])[^]{0,2000}\bConnection: clos.*/;
// A program that waits for a greeting where TLS is due: that port, and nothing that says that TLS is switched on.
const TLS_PORT = /(?<![\d.-])465(?![\d.])/;
const WAITS = pattern("i")`
  \bunexpectedly (?:closed|disconnected)|\bgreeting never received|\btimed out\b|\bgot (?:code|an empty)|\bEOF caught
`;
const BY_TLS = pattern("i")`
  SMTP_SSL|smtps:|ssl:\/\/|SslOnConnect|secure["']?: ?true|implicit|SMTPSecure
  |\bssl\W{1,4}(?:true|on|yes|1)\b|\b465, ?true
  |\b(?:587|25)\b|ssl_client|\bport\W{1,4}465; timeout|\bETIMEDOUT|\bdial tcp|\bconnection timed out
`;
const MAIL_PORT = /(?:(?:\.\d{1,3}|[a-z\]]):|\bport\W{0,4}|, ):?(?:25|465|587|2525)(?![\d.]|:\d)/i;
const ANY_PORT = /(?:\.\d{1,3}|[a-z]{2}|\]):\d{2,5}(?![\w.]|:\d)|\bport\W{0,4}\d/i;
const SENDS = pattern("i")`
  smtp|starttls|command["']?: ?["']CONN
  |\bmail ?servers?\b|\b(?:send(?:ing)?|deliver(?:ing)?)[ _-](?:[a-z]+[ _-]){0,3}?e?-?mails?\b
  |\be?-?mails?(?: [^.\n]{0,30})? (?:fail|issue|problem)
  |\bnotifier\.email\b|\bemail\[\d+\]: |\b\w{0,20}mailers?\b|\w[mM]ailer\b|(?:javax|jakarta|sun|angus)\.mail|MailKit
  |\bexpected response code|Error Code: -?\d+, Reason: |메일 ?(?:발송|전송|서버)|메일[을를]? ?보[내낼냈]
`;
// Go's programs name who looked a name up, and which of their lines speaks; those ports and numbers are not mail's:
// lookup smtp.example.com on 10.0.0.10:53, dispatch.go:280
const OF_OTHERS =
  /(?<=\blookup \S{1,255}) on \S{1,100}:53\b(?:: read udp \S{1,200})?|\b\w{1,60}\.go:\d{1,5}/g;
// A web server of Go writes down whose browser did not like its certificate: that connection is none of the mail's.
const OF_BROWSERS = /^.*\bhttp: TLS handshake error from .*$/gm;
// Go's gRPC says in these words that it reaches no server of its own, whatever port that listens at.
const DIALLED_BY_GRPC = /\btransport: error while dialing\b/i;
// A mail server that has the mail names whom it tried.
const TRIED = pattern("")`
  \b[HRT]=\S|\bservers were available for|[Cc]onnect to [^\s[\]]{1,255}\[|\bMX\b.{0,20}\bfor\b|smtp;|X-Postfix
`;

// A certificate is shown by a server that answers.
const CERTIFIED = /\bcertificates?\b|\bcertificateexpired|\bx509\b|\bPKIX path\b|CERTIFICATE_VERIFY_FAILED/i;
const UNTRUSTED = "outgoing-certificate-untrusted";
// What is wrong with it is its date, which nobody can set right but its server's administrator.
const OUT_OF_DATE = pattern("i")`
  \b(?:certificates?|chain)\b.{0,60}\b(?:has|have|is) expired\b|\bexpired certificates?\b|\bcertificate_?expired
  |\bCERT_HAS_EXPIRED\b|\bcertificate\b.{0,60}\bnot (?:yet )?activated\b|인증서[^\n]{0,20}만료
`;
const EXPIRED = "outgoing-certificate-expired";

/**
 * Whether a text is no record of a mail server, for which the certificate is that of the recipient's. Go's libraries
 * throw nothing.
 * @param {string} source
 * @param {Result["kind"]} kind
 */
const isOfClient = (source, kind) => kind !== "log" || isOfProgram(source) || source.includes("x509: ");

// A program of Node.js or Go that gets no connection, and at which port: refused at once, or nobody answers.
/** @type {[situation: string, words: RegExp][]} */
const NOT_CONNECTED = [
  [
    "connection-refused",
    pattern("i")`
      \bconnect ECONNREFUSED (?:\[[\da-f:.]{2,45}\]|[\w.:-]{1,255}?):(?<node>\d{1,5})\b
      |\bdial tcp (?:\[[\da-f:.]{2,45}\]|[\w.-]{1,255}):(?<go>\d{1,5}): (?:connect|getsockopt): connection refused\b
    `,
  ],
  [
    "no-connection",
    pattern("i")`
      \bconnect E(?:HOSTUNREACH|NETUNREACH|TIMEDOUT) (?:\[[\da-f:.]{2,45}\]|[\w.:-]{1,255}?):(?<node>\d{1,5})\b
      |\bdial tcp (?:\[[\da-f:.]{2,45}\]|[\w.-]{1,255}):(?<go>\d{1,5}): (?:i\/o timeout|connect: (?:no route to host
      |(?:network|host) is unreachable|(?:connection|operation) timed out))\b
    `,
  ],
  // Go names what was asked before the reason.
  [
    "host-not-found",
    pattern(
      "",
    )`\b(?:Get|Head|Post|Put|Patch|Delete) "?https?:\/\/[^\s"]{1,2000}"?: dial tcp: lookup [\w.-]{1,255}`,
  ],
  [
    "connection-dropped",
    pattern("")`\b(?:Get|Head|Post|Put|Patch|Delete) "?https?:\/\/[^\s"]{1,2000}"?: (?:unexpected )?EOF\b`,
  ],
];
// Ports of mail, databases, queues, logins and gRPC, of which the site has no pages, or says other things.
const OF_OTHER_SERVICES = pattern("")`
  ^(?:2[1235]|465|587|2525|53|110|143|389|445|636|99[35]|1433|1521|2181|2379|3306|4222|543[23]|567[12]|6379|6380|9042
  |9092|11211|26379|27017|27018|50051)$
`;

/**
 * What a program says that got no connection to an address, of which nothing else tells what it asks: nobody listens
 * there, or nobody answers.
 * @param {Known} known
 * @param {string} source
 * @returns {Result | null}
 */
export function asNotConnected(known, source) {
  const [situation, words] = NOT_CONNECTED.find(([, one]) => one.test(source)) ?? [];
  const web = known.others.find(({ protocol }) =>
    lookup(known.tables, protocol).outcomes.has(situation ?? ""),
  );
  const found = words?.exec(source);
  const port = found?.groups?.node ?? found?.groups?.go ?? "";
  if (!web || !situation || !words || !found || OF_OTHER_SERVICES.test(port)) return null;
  const { protocol } = web;
  const { outcomes, readers } = lookup(known.tables, protocol);
  const line = source.split("\n").find((one) => words.test(one)) ?? source;
  /** @type {Finding} */
  const finding = {
    ...plainFinding({ id: null, protocol }, null, line),
    situation,
    outcome: outcomes.get(situation)?.[0] ?? null,
    how: "words",
    words: clean(found[0]),
  };
  return { kind: "reply", findings: [finding], pairs: [], role: readers.exception };
}

// What only programs say at the end of a connection, also where they write a log.
const PROGRAM_ENDS = /\bEOF\b|\b(?:level|lvl)=/;
const MISMATCH = "outgoing-encryption-mismatch";
const LOST = "outgoing-connection-lost";
const DIFFERENT = "tls-versions-differ";
// What may happen after a greeting.
const IN_SESSION = new Set([LOST, DIFFERENT]);

/**
 * Whether a program waits in plain SMTP at the port where the server waits for TLS.
 * @param {string} source
 */
const isPlainToTls = (source) => TLS_PORT.test(source) && WAITS.test(source) && !BY_TLS.test(source);

// 425 for 465: one digit is another; but 445 is that of shared folders.
const MISTYPED = /[:\s](?!445)(?:4[0-9]5|[0-9]65|46[0-9]|5[0-9]7|[0-9]87|58[0-9])(?![\d.]|:\d)/;

// What programs of databases and queues call themselves in their errors.
const OF_STORES = /\b(?:jdbc|mysql|postgres\w*|mongo\w*|redis|kafka|amqp|rabbitmq)\b/i;

/**
 * Whether a line names a database or a queue, or a port that is none of mail, nor one of those with a wrong digit.
 * @param {string} line
 */
const isElsewhereIn = (line) =>
  OF_STORES.test(line) || (ANY_PORT.test(line) && !MAIL_PORT.test(line) && !MISTYPED.test(line));

/**
 * The first line that says so; null where none does, or where it is said of a port that is none of mail.
 * @param {string[]} lines
 * @param {RegExp} words
 */
function failedIn(lines, words) {
  const failed = lines.filter((line) => words.test(line));
  const isElsewhere = failed.some(isElsewhereIn);
  return failed.length === 0 || isElsewhere ? null : failed[0];
}

// What every program says in these words, whatever server it asks.
const OF_ANYBODY = "host-unreachable";

/**
 * Whether a text says in words of any program alone that a server cannot be reached, and nothing of mail: no port,
 * library or server of it.
 * @param {string} source
 * @param {Result} mail what it would say about mail
 */
export const isUnreachedByAnybody = (source, { findings }) =>
  findings.length > 0 &&
  findings.every(({ code, situation, how }) => !code && situation === OF_ANYBODY && how === "words") &&
  !SENDS.test(source) &&
  !MAIL_PORT.test(source) &&
  !TRIED.test(source);

// Mail servers by name, and where those of recipients listen; a relay takes mail at the others.
const NAMED_SERVER =
  /\b(?:postfix|exim4?|opensmtpd|haraka|mailcow|mailu|docker-mailserver|mail-?in-?a-?box|iredmail)\b/i;
const AT_25 = /\bport\W{0,4}25\b|(?<![\d.])25 ?(?:port\b|번 ?포트)|포트 ?25\b|[a-z\]]:25(?![\d.])/i;
const AT_RELAY = /(?<![\d.])(?:465|587|2525)(?![\d.])/;

/**
 * Whether a mail server is named that asks at the port of recipients' servers, and no program speaks.
 * @param {string} source
 */
const isOfServer = (source) =>
  NAMED_SERVER.test(source) && AT_25.test(source) && !AT_RELAY.test(source) && !isOfProgram(source);

/**
 * What happened to a program at its own server, and the line that says so; null where it does not.
 * @param {Known} known
 * @param {string} source
 * @param {Result["kind"]} kind
 */
function failureIn(known, source, kind) {
  const lines = source.split("\n");
  const mismatched = failedIn(lines, MISMATCHED);
  if (mismatched) return { situation: MISMATCH, line: mismatched };
  // A mail server's log says the same of other servers.
  const isClient = isOfClient(source, kind);
  const differing = isClient ? failedIn(lines, DIFFERING) : null;
  if (differing) return { situation: DIFFERENT, line: differing };
  const certified = lines.find((line) => CERTIFIED.test(line));
  if (certified !== undefined) {
    const dated = lines.find((line) => OUT_OF_DATE.test(line));
    const situation = dated === undefined ? UNTRUSTED : EXPIRED;
    return known.outcomes.has(situation) && isClient ? { situation, line: dated ?? certified } : null;
  }
  const unagreed = isClient ? failedIn(lines, UNAGREED) : null;
  if (unagreed) return { situation: DIFFERENT, line: unagreed };
  const left = isClient || PROGRAM_ENDS.test(source) ? failedIn(lines, HUNG_UP) : null;
  const silent = SILENT.exec(source)?.[0].split("\n").at(-1);
  if (silent !== undefined) return { situation: isPlainToTls(source) ? MISMATCH : LOST, line: silent };
  const failed = left ?? failedIn(lines, FAILED);
  if (failed === null) return null;
  return { situation: isPlainToTls(source) ? MISMATCH : left === null ? UNREACHED : LOST, line: failed };
}

// A program that was answered nothing more, and one that was turned away at the door.
const NO_ANSWER = /\bgot code \\{0,3}"\\{0,3}", with message|\bgot (?:an )?empty (?:code|response)/i;
const TURNED_AWAY = /\bECONNREFUSED\b|\bconnection refused\b/i;
const GOOD = new Set(["success", "intermediate"]);

/**
 * Whether a program failed all the same where a text has good answers alone: the last one did not come, or nothing but
 * the greeting that somebody else got.
 * @param {string} source
 * @param {Finding[]} replies
 */
const isLeftAlone = (source, replies) =>
  replies.every(({ outcome }) => GOOD.has(outcome ?? "")) &&
  (NO_ANSWER.test(source) ||
    (TURNED_AWAY.test(source) &&
      replies.every(({ code }) => code === "220") &&
      !/\b(?:EHLO|HELO|LHLO|MAIL FROM)\b/.test(source)));

/**
 * What a program says that did not reach its own server, or does not trust it; null where a server speaks, or something
 * else failed.
 * @param {Known} known
 * @param {string} text
 * @param {Result} mail what it would say about mail
 * @returns {Result | null}
 */
export function asUnreached(known, text, { kind, findings }) {
  const source = text.replace(OF_BROWSERS, "").replace(OF_OTHERS, "");
  if (kind === "bounce" || !known.outcomes.has(UNREACHED)) return null;
  const replies = findings.filter(({ code, enhanced }) => code ?? enhanced);
  const isAlone = isLeftAlone(source, replies);
  if (!isAlone && replies.length > 0 && replies[0] === findings[0]) return null;
  const failure = failureIn(known, source, kind);
  if (failure === null || TRIED.test(source)) return null;
  // Whoever was answered was reached, and may have been left later, or be of another mind about encryption.
  const isReached = !isAlone && (replies.length > 0 || isGreeted(source));
  if (!IN_SESSION.has(failure.situation) && isReached) return null;
  // In a server's own log it is another server that was not reached.
  if (readerOf(source, "log")?.endsWith("admin")) return null;
  const isOfMail = MAIL_PORT.test(source) && !DIALLED_BY_GRPC.test(failure.line);
  if (!SENDS.test(source) && !isOfMail) return null;
  const plain = plainFinding({ id: null, protocol: MAIL }, null, failure.line);
  // A mail server asks for that of the recipient.
  if (failure.situation === UNREACHED && isOfServer(source)) {
    const late = { ...plain, situation: OF_ANYBODY, outcome: "transient" };
    return { kind: "reply", findings: [late], pairs: [], role: "sending-admin" };
  }
  /** @type {Finding} */
  const finding = { ...plain, situation: failure.situation, outcome: "permanent" };
  return { kind: "reply", findings: [finding, ...replies], pairs: [], role: PROGRAM };
}
