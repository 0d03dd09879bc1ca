/** A code that somebody types beside the name of a thing of its protocol, or calls one: github push 403, error 415. */
import { OF_CLOUDFLARE, isOfWeb, webOf } from "../recognise/bodies.js";
import { otherFinding } from "../recognise/findings.js";
import { countsKorean } from "../recognise/masks.js";
import { pattern } from "../recognise/patterns.js";
import { LONGEST_QUERY } from "../recognise/queries.js";
import { MAIL } from "../recognise/tables.js";
import { protocolsTold } from "../recognise/telling.js";
import { clearOf } from "./clearly.js";
import { oneOfMany, protocolsMeant } from "./everyday.js";
import { protocolsAsked } from "./protocols.js";

/** @import { Found } from "../search.js" */
/** @import { Finding } from "../recognise/findings.js" */
/** @import { Known } from "../recognise/tables.js" */
/** @import { FindTables, Provider, SearchTables } from "../find/tables.js" */

// No part of a name or of a larger number, no amount, and not what is counted.
const NUMBER = pattern("gi")`
  (?<![\w.,:/$€£¥₩#-])
  (?<!\b(?:lines?|(?<!\b(?:github|gitlab|cloudflare) )pages?|ports?|rooms?) )[1-5]\d\d(?![\w%°@-]|[.,:/]\d
  |[ ](?:users?|visitors?|people|downloads?|requests|(?:milli)?seconds?|minutes?|hours?|days?|times|items|files|images
  |lines|pages|won|dollars|[kmg]b|ms|px|km|kg)\b)
`;
// What a number of a failure is called: a lot of error 526, 415 response from POST, 에러 415 나는데요.
const CALLED_BEFORE = pattern("i")`
  (?:(?<!\b(?:exit(?:ed)?(?: with)?|sql|mysql|oracle|on) )\b
  (?:errors?|error codes?|response(?: codes?)?|status(?: codes?)?|codes?)
  |에러|에러 ?코드|오류|오류 ?코드|(?<!(?:설문|조사) ?)응답|응답 ?코드|상태 ?코드)(?: is)?[ ]?[:#]?[ ]?["'([]?$
`;
const CALLED_BEHIND =
  /^["')\]]?:? (?:error|response|status(?: code)?)\b|^ ?(?:[가-힣]{2,6} ?)?(?:에러|오류|응답)/i;
// [오류] p.193에 나오는 403 (권한거부)에 대한 질문입니다
const TITLED = /^\s*[[(]?(?:에러|오류|버그|bug|error)[\])]/i;
const FAILURE = /^[345]/;
// What a program says that did not get what it asked for, with the number at its end, or what a site is said to do:
// Could not load data: 401, example.io returning 521.
const FAILED = pattern("i")`
  ^(?!.*\b(?:sen[dt]|sending|lines?)\b).*\b(?:fail(?:ed|s|ure)|could(?: not|n['’]t)|cannot|unable|error)\b
  [^.?!]{0,80}(?:[^\s:(\d](?<!\b(?:count|total|number|offset|position|index|column|row|port|id|size))
  (?::[ ][(]?|[ ][(])
  |\b(?:load|fetch|get|open|download|upload|connect|request|log ?in)(?:ing)?[ ])$
  |\b(?:not work(?:ing)?|\w+n['’]t work|broken|stopped working)\b[^.?!]{0,40}[,:-][ ]$
  |(?:\b(?:web\w*|sites?|pages?|shop|store|blog|forum|servers?|backend|service|proxy|gateway|apis?|app|urls?|links?
  |endpoints?|requests?|calls?|domain|host|login|it)|\w\.[a-z]{2,})\b[^.?!]{0,40}[ ]
  (?:return(?:s|ed|ing)?|gives|giving|shows|showing|throws|throwing|responds with)[ ](?:an?[ ])?$
`;
// Lines of a program, which say what it would answer.
const SOURCE = /\w\([^)]*\)\s*[;{.]|=>\s*[{(]|[=!]==?|^\s*(?:\/\/|#|return\b.*\()/;
const ENDS = /^\)?[.!]?$/;

/**
 * Whether a question calls a number a code of a failure.
 * @param {string} query
 * @param {string} number
 */
const isCalled = (query, number) =>
  FAILURE.test(number) &&
  [...query.matchAll(NUMBER)].some(
    ({ 0: one, index: at }) =>
      one === number &&
      !countsKorean(query.slice(at)) &&
      (CALLED_BEFORE.test(query.slice(0, at)) ||
        (TITLED.test(query) && /[가-힣]/.test(query)) ||
        CALLED_BEHIND.test(query.slice(at + one.length)) ||
        (ENDS.test(query.slice(at + one.length)) && FAILED.test(query.slice(0, at)))),
  );

/**
 * A function from a question to the code that it asks about, where only its words tell whose that is; null where they
 * do not, or where mail is meant, whose questions are read by themselves. Without any code, the situation that the
 * question names so clearly that nothing else of what was found can be meant.
 * @param {Known} known
 * @param {FindTables} tables
 * @param {SearchTables} texts
 * @param {(query: string) => Provider[]} named the providers that a question names
 * @returns {(typed: string, found?: Found[]) => Finding | null}
 */
export function codeTyped(known, tables, texts, named) {
  const inNumbers = byNumber(known, tables, texts, named);
  const clearly = clearOf(known, tables, texts, named);
  return (typed, found = []) => inNumbers(typed) ?? clearly(typed, found);
}

/**
 * @param {Known} known
 * @param {FindTables} tables
 * @param {SearchTables} texts
 * @param {(query: string) => Provider[]} named
 * @returns {(typed: string) => Finding | null}
 */
const byNumber = (known, tables, texts, named) => (typed) => {
  const query = oneOfMany(typed.trim());
  if (query.length > LONGEST_QUERY || query.includes("\n") || SOURCE.test(query)) return null;
  const [first, ...others] = protocolsAsked(known, tables, texts, query, named);
  const typedNumbers = [...query.matchAll(NUMBER)].filter(({ index }) => !countsKorean(query.slice(index)));
  const numbers = [...new Set(typedNumbers.map(([number]) => number))];
  const isSaid = numbers.some(
    (number) => isCalled(query, number) && (OF_CLOUDFLARE.test(number) || isOfWeb(known, number)),
  );
  // Where nothing tells whose it is, what is mostly the web's number is the web's.
  const asked = others.length === 0 ? first.id : isSaid ? webOf(known)?.protocol : undefined;
  if (asked === undefined || asked === MAIL) return null;
  const speaksOfIt =
    isSaid ||
    protocolsTold(known, query).has(asked) ||
    protocolsMeant(known, tables, texts, query).includes(asked) ||
    named(query).some(({ protocol }) => protocol === asked);
  const codes = known.others
    .filter(({ protocol }) => protocol === asked)
    .flatMap((catalogue) =>
      numbers.flatMap((code) => (catalogue.order.has(code) ? [{ catalogue, code }] : [])),
    );
  if (!speaksOfIt || codes.length !== 1) return null;
  const [{ catalogue, code }] = codes;
  return otherFinding(known, catalogue, code, code);
};
