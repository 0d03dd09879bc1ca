/** What the field of the site shows first, without showing it. */
import { asksWords } from "../../../templates/theme/js/find/asked.js";
import { placeOf } from "../../../templates/theme/js/find/tables.js";
import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { byName, namedIn } from "../../../templates/theme/js/recognise/programs.js";
import { makeSearch } from "../../../templates/theme/js/search.js";
import { made, madeSearch, read } from "./data.js";
import { settle } from "../../../templates/theme/js/search/settle.js";

/** @import { Finding } from "../../../templates/theme/js/recognise/findings.js" */
/** @import { Library } from "../../../templates/theme/js/recognise/programs.js" */

/**
 * Functions that tell what the field of one language shows.
 * @param {"en" | "ko"} language
 */
export function field(language) {
  const tables = made(language);
  const search = makeSearch(tables, madeSearch(language));
  /** @type {Library[]} */
  const libraries = tables.protocols.flatMap(
    ({ id }) => read(`made/${language}/libraries/${id}.json`).libraries,
  );
  const prefix = `../${language}/`;

  /** @param {Finding} finding */
  function pageOf({ protocol, situation, code, enhanced, catalogue }) {
    const happened = tables.situations.find((one) => one.protocol === protocol && one.id === situation);
    if (happened) return placeOf(happened);
    if (catalogue.enhanced !== null) return `${catalogue.enhanced}/${enhanced}/`;
    return catalogue.code === null ? "" : `${catalogue.code}/${code}/`;
  }

  /**
   * The pages that a text leads to, the first hit first.
   * @param {string} text
   */
  function hits(text) {
    const result = recognise(text, tables);
    if (result.findings.length === 0) {
      const named = byName(tables, namedIn(libraries, text), text);
      if (named) return named.findings.map(pageOf);
    }
    const found = asksWords(text, result) ? search(text) : [];
    const typed = found.length > 0 && result.findings.length === 0 ? search.typed(text, found) : null;
    if (typed) Object.assign(result, { kind: typed.code ? "code" : result.kind, findings: [typed] });
    settle(tables, result, found);
    const [first] = result.findings;
    const pairs = result.pairs.map(({ catalogue, a, b }) => `${catalogue}/${a}-vs-${b}/`);
    const shown = pairs.length > 0 || !first ? pairs : [pageOf(first)];
    return [...shown, ...found.map(({ id }) => (id.startsWith(prefix) ? id.slice(prefix.length) : id))];
  }

  return { hits, tables };
}
