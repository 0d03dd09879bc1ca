/** What happened: told by a quoted reply, else by words that servers use, else by what a code mostly stands for. */
import { dispositionOf, givesBack } from "./dispositions.js";
import { CJK, pattern } from "./patterns.js";
import { placeOf } from "./phrases.js";
import { plainly, plainlyIn } from "./plainly.js";
import { answeredBy, isOfProgram, isSubject } from "./readers.js";
import { clean } from "./tables.js";
import { isAboutMail } from "./telling.js";
import { FAILURE_WORDS, bareRefusal } from "./words.js";

/** @import { Attribution } from "./attribution.js" */
/** @import { Sorted } from "./reports.js" */
/** @import { Hit } from "./scan.js" */
/** @import { Known } from "./tables.js" */
/**
 * What happened, and how that is known: `mark` by a quoted reply, `words` by a phrase, `code` by the number alone.
 * @typedef {object} Happened
 * @property {string | null} situation
 * @property {string | null} outcome the class of the code: whether it is tried again or was refused for good
 * @property {"mark" | "words" | "code" | null} how
 * @property {string | null} words the phrase
 */

// So much longer has a phrase to be that speaks of something for which the code is not known.
const UNUSUAL = 12;
// A number tells little of what happened, an enhanced code much.
const USUAL = { code: 4, enhanced: 14 };
// What the other server said, as Exchange quotes it in its queue, and what Exim said to the commands before.
const QUOTED = pattern("iu")`
  \b(?:responded with: ["'\u201c]?([245]\d\d)[ .-]|rejected with this error: ?(?:([245]\d\d)[ .-])?)
  (?:([245]\.\d{1,3}\.\d{1,3}) )?((?:(?! Valid RCPT command)[^"\u201d]){3,})
`;
// How a queue ended tells less than why.
const CONCLUSION = 1000;
const GENERAL = /\.0\.0$/;
// "Other or undefined" of its kind (RFC 3463 §3.2 to §3.8), or none at all.
const OTHER = /\.0$|^$/;
// The server itself is what something is wrong with (RFC 3463 §3.4).
const OF_SYSTEM = /^[45]\.3\./;
// A notice that is only a warning: the mail is still in the queue.
const STILL_TRYING = pattern("")`
  \b(?:delayed|delay|will (?:be retried|keep trying|continue to try|retry)|still trying|warning only
  |no action is required|(?:try again|retry) (?:later|after)|throttling
  |host not found, try again|temporar(?:y|ily)(?! suspended)
  |delivery temporarily suspended|message may be sent more than once)\b|지연|재시도|다시 시도
`;
// Fewer letters in one phrase are no proof where no code stands beside them; a syllable tells as much as two.
const LONG_ENOUGH = 14;
const SYLLABLE = new RegExp(`[${CJK}]`, "g");
// Where a text is about mail, less will do.
const ENOUGH_OF_MAIL = 10;
// More than one word, or a term that no other text has: report-type=feedback-report, ERR_TOO_MANY_REDIRECTS,
// Net::ReadTimeout, httpx.ReadTimeout, SignatureDoesNotMatch
const SEVERAL = /[\s=/_]|[:.]\w|[a-z]{20}/;
// Where mail is spoken of, a syllable tells more still.
const OF_MAIL = /메일|mail|メール|邮件|郵件/;
/**
 * @param {string} words
 * @param {string} text
 */
const weight = (words, text) => words.replace(SYLLABLE, OF_MAIL.test(text) ? "xxx" : "xx").length;

/**
 * The class of a code: the number decides, for servers send it to programs (RFC 5321 §4.2.1).
 * @param {Known} known
 * @param {{code: string | null, enhanced: string | null}} hit
 */
export function classOf({ classes, classByCode }, { code, enhanced }) {
  const own = classByCode.get(code ?? "");
  if (own) return own;
  const first = (code ?? enhanced ?? "")[0];
  return classes.find(({ prefix }) => prefix !== "" && prefix === first)?.id ?? null;
}

/** The tones of classes that say that something failed. */
export const FAILURE = new Set(["fail", "wait"]);

/**
 * The tone of a class of codes.
 * @param {Known} known
 * @param {string | null} outcome its id
 */
export const toneOf = ({ classes }, outcome) => classes.find(({ id }) => id === outcome)?.tone;

/**
 * Whether a situation only ever ends well where a code says that it did not, or the other way round.
 * @param {Known} known
 * @param {string} situation
 * @param {string | null} outcome
 */
function isContrary(known, situation, outcome) {
  const tone = toneOf(known, outcome);
  if (tone === undefined) return false;
  const ends = known.outcomes.get(situation) ?? [];
  const tones = ends.map((one) => toneOf(known, one)).filter((one) => one !== undefined);
  return tones.length > 0 && tones.every((one) => FAILURE.has(one) !== FAILURE.has(tone));
}

