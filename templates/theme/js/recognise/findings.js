/** What is handed back: each reply once, the most telling first. */
import { attributed } from "./attribution.js";
import { LONGEST_AROUND } from "./places.js";
import { isOfProgram } from "./readers.js";
import { ANSWERED, FAILURE, classOf, happened, toneOf, withoutCode } from "./situations.js";
import { MAIL, clean, lookup } from "./tables.js";
import { isAboutMail } from "./telling.js";

/** @import { Attribution } from "./attribution.js" */
/** @import { Hit } from "./scan.js" */
/** @import { Happened } from "./situations.js" */
/** @import { Known, Pair } from "./tables.js" */

/**
 * A code or reply that was found.
 * @typedef {object} Finding
 * @property {string | null} code
 * @property {string | null} enhanced
 * @property {string} protocol
 * @property {{code: string | null, enhanced: string | null}} catalogue where they have pages
 * @property {string | null} provider who said it
 * @property {string | null} reply which of the provider's replies it is
 * @property {string | null} recipient
 * @property {string | null} domain of the recipient
 * @property {string} text what the server said, on one line
 * @property {string | null} situation what happened
 * @property {string | null} outcome the class of the code: tried again, or refused for good
 * @property {"mark" | "words" | "code" | "question" | null} how it is known what happened
 * @property {string | null} words the phrase by which it is known
 * @property {boolean} returned whether the mail is back although its code is one that is tried again
 * @property {string | null} [actor] who acts, where the text tells more of it than what happened; null if it is open
 * @property {string} [meant] the well-known domain for which the recipient's is mistyped
 * @property {string[]} [beside] the code's situations of which the words beside it tell, once these were looked up
 */
/**
 * What a text holds: the most telling first (a bounce's in the order of the message, failures first), at most 50.
 * @typedef {object} Result
 * @property {"pair" | "code" | "reply" | "log" | "bounce" | "none"} kind
 * @property {Finding[]} findings
 * @property {Pair[]} pairs that are asked about; several where the text does not tell the protocol
 * @property {string} [role] whose text it is
 * @property {import("./foreign.js").Stranger} [foreign] a protocol without pages that it is about
 */
/** @typedef {(one: Hit, other: Hit) => number} Order */

/** @type {Result} */
export const NOTHING = Object.freeze({ kind: "none", findings: [], pairs: [] });

const LONGEST_TEXT = 500;

const MOST_FINDINGS = 50;

/** @param {Hit} hit */
const severity = ({ code, enhanced, passed, became }) =>
  passed ? "2" : ((code ?? enhanced ?? became?.digit ?? "")[0] ?? "");

/** @param {Hit} hit whether Postfix only repeats in it why an earlier try failed */
const repeats = ({ raw }) => Number(/^delivery temporarily suspended\b/.test(raw.trimStart()));

/** @type {Order} what failed for good first, then what was tried itself */
export const byTelling = (one, other) =>
  severity(other).localeCompare(severity(one)) || repeats(one) - repeats(other);

/** @type {Order} what failed first, else as it stands */
export const failuresFirst = (one, other) => (severity(one) < "4" ? 1 : 0) - (severity(other) < "4" ? 1 : 0);

/**
 * Whether one says all that the other says.
 * @param {Hit} whole
 * @param {Hit} part
 */
const covers = (whole, part) =>
  whole !== part &&
  (part.code === null || part.code === whole.code) &&
  (part.enhanced === null || part.enhanced === whole.enhanced) &&
  (part.recipient === null || part.recipient === whole.recipient);

/**
 * Without what another says too, and more fully.
 * @param {Hit[]} hits
 */
function distinct(hits) {
  /** @type {Map<string, Hit>} */
  const seen = new Map();
  for (const hit of hits) {
    const key = `${hit.code} ${hit.enhanced} ${hit.recipient?.toLowerCase()}`;
    const known = seen.get(key);
    if (!known) seen.set(key, hit);
    else if (hit.raw.length > known.raw.length && known.raw.length <= 12) known.raw = hit.raw;
  }
  const all = [...seen.values()];
  if (all.length > 400) return all;
  return all.filter((part) => !all.some((whole) => covers(whole, part)));
}

/** One line, not too long to be read. */
export const shortened = (/** @type {string} */ raw) => {
  const text = raw.replace(/\s+/g, " ").trim();
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
};

// The name that DNS does not know, as Postfix tells it.
const LOOKED_UP = /\bname service error for name=([\w.-]{1,255})/i;
// Where that name is not the recipient's, it is a mail server's: a relay host, or one that an MX record names.
const NAME_UNKNOWN = "domain-unknown";
const ROUTE_UNKNOWN = "route-missing";

