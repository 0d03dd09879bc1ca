/** Whose text it is: who has such a text in front of them, and so has to be told what to do. */
import { pattern } from "./patterns.js";

/** @import { Result } from "./findings.js" */
/** @typedef {"sender" | "sending-admin" | "receiving-admin" | "program"} Role */

/** Whoever wrote the program: it sends the mail, and speaks with the server itself. */
export const PROGRAM = /** @type {const} */ ("program");

// What the errors of programs look like, whatever the library.
const OF_PROGRAM = pattern("m")`
  \b(?!Perm|Temp)[A-Z]\w*[a-z](?:Error|Exception|Refused|Disconnected|Busy|StatusCode)\b
  |\b(?:IO|HTTP|SSL)(?:Error|Exception)\b
  |\bcode: ?["']E[A-Z]{3}|\bE(?:AUTH|ENVELOPE|MESSAGE|SOCKET|CONNECTION|PROTOCOL)\b|\bresponseCode:
  |Traceback \(most recent
  |^[ \t]{1,12}at \S[^\n]{0,200}:\d+\)?(?: \{)?$|Mailer Error|SMTP (?:Error|ERROR|오류):|SMTP[ -]?\S{0,8} ?\(-?\d{1,3}\):
  |The server response was:|SMTP connect\(\) failed|\b[2-5]\d\d, ?b["']
  |\bError: (?:Message failed|(?:Mail|Data) command failed|Invalid (?:login|greeting)|Can['’]t send mail)\b
  |\b0x800CCC\w\w\b
  |Expected response code|\bTimeout was reached\b|^panic: |\bgoroutine \d|\bsmtp: [a-zA]
`;

/**
 * Whether a program speaks in a text.
 * @param {string} source
 */
export const isOfProgram = (source) => OF_PROGRAM.test(source);

// A server writes down what it answered to others.
const OWN_ANSWERS = pattern("")`
  NOQUEUE:|\b(?:milter-)?reject(?:_warning)?: (?:CONNECT|HELO|EHLO|MAIL|RCPT|DATA|END-OF-MESSAGE|header
  |body|AUTH)\b
  |\brejected (?:RCPT|MAIL|EHLO|HELO|connection|after DATA|during MIME|AUTH|VRFY)
  |\bauthenticator failed for\b|\bruleset=\w+|\b(?:postscreen|dnsblog)\[\d+\]
  |\bpostfix\/(?:[\w-]{1,40}\/)?(?:smtpd|policy)[\w/-]*\[\d+\]
  |,Receive Connector|\\Default Frontend|SMTPD"?\t|\bsmtp (?:event=)?failed-command\b
  |\bsmtp-in: Failed command\b|\b(?:amavis|rspamd|postgrey|opendmarc|policyd-spf)\[\d+\]|\brspamd_task_write_log\b
  |\((?:smtp|milter)\.[a-z-]{3,40}\)|\bsender verify fail for\b|\bno MAIL in \w*SMTP connection\b
  |\bdid not issue MAIL|\bdovecot: auth\b
`;

/**
 * Whether a server writes down in a record what it answered to others: whom it names is the client.
 * @param {string} record
 */
export const isOwnAnswer = (record) => OWN_ANSWERS.test(record);

// What a server writes down of the mail that it puts into its own mailboxes.
const OWN_DELIVERY = pattern("")`
  \bpostfix\/(?:lmtp|pipe|virtual|local)[\w/-]*\[\d+\]|\b(?:lmtp|lda|deliver)\([^)\n]{1,120}\)
  |\bT=(?:local_delivery|address_pipe|\w*(?:lmtp|dovecot|maildir|virtual_delivery|virtual_userdelivery)\w*)\s
  |\bcon(?:nect to|nection with|versation with) (?:127\.0\.0\.1|localhost|::1)\[
  |\bmailer=(?:local|cyrus\w*|lmtp)\b|\bmda (?:event=)?delivery\b
`;

