/** What is shown of two codes that are asked about together. */
import { later, make } from "./elements.js";

/** @import { Pair } from "../recognise/tables.js" */
/** @import { FindTables, InGeneral, SearchTables } from "./tables.js" */

/**
 * Pairs of several protocols, those first that are explained by hand, and of these those whose codes are explained
 * beside most others: they are what people ask about.
 * @param {Pair[]} pairs
 * @param {(place: string) => Promise<any>} load
 * @returns {Promise<Pair[]>}
 */
export async function explainedFirst(pairs, load) {
  if (pairs.length < 2) return pairs;
  /** @type {SearchTables} */
  const { insights } = await load("search").catch(() => ({ insights: [] }));
  const shown = pairs.map((pair) => {
    const { catalogue, a, b } = pair;
    const own = insights.filter((one) => one.catalogue === catalogue);
    const isExplained = own.some((one) => one.a === a && one.b === b);
    const often = own.filter((one) => [one.a, one.b].some((code) => code === a || code === b)).length;
    return { pair, isExplained, often };
  });
  const sorted = shown.toSorted(
    (one, other) => Number(other.isExplained) - Number(one.isExplained) || other.often - one.often,
  );
  return sorted.map(({ pair }) => pair);
}

/**
 * A function that shows a pair: the way to its comparison, and what tells the two apart.
 * @param {FindTables} tables
 * @param {(address: string) => string} hrefOf the full address of a page of this language
 * @param {(place: string) => Promise<any>} load
 */
export function pairLines({ catalogues, protocols, words }, hrefOf, load) {
  const shorts = new Map(catalogues.map(({ id, short }) => [id, short]));
  /** @param {Pair} pair */
  return ({ catalogue, a, b }) => {
    const whose = protocols.length === 1 ? "" : ` (${shorts.get(catalogue)})`;
    const texts = async () => {
      /** @type {SearchTables} */
      const { insights } = await load("search");
      const insight = insights.find((one) => one.catalogue === catalogue && one.a === a && one.b === b);
      if (insight) return [insight.answer];
      /** @type {InGeneral[]} */
      const told = await Promise.all([a, b].map((code) => load(`${catalogue}/${code}`)));
      return told.map(({ gist }) => gist);
    };
    return make(
      "div",
      { class: "about pair" },
      make(
        "p",
        {},
        make(
          "b",
          {},
          make("a", { href: hrefOf(`${catalogue}/${a}-vs-${b}/`) }, `${words.compare}: ${a}\u00a0· ${b}`),
        ),
        whose,
      ),
      later(texts(), (lines) => lines.map((line) => make("p", {}, line))),
    );
  };
}
