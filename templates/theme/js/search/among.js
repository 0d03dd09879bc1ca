/** Which of the situations of a code the words beside it tell of. */
import { codeIn, placeOf } from "../find/tables.js";
import { pattern } from "../recognise/patterns.js";
import { BESIDE_CODE } from "../recognise/tables.js";
import { synonymsOf } from "./synonyms.js";
import { HANGUL_WORD, NAMELESS, meaningful, says, singular, terms } from "./terms.js";

/** @import { Finding } from "../recognise/findings.js" */
/** @import { FindTables, Provider, SearchTables } from "../find/tables.js" */

// A word of a situation's name tells more than one of the line below it, or of what servers say.
const IN_NAME = 4;
const ELSEWHERE = 1;
// A single word elsewhere tells nothing, nor what fits much worse than another.
const ENOUGH = 2;
const SHARE = 0.5;

// A request that changes something, by its method as people type it: it is refused for the form's token first, where
// that may be the reason.
const CHANGES = pattern("")`
  \b(?:POST|PUT|PATCH|DELETE)\b
  |\b(?:[Oo]n|[Ff]or|[Ww]ith|[Ii]n|[Oo]nly) (?:an? |the |all |my )?post(?: (?:request|method|call|endpoint)s?)?\s*$
  |\b[Pp]ost (?:request|method|call|mapping|endpoint)s?\b|\b[45]\d\d (?:error )?post\s*$|포스트 ?(?:요청|메[서소]드)
`;
const OF_CHANGES = "csrf-failed";

/** @param {string[]} texts */
const termsIn = (...texts) => new Set(terms(texts.join(" | ")).map(singular));

/**
 * Whether all of a word stands in a text: Hangul in all its pairs of syllables.
 * @param {string[]} word in its terms
 * @param {Set<string>} text
 */
const isIn = (word, text) =>
  HANGUL_WORD.test(word[0])
    ? word.every((term) => text.has(term))
    : word.some((term) => text.has(singular(term)));

/**
 * The words of a text that may tell something, each in its terms: of Hangul one pair of syllables is hardly a word.
 * @param {string} text
 */
const wordsOf = (text) =>
  text
    .split(" ")
    .map((word) => terms(word).filter((term) => !NAMELESS.has(term) && !/^\d/.test(term)))
    .filter(([first, ...others]) => first && (others.length > 0 || !HANGUL_WORD.test(first)));

/**
 * A function from a question and the code in it to those of the code's situations of which the words beside it tell,
 * the most telling first, then those in which a provider that is named sends it.
 * @param {FindTables} tables
 * @param {SearchTables} texts
 * @param {(query: string) => Provider[]} named the providers that a question names
 */
export function amongSituations(tables, texts, named) {
  const particle = new RegExp(`(?:${tables.particles.join("|")})$`);
  const { synonyms } = synonymsOf(texts.synonyms, particle);

  /**
   * What a situation is called, and what else is told of it.
   * @param {FindTables["situations"][number]} situation
   */
  const told = (situation) => {
    const place = placeOf(situation);
    return {
      id: situation.id,
      name: termsIn(situation.name, texts.originals?.[place] ?? ""),
      more: termsIn(
        texts.situations[place] ?? "",
        ...situation.said.map((phrase) => phrase.replace(BESIDE_CODE, "")),
      ),
    };
  };

  /**
   * @param {string} query
   * @param {Pick<Finding, "protocol" | "code" | "enhanced" | "catalogue">} finding
   */
  return (query, { protocol, code, enhanced, catalogue }) => {
    const pageOf = (/** @type {string | null} */ id, /** @type {string | null} */ number) =>
      codeIn(tables, id, number);
    // x.0.0 tells less than the number beside it.
    const exact = enhanced?.endsWith(".0.0") ? null : enhanced;
    const page = pageOf(catalogue.enhanced, exact) ?? pageOf(catalogue.code, code);
    if (!page) return [];
    const providers = named(query).filter((one) => one.protocol === protocol);
    const sent = providers
      .flatMap(({ replies }) => replies)
      .flatMap(({ codes, situation }) => (situation && codes.includes(page.code) ? [situation] : []));
    const ids = new Set([...page.situations, ...Object.values(page.likely ?? {}).flat(), ...sent]);
    const candidates = tables.situations.filter((one) => one.protocol === protocol && ids.has(one.id));
    // What the code is called stands beside it whatever happened, and who is named is looked at by itself.
    const { name = "", original = "" } =
      texts.codes.find(({ catalogue: id, code: number }) => pageOf(id, number) === page) ?? {};
    const names = providers.flatMap((one) => [one.name, ...one.aliases]);
    const own = termsIn(name, original, ...names);
    const beside = meaningful(query, particle)
      .split(" ")
      .filter((word) => says(word) && terms(word).some((term) => !own.has(singular(term))))
      .join(" ");
    const asked = [beside, ...synonyms(beside).map(([text]) => text)].map(wordsOf);
    const isChange = CHANGES.test(query);
    const scored = candidates.map(told).map(({ id, name: called, more }) => {
      const scores = asked.map((words) =>
        words.reduce(
          (sum, word) => sum + (isIn(word, called) ? IN_NAME : isIn(word, more) ? ELSEWHERE : 0),
          0,
        ),
      );
      return { id, score: Math.max(...scores) + (isChange && id === OF_CHANGES ? IN_NAME : 0) };
    });
    const best = Math.max(0, ...scored.map(({ score }) => score));
    const meant = scored
      .filter(({ score }) => score >= Math.max(ENOUGH, SHARE * best))
      .sort((one, other) => other.score - one.score)
      .map(({ id }) => id);
    return [...new Set([...meant, ...sent])];
  };
}
