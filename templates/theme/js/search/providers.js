/** Which providers a question names. */
import { escaped } from "../recognise/patterns.js";
import { isSlipOf } from "../recognise/slips.js";
import { HANGUL_WORD, hasWord, joined, terms } from "./terms.js";

/** @import { FindTables, Provider } from "../find/tables.js" */

/**
 * Whether a word of a query begins with a name, of which the syllables may stand apart: 한 메일, and not 발송한 메일.
 * @param {string} query
 * @param {string} name
 */
const beginsWord = (query, name) =>
  new RegExp(`(?<![가-힣])${[...name].map(escaped).join("[\\s-]*")}`).test(
    query.normalize("NFC").toLowerCase(),
  );

// A shorter name, or one that ends otherwise, may be a word of its own: composed is not Composer.
const LONG = /^[a-z]{8,}$/;

/**
 * Whether a query holds a long name with a letter wrong: Clouflare.
 * @param {string} query
 * @param {string} name
 */
const holdsSlip = (query, name) =>
  LONG.test(name) &&
  (query.toLowerCase().match(/[a-z]{7,}/g) ?? []).some(
    (word) => word.at(-1) === name.at(-1) && isSlipOf(word, name),
  );

/**
 * The providers that a query names, however its words run together.
 * @param {FindTables} tables
 * @param {string[]} titles of what there is to find beside providers
 * @returns {(query: string) => Provider[]}
 */
export function providersNamed({ providers }, titles) {
  const titled = titles.map((title) => terms(title).filter((term) => !/^\d/.test(term)));
  const names = providers.flatMap((provider) =>
    [provider.name, provider.id, ...provider.aliases]
      .map((name) => (HANGUL_WORD.test(name) ? joined(name) : name.toLowerCase()))
      .filter((name) => name.length > 1)
      .map((name) => ({ provider, name })),
  );
  return (query) => {
    const right = names.filter(({ name }) =>
      HANGUL_WORD.test(name) ? beginsWord(query, name) : hasWord(query, name),
    );
    const found = right.length > 0 ? right : names.filter(({ name }) => holdsSlip(query, name));
    // Of two names, one in the other, the longer is meant: 네이버웍스 is not 네이버.
    const isPart = (/** @type {string} */ name) =>
      found.some((other) => other.name !== name && other.name.includes(name));
    // A name that is a word of a title says nothing where the title is meant: too many requests.
    const typed = new Set(terms(query));
    const isOrdinary = (/** @type {string} */ name) =>
      titled.some(
        (title) => title.length > 1 && title.includes(name) && title.every((term) => typed.has(term)),
      );
    const meant = found.filter(({ name }) => !isPart(name) && !isOrdinary(name));
    return [...new Set(meant.map(({ provider }) => provider))];
  };
}
