/** Which protocols a question is of, and what the search knows of one. */
import { terms } from "./terms.js";

/** @import { FindTables, SearchTables } from "../find/tables.js" */

/**
 * What belongs to one protocol, and the pages that belong to none.
 * @param {FindTables} tables
 * @param {SearchTables} texts
 * @param {string} whose
 * @returns {[FindTables, SearchTables]}
 */
export function ofProtocol(tables, texts, whose) {
  const isOfIt = (/** @type {{protocol: string}} */ { protocol }) => protocol === whose;
  const catalogues = tables.catalogues.filter(isOfIt);
  const isListed = (/** @type {{catalogue: string}} */ { catalogue }) =>
    catalogues.some(({ id }) => id === catalogue);
  const { situations, providers } = tables;
  return [
    {
      ...tables,
      catalogues,
      situations: situations.filter(isOfIt),
      providers: providers.filter(isOfIt),
    },
    { ...texts, codes: texts.codes.filter(isListed), insights: texts.insights.filter(isListed) },
  ];
}

/**
 * The protocols of which alone a number in a query is a code: 4.7.500 is one of mail, 404 one of HTTP.
 * @param {FindTables} tables
 * @param {string} query
 */
export function protocolsNumbered({ catalogues }, query) {
  const numbers = terms(query).filter((term) => /^\d/.test(term));
  const listed = numbers.map((number) => {
    const those = catalogues.filter(({ codes }) => codes.some(({ code }) => code === number));
    return new Set(those.map(({ protocol }) => protocol));
  });
  return new Set(listed.filter(({ size }) => size === 1).flatMap((protocols) => [...protocols]));
}
