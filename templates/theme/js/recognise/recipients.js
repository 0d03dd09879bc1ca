/** Whose reply it is: the recipient that it is about, and the host that said it. */
import { ADDRESS, pattern, unwrapped } from "./patterns.js";
import { endOfLine, startOfLine } from "./places.js";
import { isOwnAnswer } from "./readers.js";

/** @import { View } from "./places.js" */
/** @import { Hit } from "./scan.js" */

const LIST_MARK = String.raw`[\s>*•·-]{0,8}(?:\d{1,3}[.)]\s)?(?:(?:To|수신자)\s?:\s?)?`;
const BEHIND_ADDRESS = unwrapped`
  >?\s?(?:[:;,|(→\t-]|[-=]>)[ ]?(?:(?:error|status|reason|result|오류|사유|결과)\s?:\s?)?
`;

export const RECIPIENT_BESIDE = [
  /(?:\bto|\brcpt|\brecipients?|\baddr)=<?["']?(ADDRESS)/gi,
  /\bRCPT TO:\s?<?(ADDRESS)/gi,
  pattern("gi")`
    \b(?:rejected|recipients?|recipients? failed:|RCPT|delivering to|delivered to|deliver to|delivery to
    |sending to|addressed to|mail to|email to|message to)[\s:(]{1,3}<?(ADDRESS)
  `,
  /(?:^|\s)(?:\*\*|==|=>|->) <?(ADDRESS)/g,
  /(?:^|\s)(ADDRESS): ?$/g,
  // Sendmail: kim@example.com... Deferred: 451 …
  /(?:^|\s)<?(ADDRESS)>?\.\.\. (?:[A-Z][a-z ]{2,30}: )?$/g,
  pattern("gi")`^${LIST_MARK}<?(ADDRESS)${BEHIND_ADDRESS}$`,
  /["'](ADDRESS)["']:\s?\[?[({]/g,
  /(?:수신자|받는 ?사람|수신인|받는이)[\s:()]{0,4}<?(ADDRESS)/g,
].map(
  (form) =>
    new RegExp(
      form.source.replace("ADDRESS", () => ADDRESS),
      form.flags,
    ),
);

const ADDRESS_LINE = pattern("i")`
  ^[\s"']*(?:(?:To|rfc822|Recipient|Recipient address|Email|받는 ?사람|수신자
  |받는이)\s?[:;]\s*)?(?:[^<>@\n]{0,60}\s)?[<(\[]?(?:mailto:)?(${ADDRESS})[>)\]]?(?:<mailto:[^>]*>
  |\s?\([^)\n]{0,80}\))?[\s"']*[:,]?\s*$
`;

// kim@example.com - 550 …: the recipients of a mail, each with its own reply.
const LISTED = pattern("i")`^${LIST_MARK}<?${ADDRESS}${BEHIND_ADDRESS}$`;

/**
 * Whether a reply stands behind an address that begins its line.
 * @param {string} source
 * @param {Hit} hit
 */
export const isListed = (source, { at }) => LISTED.test(source.slice(startOfLine(source, at, 200), at));

export const LONE_ADDRESS = pattern("")`^\s*<?${ADDRESS}>?:?\s*$`;

const ADDRESS_FIRST = pattern("")`^\s*<(${ADDRESS})>(?:[:,]|\s*\(|\s*$|\s\.\.\.)`;

const ADDRESS_NAMED = pattern("i")`
  (?:delivered to|deliver(?:y|ing)?(?: your (?:message|mail|email))? to|message to|couldn't reach|RCPT TO:
  |recipients? failed:|X-Failed-Recipients:|받는 ?사람\s?:?|수신자\s?:?)\s*<?(${ADDRESS})
`;

const IN_TEXT = pattern("")`
  ^(?:\d{3} )?(?:[245]\.\d+\.\d+ )?[:\s]{0,2}(?:(?:RUSR|cuda_nsu)\S* \S* )?[<[(]?(${ADDRESS})[>\])]?
`;

const NO_SUCH = pattern("i")`
  (?:no such (?:user|recipient|address|mailbox)|user unknown|unknown user|recipient|mailbox|user
  |account|deliver mail for|relay for)[\s:]{1,3}[<(\["']{0,2}(${ADDRESS})
`;

// 550 5.1.1 User unknown (kim@example.com)
const AT_END = pattern("")`\s[(<[](${ADDRESS})[>\])]\s?$`;

/**
 * An address without the marks around it.
 * @param {string} address
 */
export const tidy = (address) => address.replace(/^[<'"]+/, "").replace(/[>.,;:'")\]]+$/, "");

/**
 * Whether it is the address of a person, not of a mail system.
 * @param {string} address
 */
export const isAddress = (address) =>
  /^[^@\s]+@[^@\s]+\.?[^@\s]+$/.test(address) && !/^(?:mailer-daemon|postmaster)@/i.test(address);

/**
 * What the form finds last in a text.
 * @param {RegExp} form
 * @param {string} text
 */
function lastIn(form, text) {
  let found = null;
  for (const match of text.matchAll(form)) found = match[1];
  return found;
}

/**
 * The recipient a reply is about, from its own line or its text.
 * @param {View} view
 * @param {Hit} hit
 */
function recipientBeside(view, hit) {
  const start = startOfLine(view.source, hit.at, 700);
  const isCut = /\S/.test(view.source.charAt(start - 1));
  const before = view.source.slice(start, hit.at).replace(isCut ? /^\S*/ : "", "");
  const after = view.source.slice(hit.at, Math.min(endOfLine(view.source, hit.at), hit.at + 1500));
  for (const form of RECIPIENT_BESIDE) {
    const found = lastIn(form, before);
    if (found) return found;
  }
  const first = ADDRESS_FIRST.exec(before);
  if (first) return first[1];
  const aside = /\sto=<([^<>\s]+@[^<>\s]+)>/.exec(after);
  if (aside) return aside[1];
  return recipientInText(hit.raw);
}

/**
 * The recipient that the server itself names.
 * @param {string} raw
 */
function recipientInText(raw) {
  if (/\b(?:sender|mail ?from|helo|from address)\b/i.test(raw.slice(0, 160))) return undefined;
  return (IN_TEXT.exec(raw) ?? NO_SUCH.exec(raw.slice(0, 300)) ?? AT_END.exec(raw.slice(0, 300)))?.[1];
}

// A line of a bounce that names one address, and not the sender's.
const ONLY_ADDRESS = pattern("")`^[^@]*?(?<![\w.+-])(${ADDRESS})[^@]*$`;

const OF_OTHERS = pattern("i")`
  from|sender|sent by|postmaster|daemon|reply|return-path|contact|admin|message-id|received|보낸|발신|von:|de:
  |expéditeur|\bto:[ ]
`;

const OF_SENDER = /^[ \t]*(?:From|Sender|Reply-To|Return-Path|보낸 ?사람|발신자)[ \t]?:/i;

// The sender is kim@example.com.
const NAMES_SENDER = /\b(?:sender|sent by|from)\b|보낸|발신/i;

const COMMAND_RCPT = pattern("i")`\bRCPT TO:\s?<?(${ADDRESS})`;

const COMMAND_RESET =
  /\b(?:MAIL FROM:|RSET\b|EHLO |HELO |AUTH (?:LOGIN|PLAIN|CRAM|XOAUTH)|QUIT\b|STARTTLS\b)/i;

/**
 * The address that a line is, with what it is called.
 * @param {string} line
 */
const recipientLine = (line) =>
  NAMES_SENDER.test(line.slice(0, line.indexOf("@"))) ? null : ADDRESS_LINE.exec(line);

const QMAIL_START = /starting delivery (\d+): msg \d+ to (?:remote|local) (\S+)/;

const QMAIL_RESULT = /delivery (\d+): (?:failure|deferral|success):/;

/**
 * Gives each hit the recipient that the lines above it speak of.
 * @param {View} view
 * @param {Hit[]} hits
 * @param {string} kind
 */
export function assignRecipients(view, hits, kind) {
  const { source } = view;
  /** @type {Map<string, string>} */
  const deliveries = new Map();
  /** @type {string | null | undefined} */
  let current = null;
  let from = 0;
  for (const hit of hits) {
    while (from <= hit.at) {
      const end = endOfLine(source, from);
      const line = source.slice(from, Math.min(end, from + 1500));
      if (line.includes("@")) {
        const start = QMAIL_START.exec(line);
        if (start) deliveries.set(start[1], start[2]);
        const found =
          COMMAND_RCPT.exec(line) ??
          (kind === "bounce" && end < hit.at && !OF_SENDER.test(line)
            ? (recipientLine(line.slice(0, 300)) ?? ADDRESS_NAMED.exec(line))
            : null) ??
          (kind === "bounce" ? ADDRESS_FIRST.exec(line) : null);
        if (found) {
          current = found[1];
        } else if (kind === "bounce" && !current && end < hit.at && !OF_OTHERS.test(line)) {
          current = ONLY_ADDRESS.exec(line.slice(0, 400))?.[1];
        } else if (kind !== "bounce" && COMMAND_RESET.test(line)) {
          current = null;
        }
      } else if (kind !== "bounce" && COMMAND_RESET.test(line)) {
        current = null;
      }
      if (end >= hit.at) {
        const result = QMAIL_RESULT.exec(line);
        if (result) hit.recipient = deliveries.get(result[1]);
        break;
      }
      from = end + 1;
    }
    const beside = recipientBeside(view, hit);
    const lines = kind === "bounce" || view.session ? current : null;
    hit.recipient ??=
      [beside, lines]
        .map((address) => address && tidy(address))
        .find((address) => address && isAddress(address)) ?? null;
    hit.record ??= source.slice(startOfLine(source, hit.at, 700), hit.at);
    hit.host = isOwnAnswer(hit.record) ? null : hostBefore(source, hit.at);
  }
}

const HOST = String.raw`([\w-]+(?:\.[\w-]+)+)`;

const HOSTS = pattern("gi")`
  \b(?:host|relay|H|mx(?==)|server|talking to|connect(?:ed)? to|by|from)[ =:]+<?${HOST}\.?(?=[\s[:,)(>]|$)
`;

/**
 * The host that said it: the last named before the reply on its line or just above.
 * @param {string} source
 * @param {number} at
 */
function hostBefore(source, at) {
  const before = source.slice(Math.max(0, at - 400), at);
  const paragraph = before.slice(before.lastIndexOf("\n\n") + 1);
  return lastIn(HOSTS, paragraph);
}
