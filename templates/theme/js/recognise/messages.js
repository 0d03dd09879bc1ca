/** Everything that is not a short question: replies, logs, sessions, bounces. */
import { attributed } from "./attribution.js";
import { bareRecords, dispositionOf, givesBack } from "./dispositions.js";
import { NOTHING, byTelling, failuresFirst, inOrder, result, wordsOnly } from "./findings.js";
import { isUnderAddress, kindOf, returnsMail } from "./kinds.js";
import {
  detailBefore,
  dialogue,
  eximRejections,
  joinStatus,
  rejoined,
  spaced,
  withTlsReason,
  withoutContainer,
} from "./logs.js";
import { pattern } from "./patterns.js";
import { tellsWhat } from "./phrases.js";
import { LONGEST_LINE, endOfLine, startOfLine, viewOf } from "./places.js";
import { LINK, otherWords } from "./queries.js";
import { isNotice, readerOf } from "./readers.js";
import { assignRecipients, isAddress, isListed } from "./recipients.js";
import { besideObjects, completed, grouped, reportGroups } from "./reports.js";
import { scan } from "./scan.js";
import { endOfSession, isSession } from "./sessions.js";
import { happened } from "./situations.js";
import { clean } from "./tables.js";

/** @import { Order, Result } from "./findings.js" */
/** @import { Hit } from "./scan.js" */
/** @import { Known } from "./tables.js" */

const MOST_GROUPS = 500;

const FAILED = /^(?:permanent|transient)/;

// Nobody asks about more codes at once.
const MOST_ASKED = 20;

// A notice names its recipient near its beginning.
const LONGEST_NOTICE = 6000;

// An exception of this library holds the words of the server, and no number.
const WITHOUT_NUMBER = /\bSmtpCommandException: /;

const MESSAGE_NOISE = /[^\p{Script=Latin}]+/gu;

// 550 error …; 550, and …; 550 for … : words about a code, not a server's.
const ABOUT = pattern("i")`
  ^[245]\d\d["')]?(?:[.,;!?]? (?:smtp )?(?:errors?(?! ?- ?\w)|codes?|and|or|for|from|when|if|on|in|at|because|since
  |but|whenever|after|while|to|is|means|what|how|why|should|can|could|please|help|i|we|my|our|this|that
  |response|repl(?:y|ies)|status)\b(?!:)|[.,;!?]*$)
`;

/**
 * Whether a hit holds words of a server, not only of somebody who asks.
 * @param {Known} known
 * @param {Hit} hit
 */
function speaks(known, hit) {
  if (tellsWhat(known, clean(hit.raw)) || LINK.test(hit.raw)) return true;
  if (hit.enhanced === null && ABOUT.test(hit.raw)) return false;
  return otherWords(known, hit.raw.replace(MESSAGE_NOISE, " ")).length > 0;
}

// What .NET calls the number of a reply, in place of it: its words stand for whatever has that number.
const OF_NUMBERS = new Map([
  ["Exceeded storage allocation", "552"],
  ["Mailbox name not allowed", "553"],
  ["Transaction failed", "554"],
]);
const OF_LIBRARY = /(?<![\w,;'])([A-Z][a-zA-Z ,;']{8,100})\. ?The server response was: ?(?=\S)/g;
const NUMBERED = /^[245](?:\d\d|\.\d\.\d)/;

/**
 * What a text says that is no short question, and whose text it is.
 * @param {Known} known
 * @param {string} text
 */
export function asMessage(known, text) {
  const replies = text.replace(OF_LIBRARY, (whole, words, at) => {
    const isNumbered = NUMBERED.test(text.slice(at + whole.length));
    return `The server response was: ${isNumbered ? "" : (OF_NUMBERS.get(words) ?? "")} `;
  });
  const told = replies === text ? NOTHING : inMessage(known, replies);
  return told.findings.some(({ situation }) => situation !== null) ? told : inMessage(known, text);
}

/**
 * What a message says.
 * @param {Known} known
 * @param {string} text
 * @returns {Result}
 */
