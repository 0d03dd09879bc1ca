/** Where there are several protocols: which of them a text speaks of, and what it says in each. */
import { withLogged } from "./accesses.js";
import { OFTEN_HTTP, OF_CLOUDFLARE, fieldHits, isOfUsers, withoutIdle } from "./bodies.js";
import { NOTHING, UNREACHED, otherFinding } from "./findings.js";
import { foreignIn } from "./foreign.js";
import { cuedHits, formHits, titleHits, withNames, without, withoutMail, withoutStrangers } from "./forms.js";
import { withoutListings } from "./listings.js";
import { asMistaken } from "./mistaken.js";
import { asNamed, asShared } from "./named.js";
import { asOthers, isFailure } from "./others.js";
import { pattern } from "./patterns.js";
import { LONGEST_AROUND } from "./places.js";
import { spokenHits } from "./spoken.js";
import { asOutOfStep, brokenOff, takenOver } from "./steps.js";
import { MAIL, lookup } from "./tables.js";
import { isAboutMail, protocolsSpoken } from "./telling.js";
import { asNotConnected, asUnreached, isUnreachedByAnybody } from "./unreached.js";
import { asTested, withGot } from "./wanted.js";
import { MOSTLY_HTTP } from "./weights.js";
import { inWords } from "./wording.js";

/** @import { Finding, Result } from "./findings.js" */
/** @import { FormHit } from "./forms.js" */
/** @import { Known, Pair } from "./tables.js" */

/** @type {Set<string>} */
const NONE = new Set();
// What servers of any kind say of themselves: 500 Internal Error, 503 server too busy.
const OF_ANY_SERVER = pattern("")`
  ^(?:server-(?:closing|error|overloaded|misconfigured|storage-full)|host-unreachable|too-many-connections
  |sent-too-fast)$
`;
// What is nearly the name of such a code: 503 server unavailable, 502 proxy error, 504 timeout.
const NEARLY_NAMED = /\b(?:internal|(?:un|not )available|overloaded|gateway|proxy|tim(?:e|ed)[ -]?out)\b/i;

/** @param {Finding} finding */
const isOfAnyServer = ({ protocol, situation, how }) =>
  protocol === MAIL && how === "words" && OF_ANY_SERVER.test(situation ?? "");

/**
 * The findings of a text about mail, with the same number in other protocols where the text does not tell.
 * @param {Known} known
 * @param {Result} mail
 * @param {string} source
 * @param {Set<string>} spoken the other protocols that the text speaks of, so that a number of theirs is not mail's
 */