// What did not happen: the mail was not rejected as spam.
const DENIED = /(?:\bnot|n['’]t|\bnever) (?:been |being )?$/;
const HAPPENED = /^(?:rejected|refused|blocked|denied|bounced|listed|blacklisted)\b/;

/**
 * Whether a text says of what a phrase tells that it did not happen.
 * @param {string} before what stands before the phrase
 * @param {string} words
 */
const isDenied = (before, words) => HAPPENED.test(words) && DENIED.test(before);

/**
 * The phrase that tells most in a text, and its situation.
 * @param {Known} known
 * @param {string} text on one line, in small letters
 * @param {{code: string | null, enhanced: string | null}} hit
 * @param {string | null} outcome
 * @param {boolean} [isServer] whether a server speaks for sure, also where no code stands beside its words
 */
function byWords(known, text, { code, enhanced }, outcome, isServer = code !== null || enhanced !== null) {
  const [usual, likely] = [enhanced, code].map((one) => known.uses.get(one ?? "")?.all ?? []);
  let best = null;
  for (const { situation, words, pieces, length, conclusion, besideCode } of known.phrases) {
    if (besideCode && !isServer) continue;
    const at = placeOf(text, pieces);
    if (at < 0 || isContrary(known, situation, outcome) || isDenied(text.slice(0, at), words)) continue;
    const fits = outcome === null || known.outcomes.get(situation)?.includes(outcome);
    const points =
      length +
      (usual.includes(situation) ? USUAL.enhanced : 0) +
      (likely.includes(situation) ? USUAL.code : 0) -
      (fits ? 0 : UNUSUAL) -
      (conclusion ? CONCLUSION : 0);
    if (!best || points > best.points) best = { situation, words, length, points, conclusion };
  }
  return best;
}

/**
 * What the rest of a notice tells; that a queue gave up, only where the reply itself says nothing.
 * @param {Known} known
 * @param {Hit} hit
 * @param {string | null} outcome
 * @param {string} around
 */
function aroundIt(known, hit, outcome, around) {
  // What a detailed code stands for tells more than the frame of a notice, which is the same for many.
  const isDetailed = hit.enhanced !== null && !GENERAL.test(hit.enhanced);
  const stoodFor = isDetailed ? byCode(known, hit, false, null).situation : null;
  if (stoodFor !== null && !known.conclusions.has(stoodFor)) return null;
  const found = byWords(known, around, hit, outcome);
  return found?.conclusion && /\p{L}/u.test(hit.raw) ? null : found;
}

/**
 * A reply with both of its codes before it, also where they were told apart.
 * @param {Hit} hit
 */
function withCodes({ code, enhanced, raw }) {
  if (enhanced === null || raw.includes(enhanced)) return raw;
  return [code, enhanced, raw.replace(/^[2-5]\d\d[ -]/, "")].filter(Boolean).join(" ");
}

/**
 * What a reply tells that is quoted in another one.
 * @param {Known} known
 * @param {string} raw
 * @param {string | null} outcome
 */
function byQuoted(known, raw, outcome) {
  const [, told, before = raw.slice(0, 3), enhanced = null, said] = QUOTED.exec(raw) ?? [];
  const found = said ? byWords(known, clean(said), { code: told ?? before, enhanced }, outcome) : null;
  return found?.conclusion ? null : found;
}

/**
 * What happened, as a reply tells it.
 * @param {Known} known
 * @param {Hit} hit
 * @param {Attribution} attribution
 * @param {string} [around] the whole text, where it belongs to this reply alone
 * @returns {Happened}
 */
export function happened(known, hit, attribution, around = "") {
  const { became = null, passed = false } = hit;
  const outcome = classOf(known, hit) ?? classOf(known, { code: became?.digit ?? null, enhanced: null });
  if (passed && known.outcomes.get(ACCEPTED)?.includes(outcome ?? "")) {
    return { situation: ACCEPTED, outcome, how: null, words: null };
  }
  // A queue that gave up without a word of any server says more by that than by its own last try.
  const ended = became?.gaveUp && hit.code === null ? byWords(known, clean(became.said), hit, outcome) : null;
  if (ended?.conclusion) return { situation: ended.situation, outcome, how: "words", words: ended.words };
  const { sorted } = hit;
  // Its own word is no sentence of a server: "spam" in a list of reasons is a complaint.
  const isOwnWord = sorted?.situation === ANSWERED || sorted?.words === hit.raw.trim();
  const quoted = byQuoted(known, hit.raw, outcome);
  const words = isOwnWord
    ? null
    : (quoted ??
      byWords(known, clean(withCodes(hit)), hit, outcome) ??
      aroundIt(known, hit, outcome, around));
  const isTold = words !== null && !words.conclusion;
  const { situation: marked, shared = 0 } = attribution;
  const isOutdone =
    isTold &&
    (known.conclusions.has(marked ?? "") || words === quoted || (shared > 0 && words.length > shared));
  if (marked !== null && !isOutdone) {
    return { situation: marked, outcome: kept(known, marked, outcome, hit), how: "mark", words: null };
  }
  const isVague = words?.situation === UNEXPLAINED;
  const { uses, situation } = byCode(known, hit, isVague, attribution.provider);
  if (sorted && !isTold && (situation === null || !known.conclusions.has(sorted.situation))) {
    return bySorting(known, sorted, outcome);
  }
  const isDetailed = hit.enhanced !== null && !GENERAL.test(hit.enhanced);
  // What gives no reason tells less than a number that does, or than a detail that speaks of the system.
  const isOutweighed = isVague && situation !== null && (!isDetailed || OF_SYSTEM.test(hit.enhanced ?? ""));
  if (words && !isOutweighed) {
    const outcomeOfIt = kept(known, words.situation, outcome, hit);
    return { situation: words.situation, outcome: outcomeOfIt, how: "words", words: words.words };
  }
  const isOpen = situation === null || situation === UNEXPLAINED || OTHER.test(hit.enhanced ?? "");
  const plain = isOpen ? plainly(hit.raw) : null;
  if (plain && known.outcomes.get(plain.situation)?.includes(outcome ?? "")) {
    const outcomeOfIt = kept(known, plain.situation, outcome, hit);
    return { situation: plain.situation, outcome: outcomeOfIt, how: "words", words: plain.words };
  }
  const tellsNothing = situation === null || (!isDetailed && OF_NO_STANDARD.test(hit.code ?? ""));
  const refusal = tellsNothing && known.outcomes.has(UNEXPLAINED) ? bareRefusal(hit.raw) : null;
  if (refusal !== null) {
    return {
      situation: UNEXPLAINED,
      outcome: kept(known, UNEXPLAINED, outcome, hit),
      how: "words",
      words: refusal,
    };
  }
  return {
    situation,
    outcome: kept(known, situation, outcome, hit),
    how: uses ? "code" : null,
    words: null,
  };
}

/**
 * What a service says by a word of its own; it comes to what it can come to.
 * @param {Known} known
 * @param {Sorted} sorted
 * @param {string | null} outcome
 * @returns {Happened}
 */
function bySorting(known, { situation, words }, outcome) {
  const ends = known.outcomes.get(situation) ?? [];
  const isOfIt = outcome !== null && ends.includes(outcome);
  return { situation, outcome: isOfIt ? outcome : (ends[0] ?? outcome), how: "words", words };
}

/**
 * What the codes of a reply mostly stand for: the enhanced one, which tells more, or both where they agree.
 * @param {Known} known
 * @param {Hit} hit
 * @param {boolean} isUnexplained whether the words give no reason: then a code tells that speaks of the system
 * @param {string | null} provider who said it: somebody else means nothing of it with a product's own number
 */
function byCode({ uses: all }, { code, enhanced, raw }, isUnexplained, provider) {
  const telling = enhanced !== null && !GENERAL.test(enhanced) ? enhanced : null;
  const [detail, number] = [telling, code].map((one) => {
    const uses = all.get(one ?? "");
    return uses?.vendor && provider !== null && provider !== uses.vendor ? undefined : uses;
  });
  const uses = detail ?? number;
  const agree =
    detail !== undefined &&
    detail.all.length > 0 &&
    ((isUnexplained && OF_SYSTEM.test(enhanced ?? "")) || detail.all[0] === number?.all[0]);
  const isDescribed = uses?.described && OF_SERVICE.test(raw) && !PASSED_ON.test(raw);
  const isTold = uses?.usual || agree || isDescribed;
  return { uses, situation: isTold ? (uses?.all[0] ?? null) : null };
}

// What happened where a report says that the mail went on, whatever words its reply has.
const ACCEPTED = "message-accepted";
// What happened where a program answered the mail.
export const ANSWERED = "feedback-report";
// Words that a service says with its code: desc = …, details = "…", Detail="…", UNAUTHENTICATED: …
const OF_SERVICE = /\b(?:desc|[dD]etails?|[mM]essage)["']?\s?[=:]\s?["']?[^\W_]{2}|[A-Z]{5}: \w/;
// It passes on the failure of another call.
const PASSED_ON = /\bdesc = rpc error:/;
// Above 556 (RFC 7504) every product numbers as it likes: whose number it is, only more words tell.
const OF_NO_STANDARD = /^5(?:5[7-9]|[6-9]\d)/;
// What happened where a server says that it refuses, and nothing else.
const UNEXPLAINED = "refused-unexplained";

// The class of what waits.
const WAITING = "transient";

/**
 * The class of a code, or that of what became of the mail where it waits all the same; without any, what the words say.
 * @param {Known} known
 * @param {string | null} situation
 * @param {string | null} outcome
 * @param {Hit} hit
 */
function kept(known, situation, outcome, { code, enhanced, became = null, raw, logged = false }) {
  // No standard of mail has a number below 420 for what waits: 400 beside words of what never does is not a server's.
  const isNobodys = enhanced === null && outcome === WAITING && /^4[01]/.test(code ?? "");
  const isUntold = outcome === null || (isNobodys && !known.outcomes.get(situation ?? "")?.includes(outcome));
  if (isUntold && situation !== null) return outcomeOf(known, situation, clean(raw), logged) ?? null;
  if (became?.digit !== "4") return outcome;
  return classOf(known, { code: became.digit, enhanced: null }) ?? outcome;
}

// What an advertisement speaks of a full mailbox for.
const OFFERED = pattern("iu")`
  \bfull of \p{L}|\bfull\?|\b(?:offers?|deals|discount|newsletter|free trial|upgrade (?:now|today)|click here
  |verify your account|\d{1,2} ?% off)\b
`;

// What a website says over the exception of its program, whatever that is about.
const OVER_EXCEPTION = "internal server error";

// Lines of a program, which say what it would make of a code: case 550: …, {535: "…", 550: "…"}
const OF_SOURCE = /\bcase ["']?[2-5]\d\d["']?:|[{,]\s{0,20}[2-5]\d\d: ?"[^"\n]{1,80}"\s{0,20}[,}]/;

// What is said of a mail that came back, whatever it offered.
const RETURNED = /@|\b(?:bounced?|(?:un)?deliver\w*|returned|rejected|failed)\b/i;

/**
 * What is known of a text without any code: whether a server says in it that a mail was not delivered, whether a server
 * wrote it, whether it stands in a log, and whether a provider is quoted that says what happened.
 * @typedef {{isNotice?: boolean, isServers?: boolean, isLogged?: boolean, isMarked?: boolean}} Frame
 */

/**
 * What a text without any code tells; null where its words are those of anybody.
 * @param {Known} known
 * @param {string} source
 * @param {Frame} [frame]
 */
export function withoutCode(known, source, frame = {}) {
  const { isNotice = false, isServers = false, isLogged = false, isMarked = false } = frame;
  if (!isNotice && OF_SOURCE.test(source)) return null;
  if (!isNotice && !isServers && OFFERED.test(source) && !RETURNED.test(source)) return null;
  const text = clean(source);
  const told = byWords(known, text, { code: null, enhanced: null }, null, isServers || isNotice);
  const found = told?.words === OVER_EXCEPTION && isOfProgram(source) ? null : told;
  const isOfMail = isNotice || isAboutMail(source);
  const enough = isOfMail && FAILURE_WORDS.test(found?.words ?? "") ? ENOUGH_OF_MAIL : LONG_ENOUGH;
  const isTold =
    found !== null &&
    ((weight(found.words, text) >= enough && SEVERAL.test(found.words)) || isSubject(source, found.words));
  // The frame of a notice tells less than any of its sentences.
  const isFrame = !isTold || found.conclusion;
  const plain = isFrame && isNotice && !isMarked ? plainlyIn(source) : null;
  const { situation, words } = plain ?? (isTold ? found : { situation: ANSWERED, words: answeredBy(source) });
  if (!known.outcomes.has(situation)) return null;
  if (words === null) return null;
  return {
    situation,
    outcome: outcomeOf(known, situation, text, isLogged),
    how: /** @type {const} */ ("words"),
    words,
  };
}

/**
 * Whether what happened is final, where no code says so.
 * @param {Known} known
 * @param {string} situation
 * @param {string} text
 * @param {boolean} [isLogged] whether it stands in a log, which tells of what was put off as of what was refused
 */
export function outcomeOf(known, situation, text, isLogged = false) {
  const outcomes = known.outcomes.get(situation) ?? [];
  const became = dispositionOf(text);
  const isWaiting = became ? became.digit === "4" : STILL_TRYING.test(text) && !givesBack(text);
  if (isLogged && became === null && !isWaiting) return outcomes[0];
  const wanted = isWaiting ? WAITING : "permanent";
  // What waits was not refused for good, whatever else it may come to.
  return outcomes.includes(wanted) || became?.digit === "4" ? wanted : outcomes[0];
}