function inMessage(known, text) {
  const source = spaced(rejoined(withTlsReason(withoutContainer(dialogue(text)))));
  const read =
    /\d/.test(source) || known.sorted(source).length > 0
      ? coded(known, source)
      : { kind: kindOf(source, false, []), findings: [], pairs: [] };
  const recipient = addressIn(source.slice(0, LONGEST_NOTICE));
  const isSaid = returnsMail(source) || WITHOUT_NUMBER.test(source);
  const found = read.findings.length > 0 ? read : wordsOnly(known, read.kind, source, recipient, isSaid);
  if (found.findings.length === 0) return fatesOnly(known, read.kind, source);
  return { ...found, role: found.role ?? readerOf(source, found.kind) };
}

/**
 * What a log says has become of mails for reasons of which nothing is known.
 * @param {Known} known
 * @param {Result["kind"]} kind
 * @param {string} source
 * @returns {Result}
 */
function fatesOnly(known, kind, source) {
  const hits = kind === "log" ? bareRecords(source, []) : [];
  if (hits.length === 0) return NOTHING;
  assignRecipients(viewOf(source, known), hits, kind);
  return { ...result(known, kind, hits, byTelling), role: readerOf(source, kind) };
}

const ANY_ADDRESS = /[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g;
// From: …, "source": "…", envelope-from <…>: who sent the mail, or the server that reports; id: <…>, user=<…>.
const OF_SENDER = pattern("i")`
  (?:\bfrom|\bsender|return-path|reply-to|\bcontact us at|"(?:source|from|sender|contact-info)"|returnpath|message-id
  |보낸 ?사람|발신자?|보내는 ?사람)
  ["']?[\s:=[({"'<]{1,6}(?:[^@\n]{0,60}<)?$
  |(?:\bid: |\b(?:user|set_id|sasl_username)=)<?$
`;
// Amavis: <sender> -> <recipient>
const TO_ANOTHER = /^>?,? -> /;

// Exim's field, and how Postfix begins what it says of a recipient.
const NAMED_FAILED = pattern("im")`
  ^(?:X-Failed-Recipients:[ \t]{0,4}<?|[ \t]{0,8}<(?=[^>\n]{1,300}>(?: \(expanded from [^)\n]{1,300}\))?: ))
  (?<failed>[\w.+%-]{1,64}@[\w.-]{1,255})
`;

/**
 * The address that a notice names as failed, or else the first that stands in a text and is not the sender's.
 * @param {string} source
 */
function addressIn(source) {
  const named = NAMED_FAILED.exec(source);
  if (named?.groups) return named.groups.failed;
  for (const { 0: found, index } of source.matchAll(ANY_ADDRESS)) {
    const before = source.slice(startOfLine(source, index, 90), index);
    const after = source.slice(index + found.length, index + found.length + 6);
    if (isAddress(found) && !OF_SENDER.test(before) && !TO_ANOTHER.test(after)) return found;
  }
  return null;
}

// What a program throws, on a line of its own: MailKit.Net.Smtp.SmtpProtocolException: …
const THROWN = /^[ \t]{0,8}(?:[\w.$]{1,120}\.)?(?:[A-Z]\w{0,60})?(?:Exception|Error): \S/m;

/**
 * What a session tells whose replies were all good: what the program says below them may be a failure.
 * @param {Known} known
 * @param {string} source
 * @param {Hit[]} hits
 * @param {Result} all what its replies tell
 * @returns {Result}
 */
function withBelow(known, source, hits, all) {
  // It says why it takes its leave before it does.
  const below = source.slice(hits.findLast(({ code }) => code !== "221")?.end);
  const { findings } = wordsOnly(known, "reply", below, null, true);
  const failed = findings.filter(({ outcome }) => FAILED.test(outcome ?? ""));
  // A good reply is not what ended a session that a program broke off for a reason of its own; of a text that was sent
  // for long the step tells more.
  const isUntold = failed.length === 0 && hits.at(-1)?.code !== "354" && THROWN.test(below);
  return { ...all, findings: isUntold ? [] : [...failed, ...all.findings] };
}

/**
 * What the codes in a text say; its kind also where there are none.
 * @param {Known} known
 * @param {string} source
 * @returns {Result}
 */
function coded(known, source) {
  /** @type {(kind: Result["kind"], hits: Hit[], order: Order) => Result} */
  const of = (kind, hits, order) => {
    if (hits.length === 0) return { ...NOTHING, kind };
    const [first] = [...hits].sort(order);
    // Of a long log the record that tells says whose it is.
    const role = kind === "log" ? readerOf(lineOf(source, first), kind) : undefined;
    return { ...result(known, kind, hits, order, [], source), ...(role ? { role } : {}) };
  };
  const session = isSession(source);
  const view = viewOf(source, known, session);
  const groups = reportGroups(source);
  const events = groups.length > 0 ? [] : known.events(source, known.sorted(source));
  const reported = [...groups, ...events]
    .slice(0, MOST_GROUPS)
    .map((group) => grouped(view, group))
    .filter((hit) => hit !== null);
  if (events.length === 1) {
    for (const hit of reported) hit.recipient ??= addressIn(source.slice(0, LONGEST_NOTICE));
  }
  let kind = kindOf(source, session, reported);
  // An event of a mail service says everything in its fields; what else was pasted stands beside it.
  const isTold = events.length > 0 && reported.every(({ code, sorted }) => code ?? sorted);
  let hits = scan(isTold ? viewOf(besideObjects(source), known) : view);
  eximRejections(source, hits);
  hits = joinStatus(view, hits);
  for (const hit of hits) detailBefore(source, hit);
  if (kind === "reply" && source.includes("@")) {
    const isUnder = hits.some((hit) => hit.at > 0 && isUnderAddress(source, hit));
    const isListing = hits.filter((hit) => isListed(source, hit)).length > 1;
    if (isUnder || isListing || isNotice(source)) kind = "bounce";
  }
  if (kind === "log") hits = [...hits, ...bareRecords(source, hits)].sort((one, other) => one.at - other.at);
  assignRecipients(view, hits, kind);
  for (const [index, hit] of hits.entries()) {
    hit.became ??= dispositionOf(recordOf(source, hit, hits[index + 1]));
  }
  hits = hits.filter((hit) => hit.code || hit.enhanced || tells(known, hit));
  if (kind === "bounce") {
    if (givesBack(source)) for (const hit of hits) hit.failed ??= true;
    const all = reported.length > 0 ? completed(reported, hits) : hits;
    return of(kind, all, failuresFirst);
  }
  const asked =
    kind === "reply" &&
    hits.length > 0 &&
    hits.length <= MOST_ASKED &&
    /\p{L}/u.test(source) &&
    !source.trim().includes("\n") &&
    hits.every((hit) => (hit.code ?? hit.enhanced) && !speaks(known, hit));
  if (asked) {
    return of(
      "code",
      hits.map((hit) => ({ ...hit, raw: [hit.code, hit.enhanced].filter(Boolean).join(" ") })),
      byTelling,
    );
  }
  const end = session ? endOfSession(source, hits) : null;
  const all = end
    ? of(kind, [end, ...hits.filter((hit) => hit !== end).sort(byTelling)], inOrder)
    : of(kind, hits, byTelling);
  const isGood = session && !FAILED.test(all.findings[0]?.outcome ?? "");
  return isGood ? withBelow(known, source, hits, all) : all;
}

/**
 * The line that a reply stands on.
 * @param {string} source
 * @param {Hit} hit
 */
const lineOf = (source, { at }) => source.slice(startOfLine(source, at, LONGEST_LINE), endOfLine(source, at));

/**
 * The line of a reply and what is said about it below, up to the next one.
 * @param {string} source
 * @param {Hit} hit
 * @param {Hit | undefined} next
 */
function recordOf(source, { at, end }, next) {
  const from = startOfLine(source, at, LONGEST_LINE);
  const most = next && next.at > end ? startOfLine(source, next.at, LONGEST_LINE) : source.length;
  const [below] = source.slice(end, Math.max(endOfLine(source, end), most)).split(/\n\s*\n/, 1);
  return source.slice(from, end) + below.slice(0, LONGEST_LINE);
}

/**
 * Whether a record without any code says what happened.
 * @param {Known} known
 * @param {Hit} hit
 */
const tells = (known, hit) => happened(known, hit, attributed(known, hit)).situation !== null;
