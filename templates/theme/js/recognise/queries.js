/** Short questions: a code, or a pair of codes. */
import { inOrder, result } from "./findings.js";
import { FILL, MASKS, countsKorean, filled, mask } from "./masks.js";
import { pattern, words } from "./patterns.js";
import { tellsWhat } from "./phrases.js";
import { clean } from "./tables.js";
import { isAboutMail } from "./telling.js";
import { HTTP_ONLY, MOSTLY_HTTP, NEVER } from "./weights.js";

/** @import { Hit } from "./scan.js" */
/** @import { Known, Pair } from "./tables.js" */

export const LONGEST_QUERY = 160;

const QUERY_WORDS = new Set(
  words`
    smtp esmtp lmtp error errors err code codes mail email e-mail server response reply replies status
    bounce bounced ndr dsn enhanced what what's whats is are does do did it mean means meaning the a an how
    to of in for on with and or vs versus between difference compare comparison compared from get got
    getting receive received why when which fix solve solution reason cause explain explained help problem
    issue message rfc same as my i me this that than not about basic extended number permanent temporary
    failure failed vs. smtp; sent sending send happen happens return returns
  `,
);

export const COMPARING = pattern("i")`
  \bvs\b|\bversus\b|\bdiff[eé]r|\bdiferen|\bdifferenz|unterschied|verschil|\bcompar|instead of|rather than
  |\bshould\b[^.?!]{0,24}\b[1-5]\d\d\b[^.?!]{0,9}\bbut\b[^.?!]{0,24}\b[1-5]\d\d\b
  |차이|비교|다른 ?점|다르|달라|대비|구분|구별|違い|区别|區別|разниц
`;

// Words that join two codes, and words that show they are codes.
const JOINING = pattern("iu")`
  ^[\s"']*(?:or|and|und|oder|et|ou|y|o|e|og|of|to|와|과|랑|이랑|하고|대|또는|혹은|및|그리고|나|이나|と|和|и|или
  |[&/,+])[\s"']*(?:(?:smtp|error|code|에러|오류|코드)\s)?$
`;

const ABOUT_MAIL = pattern("i")`
  smtp|mail|server|gr[ea]ylist|bounce|codes?\b|errors?\b|repl(?:y|ies)|answer|respon|\?|메일|서버|응답|반송|코드|오류
  |에러
`;

const KOREAN_QUERY = pattern("")`
  에러|오류|코드|뜻|의미|원인|해결|방법|뭐|무엇|무슨|뭔|왜|이유|차이|비교|반송|메일|응답|서버|발송|거부|해석|설명|어떻게|이란|인가|나요|가요|예요|에요
  |알려|때문|발생|고치|^법$|수정|대처|조치|정리|사유|뜨|떠|뜹|나옵|났|다른|다르|달라|헷갈|구분|구별|둘|중|궁금|확장|상태|일시|영구
`;

const KOREAN_WORDS = new Set(["대", "또는", "혹은", "및", "그리고", "번", "요", "좀", "간", "사이"]);

const QUERY_CODE = pattern("gu")`
  (?<![\p{Script=Latin}\d.:@$₩€£¥#/]|[\p{Script=Latin}\d]-|\d,)#?(?:[xX245]\.[0-7]\.\d{1,3}
  |[1-5]\d\d)(?![\p{Script=Latin}\d_@%°]|\.\d|-\d|,\d{3},)|(?<=(?:^|\D)\d{3},\s?|(?:^|\D)\d{3}\s?[/~]\s?
  |(?:^|\D)\d\.\d\.\d{1,3}\s?[/,~]\s?)(?:[xX245]\.[0-7]\.\d{1,3}|[1-5]\d\d)(?![\w@%°.]|,\d)
`;

const JOINED_PAIR = pattern("i")`
  ^[\s"'([]*([1-5]\d\d|[xX245]\.[0-7]\.\d{1,3})(?:\s?-\s?|[\s_-]{0,2}vs?\.?[\s_-]{0,2}
  |\s?[:;&+<>|~,/]\s?)([1-5]\d\d|[xX245]\.[0-7]\.\d{1,3})[\s"')\]?.!]*$
`;

