/** Where there are several protocols: which of them a text speaks of, and what it says in each. */
import { NOTHING, plainFinding } from "./findings.js";
import { asForms } from "./forms.js";
import { asNamed, protocolsNamed } from "./named.js";
import { pattern } from "./patterns.js";
import { MAIL } from "./tables.js";

/** @import { Finding, Result } from "./findings.js" */
/** @import { Known, Pair } from "./tables.js" */

const ABOUT_MAIL = pattern("i")`
  \b(?:e?smtp|lmtp|e-?mails?|mail|mailbox|recipients?|relay|sender|rcpt|helo|ehlo|dsn|ndr|bounced?|postfix|exim
  |sendmail|qmail|dovecot|spam)|@|메일|수신|발신|반송|스팸
`;

/**
 * The findings of a text about mail, with the same number in other protocols where the text does not tell.
 * @param {Known} known
 * @param {Result} mail
 * @param {string} source
 */
function withNamesakes(known, mail, source) {
  if (mail.kind === "pair" || ABOUT_MAIL.test(source)) return mail.findings;
  return mail.findings.flatMap((finding) => {
    const { code, enhanced, provider, how, text } = finding;
    if (code === null || enhanced !== null || provider !== null || how === "words") return [finding];
    const own = known.catalogues.filter(({ meant }) => meant.has(code));
    const all = own.map((one) => (one.protocol === MAIL ? finding : plainFinding(one, code, text)));
    return all.includes(finding) ? all : [finding, ...all];
  });
}

/**
 * One result of several, each finding once, in the order of the catalogues.
 * @param {Known} known
 * @param {Result[]} results
 * @returns {Result}
 */
function joined({ catalogues }, results) {
  const found = results.filter(({ kind }) => kind !== "none");
  if (found.length === 0) return NOTHING;
  const protocolOf = (/** @type {Pair} */ { catalogue }) =>
    catalogues.find(({ id }) => id === catalogue)?.protocol;
  const place = (/** @type {Pair} */ pair) =>
    catalogues.findIndex(({ protocol }) => protocol === protocolOf(pair));
  const pairs = found.flatMap((result) => result.pairs).sort((one, other) => place(one) - place(other));
  const isPair = pairs.length > 0;
  const kept = isPair ? found.filter(({ kind }) => kind === "pair") : found;
  const order = (/** @type {Finding} */ { protocol }) =>
    catalogues.findIndex((one) => one.protocol === protocol);
  const findings = kept.flatMap((result) => result.findings);
  if (kept.every(({ kind }) => kind === "code" || kind === "pair")) {
    findings.sort((one, other) => order(one) - order(other));
  }
  const role = kept.find((result) => result.role)?.role;
  return { kind: kept[0].kind, findings, pairs, ...(role ? { role } : {}) };
}

/**
 * What a text says in all protocols.
 * @param {Known} known
 * @param {string} source
 * @param {(source: string) => Result} readMail what a text says about mail
 * @returns {Result}
 */
export function inProtocols(known, source, readMail) {
  const named = asNamed(known, source);
  const protocols = protocolsNamed(known, source);
  const isMail = protocols.has(MAIL) || ABOUT_MAIL.test(source);
  const isOther = [...protocols].some((protocol) => protocol !== MAIL);
  if (named && isOther && !isMail) return named;
  const { told, rest } = asForms(known, source);
  const mail = readMail(rest);
  const isQuestion = mail.kind === "none" || mail.kind === "code" || mail.kind === "pair";
  if (named && isQuestion && told.kind === "none") return isMail ? mail : joined(known, [mail, named]);
  return joined(known, [{ ...mail, findings: withNamesakes(known, mail, source) }, told]);
}
