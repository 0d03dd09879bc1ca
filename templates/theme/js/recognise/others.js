/** What happened, and who said it, in texts of other protocols than mail. */
import { asLogged, askedBeside, isOfServer, isOnlyPreflights } from "./accesses.js";
import { asCompared, isMarked, mayBeMarked } from "./attribution.js";
import { LONGEST_MARKED, TIME, markOf, readerOf } from "./audience.js";
import { NOTHING, otherFinding } from "./findings.js";
import { without } from "./forms.js";
import { withNearby } from "./nearby.js";
import { LONGEST_LINE, endOfLine, startOfLine } from "./places.js";
import { withPurpose } from "./purposes.js";
import { isKept } from "./redirects.js";
import { FAILURE } from "./situations.js";
import { lookup } from "./tables.js";
import { LONGEST_BLOCK, toldInWords } from "./wording.js";

/** @import { Finding, Result } from "./findings.js" */
/** @import { FormHit } from "./forms.js" */
/** @import { Known } from "./tables.js" */

const MOST_FINDINGS = 50;
const MOST_LOOKED = 40;

// What curl says of an answer that it did not get, or got apart from the others: a call of its own.
const OWN_REPORT = /(?<!\w)curl: \(\d{1,3}\) [^\n]{0,500}/g;
// What happened where all went well.
const ANSWERED = "answered";
// What a record beside it tells may be what is wrong.
const FAILURE_BESIDE = /\[(?:error|crit|alert|emerg)\]|\b(?:failed|denied|refused|timed out)\b/i;

/**
 * The lines in which a client tells of another call than that of the codes.
 * @param {string} source
 * @param {FormHit[]} hits
 */
const ownReports = (source, hits) =>
  [...source.matchAll(OWN_REPORT)]
    .map(({ 0: line, index: at }) => ({ at, end: at + line.length }))
    .filter(({ at, end }) => hits.every((hit) => hit.at < at || hit.at >= end));

/**
 * The rest of the line that a place is on, with what stands before it.
 * @param {string} source
 * @param {number} at
 */
const lineAt = (source, at) => source.slice(startOfLine(source, at, LONGEST_LINE), endOfLine(source, at));

/**
 * What belongs to each code: its line and those below it up to the next code's; the whole text to an only one.
 * @param {string} source
 * @param {FormHit[]} hits
 */
function blocks(source, hits) {
  const isOnly = new Set(hits.map(({ catalogue, code }) => `${catalogue.id} ${code}`)).size === 1;
  const starts = hits.map(({ at }) => startOfLine(source, at, LONGEST_LINE));
  return hits.map(({ at }, index) => {
    const next = starts.slice(index + 1).find((start) => start > at) ?? source.length;
    const from = isOnly ? 0 : starts[index];
    const to = isOnly ? source.length : next;
    return source.slice(from, Math.min(to, from + LONGEST_BLOCK));
  });
}

/**
 * Whether a sentence of many servers, which is nobody's reply, names its code itself: 404 page not found.
 * @param {Known["marks"][number]} mark
 */
const holdsItsCode = ({ shared, codes, pieces }) =>
  shared && codes.length === 1 && pieces[0].startsWith(codes[0]);

/**
 * The class of the codes that a sentence of many servers comes with, where that is always the same.
 * @param {Known} reading
 * @param {Known["marks"]} held
 * @param {Finding} finding
 */
function sentWith({ classByCode, outcomes }, held, { reply, situation }) {
  const codes = reply === null ? held.flatMap((one) => (one.situation === situation ? one.codes : [])) : [];
  const [only, ...more] = new Set(codes.map((code) => classByCode.get(code)));
  return only && more.length === 0 && outcomes.get(situation ?? "")?.includes(only) ? only : null;
}

/**
 * What lines say that hold a quoted reply but no code, or the whole text where no line of it does.
 * @param {Known} known
 * @param {string} protocol
 * @param {string} source
 * @param {Set<string | null>} told the situations that are known already
 * @param {FormHit[]} hits
 */
