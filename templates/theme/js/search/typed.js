/** A code that somebody types beside the name of a thing of its protocol, and nothing else: github push 403. */
import { otherFinding } from "../recognise/findings.js";
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
  |lines|pages|won|dollars|[kmg]b|ms|px)\b|[ ]?(?:명|개|초|분|시간|일|원|건|회|번째)(?![가-힣]))
`;

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
  if (query.length > LONGEST_QUERY || query.includes("\n")) return null;
  const [asked, ...others] = protocolsAsked(known, tables, texts, query, named);
  if (others.length > 0 || asked.id === MAIL) return null;
  const speaksOfIt =
    protocolsTold(known, query).has(asked.id) ||
    protocolsMeant(known, tables, texts, query).includes(asked.id) ||
    named(query).some(({ protocol }) => protocol === asked.id);
  const numbers = [...new Set(query.match(NUMBER))];
  const codes = known.others
    .filter(({ protocol }) => protocol === asked.id)
    .flatMap((catalogue) =>
      numbers.flatMap((code) => (catalogue.order.has(code) ? [{ catalogue, code }] : [])),
    );
  if (!speaksOfIt || codes.length !== 1) return null;
  const [{ catalogue, code }] = codes;
  return otherFinding(known, catalogue, code, code);
};