const ADDRESS_OF_CODE = /(?:^|\/)([\w-]+)\/([\dxX.]+)(?:-vs-([\dxX.]+))?\/?(?:[?#"\s]|$)/;

/**
 * The code that was meant: x.1.1 is its permanent form, or else the one that exists.
 * @param {Known} known
 * @param {string} code
 */
function resolved(known, code) {
  const upper = code.toUpperCase();
  if (upper[0] !== "X") return upper;
  const tail = upper.slice(1);
  return ["5", "4", "2"].map((first) => first + tail).find((member) => known.has(member)) ?? `5${tail}`;
}

/**
 * Two codes of one catalogue, in its order.
 * @param {Known} known
 * @param {string} one
 * @param {string} other
 * @returns {Pair | null}
 */
function pairOf(known, one, other) {
  if (one === other) return null;
  for (const { id, order } of known.mail) {
    const [first, second] = [order.get(one), order.get(other)];
    if (first === undefined || second === undefined) continue;
    return first < second ? { catalogue: id, a: one, b: other } : { catalogue: id, a: other, b: one };
  }
  return null;
}

// Where a code of a question stands, which nothing asks for.
const ANYWHERE = { at: 0, end: 0 };

/**
 * A code without a reply.
 * @param {string} code
 * @returns {Hit}
 */
const bare = (code) =>
  code.includes(".")
    ? { ...ANYWHERE, code: null, enhanced: code, raw: code }
    : { ...ANYWHERE, code, enhanced: null, raw: code };

/**
 * What the address of a page of this site names.
 * @param {Known} known
 * @param {string} text
 */
function fromAddress(known, text) {
  if (!/^(?:https?:\/\/|\/|www\.)\S+$|^[\w.-]+\/\S+$/i.test(text)) return null;
  const found = ADDRESS_OF_CODE.exec(`${text} `);
  if (!found || !known.mail.some(({ id }) => id === found[1])) return null;
  const [one, other] = [found[2], found[3]].map((code) => code && resolved(known, code));
  const pair = pairOf(known, one, other);
  if (pair) return result(known, "pair", [bare(pair.a), bare(pair.b)], inOrder, [pair]);
  // Of a page that is not there, the codes that are.
  const codes = [one, other].filter((code) => known.has(code));
  return other || codes.length > 0 ? result(known, "code", codes.map(bare), inOrder) : null;
}

/**
 * The words of a query that are neither its codes nor what one asks about codes with.
 * @param {Known} known
 * @param {string} text
 */
export function otherWords(known, text) {
  const found = text.toLowerCase().match(/[\p{Script=Latin}][\p{Script=Latin}\d'.;-]*|[가-힣]+/gu) ?? [];
  return found.filter((raw) => {
    const word = raw.replace(/[.';-]+$/, "");
    if (/^[가-힣]/.test(word)) {
      const isAsking = KOREAN_WORDS.has(word) || known.particles.has(word) || KOREAN_QUERY.test(word);
      return !isAsking && !known.koreanNames.some((name) => word.includes(name));
    }
    return !QUERY_WORDS.has(word) && !known.names.has(word);
  });
}

/**
 * Whether the words of a text are only those one asks about codes with.
 * @param {Known} known
 * @param {string} text
 */
export const asksOnly = (known, text) => otherWords(known, text).length === 0;

/**
 * @param {Known} known
 * @param {string[]} codes
 * @param {string} text
 * @param {string[]} others words that belong to no question
 * @param {string} between what stands between the two
 */
function asPair(known, codes, text, others, between) {
  if (codes.length !== 2) return null;
  const pair = pairOf(known, codes[0], codes[1]);
  const isOfWeb = codes.some((code) => MOSTLY_HTTP.test(code)) && !isAboutMail(text);
  const isAskedFor =
    others.length === 0 ||
    COMPARING.test(text) ||
    (JOINING.test(between) && ABOUT_MAIL.test(text) && !isOfWeb);
  if (!pair || !isAskedFor) return null;
  return result(known, "pair", [bare(pair.a), bare(pair.b)], inOrder, [pair]);
}

// 550 5.7.1 https://support.google.com/mail/?p=UnsolicitedIPError: what is left of a reply that was cut.
export const LINK = /\d https?:\/\/\S/;

/**
 * A short text that asks about codes; null for anything that is to be read as a message.
 * @param {Known} known
 * @param {string} source
 */
export function asQuery(known, source) {
  const text = source.trim();
  if (text.length > LONGEST_QUERY || text.includes("\n")) return null;
  const address = fromAddress(known, text);
  if (address) return address;
  const joined = JOINED_PAIR.exec(text);
  if (joined) {
    const codes = [resolved(known, joined[1]), resolved(known, joined[2])];
    const pair = pairOf(known, codes[0], codes[1]);
    if (pair) return result(known, "pair", [bare(pair.a), bare(pair.b)], inOrder, [pair]);
  }
  const full = asFullPair(known, text);
  if (full) return full;
  const spread = text.replace(/(\d)[ -]?vs?\.?[ -]?(?=[\dxX])/gi, "$1 vs ").replace(/smtp(?=\d)/gi, "smtp ");
  const masked = COMPARING.test(spread) ? spread.replace(MASKS[0], filled) : mask(spread);
  const found = [...masked.matchAll(QUERY_CODE)].filter(({ index }) => !countsKorean(masked.slice(index)));
  if (found.length === 0) return null;
  const codes = [...new Set(found.map(([code]) => resolved(known, code.replace("#", ""))))];
  const others = otherWords(known, masked.replace(QUERY_CODE, " "));
  const [one, other] = codes;
  const isReply = codes.length === 2 && !one.includes(".") && other.includes(".") && !COMPARING.test(text);
  if (isReply) {
    if (others.length > 0 || !/^[2-5]/.test(one) || LINK.test(text)) return null;
    const said = masked.replace(QUERY_CODE, " ").replace(/[^\p{L}]/gu, "") === "";
    const hit = { ...ANYWHERE, code: one, enhanced: other, raw: `${one} ${other}` };
    return result(known, said ? "reply" : "code", [hit], inOrder);
  }
  const between = found.length === 2 ? masked.slice(found[0].index + found[0][0].length, found[1].index) : "";
  const pair = asPair(known, codes, masked, others, between);
  if (pair) return pair;
  if (masked.includes(FILL)) return null;
  if (others.length > 0 || tellsWhat(known, clean(text))) return null;
  if (!codes.every((code) => isAsked(known, code, text))) return null;
  return result(known, "code", codes.map(bare), inOrder);
}

const FULL = /(?<![\d.])([2-5]\d\d)[ /-]([245]\.[0-7]\.\d{1,3})(?![\d.])/g;

/**
 * Two full replies that are compared, as a pair of their enhanced codes and of their numbers where these differ:
 * 550 5.1.1 vs 550 5.7.1.
 * @param {Known} known
 * @param {string} text
 */
function asFullPair(known, text) {
  const found = [...text.matchAll(FULL)];
  if (found.length !== 2) return null;
  const [[one, code, enhanced], [, otherCode, otherEnhanced]] = found;
  const between = text.slice(found[0].index + one.length, found[1].index);
  const isJoined = JOINING.test(between) && otherWords(known, text.replace(FULL, " ")).length === 0;
  if (!isJoined && !COMPARING.test(text)) return null;
  const pairs = [pairOf(known, enhanced, otherEnhanced), pairOf(known, code, otherCode)].filter(
    (pair) => pair !== null,
  );
  const hits = pairs.flatMap(({ a, b }) => [bare(a), bare(b)]);
  return pairs.length > 0 ? result(known, "pair", hits, inOrder, pairs) : null;
}

/**
 * Whether somebody who wrote nothing else can have meant this code.
 * @param {Known} known
 * @param {string} code
 * @param {string} text
 */
function isAsked(known, code, text) {
  if (known.has(code)) return true;
  if (NEVER.has(code)) return false;
  if (HTTP_ONLY.test(code)) return /smtp/i.test(text);
  return /^[245]/.test(code);
}
