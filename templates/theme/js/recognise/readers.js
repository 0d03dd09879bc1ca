/** Whose text it is: who has such a text in front of them, and so has to be told what to do. */
import { pattern } from "./patterns.js";

/** @import { Result } from "./findings.js" */
/** @typedef {"sender" | "sending-admin" | "receiving-admin"} Role */

// A server writes down what it answered to others.
const OWN_ANSWERS = pattern("")`
  NOQUEUE:|\b(?:milter-)?reject(?:_warning)?: (?:CONNECT|HELO|EHLO|MAIL|RCPT|DATA|END-OF-MESSAGE|header
  |body|AUTH)\b
  |\brejected (?:RCPT|MAIL|EHLO|HELO|connection|after DATA|during MIME|AUTH|VRFY)
  |\bauthenticator failed for\b|\bruleset=\w+|\bpostscreen\[\d+\]
  |\bpostfix\/(?:smtpd|submission\/smtpd|policy)[\w/-]*\[\d+\]
  |,Receive Connector|\\\\Default Frontend|SMTPD"?\t
`;

// What a server writes down of the mail that it hands to others.
const OWN_SENDING = pattern("")`
  \bstatus=(?:bounced|deferred|sent|expired)\b|\bpostfix\/(?:smtp|error|qmgr|lmtp|pipe)[\w/-]*\[\d+\]|\bstat=[A-Z]
  |\bSMTP error from remote (?:mail server|mailer)|^\S{1,40}[^\n]{0,60} (?:\*\*|==) \S+@
  |\bdelivery \d+: (?:failure|deferral)|\bremote (?:server|host) (?:said|responded)
`;

/**
 * Whose text it is; nobody's where it does not tell.
 * @param {string} source
 * @param {Result["kind"]} kind
 * @returns {Role | undefined}
 */
export function readerOf(source, kind) {
  if (kind === "bounce") return "sender";
  if (kind !== "log") return undefined;
  if (OWN_ANSWERS.test(source)) return "receiving-admin";
  return OWN_SENDING.test(source) ? "sending-admin" : undefined;
}
