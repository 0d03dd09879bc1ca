/** Numbers of a question that count something, and so are no codes: over 100 rps, 300 containers, 하루 200건. */
import { pattern } from "../recognise/patterns.js";

// So many in a time, whatever is counted.
const RATE = pattern("")`
  [ ]?(?:(?:rps|qps|tps|rpm|tpm|req(?:uest)?s?\/\w+)\b
  |(?:requests?|calls?|queries|messages|e?-?mails?|hits|tokens|transactions)?[ ]?(?:per|\/|an?|each|every)[ ]?
  (?:s|secs?|seconds?|mins?|minutes?|hours?|days?|months?)\b)
`;
// Things that are counted stand in the plural; what people say of codes does not, or is none of them.
const THINGS = pattern("")`
  [ ](?!(?:errors?|codes|statuse?s|responses|redirects|replies|pages|access|always|address|process|is|was|has|does|as
  |vs|https|this|cors|css|aws|dns|tls|ios|less|unless|class|bypass|success|axios|nextjs|nodejs|js)\b)[a-z]{2,}s\b
`;
const KOREAN =
  "[ ]?(?:건|회|명|개|대|통|줄|원|초|분|시간|일|만|천|번째|퍼센트)(?![가-힣]*(?:에러|오류|코드))";
const LIMIT = pattern("")`
  \b(?:over|up to|at most|no more than|more than|less than|exceed(?:s|ed|ing)?
  |limit(?:ed)?(?: is| of| to|:)?|max(?:imum)?(?: of| is|:)?)[ ]|(?:최대|하루|초당|분당|시간당|제한|한도)(?:는|은)?[ ]
`;
// A good or interim answer is hardly what somebody asks about, a failure is.
const COUNTED = new RegExp(
  [
    `(?<![\\w.-])\\d{1,3}(?:,\\d{3})*(?=${RATE.source})`,
    `(?<![\\w.-])[123]\\d\\d(?=${THINGS.source}|${KOREAN})`,
    `(?<=${LIMIT.source})[123]\\d\\d(?![\\w.-])`,
    `(?<=\\b(?:shows?|gives?|returns|returned|has|have|found)[ ])[45]\\d\\d(?=${THINGS.source})`,
    // The number of a version.
    "(?:\\b(?:version|release|v)|버전)[ ]?\\d+(?:\\.\\d+)+",
  ].join("|"),
  "gi",
);

// These are counted, and no library of that name is meant.
const REQUESTS = /\brequests?(?= (?:per|an?|each|every|allowed|limit)\b)/gi;

/**
 * A question without the numbers in it that count something.
 * @param {string} query
 */
export const uncounted = (query) => query.replace(COUNTED, " ").replace(REQUESTS, "calls");
