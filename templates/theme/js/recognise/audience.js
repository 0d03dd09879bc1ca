/** Whose text it is that tells of another protocol than mail: who has such a text in front of them. */
import { isRecordOfRequest, withoutResults } from "./accesses.js";
import { asOneLine, bySign, isMarked } from "./attribution.js";
import { pattern } from "./patterns.js";
import { isOfProgram } from "./readers.js";
import { lookup } from "./tables.js";
import { isOfTest } from "./wanted.js";

/** @import { Finding } from "./findings.js" */
/** @import { Known } from "./tables.js" */

// A quoted reply and the name of a tool are looked for so far.
export const LONGEST_MARKED = 100_000;
export const TIME = /\d\d:\d\d:\d\d(?:Z|\b(?! GMT| UTC))|\btime=/;
// The body of an answer may hold the time as well; whoever asked has it, or whoever answers.
const BODY = /^\s*\{[^{}]{0,300}"status(?:Code)?"/;
const RECORD = /"(?:level|logger|msg|method)"/;
const WIRE = /^(?:[<>] )?HTTP\/\d/m;
const FIELD = /"(?:exception|trace)": ?"/;

// What clients say of calls of their own, whatever program uses them.
const OF_CLIENT = pattern("")`
  \bcurl: \(\d|\bcURL error \d|\bHTTPS?ConnectionPool\(|\bFailed to open TCP connection to[ ]
  |^--\d{4}-\d\d-\d\d \d\d:\d\d:\d\d--  https?:|\b(?:Client|Server) (?:E|e)rror(?:: | '\d{3} )
  |\bHTTP Error [45]\d\d: [A-Z]
  |\b[Rr]equest(?: \d{1,9}:| failed| (?:got|returned))(?: with)?(?: (?:HTTP|http))? status(?: code)?:? [45]\d\d\b
  |\b(?:httplib|urllib[23]?)\.[A-Za-z]|\b[Ss]crap(?:e|ing|er)\b|\b[Bb]eautiful ?[Ss]oup|스크래핑|크롤링
  |\bFailed to load resource:|\bUnexpected response code\b|\b\d{3}, message='[^'\n]{0,80}', url=
  |\b(?:GET|POST|PUT|PATCH|DELETE) https?:\/\/\S{1,500} \d{3} \([A-Z]
  |(?<![가-힣])(?:앱|어플)[을를이가은는에서의]{0,2} ?(?:시작|실행|구동|켜|종료|죽|튕)|\b[Aa]pp (?:crash|clos|quit)\w+
  |(?:[Aa]xios|API|[Aa]pi|엔드포인트|[Rr]etrofit)[를을에로 ]{0,3}(?:호출|요청)
  |(?:[Pp]ostman|POSTMAN|포스트맨)(?:으로|에서|로) ?(?:\S{1,8} ){0,2}(?:요청|호출|보[내냈]|테스트)
  |\b(?:start|launch|open)(?:ing|ed)? (?:the|my|our) (?:mobile |android |ios )?app\b
`;

// Kubernetes notes what its probe was answered.
const OF_PROBE = /\bprobe failed: HTTP probe failed\b/;

/**
 * The quoted reply that a finding is.
 * @param {Known} known
 * @param {Finding} finding
 */
export const markOf = (known, { protocol, provider, reply }) =>
  lookup(known.tables, protocol).marks.find((one) => one.provider === provider && one.reply === reply);

/**
 * Whose text it is.
 * @param {Known} known
 * @param {string} source
 * @param {Finding} first
 */
export function readerOf(known, source, first) {
  const { readers, tools } = lookup(known.tables, first.protocol);
  const tool = bySign({ signs: tools }, asOneLine(source.slice(0, LONGEST_MARKED)).text);
  if (tool) return tool;
  const mark = markOf(known, first);
  // What only a record tells in its own form stands in a log.
  const isRecord = mark !== undefined && !isMarked(asOneLine(source), mark);
  /** @type {[seen: string, isSo: boolean][]} */
  const signs = [
    ["program", isOfTest(source)],
    ["log", OF_PROBE.test(source)],
    ["exception", isOfProgram(withoutResults(source)) || OF_CLIENT.test(source)],
    ["wire", WIRE.test(source)],
    ["log", TIME.test(source) && (!BODY.test(source) || RECORD.test(source))],
    ["log", isRecordOfRequest(source, BODY.test(source))],
  ];
  // What the program that answers prints may have come to a client in the body of its answer.
  const isAnswered =
    mark?.seen === "program" && (WIRE.test(source) || OF_CLIENT.test(source) || FIELD.test(source));
  const seen = isAnswered ? "exception" : mark?.seen;
  return readers[(isRecord ? "log" : seen) || (signs.find(([, isSo]) => isSo)?.[0] ?? "")];
}
