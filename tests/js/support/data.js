/** The cases and tables that the tests read. */
import { readFileSync } from "node:fs";

import { withServices } from "../../../templates/theme/js/find/services.js";
import { eventGroups } from "../../../templates/theme/js/recognise/events.js";
import { joinedWith, unpacked } from "../../../templates/theme/js/find/tables.js";

/** @import { FindTables, SearchTables } from "../../../templates/theme/js/find/tables.js" */
/** @import { Result } from "../../../templates/theme/js/recognise/findings.js" */
/** @import { Tables } from "../../../templates/theme/js/recognise/tables.js" */
/** @typedef {{name: string, text: string, expect: Partial<Result>}} Case */

/**
 * A JSON file, by its path from tests/js/.
 * @param {string} path
 */
export const read = (path) => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), "utf-8"));

export const KINDS = ["pairs", "replies", "logs", "bounces", "nothing"];

/** @type {Record<string, Case[]>} pasted texts and what is to be found in them */
export const cases = Object.fromEntries(KINDS.map((kind) => [kind, read(`data/${kind}.json`)]));

/** @type {Tables} a few codes and providers, so that the cases do not change with the content */
export const sample = {
  ...read("data/tables.json"),
  events: eventGroups,
  foreign: read("made/en/foreign.json"),
};

/**
 * The same answer for the same language: reading with tables begins with compiling them.
 * @template T
 * @param {(language: "en" | "ko") => T} make
 */
function once(make) {
  /** @type {Map<string, T>} */
  const known = new Map();
  return (/** @type {"en" | "ko"} */ language) => {
    const found = known.get(language) ?? make(language);
    known.set(language, found);
    return found;
  };
}

/**
 * What the site's own field is given, made from the content by `python -m scripts.find_tables`.
 * @type {(language: "en" | "ko") => FindTables}
 */
export const given = once((language) => {
  const core = unpacked(read(`made/${language}.json`));
  const apart = core.protocols.filter(({ speaks }) => speaks);
  const foreign = read(`made/${language}/foreign.json`);
  const tables = withServices({ ...core, foreign }, read(`made/${language}/services.json`));
  return apart.reduce((all, { id }) => joinedWith(all, read(`made/${language}/${id}.json`)), tables);
});

/**
 * The same, with replies called by their names and not by their places.
 * @type {(language: "en" | "ko") => FindTables}
 */
export const made = once((language) => {
  const all = given(language);
  const { replies: names } = madeSearch(language);
  const providers = all.providers.map((provider) => ({
    ...provider,
    replies: provider.replies.map((reply, place) => ({ ...reply, id: names[provider.address][place] })),
  }));
  return { ...all, providers };
});

/**
 * What the site's own search is made from.
 * @param {"en" | "ko"} language
 * @returns {SearchTables}
 */
export const madeSearch = (language) => read(`made/${language}/search.json`);
