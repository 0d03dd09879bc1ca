/** What the field is given: the tables of one language, made from the content by `codepairs/site/finder.py`. */

/** @import { CatalogueTable, CodeTable, ProviderTable, Tables } from "../recognise/tables.js" */

/**
 * What is shown of a code.
 * @typedef {CodeTable & {
 *   name: string, original: string, standing: string, tone: string, gist: string, next: string, text: string,
 *   deviations: Record<string, string>,
 * }} Code
 */
/** @typedef {{prefix: string, tone: string, meaning: string}} CodeClass */
/** @typedef {Omit<CatalogueTable, "codes"> & {short: string, classes: CodeClass[], codes: Code[]}} Catalogue */
/** @typedef {ProviderTable & {name: string}} Provider */
/** @typedef {Record<string, {means: string, do: string}>} ReplyTexts by the reply's place on its provider's page */
/** @typedef {{catalogue: string, a: string, b: string, title: string, answer: string}} Insight */
/** @typedef {{address: string, title: string, text: string}} Page */
/**
 * @typedef {Omit<Tables, "catalogues" | "providers"> & {
 *   catalogues: Catalogue[], providers: Provider[], insights: Insight[], pages: Page[],
 *   synonyms: string[][], words: Record<string, string>,
 * }} FindTables
 */

/**
 * Loads one of the files.
 * @param {string} address
 */
export async function fetchJson(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
