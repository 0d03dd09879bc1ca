/** Logs that wrap a record, or tell the code apart from the reply. */
import { startsRecord } from "./lines.js";
import { ADDRESS, pattern, unwrapped } from "./patterns.js";
import { BESIDE, LONGEST_LINE, endOfLine } from "./places.js";
import { tidy } from "./recipients.js";
import { told } from "./replies.js";

/** @import { View } from "./places.js" */
/** @import { Hit } from "./scan.js" */

const EXIM_REJECTED = pattern("gm")`
  ^.{0,400}?\bH=.{0,300}? (temporarily )?rejected (?:RCPT|MAIL|EHLO or HELO|connection|after DATA
  |during MIME ACL checks|VRFY|AUTH)\S*(?: <?(${ADDRESS})>?)?[^:\n]{0,80}: (.{1,400})$
`;

/**
 * Exim's log leaves the number out where it answered with the usual one: 550, or 451 for the time being.
 * @param {string} source
 * @param {Hit[]} hits
 */
export function eximRejections(source, hits) {
  if (!source.includes("rejected ")) return;
  for (const match of source.matchAll(EXIM_REJECTED)) {
    const [line, later, recipient, said] = match;
    const end = match.index + line.length;
    if (hits.some(({ at, code }) => code && at >= match.index && at < end)) continue;
    const code = later ? "451" : "550";
    hits.push({
      at: match.index,
      end,
      code,
      enhanced: null,
      raw: told(code, null, said),
      recipient: recipient ? tidy(recipient) : null,
      record: line,
    });
  }
  hits.sort((one, other) => one.at - other.at);
}