function marked(known, protocol, source, told, hits) {
  const text = source.slice(0, LONGEST_MARKED);
  const reading = lookup(known.tables, protocol);
  const read = (/** @type {string} */ raw) =>
    asCompared(reading, { at: 0, end: 0, code: null, enhanced: null, raw });
  const whole = read(text);
  const held = reading.marks.filter((mark) => mayBeMarked(whole, mark));
  if (held.length === 0) return [];
  const statuses = hits.filter(({ catalogue }) => catalogue.protocol === protocol);
  // Words that come with another code than their line has mean something else there, as a session's state in a log.
  const isOfAnother = (/** @type {string[]} */ codes, /** @type {string} */ line) => {
    const own = statuses.filter(({ at }) => lineAt(source, at) === line).map(({ code }) => code);
    return codes.length > 0 && own.length > 0 && !own.some((code) => codes.includes(code));
  };
  // Some send with 200 what others send with a code of failure: HTTP/1.1 200 OK ⏎ {"error":"invalid_grant"}
  const isSentWithOther = (/** @type {string} */ code) =>
    statuses.length === 1 && statuses[0].code.startsWith("2") && statuses[0].catalogue.order.has(code);
  let isRefused = false;
  /** @type {Map<string, Finding>} */
  const found = new Map();
  const look = (/** @type {string} */ raw, /** @type {string} */ line) => {
    const finding = otherFinding(known, { id: null, protocol }, null, line, raw);
    const mark =
      finding.reply === null
        ? held.find((one) => holdsItsCode(one) && isMarked(read(raw), one))
        : held.find(({ provider, reply }) => provider === finding.provider && reply === finding.reply);
    const key = `${finding.provider} ${finding.reply} ${finding.situation}`;
    if (finding.how !== "mark" || told.has(finding.situation) || found.has(key)) return;
    // What is sent with these words, where that is always the same.
    const codes = mark?.codes ?? [];
    // That nothing is wrong is not said over a line that may tell what is.
    if (finding.situation === ANSWERED && FAILURE_BESIDE.test(text.replace(line, ""))) return;
    if (isOfAnother(codes, line)) {
      isRefused = true;
      return;
    }
    const catalogue = known.others.find((one) => one.protocol === protocol && one.order.has(codes[0]));
    found.set(
      key,
      codes.length === 1 && catalogue && !isSentWithOther(codes[0])
        ? otherFinding(known, catalogue, codes[0], line, raw)
        : { ...finding, outcome: sentWith(reading, held, finding) ?? finding.outcome },
    );
  };
  // Of a reply that runs over several lines, the first alone may be another.
  const joined = (/** @type {Known["marks"][number]} */ { pieces }) => pieces.join("…");
  const across = new Set(
    held.filter(
      (mark) =>
        (mark.pieces.length === 1 && !mark.alone) ||
        held.some((one) => one !== mark && joined(mark).startsWith(joined(one))),
    ),
  );
  for (const line of text.split("\n")) {
    const own = read(line);
    const here = held.filter((mark) => isMarked(own, mark));
    if (here.length > 0) look(line, line);
    for (const mark of here) across.delete(mark);
    if (found.size >= MOST_FINDINGS) break;
  }
  if ((found.size === 0 && !isRefused) || across.size > 0) look(text, lineAt(text.trim(), 0));
  return [...found.values()];
}

/**
 * Findings without those of which another tells the same and more: what happened with its code, or who said it, or a
 * longer reply that begins alike.
 * @param {Known} known
 * @param {Finding[]} found
 */
function fullest(known, found) {
  const marks = new Map(found.map((finding) => [finding, markOf(known, finding)?.pieces.join("…")]));
  return found.filter((finding) => {
    const mark = marks.get(finding);
    return !found.some((other) => {
      if (other === finding || other.protocol !== finding.protocol) return false;
      const tellsMore =
        (finding.code === null && other.code !== null) ||
        (finding.code === other.code && finding.provider === null && other.provider !== null);
      if (tellsMore && other.situation === finding.situation) return true;
      // An access log has the number alone of what the error log beside it gives the reason of.
      if (finding.code === other.code && finding.situation === null && isTold(other)) return true;
      const longer = marks.get(other);
      return mark !== undefined && longer !== undefined && longer !== mark && longer.startsWith(mark);
    });
  });
}

