/** Codes of other protocols than mail, told by the forms that their lines have: `HTTP/1.1 {code}`. */
import { AFTER, BEFORE, CUE, strongest } from "./cues.js";
import { filled } from "./masks.js";
import { SAID_BEFORE, SAID_BEHIND, pattern } from "./patterns.js";
import { BESIDE, endOfLine, startOfLine } from "./places.js";

/** @import { Catalogue, Known } from "./tables.js" */

/** @typedef {{at: number, end: number, catalogue: Catalogue, code: string}} FormHit */

export const MOST_HITS = 500;
const LONGEST_BODY = 4000;
const NUMBER = /(?<![\w./-])\d{3,4}(?![\w@%°]|[.:-]\d)/g;
// Keeps a paste of nothing but numbers quick.
const MOST_NUMBERS = 1500;
const ENOUGH = 3;
// The system numbers its errors too: (104: Connection reset by peer), [Errno 101], (os error 104).
const SYSTEM_ERROR = pattern("gi")`
  \b(?:errno|os error)\W{1,3}\d{1,3}\b
  |\b1\d\d\W{1,3}(?:Network (?:is|dropped|unreachable)|Software caused
  |Connection (?:reset|timed|refused)|No buffer space
  |No route|Transport endpoint|Host is)\b
`;
// Numbers of others than servers of mail and the web: AMQP's replies, curl's login to FTP, a shell's commands,
// what a sentence says of another answer than the one it is about, the number by which Docker passes on what a registry
// answered to it, that of HTTP by which Google's libraries tell what gRPC's said by itself, and parts of a second.
const STRANGERS = pattern("gim")`
  \b100(?=-continue\b)
  |(?<=\b\d\d:\d\d:\d\d[.,:])\d{3}\b
  |\bauth request unexpected status: \d{3}\b
  |\bHttp response at 400 or 500 level\b(?:, http status code: \d{1,3}\b)?
  |\b\d{3}\b\W{1,4}[A-Z]{2,20}(?:_[A-Z]{2,20}){1,3} - [^\n]{0,200}\b(?:vhost|queue|exchange|consumer|channel)\b
  |\breply-code=\d{3}\b
  |\bcurl:? \(?67\)?[^\n]{0,40}Access denied: 530\b
  |(?:^|: )\d{3}: command not found$
  |\bexit(?:s|ed)?(?: with)?(?: an?)? (?:status|code)(?: code)?:? \d{3}\b
  |\bnon-?zero (?:exit )?(?:code|status):? \d{1,3}\b
  |\b503 (?=Getting metadata from plugin failed|failed to connect to all addresses|DNS resolution failed for)
  |\(HTTP code \d{3}\)(?= [a-z ]{1,30} - [^\n]{0,800}\b(?:unexpected status|unauthorized:|denied:|toomanyrequests:
  |x509:|dial tcp|no basic auth credentials))
`;

/**
 * A text in which no number is seen that belongs to something else than mail and the web.
 * @param {string} source
 */
export const withoutStrangers = (source) => source.replace(STRANGERS, filled);
// A number of mail's, whatever its words.
const OF_MAIL = pattern("gi")`(?<=${SAID_BEFORE})[245]\d\d\b|\b[245]\d\d(?=${SAID_BEHIND})`;

/**
 * A text in which no number is seen that mail servers say for sure.
 * @param {string} source
 */
export const withoutMail = (source) => source.replace(OF_MAIL, filled);
// How a page begins that shows what went wrong: 404 Not found, 404. That's an error.
const HEADING = /^[.:]? ?[A-Z]/;

// A number that is called a status of HTTP is one, listed or not: HTTP 550 from a gateway for text messages.
const STATUS_LINE = /^HTTP(?:\/[\d.]+)? (?:(?:status|error|code|response)[: ]{1,2}){0,2}[1-5]\d\d$/i;