/**
 * What happened, where the name that DNS does not know tells more.
 * @param {Happened} told
 * @param {string} raw
 * @param {string | null} domain
 */
function ofName(told, raw, domain) {
  if (told.situation !== NAME_UNKNOWN || domain === null) return told;
  const name = LOOKED_UP.exec(raw)?.[1].toLowerCase();
  return name === undefined || name === domain ? told : { ...told, situation: ROUTE_UNKNOWN };
}

// What happened where no connection came about.
const NOT_REACHED = "host-unreachable";

/**
 * Whether the host beside it has said nothing, as it was not reached: H=mx.example.com [192.0.2.1] Connection refused
 * @param {Happened} told
 * @param {Hit} hit
 * @param {Attribution} attribution
 */
const isUnanswered = ({ situation }, { code }, { reply }) =>
  situation === NOT_REACHED && code === null && reply === null;

/**
 * @param {Known} known
 * @param {Hit} hit
 * @param {string} around the whole text, where it belongs to this reply alone
 * @param {Attribution} [attribution] who said it
 * @returns {Finding}
 */
function finding(known, hit, around, attribution = attributed(known, hit, around)) {
  const domain = hit.recipient ? hit.recipient.slice(hit.recipient.lastIndexOf("@") + 1).toLowerCase() : null;
  const told = ofName(happened(known, hit, attribution, around), hit.raw, domain);
  return {
    code: hit.code,
    enhanced: hit.enhanced,
    protocol: MAIL,
    catalogue: { code: known.home(hit.code), enhanced: known.home(hit.enhanced) },
    provider: isUnanswered(told, hit, attribution) ? null : attribution.provider,
    reply: attribution.reply,
    recipient: hit.recipient ?? null,
    domain,
    text: shortened(hit.raw),
    ...told,
    returned:
      (hit.failed === true || hit.became?.digit === "5") &&
      told.outcome === classOf(known, { code: null, enhanced: "4.0.0" }),
  };
}

/**
 * A code without a reply, or a line without any code.
 * @param {{id: string | null, protocol: string}} catalogue
 * @param {string | null} code
 * @param {string} raw the line that it stands on
 * @returns {Finding}
 */
export const plainFinding = ({ id, protocol }, code, raw) => ({
  code,
  enhanced: null,
  protocol,
  catalogue: { code: id, enhanced: null },
  provider: null,
  reply: null,
  recipient: null,
  domain: null,
  text: shortened(raw),
  situation: null,
  outcome: null,
  how: null,
  words: null,
  returned: false,
});

/**
 * What happened in another protocol than mail, with its code or without any.
 * @param {Known} known
 * @param {{id: string | null, protocol: string}} catalogue
 * @param {string | null} code
 * @param {string} line that tells of it
 * @param {string} [raw] all that belongs to it
 * @returns {Finding}
 */
export function otherFinding(known, { id, protocol }, code, line, raw = line) {
  const reading = lookup(known.tables, protocol);
  const hit = { at: 0, end: 0, code, enhanced: null, raw };
  const attribution = attributed(reading, hit);
  return {
    ...plainFinding({ id, protocol }, code, line),
    ...{ provider: attribution.provider, reply: attribution.reply },
    ...happened(reading, hit, attribution),
  };
}

/** @type {Order} as it stands */
export const inOrder = () => 0;

/**
 * @param {Known} known
 * @param {Result["kind"]} kind
 * @param {Hit[]} hits
 * @param {Order} order
 * @param {Pair[]} [pairs]
 * @param {string} [source] the text around the hits
 * @returns {Result}
 */
export function result(known, kind, hits, order, pairs = [], source = "") {
  const all = distinct(hits.map((hit) => ({ recipient: null, host: null, ...hit })))
    .sort(order)
    .slice(0, MOST_FINDINGS);
  // What a notice says around its only reply belongs to that reply.
  const around = all.length === 1 ? clean(source.slice(0, LONGEST_AROUND)) : "";
  const findings = all.map((hit) => finding(known, hit, around));
  return findings.length === 0 ? NOTHING : { kind, findings, pairs };
}

// Exim's log names each mail so.
const EXIM_ID = /\b\w{6}-\w{6,11}-\w{2,4}\b/;

// Whom an absence note names instead is nobody to whom the mail went.
const ABSENT = /office|auto|vacation|abwesen|respuesta|risposta|réponse|부재|회신|返信|回复/;

/**
 * What a text without any code says: that of a provider whose words are quoted, or what its phrases tell.
 * @param {Known} known
 * @param {Result["kind"]} kind
 * @param {string} text
 * @param {string | null} recipient
 * @param {boolean} isReturn whether it says, however short it is, that a mail was not delivered
 * @param {Known} [reading] with the marks that are looked for
 * @returns {Finding | null}
 */