function withNamesakes(known, mail, source, spoken) {
  if (mail.kind === "pair" || isAboutMail(source)) return mail.findings;
  // All of a text belongs to its only number: what stands before it may tell whose it is.
  const around = mail.findings.length === 1 ? source.slice(0, LONGEST_AROUND) : undefined;
  return mail.findings.flatMap((finding) => {
    const { code, enhanced, provider, text } = finding;
    if (code === null || enhanced !== null || provider !== null) return [finding];
    const listed = known.catalogues.filter(({ meant }) => meant.has(code));
    const theirs = listed.filter(({ protocol }) => spoken.has(protocol));
    const own = theirs.length > 0 ? theirs : listed;
    // A number that mail does not list and another protocol does is the other's.
    if (own.length === 0) return [finding];
    const all = own.map((one) =>
      one.protocol === MAIL ? finding : otherFinding(known, one, code, text, around),
    );
    // What may be another protocol's is not mail's before that is read.
    const isRead = (/** @type {Finding} */ { protocol }) => lookup(known.tables, protocol).outcomes.size > 0;
    if (MOSTLY_HTTP.test(code) && !all.every(isRead)) return all;
    // A sentence that a server of one protocol is known by tells which it is, and so do words that only one has, or
    // that say what its code stands for.
    const ways = /** @type {const} */ (["mark", "words"]);
    const [told] = ways.map((way) => all.filter(({ how }) => how === way)).filter((one) => one.length > 0);
    const fitting = told?.filter(({ protocol, situation }) =>
      lookup(known.tables, protocol)
        .uses.get(code)
        ?.all.includes(situation ?? ""),
    );
    const fit = fitting?.length > 0 ? fitting : (told ?? all);
    // A number that is mostly the web's is first of all a code of the web.
    const isMails = (/** @type {Finding} */ { protocol }) => Number(protocol === MAIL);
    const isNamed = told === undefined && NEARLY_NAMED.test(text);
    const isAnyServers = OFTEN_HTTP.test(code) && (isNamed || fit.every(isOfAnyServer));
    if (!MOSTLY_HTTP.test(code) && !isAnyServers) return fit;
    const kept = all.filter((one) => fit.includes(one) || one.protocol !== MAIL);
    return kept.sort((one, other) => isMails(one) - isMails(other));
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
  const protocols = [...new Set(catalogues.map(({ protocol }) => protocol))];
  const protocolOf = (/** @type {Pair} */ { catalogue }) =>
    String(catalogues.find(({ id }) => id === catalogue)?.protocol);
  // Two numbers that are mostly the web's are first of all codes of the web.
  const place = (/** @type {Pair} */ pair) =>
    protocolOf(pair) === MAIL && MOSTLY_HTTP.test(pair.a) && MOSTLY_HTTP.test(pair.b)
      ? protocols.length
      : protocols.indexOf(protocolOf(pair));
  const pairs = found.flatMap((result) => result.pairs).sort((one, other) => place(one) - place(other));
  const isPair = pairs.length > 0;
  const kept = isPair ? found.filter(({ kind }) => kind === "pair") : found;
  // A number that is mostly the web's is first of all a code of the web.
  const order = (/** @type {Finding} */ { protocol, code }) =>
    protocol === MAIL && (MOSTLY_HTTP.test(code ?? "") || OF_CLOUDFLARE.test(code ?? ""))
      ? catalogues.length
      : catalogues.findIndex((one) => one.protocol === protocol);
  const findings = kept.flatMap((result) => result.findings);
  if (kept.every(({ kind }) => kind === "code" || kind === "pair")) {
    findings.sort((one, other) => order(one) - order(other));
  }
  const role = kept.find((result) => result.role)?.role;
  return { kind: kept[0].kind, findings, pairs, role };
}

/**
 * Codes that people tell, unless a quoted reply in the text tells its own.
 * @param {Known} known
 * @param {string} source
 * @param {FormHit[]} hits
 */
function unlessMarked(known, source, hits) {
  const { findings } = hits.length > 0 ? asOthers(known, source, []) : NOTHING;
  return findings.some(({ code }) => code !== null) ? [] : hits;
}

/** @param {Finding} finding */
const isOnlyWords = ({ code, provider }) => code === null && provider === null;

/**
 * What a text says in all protocols.
 * @param {Known} known
 * @param {string} source
 * @param {(source: string) => Result} readMail what a text says about mail
 * @returns {Result}
 */
export function inProtocols(known, source, readMail) {
  const shared = asShared(known, source, readMail);
  if (shared) return shared;
  const { got, rest: own } = asTested(known, withoutStrangers(withoutListings(source)));
  const web = withoutMail(own);
  const named = asNamed(known, own);
  const spoken = protocolsSpoken(known, source);
  const isMail = spoken.delete(MAIL) || isAboutMail(source);
  const namesOthers = spoken.size > 0 && !isMail;
  if (named && namesOthers) return named;
  const written = withGot(withLogged(known, web, formHits(known, web)), got);
  const inFields = written.length > 0 ? written : fieldHits(known, web);
  const inSpeech = inFields.length > 0 || named ? [] : spokenHits(known, web);
  const formed = inSpeech.length > 0 ? unlessMarked(known, source, inSpeech) : inFields;
  // What is told of the web is none of mail, whoever else tells it.
  const rest = withoutIdle(without(own, withNames(own, [...inFields, ...inSpeech])));
  const said = takenOver(source, brokenOff(known, source, readMail(rest)));
  const mistaken = asMistaken(known, source, said);
  if (mistaken) return mistaken;
  // What an application says of its users, mail servers say of mailboxes.
  const isWorded = said.kind !== "none" && said.findings.every((one) => isOnlyWords(one) && !one.enhanced);
  const isAnswer = written.length === 0 && inFields.length > 0;
  const mail = isWorded && isOfUsers(without(source, formed)) ? NOTHING : said;
  const foreign = foreignIn(known, source, mail, formed.length > 0, spoken.size > 0);
  if (foreign) return { ...NOTHING, ...(foreign.says === undefined ? {} : { foreign }) };
  // What reads as a good answer may be what a program did not expect.
  const isGood = mail.findings.every(
    ({ situation, outcome }) =>
      situation === UNREACHED || outcome === "success" || outcome === "intermediate",
  );
  const step = isGood ? asOutOfStep(known, source) : null;
  // What the web answers because the program did not reach its mail server says less than the program.
  const failed = step ?? asUnreached(known, source, mail);
  if (failed) return failed;
  // A mail server's own sentence may name another protocol: 421 HTTP requests not allowed.
  const isOthers = namesOthers && mail.findings.every(({ reply }) => reply === null);
  const isQuestion = said.kind === "none" || said.kind === "code" || said.kind === "pair";
  if (named && isQuestion && formed.length === 0) {
    const isListed = mail.findings[0]?.catalogue.code;
    return isMail ? mail : joined(known, isListed || mail.kind !== "code" ? [mail, named] : [named]);
  }
  // What may be about mail is not read as anything else for the sake of a number or a few words alone. A host that is
  // named where another protocol is spoken of need not be a mail server.
  const isVague = mail.findings.every(
    ({ code, enhanced, provider }) => !code && !enhanced && (!provider || isOthers),
  );
  const mayBeOthers = mail.kind === "none" || (isVague && !isMail) || isOthers;
  const cued = formed.length === 0 && mayBeOthers ? cuedHits(known, web, spoken) : formed;
  const quoted = asOthers(known, source, cued, !mayBeOthers);
  const isUntold = quoted.kind === "none" && mayBeOthers;
  const told = isUntold ? asOthers(known, source, titleHits(known, web)) : quoted;
  const isTold = told.kind !== "none";
  // A question about mail in words that servers of the web use too is about mail.
  if (isMail && mail.kind === "none" && told.findings.every(isOnlyWords)) return mail;
  if (isTold && (isOthers || (isVague && !isMail))) return told;
  // Words of both protocols say what happened to what the text speaks of.
  if (!isTold && isVague && !isMail) {
    const isNotMail = isOthers || isUnreachedByAnybody(source, mail);
    const worded = inWords(known, source, isNotMail ? NOTHING : mail);
    return worded.kind === "none" ? (asNotConnected(known, source) ?? worded) : worded;
  }
  // Words that only another protocol has outweigh a number that mail has too.
  if (!isTold && isOthers) {
    const worded = inWords(known, source, NOTHING);
    if (worded.kind !== "none") return worded;
  }
  const ofMail = { ...mail, findings: withNamesakes(known, mail, source, isOthers ? spoken : NONE) };
  // The number that an application answers with tells more than words that mail servers have too, and its failure more
  // than a session of mail in which all went well.
  const isApplications = isGood && isMail && told.findings.some((finding) => isFailure(known, finding));
  return joined(known, (isWorded && isAnswer) || isApplications ? [told, ofMail] : [ofMail, told]);
}
