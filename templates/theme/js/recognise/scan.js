/** Finds every reply in a text. */
import { mask } from "./masks.js";
import { CJK, ENHANCED, pattern } from "./patterns.js";
import { BESIDE, LONGEST_LINE, around } from "./places.js";
import { LONGEST_REPLY, replyAt, told, unrepeated } from "./replies.js";
import { ENOUGH, weigh, weighEnhanced } from "./weights.js";

/** @import { Sorted } from "./reports.js" */
/** @import { Disposition } from "./dispositions.js" */
/** @import { View } from "./places.js" */

/**
 * A reply in a text: from `at` to `end`, with its codes and words.
 * @typedef {object} Hit
 * @property {number} at
 * @property {number} end
 * @property {string | null} code
 * @property {string | null} enhanced
 * @property {string} raw
 * @property {boolean} [open] whether the server has more to say
 * @property {Hit} [before] the reply right behind, for an enhanced code told before it
 * @property {string | null} [recipient]
 * @property {string | null} [host] who said it
 * @property {string} [record] what a log tells before it on its line
 * @property {boolean} [passed] whether the report says that the mail went on
 * @property {boolean} [failed] whether the report says that nothing more is tried
 * @property {boolean} [logged] whether it is a whole record of a log
 * @property {Sorted} [sorted] what a service says by a word of its own
 * @property {Disposition | null} [became] what a log says has become of the mail
 */

// Far more than anybody reads; keeps a paste of nothing but codes quick.
const MOST_HITS = 1500;

const BASIC = pattern("gm")`
  (?<=^|[\s"'\`([{<>:;=,|#*/▶►●■◆◈※→${CJK}])(?!(?<=\d )\d{3} \d{3}\b)([2-5]\d\d)(?=$
  |[\s"')\]}<>;?!\\(|]|\/(?=[245]\.\d)|-(?!\d{2})|[:,](?!\d)|\.(?!\w)|[가-힣])
`;

// The enhanced code right behind the code, in every punctuation seen; on the next line where mail was wrapped.
const DIRECT = pattern("i")`
  ^(?:[\s\-:;,/#("'[>)\]]{1,24}|, ?[bu]["']|["')]?[\s.,;]{0,3}["']?(?:Additional SMTP info
  |[a-z][a-z_-]{2,24})["']?\s?[:=]>?[\s"']{0,3})${ENHANCED}
`;

const ALONE = pattern("gm")`(?<=^|[\s"'\`([{<>:;=,|#*${CJK}-])${ENHANCED}`;

const MARKED = pattern("")`#\s?${ENHANCED}|\(${ENHANCED}\)`;

const FALLBACK = pattern("")`(?:^|[\s:;(\[#-])${ENHANCED}`;

const AHEAD = pattern("")`${ENHANCED}(?:>|["')\]]?[ :;-]{1,3}(?:smtp; ?)?)$`;

