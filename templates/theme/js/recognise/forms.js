/** Codes of other protocols than mail, told by the forms that their lines have: `HTTP/1.1 {code}`. */
import { NOTHING, plainFinding } from "./findings.js";
import { filled } from "./masks.js";
import { LONGEST_LINE, endOfLine, startOfLine } from "./places.js";

/** @import { Finding, Result } from "./findings.js" */
/** @import { Catalogue, Known } from "./tables.js" */

/** @typedef {{at: number, end: number, catalogue: Catalogue, code: string}} FormHit */

const MOST_HITS = 500;

/**
 * Every code that stands in a form of its catalogue, in the order of the text; of two that overlap the longer form.
 * @param {Known} known
 * @param {string} source
 */
function formHits({ others }, source) {
  /** @type {FormHit[]} */
  const hits = [];
  for (const catalogue of others) {
    for (const form of catalogue.patterns) {
      for (const match of source.matchAll(form)) {
        const code = catalogue.meant.get(
          (match.groups?.code ?? match[0].replace(/[ \t]+/g, " ")).toUpperCase(),
        );
        if (code !== undefined) {
          hits.push({ at: match.index, end: match.index + match[0].length, catalogue, code });
        }
      }
    }
  }
  hits.sort((one, other) => one.at - other.at || other.end - one.end);
  let until = 0;
  const apart = hits.filter(({ at, end }) => {
    const isApart = at >= until;
    if (isApart) until = end;
    return isApart;
  });
  return apart.slice(0, MOST_HITS);
}

/**
 * The rest of the line that a form begins, with what stands before it.
 * @param {string} source
 * @param {number} at
 */
const lineAt = (source, at) => source.slice(startOfLine(source, at, LONGEST_LINE), endOfLine(source, at));

/**
 * What forms of lines tell, and the text without them, so that their numbers are not taken for replies to mail.
 * @param {Known} known
 * @param {string} source
 * @returns {{told: Result, rest: string}}
 */
export function asForms(known, source) {
  const hits = formHits(known, source);
  if (hits.length === 0) return { told: NOTHING, rest: source };
  /** @type {Map<string, Finding>} */
  const findings = new Map();
  let rest = "";
  let from = 0;
  for (const { at, end, catalogue, code } of hits) {
    rest += source.slice(from, at) + filled(source.slice(at, end));
    from = end;
    const key = `${catalogue.id} ${code}`;
    if (!findings.has(key)) findings.set(key, plainFinding(catalogue, code, lineAt(source, at)));
  }
  const kind = source.trim().includes("\n") ? "log" : "reply";
  return { told: { kind, findings: [...findings.values()], pairs: [] }, rest: rest + source.slice(from) };
}
