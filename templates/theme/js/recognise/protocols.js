/** Where there are several protocols: which of them a text speaks of, and what it says in each. */
import { NOTHING, otherFinding } from "./findings.js";
import { cuedHits, formHits, without } from "./forms.js";
import { asNamed, protocolsNamed } from "./named.js";
import { asOthers, inWords } from "./others.js";
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
    const { code, enhanced, provider, text } = finding;
    // Words that only mail servers use tell as well.
    if (code === null || enhanced !== null || provider !== null || finding.how === "words") return [finding];
    const own = known.catalogues.filter(({ meant }) => meant.has(code));
    const all = own.map((one) => (one.protocol === MAIL ? finding : otherFinding(known, one, code, text)));
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
  const protocols = [...new Set(catalogues.map(({ protocol }) => protocol))];
  const place = (/** @type {Pair} */ { catalogue }) =>
    protocols.indexOf(catalogues.find(({ id }) => id === catalogue)?.protocol ?? "");
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
 * The protocols that a text speaks of.
 * @param {Known} known
 * @param {string} text
 */
export const protocolsSpoken = (known, text) =>
  new Set([
    ...protocolsNamed(known, text),
    ...[...known.speaks].flatMap(([protocol, words]) => (words.test(text) ? [protocol] : [])),
  ]);

/**
 * The protocols that the words of a question tell; none where they are those of any.
 * @param {Known} known
 * @param {string} text
 */
export const protocolsTold = (known, text) =>
  new Set([...protocolsSpoken(known, text), ...(ABOUT_MAIL.test(text) ? [MAIL] : [])]);

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
  const formed = formHits(known, source);
  const mail = readMail(without(source, formed));
  const isQuestion = mail.kind === "none" || mail.kind === "code" || mail.kind === "pair";
  if (named && isQuestion && formed.length === 0) return isMail ? mail : joined(known, [mail, named]);
  const spoken = protocolsSpoken(known, source);
  spoken.delete(MAIL);
  const isOthers = spoken.size > 0 && !isMail;
  // What may be about mail is not read as anything else for the sake of a number alone.
  const mayBeOthers = mail.kind === "none" || isOthers;
  const hits = formed.length === 0 && mayBeOthers ? cuedHits(known, source, spoken) : formed;
  const told = asOthers(known, source, hits, !mayBeOthers);
  if (told.kind === "none" && mail.kind === "none") return isMail ? NOTHING : inWords(known, source);
  if (isOthers && told.kind !== "none") return told;
  return joined(known, [{ ...mail, findings: withNamesakes(known, mail, source) }, told]);
}
