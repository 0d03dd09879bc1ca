/** Other protocols than mail: their tables, loaded when a text speaks of them, and what happened there. */
import { holds, placeOf } from "../recognise/phrases.js";
import { clean, marksOf, phrasesOf } from "../recognise/tables.js";
import { unpacked } from "./tables.js";

/** @import { Finding } from "../recognise/findings.js" */
/** @import { Code, FindTables, Packed } from "./tables.js" */

// What does not tell more than a word says nothing of what happened.
const SHORTEST_PHRASE = 8;
const LONGEST_TEXT = 20_000;

/**
 * The tables with those of one more protocol.
 * @param {FindTables} tables
 * @param {Packed} packed
 * @returns {FindTables}
 */
export function joined(tables, packed) {
  const more = unpacked(packed);
  const own = new Map(more.catalogues.map((catalogue) => [catalogue.id, catalogue]));
  return {
    ...tables,
    catalogues: tables.catalogues.map((catalogue) => own.get(catalogue.id) ?? catalogue),
    situations: [...tables.situations, ...more.situations],
    providers: [...tables.providers, ...more.providers],
  };
}

/**
 * Tells of a finding what happened: by a quoted text that names the code, by the words of a situation that the code
 * stands for, or by the code where it mostly stands for one.
 * @param {FindTables} tables
 * @param {Finding} finding
 * @param {string} text everything that was pasted
 */
export function tell({ catalogues, providers, situations }, finding, text) {
  const { protocol, code } = finding;
  if (code === null) return;
  const catalogue = catalogues.find(({ id }) => id === finding.catalogue.code);
  const page = /** @type {Code | undefined} */ (catalogue?.codes.find((one) => one.code === code));
  if (!page) return;
  finding.outcome = page.class;
  const said = clean(text.slice(0, LONGEST_TEXT));
  const [mark] = providers
    .filter((one) => one.protocol === protocol)
    .flatMap(marksOf)
    .filter(({ codes, pieces, shared }) => !shared && codes.includes(code) && holds(said, pieces))
    .sort((one, other) => other.length - one.length);
  if (mark) {
    const { provider, reply, situation } = mark;
    Object.assign(finding, { provider, reply, situation, how: "mark" });
    return;
  }
  const [phrase] = situations
    .filter((one) => one.protocol === protocol && page.situations.includes(one.id))
    .flatMap(phrasesOf)
    .filter(({ length, pieces }) => length >= SHORTEST_PHRASE && placeOf(said, pieces) >= 0)
    .sort((one, other) => other.length - one.length);
  if (phrase) {
    Object.assign(finding, { situation: phrase.situation, words: phrase.words, how: "words" });
  } else if (page.usual) {
    Object.assign(finding, { situation: page.situations[0], how: "code" });
  }
}
