/** Mail that a server on the way forwarded, so that SPF fails for a sender who did everything right. */
import { pattern } from "./patterns.js";

/** @import { Finding, Result } from "./findings.js" */

const FORWARDED = "forwarded-unauthenticated";
const UNAUTHENTICATED = new Set(["spf-failed", "unauthenticated-mail"]);

// For which address the one that was refused stands, as Postfix, Exim and Sendmail write it.
const FIRST = pattern("gi")`
  <([^<>\s]{1,255}@[^<>\s]{1,255})>, orig_to=<[^<>@\s]{1,64}@([^<>\s]{1,255})>
  |([^<>\s]{1,255}@[^<>\s]{1,255})>?\s{1,40}\(?(?:expanded|(?:ultimately )?generated) from:?[ ]
  <?[^<>@\s]{1,64}@([\w.-]{1,255})
`;
// What people write of it themselves.
const IN_WORDS = pattern("i")`
  \bforward(?:s|ed|ing)? (?:\w+ ){0,2}(?:e-?)?mails?\b
  |\b(?:e-?mails?|messages?|domain) (?:\w+ ){0,2}forward(?:ed|ing|er)\b
  |\bauto-?forward|\bpure forwarder\b|\bwhen forwarding\b|포워딩|자동 ?전달|weiterleit
`;
const SENT = /\bfrom=<[^<>@\s]{1,64}@([^<>\s]{1,255})>/i;

/**
 * Whether a server forwarded a mail of somebody else: what comes from the domain to which the mail was sent first is
 * its own.
 * @param {string} source
 * @param {Finding} finding
 */
function isForwarded(source, { text, recipient }) {
  const said = text.toLowerCase();
  const sender = SENT.exec(source)?.[1].toLowerCase();
  for (const found of source.matchAll(FIRST)) {
    const [last, first] = found.slice(1).filter(Boolean);
    const domain = first.toLowerCase();
    const isOfIt = recipient === null || last.toLowerCase() === recipient.toLowerCase();
    const isOwn = said.includes(domain) || sender === domain || last.toLowerCase().endsWith(`@${domain}`);
    if (isOfIt && !isOwn) return true;
  }
  return IN_WORDS.test(source.replace(text, ""));
}

/**
 * What happened where a mail that was forwarded did not pass SPF.
 * @param {{outcomes: Map<string, unknown>}} known
 * @param {Result} told
 * @param {string} source
 * @returns {Result}
 */
export function ofForwards({ outcomes }, told, source) {
  if (!outcomes.has(FORWARDED)) return told;
  const findings = told.findings.map((one) =>
    UNAUTHENTICATED.has(one.situation ?? "") && isForwarded(source, one)
      ? { ...one, situation: FORWARDED, reply: null }
      : one,
  );
  return { ...told, findings };
}