// What a test of Python wanted, which shows what it got below: assert response.status == '400 BAD REQUEST'.
const ASSERTED = /^>?\s{0,12}assert \w[\w.()[\]]{0,80}status\w{0,8} == ["']?(\d{3})\b/m;

/**
 * Codes without the one that a test wanted, where it got another.
 * @param {string} source
 * @param {FormHit[]} hits
 */
function withoutAsserted(source, hits) {
  const wanted = ASSERTED.exec(source)?.[1];
  const got = wanted === undefined ? [] : hits.filter(({ code }) => code !== wanted);
  return got.length > 0 ? got : hits;
}

/**
 * Every code that stands in a form of its catalogue, in the order of the text; of two that overlap the longer form.
 * @param {Known} known
 * @param {string} source
 */
export function formHits({ others }, source) {
  /** @type {FormHit[]} */
  const hits = [];
  for (const catalogue of others) {
    for (const form of catalogue.patterns) {
      for (const match of source.matchAll(form)) {
        const found = match.groups?.code ?? match[0];
        const code = codeIn(catalogue, found) ?? (STATUS_LINE.test(match[0]) ? found : undefined);
        if (code !== undefined) {
          hits.push({ at: match.index, end: match.index + match[0].length, catalogue, code });
        }
      }
    }
  }
  hits.sort((one, other) => one.at - other.at || other.end - one.end);
  let until = 0;
  const apart = hits.filter(({ at, end }) => {
    const isApart = at >= until;
    if (isApart) until = end;
    return isApart;
  });
  return withoutAsserted(source, apart).slice(0, MOST_HITS);
}

/**
 * The code that a text is or begins with.
 * @param {Catalogue} catalogue
 * @param {string} found
 */
function codeIn({ meant }, found) {
  const upper = found.toUpperCase();
  const [first = ""] = /^\w+(?:\.\w+)*/.exec(upper) ?? [];
  return meant.get(upper.replace(/[ \t]+/g, " ")) ?? meant.get(first);
}

/**
 * A line as far as it matters, with what stands under it where it is the heading of a page: Error 522.
 * @param {string} source
 * @param {number} start
 * @param {number} at where its number is
 */
function lineWith(source, start, at) {
  const own = endOfLine(source, at);
  if (!/^\s*error $/i.test(source.slice(start, at))) return source.slice(start, Math.min(own, at + BESIDE));
  return source.slice(start, own + BESIDE);
}

/**
 * Numbers of which the words around them say that they are codes: those of a protocol that the text speaks of, and
 * any whose own name stands on the line.
 * @param {Known} known
 * @param {string} source
 * @param {Set<string>} spoken
 */
export function cuedHits({ others }, source, spoken) {
  // Addresses hold numbers that mean nothing.
  const masked = source.replace(/https?:\/\/[^\s"'<>]{1,2000}/g, filled).replace(SYSTEM_ERROR, filled);
  /** @type {FormHit[]} */
  const hits = [];
  const numbers = [...masked.matchAll(NUMBER)].filter(([number]) =>
    others.some(({ meant }) => meant.has(number)),
  );
  for (const { 0: number, index: at } of numbers.slice(0, MOST_NUMBERS)) {
    const end = at + number.length;
    const start = startOfLine(masked, at, BESIDE);
    const line = lineWith(source, start, at).toLowerCase();
    const catalogue = others.find(({ meant, protocol, titles }) => {
      const code = meant.get(number);
      const title = code === undefined ? "" : (titles.get(code) ?? "").toLowerCase();
      return title !== "" && (spoken.has(protocol) || (/\s/.test(title) && line.includes(title)));
    });
    const code = catalogue?.meant.get(number);
    if (!catalogue || code === undefined) continue;
    const isHeading =
      spoken.has(catalogue.protocol) &&
      masked.slice(start, at).trim() === "" &&
      HEADING.test(source.slice(end, end + 4));
    const isCued =
      isHeading ||
      strongest(BEFORE, masked.slice(Math.max(start, at - CUE), at)) >= ENOUGH ||
      strongest(AFTER, masked.slice(end, end + BESIDE)) >= ENOUGH;
    if (isCued) hits.push({ at, end, catalogue, code });
  }
  return hits.slice(0, MOST_HITS);
}

/**
 * The names of codes that stand by themselves, as whole lines or values: {"message": "Bad Gateway"}.
 * @param {Known} known
 * @param {string} source
 */
export function titleHits({ others }, source) {
  /** @type {FormHit[]} */
  const hits = [];
  for (const catalogue of others) {
    for (const { 0: title, index: at } of catalogue.alone ? source.matchAll(catalogue.alone) : []) {
      const code = catalogue.byTitle.get(title.toUpperCase());
      if (code !== undefined) hits.push({ at, end: at + title.length, catalogue, code });
    }
  }
  return [...hits, ...leadingHits(others, source), ...wordHits(others, source)].slice(0, MOST_HITS);
}

// The name of a code and what a server says of it: Too Many Requests, request not over 100 rps.
const LEADING = /^[ \t]{0,8}([A-Z][a-z]+(?: [A-Z][a-z]+){1,3})(?=[,:.!] \S)/gm;
// What clients and mail servers call so as well.
const OF_OTHERS = /^[1-3]|^[45]08$/;

/**
 * Failures that stand at the beginning of a line by their names, with a sentence behind them.
 * @param {Catalogue[]} others
 * @param {string} source
 */
const leadingHits = (others, source) =>
  others.flatMap((catalogue) =>
    [...source.slice(0, LONGEST_BODY).matchAll(LEADING)].flatMap(({ 0: found, 1: title, index: at }) => {
      const code = catalogue.byTitle.get(title.toUpperCase());
      return code === undefined || OF_OTHERS.test(code)
        ? []
        : [{ at, end: at + found.length, catalogue, code }];
    }),
  );

// What says what went wrong in the body of an answer: {"message":"Forbidden"}.
const SAYING = /(?<=^\s*\{[^]{0,500}"(?:message|error|detail)"\s{0,3}:\s{0,3}")[A-Z][a-z]{3,15}(?=")/g;

/**
 * Failures whose names are one word, which people say of much else, as values of the body of an answer.
 * @param {Catalogue[]} others
 * @param {string} source
 */
function wordHits(others, source) {
  const words = [...source.slice(0, LONGEST_BODY).matchAll(SAYING)];
  return others.flatMap((catalogue) =>
    words.flatMap(({ 0: word, index: at }) =>
      [...catalogue.titles]
        .filter(([code, title]) => title === word && code.startsWith("4"))
        .map(([code]) => ({ at, end: at + word.length, catalogue, code })),
    ),
  );
}

/**
 * Codes with their own names behind them, which servers of another protocol say too: 500 (Internal Server Error).
 * @param {string} source
 * @param {FormHit[]} hits
 */
export const withNames = (source, hits) =>
  hits.map((hit) => {
    const title = (hit.catalogue.titles.get(hit.code) ?? "").toLowerCase();
    const behind = source.slice(hit.end, hit.end + title.length + 3).toLowerCase();
    const place = title === "" ? -1 : behind.indexOf(title);
    const isBehind = place >= 0 && !/\w/.test(behind.slice(0, place));
    return isBehind ? { ...hit, end: hit.end + place + title.length } : hit;
  });

/**
 * The text without what was found in it, so that its numbers are not taken for replies to mail.
 * @param {string} source
 * @param {{at: number, end: number}[]} hits
 */
export function without(source, hits) {
  let rest = "";
  let from = 0;
  for (const { at, end } of hits) {
    rest += source.slice(from, at) + filled(source.slice(at, end));
    from = end;
  }
  return rest + source.slice(from);
}