function inWords(known, kind, text, recipient, isReturn, reading = known) {
  const isLog = kind === "log";
  const isLogged = isLog && !isOfProgram(text);
  const hit = { at: 0, end: 0, code: null, enhanced: null, raw: text, recipient, logged: isLogged };
  const attribution = attributed(reading, hit);
  const { reply, situation, mark = "" } = attribution;
  const isMarked = reply !== null && situation !== null;
  const isNotice = kind === "bounce";
  const told = withoutCode(known, text, { isNotice, isServers: isLog || isReturn, isLogged, isMarked });
  if (reply === null && told === null) return null;
  // How a queue ended tells more than the frame of its notice.
  const isFrame = known.conclusions.has(told?.situation ?? "");
  const isQuoted = isMarked && (isFrame || !known.conclusions.has(situation));
  const isSame = isLog || told?.situation === situation || isFrame || mark.includes(told?.words ?? "");
  const found = { ...finding(known, hit, "", attribution), ...(isQuoted && isSame ? {} : told) };
  const isAbsent = found.situation === ANSWERED && ABSENT.test(found.words ?? "");
  const isNamed = isAbsent && !text.includes(`To: ${recipient}`);
  return isNamed ? { ...found, recipient: null, domain: null } : found;
}

// What happened where a program got no connection to its own server.
export const UNREACHED = "outgoing-server-unreachable";

/**
 * Whether a text shows that a server greeted, so that it was reached.
 * @param {string} source
 */
export const isGreeted = (source) => /\b(?:EHLO|HELO|LHLO)\b|(?<![\w.-])220[ -][\w<]/i.test(source);

// So many records of a log are looked at one by one.
const MOST_RECORDS = 200;
const COMPLAINT =
  /\b(?:error|fatal|panic|warning|denied|refused|reject\w*|fail\w*|unable|cannot|can't|bad)\b/i;

/**
 * What the records of a log say without any code: those that tell of a failure, else the first; null where none does.
 * @param {Known} known
 * @param {string} source
 * @param {string | null} recipient
 * @param {boolean} isReturn
 */
function inRecords(known, source, recipient, isReturn) {
  /** @type {Map<string, Finding>} */
  const told = new Map();
  let isUnread = false;
  for (const line of source.split("\n").slice(0, MOST_RECORDS)) {
    const found = /\p{L}/u.test(line) ? inWords(known, "log", line, recipient, isReturn) : null;
    const key = `${found?.situation} ${found?.reply}`;
    if (found && !told.has(key)) told.set(key, found);
    isUnread ||= found === null && COMPLAINT.test(line);
  }
  const wasReached = isGreeted(source);
  const all = [...told.values()].filter((one) => !wasReached || one.situation !== UNREACHED);
  if (all.length === 0) return null;
  const failed = all.filter(({ outcome }) => FAILURE.has(toneOf(known, outcome) ?? ""));
  if (failed.length > 0) return failed.slice(0, MOST_FINDINGS);
  // That nothing is wrong is not said over a record that may tell what is.
  return isUnread ? [] : all.slice(0, 1);
}

/**
 * What a notice or log says in words alone.
 * @param {Known} known
 * @param {Result["kind"]} kind
 * @param {string} source
 * @param {string | null} recipient
 * @param {boolean} [isReturn] whether it says, however short it is, that a mail was not delivered
 * @returns {Result}
 */
export function wordsOnly(known, kind, source, recipient, isReturn = false) {
  const text = source.slice(0, LONGEST_AROUND);
  const isOfMail = isAboutMail(text) || EXIM_ID.test(text);
  // What another program's log tells in such words is none of a mail.
  if (kind === "log" && !isOfMail) return NOTHING;
  const records = kind === "log" ? inRecords(known, source, recipient, isReturn) : null;
  const reading = isOfMail || kind === "bounce" ? known : withoutEveryday(known);
  const whole = records === null ? inWords(known, kind, text, recipient, isReturn, reading) : null;
  const findings = whole === null ? (records ?? []) : [whole];
  return findings.length === 0 ? NOTHING : { kind, findings, pairs: [] };
}

// A sentence so long tells its program also where nothing else speaks of mail.
const TELLING = 28;

/**
 * Without the marks of a few words, which programs say of other things than mail as well: Command too long, Retry
 * timeout exceeded; not AccountSuspended, nor what a service says to a program alone.
 * @param {Known} known
 * @returns {Known}
 */
const withoutEveryday = (known) => ({
  ...known,
  marks: known.marks.filter(
    ({ length, pieces, seen }) => length >= TELLING || seen === "exception" || !/\s/.test(pieces.join("")),
  ),
});
