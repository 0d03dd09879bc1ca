/** Who said a reply, and which of the replies that are explained it is. */
import { pattern } from "./patterns.js";
import { holds } from "./phrases.js";
import { MAIL, oneLine } from "./tables.js";
import { isAboutMail, withoutLinks } from "./telling.js";

/** @import { Hit } from "./scan.js" */
/** @import { Known } from "./tables.js" */
/**
 * Who said it, and which reply it is, told by its `mark`; `shared` is how much of a sentence of many servers it holds,
 * which tells what happened no better than a phrase of that length.
 * @typedef {{provider: string | null, reply: string | null, situation: string | null, shared?: number,
 *   mark?: string}} Attribution
 */

// What a log of the server itself adds to its answer is about the client: `; from=<…> to=<…> proto=ESMTP helo=<…>`.
const ABOUT_CLIENT = /;? from=<[^>]{0,300}>,? to=<.*$| helo=<.*$/s;

// Postfix names the client, or what the client said, before it tells why it refused it; the socket of a program that
// did not answer; hosts to which no connection came about or that were not found; and the next server of its own, as
// its settings name that ([smtp.example.com]:587): they have said nothing.
const OF_OTHERS = pattern("g")`
  <[^<>]{0,300}>: (?=(?:unverified )?(?:client host|client|helo command|sender address) rejected)
  |\bconnect to \S{1,200}?\[(?:(?:private)?\/[^\]]{0,200}\]|[\d.a-f:]{2,45}\]:\d{1,5}: )
  |\blook up host \S{1,255}|\[[a-z][\w.-]{1,253}\]:\d{1,5}\b
`;

/**
 * Where a sign ends last in a text, not inside a longer name nor in an address; 0 where it is not.
 * @param {string} text
 * @param {string} sign
 */
function signEnd(text, sign) {
  for (let at = text.lastIndexOf(sign); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(sign, at - 1)) {
    const previous = text[at - 1] ?? " ";
    const next = text[at + sign.length] ?? " ";
    const inWord =
      (/[a-z0-9@-]/.test(previous) && /^[a-z0-9]/.test(sign)) ||
      (/[a-z-]/.test(next) && /[a-z0-9]$/.test(sign)) ||
      // Behind the digits of a name more may follow: OFR0 in OFR005_104.
      (/\d/.test(next) && /[a-z]$/.test(sign)) ||
      // A domain ends with its name: outlook.com.example.org is another's.
      (/\w\.\w+$/.test(sign) && /^\.[a-z]/.test(text.slice(at + sign.length)));
    if (!inWord && !/@[\w.-]*$/.test(text.slice(Math.max(0, at - 60), at))) return at + sign.length;
  }
  return 0;
}

const HOST_NAME = /^[\w.-]+$/;

/**
 * The provider whose sign ends last in a text.
 * @param {Pick<Known, "signs">} known
 * @param {string} text
 * @returns {string | null}
 */
export function bySign({ signs }, text) {
  /** @type {{end: number, length: number, provider: string | null}} */
  let best = { end: 0, length: 0, provider: null };
  for (const { provider, sign } of signs) {
    if (!text.includes(sign)) continue;
    const end = signEnd(text, sign);
    if (end > 0 && (end > best.end || (end === best.end && sign.length > best.length))) {
      best = { end, length: sign.length, provider };
    }
  }
  return best.provider;
}

/**
 * The server in whose own log an answer stands; a host that its record names is the client.
 * @param {Known} known
 * @param {string} record
 */
const byRecord = ({ signs }, record) =>
  bySign({ signs: signs.filter(({ sign }) => !HOST_NAME.test(sign)) }, record);

/** @param {string | null} enhanced */
const isGeneral = (enhanced) => enhanced !== null && enhanced.endsWith(".0.0");

/**
 * How well the codes of a quoted reply agree with those of a text; 0 where the same words are another answer.
 *
 * The first digit has to be the same, and so has every code that both have, for a number with other digits means
 * something else; but a reply may come under another number with the same enhanced code, and x.0.0 tells nothing.
 * @param {Hit} hit
 * @param {string[]} codes
 */
export function agreement({ code, enhanced }, codes) {
  const first = (code ?? enhanced)?.[0];
  if (codes.length === 0 || first === undefined) return 1;
  if (codes.every((one) => one[0] !== first)) return 0;
  const theirs = codes.filter((one) => one.includes("."));
  const numbers = codes.filter((one) => !one.includes("."));
  const sameEnhanced = enhanced !== null && theirs.includes(enhanced);
  const sameNumber = code !== null && numbers.includes(code);
  if (enhanced !== null && theirs.length > 0 && !sameEnhanced && !isGeneral(enhanced)) return 0;
  if (code !== null && numbers.length > 0 && !sameNumber && !sameEnhanced) return 0;
  return 1 + Number(sameEnhanced) + Number(sameNumber);
}

// 550 5.7.57 … Error: 535 5.7.139 …: what another server or part of it answered, which is the cause.
const INNER = /\b(?:error|said|response)?:? ([245]\d\d)[ -]([245]\.\d\.\d{1,3})\b/i;

/**
 * The codes of a reply that a reply quotes.
 * @param {Hit} hit
 * @returns {Hit | null}
 */
function inner(hit) {
  const found = INNER.exec(hit.raw.slice(4));
  return found ? { ...hit, code: found[1], enhanced: found[2] } : null;
}

/**
 * What records in other forms tell, in the words of marks: `"response_flags":"UH"` beside 503 reads 503 UH.
 * @param {Known} known
 * @param {Hit} hit
 * @param {string} text on one line
 */