/**
 * Whether more than a number tells what happened.
 * @param {Finding} finding
 */
const isTold = ({ situation, how }) => situation !== null && how !== "code";

/**
 * Which of two replies of one provider about one thing says more: a page's heading comes after the reason on it.
 * @param {Known} known
 * @param {Finding} one
 * @param {Finding} other
 */
function bySayer(known, one, other) {
  // Lines of a log tell of several requests, which may end alike.
  const isOfOne = one.code === other.code && ![one, other].some(({ text }) => TIME.test(text));
  const isSame = one.provider === other.provider && (one.situation === other.situation || isOfOne);
  const lengths = [one, other].map((finding) => markOf(known, finding)?.length ?? 0);
  return isSame && lengths.every((length) => length > 0) ? lengths[1] - lengths[0] : 0;
}

/**
 * How bad a code's class is: failures come first.
 * @param {Known} known
 * @param {Finding} finding
 */
export function isFailure(known, { protocol, outcome }) {
  const { classes } = lookup(known.tables, protocol);
  return FAILURE.has(classes.find(({ id }) => id === outcome)?.tone ?? "fail");
}

// A code with its description behind it: code = Unknown desc = …, UNAVAILABLE: …
const DESCRIBED = /^ ?[:=] ?\S/;

/**
 * Whether a finding only passes on what its description says: its own code tells no more.
 * @param {string} source
 * @param {Finding} outer
 * @param {number | undefined} from where its description begins
 * @param {Finding} inner
 * @param {number | undefined} at where that ends
 */
function wraps(source, outer, from, inner, at) {
  if (from === undefined) return false;
  const described = source.slice(from, from + LONGEST_BLOCK);
  if (!DESCRIBED.test(described)) return false;
  // One call's failure in that of another: rpc error: code = Unknown desc = rpc error: code = NotFound desc = …
  if (outer.protocol === inner.protocol) {
    const isSame = inner.situation !== null && [null, inner.situation].includes(outer.situation);
    return (
      isSame &&
      !/^\d/.test(outer.code ?? "") &&
      at !== undefined &&
      at > from &&
      endOfLine(source, from) >= at
    );
  }
  if (outer.how !== "code") return false;
  if (at === undefined) return inner.how === "mark";
  return at > from && at - from < LONGEST_BLOCK && !TIME.test(source.slice(from, at));
}

/**
 * What each code tells with the text around it, and where the code ends.
 * @param {Known} known
 * @param {string} source
 * @param {FormHit[]} hits
 * @param {string[]} around what belongs to each
 * @param {boolean} isMail
 */
function coded(known, source, hits, around, isMail) {
  /** @type {Map<Finding, number>} */
  const ends = new Map();
  const isOnly = !isMail && new Set(hits.map(({ catalogue, code }) => `${catalogue.id} ${code}`)).size === 1;
  const keys = new Set();
  /** @type {Map<string, number>} */
  const looked = new Map();
  for (const [index, { at, end, catalogue, code }] of hits.entries()) {
    if (ends.size >= MOST_FINDINGS) break;
    // What a code stands for in its first lines, it stands for in thousands.
    const times = looked.get(code) ?? 0;
    looked.set(code, times + 1);
    if (times >= MOST_LOOKED || (times > 0 && around[index] === around[0])) continue;
    const line = lineAt(source, at);
    // What else a text about mail says is about the mail.
    const finding = otherFinding(
      known,
      catalogue,
      code,
      line,
      isMail ? source.slice(at, end) : around[index],
    );
    const meant = withPurpose(known, finding, around[index], source);
    const told = isOnly ? withNearby(known, meant, around[index]) : meant;
    const key = `${catalogue.id} ${code} ${told.situation} ${told.reply}`;
    if (keys.has(key)) continue;
    keys.add(key);
    ends.set(told, end);
  }
  return ends;
}

// Words alone, as people write: It will also throw 404 errors if pages are added.
const SENTENCE = /^[A-Z][\w'’]*(?: [\w'’,()-]+){5,60}[.!?]?$/;