// What a server writes down of the mail that it hands to others.
const OWN_SENDING = pattern("")`
  \bstatus=(?:bounced|deferred|sent|expired)\b|\bpostfix\/(?:smtp|error|qmgr)[\w/-]*\[\d+\]|\bstat=[A-Z]
  |\bSMTP error from remote (?:mail server|mailer)|^\S{1,40}[^\n]{0,60} (?:\*\*|==|[=-]>(?=[^\n]{1,300} R=)) \S+@
  |\bdelivery \d+: (?:failure|deferral)|\bremote (?:server|host) (?:said|responded)
  |\brelay: (?:Perm|Temp)Fail\b|\bmta (?:event=)?delivery\b
  |\bH=\S{1,255} \[[\da-f.:]{3,45}\](?::\d{1,5})?:?[ ]
  (?:Connection|No route|Network|Host|Operation|TLS error|SMTP timeout)\b
  |(?:^|\n)[ \d]{0,12} == \S+@\S+ R=
  |\{LED=|\[outbound\]|\bSender\/[\w-]{1,40}\/\d+\[\d+\]|\((?:delivery|queue)\.[a-z-]{3,40}\)
`;

// How Postfix tells in a notice what became of a recipient; its log has to=<…>.
const IN_NOTICE = pattern("m")`
  ^[ \t]{0,8}<[^\s<>]{1,320}>(?: \(expanded from [^)\n]{1,320}\))?:\s{1,12}
  (?:host\s{1,12}\S{1,255}\s{1,12}(?:said|refused)\b|connect to \S{1,255}\[
  |Host or domain name not found|mail for \S{1,255} loops back|lost connection with|unknown user:)
`;

/**
 * Whether Postfix tells in a text what became of a recipient, as it does in its notices.
 * @param {string} source
 */
export const isNotice = (source) => IN_NOTICE.test(source);

/**
 * Whose text it is; nobody's where it does not tell.
 * @param {string} source
 * @param {Result["kind"]} kind
 * @returns {Role | undefined}
 */
export function readerOf(source, kind) {
  if (kind === "bounce" || (kind !== "log" && IN_NOTICE.test(source))) return "sender";
  if (kind === "log" && (OWN_ANSWERS.test(source) || OWN_DELIVERY.test(source))) return "receiving-admin";
  if (kind === "log" && OWN_SENDING.test(source)) return "sending-admin";
  return OF_PROGRAM.test(source) ? PROGRAM : undefined;
}

const SUBJECT = /^(?:subject|제목)[ \t]{0,4}[:：][ \t]{0,4}([^\n]{1,300})/im;
const ANSWERING = /^(?:(?:re|fwd?) ?: ?)?[[(【「]?/i;

/**
 * Whether a phrase begins the subject of a mail that a program answered: Out of office: …, [부재중] …
 * @param {string} source
 * @param {string} phrase in small letters
 */
export function isSubject(source, phrase) {
  const named = SUBJECT.exec(source)?.[1];
  const subject = (named ?? source.trim()).slice(0, 300).toLowerCase().replace(ANSWERING, "");
  const after = subject.slice(phrase.length);
  const ends = named === undefined ? /^ ?[\])】」:：] ?\S/ : /^(?: ?[\])】」:：!.]|\s*$)/;
  return subject.startsWith(phrase) && ends.test(after);
}

// A program answered the mail, which has arrived (RFC 3834 §5); notices of servers that failed carry the same field.
const BY_PROGRAM = /^Auto-Submitted:[ \t]{0,4}auto-replied/im;
const OF_SERVER = pattern("im")`
  ^(?:From|Sender|Subject):[^\n]*(?:mailer-daemon|postmaster|mail delivery|undeliver|failure|returned)
`;

/**
 * The field by which a program says that it answered a mail; null where a server gave a mail back, or nothing says so.
 * @param {string} source
 */
export const answeredBy = (source) =>
  OF_SERVER.test(source) ? null : (BY_PROGRAM.exec(source)?.[0].toLowerCase() ?? null);
