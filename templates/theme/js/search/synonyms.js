/** The site's words for those of a reader. */
import { HANGUL_WORD, hasWord, joined, lettersOf, meaningful, says } from "./terms.js";

/** @typedef {{word: string, key: string}} Synonym */
/** @typedef {[text: string, weight: number]} Weighted */

// What is found with the site's word in place of the reader's counts a little less than their own, alone much less.
const INSTEAD = 0.8;
const SYNONYM = 0.5;

/** @type {(query: string, synonym: Synonym) => boolean} */
const holds = (query, { word, key }) =>
  HANGUL_WORD.test(word) ? joined(query).includes(key) : hasWord(query, word);

/**
 * Whether a query is on the way to a word, whose last syllable may still be in the making: 사서하, 사서함.
 * @type {(query: string, synonym: Synonym) => boolean}
 */
const begins = (query, { key }) => {
  const typed = joined(query);
  return (
    typed.length > 1 && HANGUL_WORD.test(typed) && key.normalize("NFD").startsWith(typed.normalize("NFD"))
  );
};

/**
 * What to look up beside the query itself.
 * @param {string[][]} texts the first of each is the one that the site uses
 * @param {RegExp} particle
 */
export function synonymsOf(texts, particle) {
  const groups = texts.map((group) => group.map((word) => ({ word, key: joined(word) })));
  const letters = groups.flatMap((group) =>
    group.map(({ word }) => ({ meant: group[0].word, letters: lettersOf(word) })),
  );

  /** @type {(query: string, said: Synonym, meant: string) => Weighted[]} */
  const insteadOf = (query, said, meant) => {
    // A query that is nothing but the synonym means its page; one that only contains it means something more.
    if (said.key === joined(query)) return [[meant, 1]];
    // What kind of answer somebody asks for says nothing of what happened: 중복 데이터 상태 코드.
    if (!says(said.word)) return [];
    const instead = query.toLowerCase().replace(said.word.toLowerCase(), ` ${meant} `);
    return [
      [meant, SYNONYM],
      [meaningful(instead, particle), INSTEAD],
    ];
  };

  return {
    /** @type {(query: string) => Weighted[]} */
    synonyms: (query) => {
      const said = groups.map((group) => ({
        meant: group[0].word,
        longest: group
          .filter((item) => holds(query, item))
          .sort((one, other) => other.key.length - one.key.length)
          .at(0),
        isBegun: group.some((item) => begins(query, item)),
      }));
      // Of two words, one in the other, the longer is meant: entity too large is not too large.
      const isPart = (/** @type {string} */ key) =>
        said.some(({ longest }) => longest && longest.key !== key && longest.key.includes(key));
      return said.flatMap(({ meant, longest, isBegun }) => {
        if (!longest) return isBegun ? [/** @type {Weighted} */ ([meant, 1])] : [];
        return isPart(longest.key) ? [] : insteadOf(query, longest, meant);
      });
    },
    /**
     * What the first letters of a word mean.
     * @param {string} asked
     */
    beginning: (asked) => [
      ...new Set(letters.filter((one) => one.letters.startsWith(asked)).map(({ meant }) => meant)),
    ],
  };
}