/**
 * Whether a program says that it failed, and nothing more: it may have been refused something by another.
 * @param {Finding} finding
 */
const isBareFailure = ({ code, situation, provider }) => code === "500" && !situation && !provider;

/**
 * Findings in the order in which they are told, and whose text it is: failures first, and of those what is said in
 * another protocol before the code that passes it on.
 * @param {Known} known
 * @param {string} source
 * @param {Finding[]} all
 * @param {Map<Finding, number>} ends where the codes of some end
 */
function ordered(known, source, all, ends) {
  const failures = new Set(all.filter((finding) => isFailure(known, finding)));
  const isWrapper = (/** @type {Finding} */ one) =>
    [...failures].some((inner) => wraps(source, one, ends.get(one), inner, ends.get(inner)));
  const asked = askedBeside(source);
  const isFirst = (/** @type {Finding} */ one) => asked.has(one.code ?? "") || isKept(one, source);
  const isQuoted = [...failures].some(({ how, provider }) => how === "mark" && provider !== null);
  // What somebody writes around a record says less than the record.
  const isBeside = (/** @type {Finding} */ { provider, text }) =>
    isQuoted && provider === null && SENTENCE.test(text);
  const passesOn = (/** @type {Finding} */ one) => isWrapper(one) || (isQuoted && isBareFailure(one));
  /** @param {Finding} one */
  const rankOf = (one) =>
    isFirst(one) ? -1 : !failures.has(one) ? 2 : passesOn(one) ? 1 : Number(isBeside(one)) / 2;
  const ranks = new Map(all.map((finding) => [finding, rankOf(finding)]));
  const byRank = (/** @type {Finding} */ one, /** @type {Finding} */ other) =>
    Number(ranks.get(one)) - Number(ranks.get(other));
  const findings = all.toSorted((one, other) => byRank(one, other) || bySayer(known, one, other));
  const role = readerOf(known, source, findings[0]);
  const isLog = role !== undefined && role === lookup(known.tables, findings[0].protocol).readers.log;
  if (!isLog) return { findings, role };
  // Of a day's failures those of the server tell more than what strangers ask for in vain.
  const ofServer = (/** @type {Finding} */ one) => Number(isOfServer(known, one));
  findings.sort((one, other) => byRank(one, other) || ofServer(other) - ofServer(one));
  const isUnanswered = isOnlyPreflights(source);
  return { findings: findings.map((finding) => asLogged(known, finding, isUnanswered)), role };
}

/**
 * What codes and quoted replies of other protocols a text holds.
 * @param {Known} known
 * @param {string} source
 * @param {FormHit[]} hits
 * @param {boolean} [isMail] whether it is about mail, so that codes alone say that it speaks of something else
 * @returns {Result}
 */
export function asOthers(known, source, hits, isMail = false) {
  const reports = ownReports(source, hits);
  const ends = coded(known, source, hits, blocks(without(source, reports), hits), isMail);
  // What a number mostly stands for, the line of an error log beside it says with its reason.
  const told = new Set(
    [...ends.keys()].filter(({ how }) => how !== "code").map(({ situation }) => situation),
  );
  const protocols = new Set(known.others.map(({ protocol }) => protocol));
  const bare = isMail ? [] : [...protocols].map((protocol) => marked(known, protocol, source, told, hits));
  // Of sentences that servers of several protocols are known by, the longest tells most.
  const longest = (/** @type {Finding[]} */ found) =>
    Math.max(0, ...found.map((finding) => markOf(known, finding)?.length ?? 0));
  bare.sort((one, other) => longest(other) - longest(one));
  const called = hits.length === 0 ? [] : reports.map(({ at, end }) => source.slice(at, end));
  const found = [...ends.keys(), ...bare.flat(), ...called.flatMap((line) => toldInWords(known, line))];
  const all = fullest(known, found);
  if (all.length === 0) return NOTHING;
  const { findings, role } = ordered(known, source, all, ends);
  const kind = source.trim().includes("\n") ? "log" : "reply";
  return { kind, findings: findings.slice(0, MOST_FINDINGS), pairs: [], ...(role ? { role } : {}) };
}
