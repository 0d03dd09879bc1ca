/** The one situation that a question without any code names for sure: CORS error with axios, DMARC 때문에 반송. */
import { placeOf } from "../find/tables.js";
import { plainFinding } from "../recognise/findings.js";
import { pattern } from "../recognise/patterns.js";
import { outcomeOf } from "../recognise/situations.js";
import { lookup } from "../recognise/tables.js";
import { protocolsAsked } from "./protocols.js";
import { askedIn } from "./sentences.js";
import { ACRONYM } from "./terms.js";

/** @import { Found } from "../search.js" */
/** @import { Finding } from "../recognise/findings.js" */
/** @import { Known } from "../recognise/tables.js" */
/** @import { FindTables, Provider, SearchTables } from "../find/tables.js" */

const LONGEST = 100;
// A code, or the fields of a header, which tell apart what failed: spf=fail; dmarc=pass
const RECORD = /\d|\w=\w/;
// A number that may be a code.
const CODE = /\d{3}/;
// Something went wrong, and nobody asks how a thing is done or what it is.
const FAILED = pattern("i")`
  \b(?:errors?|fail(?:s|ed|ure|ing)?|refused|rejected|denied|invalid|blocked|blocks|issues?|problems?)\b
  |에러|오류|이슈|문제|실패|거부|차단|반송|막[혀혔힙힘히]
`;
const ASKS_HOW = pattern("i")`
  \b(?:how (?:to|do|does|can)|what (?:is|are|does)|set(?:ting)? ?up|enable|vs|versus|difference|why use|should)\b
  |^\W*(?:is|are|do|does|can|could|would|must|learn)\b|\b(?:interview|tutorial|course)\b
  |법(?:[은을이]|[? ]*$|[ ])|이란|란[? ]*$|차이|무엇|뭔가요|뭐[예에]요|추천|면접|려면
`;
// What somebody says did not happen, or is over.
const NOT_SO = pattern("i")`
  \bno (?:more |longer |new |other )?(?:\w+ )?(?:errors?|failures?|issues?|problems?)\b
  |\bnothing\b|\bno longer\b|\bnever\b
  |\bwithout (?:any )?(?:\w+ )?(?:errors?|failures?|issues?|problems?)\b
  |\bnot (?:an?|the|about|because|due|my|our)\b
  |\b(?:is|was|are)n['’]t (?:an?|the|about|because|due|my|our)\b
  |\bworks? (?:now|again|fine)\b|\b(?:fixed|solved|resolved|disappeared|went away|thought)\b
  |(?:에러|오류|이슈|문제|실패|거부|차단|반송)[은는이가도를을]? ?
  (?:없|아[니닌님닙]|않|사라|해결(?:했|됐|됨|되었|하였|완료))|아니었|줄 알았
`;
// Two of them are told of together: CORS and CSRF errors.
const SEVERAL = /\b[A-Z]{3,}(?: \S+)?(?:와|과|,| and| or| &) [A-Z]{3,}\b/;
// So much better than any other situation does it fit.
const AHEAD = 1.2;

/** @param {string} text */
const termsIn = (text) => new Set(text.toUpperCase().match(/[A-Z]{3,}/g));

/**
 * A function from a question and what was found to the situation that it names for sure; null where another may be
 * meant.
 * @param {Known} known
 * @param {FindTables} tables
 * @param {SearchTables} texts
 * @param {(query: string) => Provider[]} named the providers that a question names
 * @returns {(typed: string, found: Found[]) => Finding | null}
 */
export const clearOf = (known, tables, texts, named) => (typed, found) => {
  const query = typed.trim();
  if (query.length > LONGEST || query.includes("\n") || NOT_SO.test(query)) return null;
  const situationAt = (/** @type {string | undefined} */ place) =>
    tables.situations.find((one) => placeOf(one) === place);
  const happened = (/** @type {FindTables["situations"][number] | undefined} */ one) => {
    if (!one) return null;
    const { id, protocol } = one;
    const outcome = outcomeOf(lookup(tables, protocol), id, query) ?? null;
    const plain = plainFinding({ id: null, protocol }, null, query);
    return /** @type {Finding} */ ({ ...plain, situation: id, outcome, how: "question" });
  };
  const asked = CODE.test(query) ? null : askedIn(query);
  if (asked?.isAnswer) return happened(situationAt(asked.page));
  if (RECORD.test(query) || !FAILED.test(query) || ASKS_HOW.test(query) || SEVERAL.test(query)) return null;
  const nameOf = (/** @type {FindTables["situations"][number]} */ one) =>
    `${one.name} ${texts.originals?.[placeOf(one)] ?? ""}`;
  const [first, ...others] = found;
  const situation = situationAt(first?.id);
  if (!situation || !(first.isClear || first.isSaid)) return null;
  if (protocolsAsked(known, tables, texts, query, named).length !== 1) return null;
  const own = termsIn([nameOf(situation), first.answer, ...situation.said].join(" "));
  const typedTerms = termsIn(query);
  const trade = tables.situations.flatMap((one) => nameOf(one).match(ACRONYM) ?? []);
  if (!trade.some((term) => typedTerms.has(term) && own.has(term))) return null;
  const next = others.find(({ kind }) => kind === "situation");
  if (next && first.score < AHEAD * next.score) return null;
  return happened(situation);
};
