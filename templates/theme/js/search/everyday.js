/** Which protocol people speak of in everyday words beside a number: the page shows it, the mail brought it. */
import { isOfWeb } from "../recognise/bodies.js";
import { unsaid } from "../recognise/hearsay.js";
import { isAboutMail } from "../recognise/telling.js";
import { uncounted } from "./counted.js";
import { HANGUL_WORD, hasWord, joined } from "./terms.js";

/** @import { FindTables, SearchTables } from "../find/tables.js" */
/** @import { Known } from "../recognise/tables.js" */

const NUMBER = /(?<![\d.])[1-5]\d\d(?![.\d]\d)/g;
// Several of one number: 502s.
const SEVERAL = /\b([1-5]\d\d)['’]?s\b/g;

/**
 * Codes as they are called where several of one came: 502s are 502; without what is counted or said to be in order.
 * @param {string} query
 */
export const oneOfMany = (query) => unsaid(uncounted(query.replace(SEVERAL, "$1")));

/** @type {(query: string, word: string) => boolean} */
const holds = (query, word) =>
  HANGUL_WORD.test(word) ? joined(query).includes(joined(word)) : hasWord(query, word);

/**
 * The protocols that a question with a number means, as its everyday words tell; none where it speaks of mail, or where
 * the number is mostly one of mail: 530 login required.
 * @param {Known} known
 * @param {FindTables} tables
 * @param {SearchTables} texts
 * @param {string} query
 */
export function protocolsMeant(known, { catalogues }, { everyday = {} }, query) {
  const listed = (/** @type {string} */ protocol) =>
    catalogues
      .filter((one) => one.protocol === protocol)
      .flatMap(({ codes }) => codes.map(({ code }) => code));
  const typed = query.match(NUMBER) ?? [];
  const numbers = typed.filter((number) => isOfWeb(known, number));
  if (numbers.length === 0 || isAboutMail(query)) return [];
  const isMeant = (/** @type {[string, string[]]} */ [protocol, words]) =>
    listed(protocol).some((code) => numbers.includes(code)) && words.some((word) => holds(query, word));
  return Object.entries(everyday)
    .filter(isMeant)
    .map(([protocol]) => protocol);
}