const readIn = ({ records }, { code }, text) =>
  records.flatMap(({ form, reads }) => {
    const all = [...text.matchAll(form)].map(({ groups }) => groups ?? {});
    const found = all.find((groups) => !groups.code || groups.code === code);
    if (!found) return [];
    // A connection that carried no request has the status 0.
    return [reads.replace("{code}", code ?? "0").replace("{detail}", found.detail)];
  });

/**
 * A text as it stands and in small letters.
 * @param {string} line
 */
const inBoth = (line) => ({ line, text: line.toLowerCase() });

/**
 * A text as marks are compared.
 * @param {string} source
 */
export const asOneLine = (source) => inBoth(oneLine(source));

/**
 * A text as marks are compared, with what its records tell in other forms; in small letters, and as it stands.
 * @param {Known} known
 * @param {Hit} hit
 */
export function asCompared(known, hit) {
  const own = oneLine(hit.raw.replace(ABOUT_CLIENT, ""));
  return inBoth([own, ...readIn(known, hit, own)].join("\n"));
}

/**
 * Whether a text holds a mark, wherever in it.
 * @param {ReturnType<typeof asCompared>} said
 * @param {Known["marks"][number]} mark
 */
export const mayBeMarked = ({ line, text }, { exact, pieces }) => holds(exact ? line : text, pieces);

/**
 * Whether a text holds a mark, or is one that stands alone.
 * @param {ReturnType<typeof asCompared>} said
 * @param {Known["marks"][number]} mark
 */
export const isMarked = (said, mark) =>
  mark.alone ? said.text.trim() === mark.pieces[0] : mayBeMarked(said, mark);

// A page is the same for reasons that the log tells apart, and a tool passes on what a server said.
/** @type {Record<string, number>} */
const BY_PLACE = { page: -100, tool: -100 };

// A few words that are part of what any program may say: peer not authenticated.
const FEW_WORDS = /^[a-z]+(?: [a-z]+){1,3}$/;

/**
 * Whether a text says nothing else where it says a few words of many servers: {"message":"no available server"}.
 * @param {string} text in small letters
 * @param {string[]} pieces of their mark
 */
const isSentence = (text, [words, ...more]) =>
  more.length > 0 ||
  !FEW_WORDS.test(words) ||
  new RegExp(`(?:^|["'\`>])${words}\\.?(?:$|["'\`<])`).test(text);

/**
 * Whether a number may be another protocol's: an address of the web does not make it a mail server's.
 * @param {Known} known
 * @param {Hit} hit
 */
const mayBeOthers = ({ whose, others }, { code, enhanced, raw }) =>
  whose === MAIL &&
  enhanced === null &&
  others.some(({ meant }) => meant.has(code ?? "")) &&
  !isAboutMail(raw);

// The address of a help page tells what happened where nothing else is left of a reply.
const HELP = "help";
const LINKS = pattern("gi")`
  https?:\/\/\S+|\blearn more at\b|\bfor more (?:information|details),? (?:please )?(?:go to|see|visit)\b
  |\(in reply to [^)]{0,60}\)
`;
const SENTENCE = /\b(?:[a-z'’-]{2,30}[ ,]{1,3}){3}/i;

/**
 * Who said it: by the most telling mark in the text, else by a sign in the text, else by the host.
 *
 * A sentence of many servers is nobody's unless something else tells who said it, but what happened is the same.
 * @param {Known} known
 * @param {Hit} hit
 * @param {string} [around] the whole text, where it belongs to this reply alone
 * @returns {Attribution}
 */
export function attributed(known, hit, around = "") {
  const said = asCompared(known, hit);
  const { text } = said;
  const host = (hit.host ?? "").toLowerCase();
  const signed =
    bySign(known, mayBeOthers(known, hit) ? withoutLinks(text) : text.replace(OF_OTHERS, "")) ??
    byRecord(known, (hit.record ?? "").toLowerCase()) ??
    bySign(known, host);
  const quoted = inner(hit);
  const isBare = around !== "" && !/\p{L}/u.test(hit.raw);
  const isTold = SENTENCE.test(text.replace(LINKS, ""));
  let best = null;
  for (const mark of known.marks) {
    const { provider, reply, pieces, length, codes, shared, situation, seen } = mark;
    const isIn = isMarked(said, mark);
    // A notice's own sentence tells what its bare code does not.
    if (!isIn && !(codes.length === 0 && isBare && holds(around, pieces))) continue;
    const agrees = Math.max(agreement(hit, codes), quoted ? agreement(quoted, codes) : 0);
    if (agrees === 0 || (seen === HELP && isTold)) continue;
    const isNobodys = shared && provider !== signed;
    if (isNobodys && known.whose !== MAIL && hit.code === null && !isSentence(text, pieces)) continue;
    const place = known.whose === MAIL ? 0 : (BY_PLACE[seen] ?? 0);
    const points = (isNobodys ? -2000 : 0) + (provider === signed ? 1000 : 0) + agrees * 300 + length + place;
    if (!best || points > best.points) {
      const by = isNobodys
        ? { provider: signed, reply: null, shared: length }
        : { provider, reply, mark: pieces.join(" "), shared: 0 };
      best = { ...by, situation, points };
    }
  }
  return {
    provider: best ? best.provider : signed,
    reply: best ? best.reply : null,
    situation: best ? best.situation : null,
    ...(best && best.shared > 0 ? { shared: best.shared } : {}),
    ...(best?.mark ? { mark: best.mark } : {}),
  };
}
