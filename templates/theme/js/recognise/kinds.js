/** What kind of text it is: a reply, a log, a bounce. */
import { pattern } from "./patterns.js";
import { LONGEST_QUERY } from "./queries.js";
import { LONE_ADDRESS } from "./recipients.js";
import { COMMAND } from "./sessions.js";

/** @import { Hit } from "./scan.js" */

const BOUNCE = pattern("i")`
  this is the mail system at|could ?n(?:'|o)t be delivered|could not be delivered|was ?n(?:'|o)t delivered
  |was not delivered|has ?n(?:'|o)t been delivered|undeliver(?:ed|able)|returned mail|delivery has failed
  |delivery failed|delivery to the following|mail delivery failed|qmail-send program|failure notice
  |wasn't able to deliver|unable to deliver (?:your )?(?:message|mail|the following)|transcript of session
  |delivery status notification|generating server|diagnostic information for admin|remote server returned
  |the response (?:from the remote server )?was:|other server returned was|message blocked
  |message not delivered|address not found|remote host said:|did not reach (?:the following|some or all)
  |can ?not be delivered|can't be delivered|permanent fatal errors|transient non-fatal
  |this is a permanent error|not relayed to|rejected by a remote|non-?delivery report|送信できません|配信できません|无法投递
  |退信|nicht zugestellt|unzustellbar|n'a pas pu être (?:remis|livré|distribué)|non remis|no se (?:pudo
  |ha podido) entregar|non è stato (?:consegnato|recapitato)|не доставлено|mail-daemon message|반송
  |전송되지 (?:못|않)|배달되지 (?:못|않)|배달하지 못|전달되지 (?:못|않)|전달하지 못|(?:발송|전송|배달|전달)(?:에|이|을)? ?실패|보내지 못|보낼 수 없|전송할 수 없
  |배달할 수 없|리턴 ?메일
`;

// What Thunderbird puts before the answer of its server.
const ANSWERED = /\bmail server responded:|\bmail-server antwortete:|\bserveur de messagerie a répondu/i;

// Parcels and letters come back as well.
const OF_MAIL = /@|\b(?:e-?mails?|mails?|messages?|recipients?|mailbox)\b|메일/i;

/**
 * Whether a text says that a mail was not delivered, however short it is.
 * @param {string} text
 */
export const returnsMail = (text) => ANSWERED.test(text) || (BOUNCE.test(text) && OF_MAIL.test(text));

export const LOG = [
  /^.{0,40}\b\d\d:\d\d:\d\d\b.{0,80}?[\w/.-]+\[\d+\]:? /m,
  pattern("i")`
    \b(?:postfix|sendmail|sm-mta|exim|qmail|haraka|smtpd|dovecot|opensmtpd|zimbra|amavis|rspamd
    |opendkim)\b\S{0,30}\[\d+\]
  `,
  pattern("")`
    \bdsn=[245]\.\d|\bstatus=(?:bounced|deferred|sent|expired|undeliverable|deliverable)\b
    |NOQUEUE: |\bstat=\S|\bresult="?(?:Perm|Temp)Fail|\brelay: (?:Perm|Temp)Fail
  `,
  /^\[?\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d.{0,40} (?:\*\*|==|=>|->|<=|H=|1\w{5}-\w{6,11}-\w{2,4})/m,
  pattern("m")`
    ^(?:<\d{1,3}>)?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S|^time="?\d{4}-
    |^\d\d:\d\d:\d\d[.,]\d{3} |^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d\d|\bl(?:evel)?=(?:error|warn|info
    |debug)\b|^[A-Z], \[\d{4}-|^"SMTP[DC]"\t|^[bdt],\d{4}-\d\d-\d\d[ ]
  `,
  /\b(?:delivery \d+: (?:failure|deferral|success)|starting delivery \d)/,
  /^\S+T\d\d:\d\d:\d\d\.\d{3}Z,[^,\n]*,/m,
  /\{LED=|\{LRT=|\bSender\/[\w-]{1,40}\/\d+\[\d+\]/,
  // Exim's debug output.
  /^ {0,8}(?:\d{1,7} )?(?:LOG: [\w ]{0,20}MAIN|[RT]: \w+ for \S+@)/m,
  /\[(?:NOTICE|INFO|PROTOCOL|WARN|ERROR|DEBUG|CRIT)\] \[[\w.-]+\] \[/,
];

// A date alone does not make a bounce a log.
const LATE_LOG = /^(?:[A-Z]+ +)?\[?\d{4}[-/]\d\d[-/]\d\d[ T,]\d\d:\d\d:\d\d/m;

/**
 * @param {string} source
 * @param {boolean} session
 * @param {unknown[]} reported what a report in it says
 * @returns {"reply" | "log" | "bounce"}
 */
export function kindOf(source, session, reported) {
  if (reported.length > 0) return "bounce";
  const isLog = LOG.some((form) => form.test(source));
  if (!isLog && BOUNCE.test(source) && (source.includes("\n") || source.length > LONGEST_QUERY)) {
    return "bounce";
  }
  if (isLog || session || LATE_LOG.test(source)) return "log";
  return "reply";
}

/**
 * Whether an address stands alone on a line above a reply: the plainest form of a bounce.
 * @param {string} source
 * @param {Hit} hit
 */
export const isUnderAddress = (source, { at }) =>
  source
    .slice(Math.max(0, at - 400), at)
    .split("\n")
    .slice(1, -1)
    .concat(source.slice(0, Math.min(at, 400)).split("\n", 1))
    .some((line) => line.length < 120 && /@/.test(line) && !COMMAND.test(line) && LONE_ADDRESS.test(line));