// (550, b'5.1.1 …'), 550-'…': the code is one value and the text another.
const ARGUMENT = /^(?:["']?,\s?[bu]?|-)(["'])/;

/**
 * The text without the quotation mark that closes it, where it is a value of its own.
 * @param {string} source
 * @param {number} after
 * @param {string} content
 */
function unquotedArgument(source, after, content) {
  const quote = ARGUMENT.exec(source.slice(after, after + 8))?.[1];
  if (!quote) return content;
  const end = content.search(new RegExp(`${quote}(?=[\\s,;)\\]}]|$)`));
  return end < 0 ? content : content.slice(0, end);
}

/**
 * Whether a line is one of comma-separated values.
 * @param {string} before
 */
const isRow = (before) => before.split(/,(?=\S|$)/).length > 4 && !/[a-z] [a-z]+ [a-z]/.test(before);

/**
 * The reply whose code stands at a place, if it is one.
 * @param {View} view
 * @param {number} at
 * @param {string} code
 * @returns {Hit | null}
 */
function basicHit(view, at, code) {
  const beside = around(view, at, code.length);
  const direct = DIRECT.exec(beside.after);
  if (weigh(view, code, beside, direct) < ENOUGH) return null;
  const offset = at + code.length + (direct ? direct[0].length : 0);
  let enhanced = direct?.[1] ?? null;
  const reply = replyAt(view.source, at, offset, code, enhanced, view.session);
  const multi = view.source[at + code.length] === "-";
  let content = reply.text.replace(/^["']?,\s?[bu]?["']|^[)\]]?[\s:;,>"'-]+/, "");
  // Another value follows: smtpstatus=550 smtpmsg='…'
  const isValue = !direct && /=["']?$/.test(beside.before) && /^[\w.-]{2,30}=\S/.test(content);
  if (isValue) content = "";
  content = unquotedArgument(view.source, at + code.length, content);
  if (isRow(beside.before)) content = content.replace(/,(?:\S.*)?$/s, "");
  content = content.replace(/\s*Giving up on \S*\s*$/, "");
  if (multi) content = unrepeated(content, code, enhanced);
  if (!enhanced) {
    const ahead = AHEAD.exec(beside.before);
    const marked =
      ahead ?? MARKED.exec(mask(content.slice(0, 600))) ?? FALLBACK.exec(mask(content.slice(0, 300)));
    const other = marked?.[1] ?? marked?.[2];
    if (other && (other[0] === code[0] || ahead)) enhanced = other;
    if (ahead) content = `${enhanced} ${content}`;
  }
  const shown = direct ? told(code, enhanced, content) : told(code, null, content);
  return { at, end: isValue ? offset : reply.end, code, enhanced, raw: shown, open: !reply.closed };
}

// Sorry, no mailbox here by that name. (#5.1.1)
const BEFORE_CODE = /([^\n]{1,300}) \(#$/;
const DELIVERY = /^.*\bdelivery \d+: [a-z]+: /;

/**
 * What qmail says before the code that it ends with.
 * @param {string} source
 * @param {number} at
 */
const saidBefore = (source, at) =>
  BEFORE_CODE.exec(source.slice(Math.max(0, at - 300), at))?.[1].replace(DELIVERY, "") ?? "";

/**
 * An enhanced code told without a reply code.
 * @param {View} view
 * @param {number} at
 * @param {string} code
 * @param {Hit | undefined} next the reply after it, before which it ends: dsn=5.1.1, status=bounced (… said: 550 …)
 * @returns {Hit | null}
 */
function enhancedHit(view, at, code, next) {
  const beside = around(view, at, code.length);
  const isBeside = next && next.at - at < LONGEST_LINE && !view.source.slice(at, next.at).includes("\n");
  // A reply of the same class right behind it says that it is one.
  const isTold = isBeside && next.at - at < BESIDE && next.code?.[0] === code[0];
  if (weighEnhanced(view, code, beside) + Number(isTold ?? false) < ENOUGH) return null;
  if (isBeside) {
    return { at, end: next.at, code: null, enhanced: code, raw: code, before: next };
  }
  const reply = replyAt(view.source, at, at + code.length, code, code);
  const behind = reply.text.replace(/^[\s:;,>"')\]-]+/, "");
  const content = behind === "" ? saidBefore(view.source, at) : behind;
  return { at, end: reply.end, code: null, enhanced: code, raw: told(null, code, content) };
}

/**
 * Every reply in the text, in its order.
 * @param {View} view
 */
export function scan(view) {
  /** @type {Hit[]} */
  const hits = [];
  const { source, masked } = view;
  let until = 0;
  for (const match of masked.matchAll(BASIC)) {
    if (hits.length >= MOST_HITS) break;
    const at = match.index;
    if (at < until) continue;
    const [code] = match;
    const hit = basicHit(view, at, code);
    if (!hit) continue;
    until = hit.end;
    const last = hits.at(-1);
    // The lines of one reply, each with its own prefix in a session or log.
    if (last?.open && last.code === code && source.slice(last.end, at).split("\n", 3).length === 2) {
      const again = `${code} ${last.enhanced}`;
      const { length } = hit.raw.startsWith(again) ? again : code;
      last.raw = `${last.raw}${hit.raw.slice(length)}`.slice(0, LONGEST_REPLY);
      last.end = hit.end;
      last.open = hit.open;
      last.enhanced ??= hit.enhanced;
    } else {
      hits.push(hit);
    }
  }
  const basics = [...hits];
  let index = 0;
  let taken = 0;
  for (const match of masked.matchAll(ALONE)) {
    if (hits.length >= MOST_HITS) break;
    const at = match.index;
    while (index < basics.length && basics[index].end <= at) index += 1;
    if (at < taken || (index < basics.length && basics[index].at <= at)) continue;
    const next = basics[index];
    const [enhanced] = match;
    const hit = enhancedHit(view, at, enhanced, next);
    if (!hit) continue;
    if (next && hit.end > next.at) Object.assign(hit, { end: next.at, raw: enhanced, before: next });
    taken = hit.end;
    hits.push(hit);
  }
  return hits.sort((one, other) => one.at - other.at);
}
