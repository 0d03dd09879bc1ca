/** What tests of programs print: the code that they wanted, which nobody sent, and the one that they got. */
import { webOf } from "./bodies.js";
import { filled } from "./masks.js";
import { pattern, unwrapped } from "./patterns.js";

/** @import { FormHit } from "./forms.js" */
/** @import { Catalogue, Known } from "./tables.js" */

// With its name behind it, or another word for it: <401 UNAUTHORIZED>, 400 "Bad Request", (2xx).
const CODE = String.raw`(\d\d\d|\dxx)(?![\w]|[.:-]\d)`;
const NAMED = unwrapped`${CODE}(?:: [A-Za-z ]{2,40}| "[^"\n]{0,40}"| [A-Z _]{2,40}(?=[>"']))?`;
const NAME = String.raw`:\s{1,12}(?:HttpStatusCode\.)?([A-Z][A-Za-z]{1,40})\b`;
// The code that was wanted and the one that came, as each kind of test puts them, the surest first.
/** @type {[form: RegExp, wanted: 1 | 2][]} */
const OUTCOMES = [
  [
    pattern("gi")`
      \b(?:expected|not)\b[^\n\d]{0,80}?${NAMED}[^\n\d]{0,40}\n?[^\n\d]{0,80}?
      \b(?:but|got|was|were|received|actual)\b[^\n\d]{0,40}${NAMED}
    `,
    1,
  ],
  // response is not OK(200) : 429, 상태 코드가 200이 아닙니다: 404
  [
    pattern("gi")`
      \bnot (?:an? )?(?:http |status )?(?:ok|success(?:ful)?)?[ (]{0,2}(20\d|2xx)\)?\s{0,2}(?:[:;,]|--?>?)\s{0,2}
      (?:but |got |status |code |http ){0,3}${CODE}
    `,
    1,
  ],
  // 200 OK 대신 302 Found, a 302 instead of 200
  [pattern("g")`(20\d)(?: [A-Z][A-Za-z]{1,20})?[이가]? ?(?:대신|말고)[^\n\d]{0,30}${CODE}`, 1],
  [pattern("gi")`\b${CODE}[^\n\d]{0,20}\binstead of\b[^\n\d]{0,20}(20\d)\b`, 2],
  [pattern("g")`(20\d)[이가] ?아[니닌님닙][^\n\d]{0,16}${CODE}`, 1],
  [pattern("g")`\bExpected${NAME}\s{1,12}Actual${NAME}`, 1],
  [
    pattern(
      "gi",
    )`\b(?:got|returned|=) [^\n\d]{0,20}${CODE}[^\n\d]{0,20}\b(?:want|expected)\b[^\n\d]{0,20}${CODE}`,
    2,
  ],
  [pattern("gi")`\bexpected ${CODE} to (?:strictly |deeply )?(?:equal|eql?|be) ${CODE}`, 2],
  [pattern("gi")`\bFailed asserting that ${CODE} (?:is identical to|matches expected) ${CODE}`, 2],
  [pattern("g")`\b(?:assert|AssertionError:) ${CODE} (?:==|!=) ${CODE}`, 2],
];
// Whatever can be counted may be tested, unless what was wanted is a good answer.
const GOOD = /^2(?:\d\d|xx)$/i;
const OF_WEB = pattern("i")`
  \bstatus|https?\b|\brespon[sd]|\brequest|\b(?:GET|POST|PUT|PATCH|DELETE)\b|\bapi\b|route|controller|\bhandler
  |endpoint|\bcode\b|\blog ?in|AssertionError: \d|\bassert \d|Expected: {1,3}[A-Z]|\b\d\d\d "[A-Z]
`;
// What is counted stands right behind its number.
const IS_COUNTED = pattern("")`
  ^[ ](?!(?:but|and|got|to|it|is identical|matches|was|were|received|want|expected|response|for|from|instead)[ ])[a-z]
`;
// A client may not expect an answer either; these are of tests.
const OF_TEST = pattern("")`
  \bAssert\w{0,20}(?:Error\b|\.)|\bFailure\/Error:|--- FAIL|\bFailed asserting|\bexpectation failed|\bexpect\(
  |\bassert \d|\bexpected \d\d\d "|\bExpected response (?:status code \[|to be a <)|\bexpected the response
`;

/**
 * Whether a test of somebody's own application wanted another answer.
 * @param {string} source
 */
export const isOfTest = (source) =>
  OF_TEST.test(source) && OUTCOMES.some(([form]) => source.search(form) >= 0);

/**
 * The code that a test names by its number or, as .NET does, by its name without blanks.
 * @param {Catalogue} catalogue
 * @param {string} told
 */
const codeOf = ({ meant, titles }, told) =>
  meant.get(told) ?? [...titles].find(([, title]) => title.replace(/\W/g, "") === told)?.[0];

/**
 * The codes that tests got, and the text without those that they only wanted.
 * @param {Known} known
 * @param {string} source
 * @returns {{got: FormHit[], rest: string}}
 */
export function asTested(known, source) {
  const catalogue = webOf(known);
  /** @type {FormHit[]} */
  const got = [];
  const wanted = new Set();
  let rest = source;
  if (catalogue === undefined) return { got, rest };
  const isOfWeb = OF_WEB.test(source);
  for (const [form, place] of OUTCOMES) {
    for (const { 0: outcome, 1: one, 2: other, index } of source.matchAll(form)) {
      const [want, came] = place === 1 ? [one, other] : [other, one];
      const code = codeOf(catalogue, came);
      const isKnown = codeOf(catalogue, want) !== undefined || /^[2-5]xx$/i.test(want);
      // What one test says in two ways it may say the other way round.
      if (code === undefined || !isKnown || came === want || wanted.has(code)) continue;
      // The name of the one may end with that of the other: NotFound, Found.
      const at = index + outcome.lastIndexOf(came);
      const from = index + outcome.indexOf(want);
      const isCounted = [from + want.length, at + came.length].some((end) =>
        IS_COUNTED.test(source.slice(end)),
      );
      if (isCounted || !(isOfWeb || GOOD.test(want))) continue;
      wanted.add(want);
      if (place === 1) rest = rest.slice(0, from) + filled(rest.slice(from, at)) + rest.slice(at);
      got.push({ at, end: at + came.length, catalogue, code });
    }
  }
  const isIdle = (/** @type {string} */ code) => wanted.has(code) && got.every((hit) => hit.code !== code);
  rest = rest.replace(/(?<![\w.])\d{3}(?![\w.])/g, (code) => (isIdle(code) ? filled(code) : code));
  return { got, rest };
}

/**
 * Codes in the order of the text, with those that tests got.
 * @param {FormHit[]} hits
 * @param {FormHit[]} got
 */
export function withGot(hits, got) {
  const isApart = (/** @type {FormHit} */ hit) => got.every(({ at, end }) => hit.end <= at || hit.at >= end);
  return [...hits.filter(isApart), ...got].sort((one, other) => one.at - other.at);
}
