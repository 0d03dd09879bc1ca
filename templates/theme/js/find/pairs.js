/** What is shown of two codes that are asked about together. */
import { later, make } from "./elements.js";

/** @import { Pair } from "../recognise/tables.js" */
/** @import { FindTables, InGeneral, SearchTables } from "./tables.js" */

/**
 * Pairs of several protocols, those first that are explained by hand: they are what people ask about.
 * @param {Pair[]} pairs
 * @param {(place: string) => Promise<any>} load
 * @returns {Promise<Pair[]>}
 */
export async function explainedFirst(pairs, load) {
  if (pairs.length < 2) return pairs;
  /** @type {SearchTables} */
  const { insights } = await load("search").catch(() => ({ insights: [] }));
  const isExplained = (/** @type {Pair} */ { catalogue, a, b }) =>
    insights.some((one) => one.catalogue === catalogue && one.a === a && one.b === b);
  return pairs.toSorted((one, other) => Number(isExplained(other)) - Number(isExplained(one)));
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
          make("a", { href: hrefOf(`${catalogue}/${a}-vs-${b}/`) }, `${words.compare}: ${a} · ${b}`),
        ),
        whose,
      ),
      later(texts(), (lines) => lines.map((line) => make("p", {}, line))),
    );
  };
}