const STATUS_FIELD = /\b(?:dsn|status|enhanced\w*)["']?[=:]\s?["']?$/i;

/**
 * The reply on the record of a status: the next one, or the last where the status stands behind it.
 * @param {string} source
 * @param {Hit} hit
 * @param {Hit | null} last
 */
function replyBeside(source, hit, last) {
  if (hit.before) return hit.before;
  if (!last || hit.at - last.at > LONGEST_LINE) return null;
  const lines = source.slice(last.at, hit.at).split("\n", 3).length;
  return lines === 1 || (lines === 2 && !last.enhanced && last.raw === last.code) ? last : null;
}

/**
 * The reply that a lone enhanced code belongs to:
 * "5.1.0 - Unknown address error 550-'…'", "Error (550): … (5.1.1 …)".
 * @param {string} source
 * @param {Hit} hit
 * @param {Hit | null} last
 */
function sameReply(source, hit, last) {
  /**
   * @param {Hit} reply
   * @param {number} from
   * @param {number} to
   */
  const fits = (reply, from, to) =>
    reply &&
    to - from < BESIDE &&
    reply.code?.[0] === hit.enhanced?.[0] &&
    !/\n|\b(?:and|or|vs)\b|[,/]\s*$/.test(source.slice(from, to));
  if (hit.before && fits(hit.before, hit.at, hit.before.at)) return hit.before;
  return last && !last.enhanced && fits(last, last.at, hit.at) ? last : null;
}

/**
 * A dsn= on the line of a reply fills that reply's enhanced code; alone on its line it stands for itself.
 * @param {View} view
 * @param {Hit[]} hits
 */
export function joinStatus(view, hits) {
  const { source } = view;
  /** @type {Hit[]} */
  const kept = [];
  /** @type {Hit | null} */
  let last = null;
  for (const hit of hits) {
    if (hit.code) {
      last = hit;
      kept.push(hit);
      continue;
    }
    const isField = STATUS_FIELD.test(source.slice(Math.max(0, hit.at - 30), hit.at));
    const reply = isField ? replyBeside(source, hit, last) : sameReply(source, hit, last);
    if (reply) {
      // The text stands with the enhanced code where the code is told alone.
      if (!reply.enhanced && reply.raw === reply.code) {
        reply.raw = told(reply.code, null, hit.raw.replace(/(?<=\d )["']?,? ?[\w-]{2,20}[:=] ?["']?/, ""));
      }
      reply.enhanced ??= hit.enhanced;
    } else {
      hit.raw = statusText(source.slice(hit.at, endOfLine(source, hit.at)), hit);
      kept.push(hit);
    }
  }
  return kept;
}

/**
 * The reason that a log gives beside a status.
 * @param {string} rest
 * @param {Hit} hit
 */
function statusText(rest, hit) {
  const reason = /\bstatus=\w+ \((.*?)\)?$/.exec(rest)?.[1] ?? /\bstat=(.*)$/.exec(rest)?.[1];
  return reason ?? hit.raw;
}

const QMAIL_REPORT = /^.{0,80}\bdelivery \d{1,12}: (?:failure|deferral|success): .*$/gm;

/**
 * qmail writes its reports with underscores for spaces and slashes for line ends.
 * @param {string} source
 */
export const spaced = (source) =>
  source.replace(QMAIL_REPORT, (line) => line.replaceAll("_", " ").replace(/\/(?=$|[A-Z])/g, " "));

const PHPMAILER_DETAIL = /Detail: (.{1,600}?)\s{0,3}SMTP code:\s?$/s;

/**
 * PHPMailer tells the text before the number.
 * @param {string} source
 * @param {Hit} hit
 */
export function detailBefore(source, hit) {
  const detail = PHPMAILER_DETAIL.exec(source.slice(Math.max(0, hit.at - 700), hit.at))?.[1];
  if (detail) hit.raw = told(hit.code, hit.enhanced, detail);
}

const CONTAINER = /^[\w.-]{1,40} {0,12}\| ?/;

/**
 * Without the name of the container that stands before each line.
 * @param {string} text
 */
export function withoutContainer(text) {
  const lines = text.split("\n");
  const all = lines.every((line) => line.trim() === "" || CONTAINER.test(line));
  return all ? lines.map((line) => line.replace(CONTAINER, "")).join("\n") : text;
}

// Postfix says in records of their own that a handshake failed, why, and that the mail has to wait for it.
const HANDSHAKE = unwrapped`
  ^([^\n]{1,200}\[(\d{1,7})\]: [^\n]{0,40}SSL_(?:connect|accept) error [^\n]{1,300})\n
  [^\n]{1,200}\[\2\]: [^\n]{0,40}(TLS library problem: error:[^\n]{1,300})`;
const OF_MAIL = pattern("gm")`
  ${HANDSHAKE}\n([^\n]{1,200}\[\2\]: [^\n]{1,600}\()Cannot start TLS: handshake failure(?=\))
`;
const OF_SESSION = pattern("gm")`${HANDSHAKE}`;

/**
 * With the reason for which Postfix could not encrypt in the record of the mail, or in that of the handshake.
 * @param {string} text
 */
export const withTlsReason = (text) => text.replace(OF_MAIL, "$4$3").replace(OF_SESSION, "$1 $3");

const COMMANDS = "(?:EHLO|HELO|MAIL FROM|RCPT TO|AUTH|DATA|RSET|QUIT|STARTTLS|NOOP)\\b|\\.(?=\\s)";
const IS_DIALOGUE = pattern("")` >{1,2} (?:${COMMANDS})|<{1,2} [2-5]\d\d[ -][^\n]{0,400}? !! `;
const NEXT_SPOKEN = pattern("g")`
  [ ](?=(?:\[[\dT:.+-]{10,40}\] )?(?:>{1,2} (?:${COMMANDS})|<{1,2} [2-5]\d\d[ -]|!! ))
`;

/**
 * A session that a program told on one line, each part on a line of its own.
 * @param {string} text
 */
export const dialogue = (text) => (IS_DIALOGUE.test(text) ? text.replace(NEXT_SPOKEN, "\n") : text);

const RECORD = pattern("u")`
  ^\s*(?:<\d{1,3}>|[\w.\/-]{4,60}:)?(?:(?:starting )?delivery \d+: |\p{L}{3,4}\.? {1,2}\d{1,2} \d\d:\d\d:\d\d
  |\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d|@4[0-9a-f]{15})
`;

const WRAPPED = 30;

/**
 * The lines of a log that pasting wrapped, as one line each.
 * @param {string} text
 */
export function rejoined(text) {
  if (!text.split("\n", 50).some((line) => RECORD.test(line))) return text;
  /** @type {string[]} */
  const lines = [];
  let inside = false;
  let last = "";
  for (const line of text.split("\n")) {
    const isRecord = RECORD.test(line);
    const leadsOn = /[:(=,]$/.test(last.trimEnd());
    if (
      inside &&
      !isRecord &&
      line.trim() !== "" &&
      last.length >= WRAPPED &&
      (leadsOn || !(startsRecord(line) || /^\s*[2-5]\d\d[ -]/.test(line)))
    ) {
      lines.push(`${lines.pop()} ${line.trim()}`);
    } else {
      inside = isRecord;
      lines.push(line);
    }
    last = line;
  }
  return lines.join("\n");
}

// From this length on only the lines that may tell something are read.
const LONG_LOG = 60_000;
// As much of these lines as is soon read; more than the findings that are shown.
const LONGEST_LOG = 80_000;
const LOOKED_AT = 40;
const OF_MAIL_LOG = pattern("")`
  (?:postfix|exim|sendmail|sm-mta|qmail|dovecot|smtpd?|lmtp|haraka|amavis|rspamd|opendkim)\b
  |^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \w{6}-
`;
const MAY_TELL = pattern("i")`
  (?<![\w.:/-])[245]\d\d(?=[ -]\S|["',;)\]]|$)|(?<![\d.])[245]\.\d\.\d|\bstat(?:us)?=|defer|reject|refus|denied
  |fail|error|warning|expired|bounce|timed out|lost|connect to|delivery \d| (?:\*\*|==)[ ]
  |\b(?:RCPT|MAIL FROM|EHLO|HELO|AUTH)\b
`;

/**
 * Of a long log of a mail server the records that may tell something, with the lines that go on from them.
 * @param {string} text
 */
export function tellingRecords(text) {
  if (text.length < LONG_LOG) return text;
  const first = text.slice(0, LONG_LOG).split("\n", LOOKED_AT);
  const isRecord = (/** @type {string} */ line) => RECORD.test(line) && OF_MAIL_LOG.test(line);
  if (first.filter(isRecord).length < first.length / 2) return text;
  const kept = [];
  let length = 0;
  let isKept = false;
  for (const line of text.split("\n")) {
    isKept = RECORD.test(line) ? MAY_TELL.test(line) : isKept;
    if (!isKept) continue;
    kept.push(line);
    length += line.length + 1;
    if (length > LONGEST_LOG) break;
  }
  return kept.join("\n");
}
