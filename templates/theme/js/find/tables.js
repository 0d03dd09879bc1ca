/** What the field is given, made from the content by `codepairs/site/finder.py`. */

/** @import { CatalogueTable, ClassTable, CodeTable, ProviderTable } from "../recognise/tables.js" */
/** @import { SituationTable, Tables } from "../recognise/tables.js" */

/** @typedef {(string | null)[]} Verdict the answers to a protocol's questions, null where one is not known */
/**
 * What is shown of a code; `own` are the verdicts in which it differs from others of its class, by situation.
 * @typedef {CodeTable & {
 *   name: string, class: string, situations: string[], verdict?: Verdict, own?: Record<string, Verdict>,
 * }} Code
 */
/** @typedef {ClassTable & {tone: string, label: string, meaning: string}} CodeClass */
/**
 * @typedef {Omit<CatalogueTable, "codes" | "classes"> & {short: string, classes: CodeClass[], codes: Code[]}}
 *   Catalogue
 */
/** @typedef {ProviderTable & {protocol: string, name: string, address: string}} Provider */
/** @typedef {{verdict: Verdict, next: string}} Outcome */
/**
 * @typedef {SituationTable & {
 *   protocol: string, name: string, outcomes: Record<string, Outcome>,
 * }} Situation
 */
/** @typedef {{id: string, axes: string[], roles: Record<string, string>}} Protocol */
/**
 * @typedef {Omit<Tables, "catalogues" | "providers" | "situations"> & {
 *   protocols: Protocol[], catalogues: Catalogue[], situations: Situation[], providers: Provider[],
 *   words: Record<string, string>,
 * }} FindTables
 */
/** @typedef {{gist: string, next: string}} InGeneral what a code means whatever happened */
/**
 * What happened in a situation, and what to do by class of the code and by role.
 * @typedef {{happened: string, outcomes: Record<string, Record<string, string>>}} WhatToDo
 */
/** @typedef {Record<string, {means: string, do: string, explained?: boolean}>} WhatIsMeant by reply */
/** @typedef {{catalogue: string, a: string, b: string, title: string, answer: string}} Insight */
/**
 * @typedef {{
 *   situations: Record<string, string>, insights: Insight[],
 *   codes: {catalogue: string, code: string, original?: string, standing: string, answer: string, text: string}[],
 *   pages: {address: string, title: string, text: string}[], synonyms: string[][],
 * }} SearchTables
 */

/**
 * The replies of all providers, field by field; `situation` holds places among the situations, `shared` among these.
 * @typedef {{
 *   id: string[], mark: string[], situation: (number | null)[], codes: string[], shared: number[],
 * }} Columns
 */
/**
 * The tables as they are loaded: providers say how many of the replies are theirs.
 * @typedef {Omit<FindTables, "providers"> & {
 *   providers: (Omit<Provider, "replies"> & {replies: number})[], replies: Columns,
 * }} Packed
 */

/**
 * The tables with the replies at their providers.
 * @param {Packed} packed
 * @returns {FindTables}
 */
export function unpacked({ replies, providers, ...rest }) {
  const shared = new Set(replies.shared);
  let at = -1;
  const next = () => {
    at += 1;
    const situation = rest.situations[replies.situation[at] ?? -1]?.id;
    const codes = replies.codes[at].split(" ").filter(Boolean);
    return { id: replies.id[at], mark: replies.mark[at], codes, situation, shared: shared.has(at) };
  };
  const rows = (/** @type {number} */ length) => Array.from({ length }, next);
  return {
    ...rest,
    providers: providers.map((provider) => ({ ...provider, replies: rows(provider.replies) })),
  };
}

/**
 * A function that loads files of the field, each once.
 * @param {string} folder the full address of the folder that holds them
 * @returns {(place: string) => Promise<any>}
 */
export function loader(folder) {
  /** @type {Map<string, Promise<any>>} */
  const loaded = new Map();
  const load = async (/** @type {string} */ place) => {
    const response = await fetch(`${folder}${place}.json`);
    if (!response.ok) throw new Error(`${place}: ${response.status}`);
    return response.json();
  };
  return (place) => {
    const known = loaded.get(place) ?? load(place);
    loaded.set(place, known);
    // What failed once may be there the next time.
    known.catch(() => loaded.delete(place));
    return known;
  };
}

/**
 * The address of a situation's page, without the language.
 * @param {Situation} situation
 */
export const placeOf = ({ protocol, id }) => `${protocol}/situations/${id}/`;
