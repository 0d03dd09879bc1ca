/**
 * Who speaks with another server than is wanted: a program that sends and is answered by a server from which mail is
 * read, or the other way round; and one that begins with TLS where the server waits for plain text.
 */
import { plainFinding } from "./findings.js";
import { pattern } from "./patterns.js";
import { PROGRAM } from "./readers.js";
import { MAIL, clean } from "./tables.js";

/** @import { Finding, Result } from "./findings.js" */
/** @import { Known } from "./tables.js" */

const ANOTHER = "other-service-answers";
const NOT_SMTP = "not-smtp";

// How servers of IMAP and POP3 greet (RFC 3501 §7.1, RFC 1939 §4).
const OF_READING = pattern("i")`
  (?<![\w*])\* (?:OK|PREAUTH|BYE)\b[^\n]{0,120}?(?:\bIMAP(?:4\w*)?\b|\bready\b)[^\n]{0,80}
  |(?<![\w+])\+OK\b[^\n]{0,160}?(?:\bPOP3?\b|\bDovecot\b|\bready\b)[^\n]{0,80}
`;
// How those of SMTP do, and what MailKit says of it.
const OF_SENDING = /(?<![\d.])220[ -][^\n]{0,200}\bE?SMTP\b[^\n]{0,80}|\[atom: 220\b/i;
const SENDS =
  /smtp|starttls|\b(?:send(?:ing)?|outgoing) (?:[a-z]+ ){0,2}e?-?mails?\b|\bmailers?\b|메일 ?(?:발송|전송)/i;
const READS = /\bimap|imap\b|\bpop3|poplib/i;
// A program that reads mail, and what it says that it wanted.
const READER = pattern("i")`
  \bimap(?:lib|4\.|s?:\/\/|[_-]?(?:client|engine|session|connection|exception))|\bpoplib|\bpop3?(?:client|s?:\/\/)
  |\b(?:imap|pop3) (?:server )?(?:greeting|connect\w*|log-?in|client|sync\w*|fetch\w*|error|protocol)
  |\bexpect\w*[^\n]{0,60}(?:\* |\+)OK\b
`;
// Who has spoken SMTP in earnest knows what it speaks with.
const SPOKEN = /\b(?:EHLO|HELO|LHLO|MAIL FROM|RCPT TO)\b/i;
// A program that sends and is set to a port of the others; with what is read on the same line it is not.
const AT_PORT = pattern("im")`
  ^(?![^\n]*\b(?:imap|pop3)(?![\w.]))[^\n]*
  \bsmtp(?:(?!\. |\bincoming\b|(?<!host: )\bimap\.)[^\n]){0,120}?
  (?:\bport\W{0,4}|:)(?:143|993|110|995)(?![\d.:]|\d)[^\n]*$
`;
const FAILS =
  /error|exception|\b(?:fail\w*|could not|cannot|can't|unable|refused|timed out|closed|invalid)\b/i;

/**
 * The words by which a program was answered by a server of another service, or asks at its port; null where none was.
 * @param {string} source
 */
function anotherIn(source) {
  const read = OF_READING.exec(source)?.[0];
  if (read !== undefined) {
    const rest = source.replace(OF_READING, "");
    return SENDS.test(rest) && !READS.test(rest) ? read : null;
  }
  const sent = OF_SENDING.exec(source)?.[0];
  if (sent !== undefined) return READER.test(source) && !SPOKEN.test(source) ? sent : null;
  const asked = FAILS.test(source) ? AT_PORT.exec(source)?.[0] : undefined;
  return asked ?? null;
}

/**
 * What a program says that reached a server of another service than it wants; null where none does.
 * @param {Known} known
 * @param {string} source
 * @param {Result} mail what it would say about mail
 * @returns {Result | null}
 */
export function asMistaken(known, source, mail) {
  const { kind, findings } = mail;
  if (kind === "bounce" || !known.outcomes.has(ANOTHER)) return null;
  const how = /** @type {const} */ ("words");
  // A mail server writes down how the next one greeted.
  if (kind === "log" && findings.some(({ text }) => OF_READING.test(text))) {
    const told = { situation: ANOTHER, outcome: "transient", provider: null, reply: null, how };
    return {
      ...mail,
      findings: findings.map((one) => {
        const words = OF_READING.exec(one.text)?.[0];
        return words === undefined ? one : { ...one, ...told, words: clean(words) };
      }),
    };
  }
  // A server that refuses something has understood what it was asked.
  if (findings.some(({ code, enhanced }) => /^[345]/.test(code ?? enhanced ?? ""))) return null;
  const words = anotherIn(source);
  if (words === null) return null;
  const line = source.split("\n").find((one) => one.includes(words)) ?? source;
  /** @type {Finding} */
  const finding = {
    ...plainFinding({ id: null, protocol: MAIL }, null, line),
    situation: ANOTHER,
    outcome: "permanent",
    how,
    words: clean(words),
  };
  return { kind: "reply", findings: [finding], pairs: [], role: PROGRAM };
}

// A command in a dialogue, and the number by which the server says that it does not know it; not what EHLO lists.
const STARTTLS =
  /(?<![\w"-]|\d )STARTTLS["')\]]{0,2}[ \t]*\n[^\n]{0,100}?(?<![\d.:])(?<code>50[0-4])(?=[ -])/i;
const UNAVAILABLE = "encryption-unavailable";

// A handshake of TLS begins with these bytes (RFC 8446 §5.1), as logs write them.
const HANDSHAKE = /\\x16\\x03|\\026\\003|\^V\^C/i;
const UNKNOWN = new Set(["command-not-implemented", "command-unknown", "syntax-error", "wrong-order"]);

/**
 * What happened where a server took the beginning of TLS for a command, or does not know the command that begins it.
 * @param {Known} known
 * @param {Result} told
 * @param {string} source
 * @returns {Result}
 */
export function ofHandshake(known, told, source) {
  const bytes = HANDSHAKE.exec(source)?.[0];
  const asked = STARTTLS.exec(source)?.groups?.code;
  const situation = bytes === undefined ? UNAVAILABLE : NOT_SMTP;
  if ((bytes ?? asked) === undefined || !known.outcomes.has(situation)) return told;
  const findings = told.findings.map((/** @type {Finding} */ one) => {
    const isRefused =
      one.protocol === MAIL && /^5/.test(one.code ?? "") && (!one.situation || UNKNOWN.has(one.situation));
    const how = /** @type {const} */ ("words");
    const isIt = isRefused && (bytes !== undefined || one.code === asked);
    return isIt ? { ...one, situation, reply: null, how, words: bytes ?? "STARTTLS" } : one;
  });
  return { ...told, findings };
}
