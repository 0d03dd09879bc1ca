/** Names of libraries in a text: their errors, and their constants for codes. Loaded where a program speaks. */
import { plainFinding } from "./findings.js";
import { escaped } from "./patterns.js";
import { classOf, outcomeOf } from "./situations.js";
import { lookup } from "./tables.js";

/** @import { Result } from "./findings.js" */
/** @import { Tables } from "./tables.js" */
/**
 * An error: where a program finds the number and the words of the reply, and what failed. It is `answered` if a reply
 * leads to it; `codes` are patterns of those that do, where not all do.
 * @typedef {{names: string[], shared?: boolean, answered?: boolean, codes?: string[], code?: string, words: string,
 *   situation?: string, outcome?: string, failed: string}}
 *   LibraryError
 */
/**
 * @typedef {{protocol: string, name: string, language: string, signs: string[], about: string,
 *   errors: LibraryError[], constants: Record<string, string>}} Library
 */
/** @typedef {{library: Library, error: LibraryError | null, code: string | null, name: string}} Named */

// A name stands near the beginning, or the text is a log in which it says little.
const LONGEST = 6000;

const isSentence = (/** @type {string} */ name) => /\s/.test(name);

/**
 * A name as programs know it, without the module that it stands in.
 * @param {string} name
 */
const bare = (name) => (isSentence(name) ? name : name.replace(/^.*\./, ""));

/**
 * Whether a name stands in a text, as a word of its own.
 * @param {string} text
 * @param {string} name
 */
const stands = (text, name) =>
  new RegExp(`(?<![\\w$:])${escaped(name)}${/\w$/.test(name) ? "(?!\\w)" : ""}`, "u").test(text);

/**
 * How well a name fits a text: in full, or without its module; not at all where it does not stand there.
 * @param {string} text
 * @param {string} name
 */
function fit(text, name) {
  const whole = name.replace(/[.:]$/, "");
  if (stands(text, whole)) return bare(name) === name ? 1 : 2;
  return stands(text, bare(name)) ? 1 : 0;
}

/**
 * Whether an error is raised for a code, as far as either is told. The patterns are a shell's: 5??, 5[!03]?, *
 * @param {LibraryError} error
 * @param {string | null} code
 */
const isRaisedFor = ({ codes }, code) =>
  !codes ||
  code === null ||
  codes.some((one) =>
    new RegExp(`^${one.replaceAll("?", ".").replaceAll("*", ".*").replaceAll("[!", "[^")}$`).test(code),
  );

/**
 * @typedef {{points: number, length: number, named: Named}} Fit how well a name fits a text; the longer tells more
 */

/**
 * What a library calls by name in a text, and how well it fits: nothing where the name is no proof.
 * @param {Library} library
 * @param {string} text
 * @param {string | null} code that the text tells
 */
function inLibrary(library, text, code) {
  const signs = library.signs.filter((sign) => text.toLowerCase().includes(sign.toLowerCase())).length;
  /** @type {Fit[]} */
  const found = [];
  for (const error of library.errors.filter((one) => isRaisedFor(one, code))) {
    const named = { library, error, code: null, name: error.names[0] };
    for (const name of error.names) {
      const points = fit(text, name);
      if (points > 0 && (!error.shared || signs > 0 || isSentence(name))) {
        // Several words tell more than the name of a class.
        found.push({ points: points + signs + Number(isSentence(name)), length: name.length, named });
      }
    }
  }
  for (const [name, meant] of Object.entries(library.constants)) {
    const points = fit(text, name);
    // A constant's bare name is an ordinary word, unless nothing else was asked for.
    const isMeant = points > 1 || signs > 0 || text.trim() === bare(name);
    if (points > 0 && isMeant) {
      // The library's own words for a number tell more than the name of its error.
      const more = Number(isSentence(name));
      const named = { library, error: null, code: meant, name };
      found.push({ points: points + signs + more, length: name.length, named });
    }
  }
  return found;
}

/**
 * What the libraries call by name in a text: that of the library which fits best, or of several alike.
 * @param {Library[]} libraries
 * @param {string} text
 * @param {string | null} [code] that the text tells
 * @returns {Named[]}
 */
export function namedIn(libraries, text, code = null) {
  const beginning = text.slice(0, LONGEST);
  const perLibrary = libraries
    .map((library) =>
      inLibrary(library, beginning, code).sort(
        (one, other) =>
          other.points - one.points ||
          Number(one.named.error === null) - Number(other.named.error === null) ||
          other.length - one.length,
      ),
    )
    .filter((found) => found.length > 0);
  const most = Math.max(...perLibrary.map(([{ points }]) => points));
  return perLibrary.filter(([{ points }]) => points === most).map(([{ named }]) => named);
}

/**
 * What names alone tell: a code, or what happened where no reply says more.
 * @param {Tables} tables
 * @param {Named[]} named
 * @param {string} text
 * @returns {Result | null}
 */
export function byName(tables, named, text) {
  const [first] = named;
  if (!first) return null;
  const { code, error, library } = first;
  const known = lookup(tables, library.protocol);
  const catalogue = known.catalogues.find(
    ({ protocol, order }) => protocol === library.protocol && order.has(String(code)),
  );
  if (catalogue) {
    const uses = known.uses.get(String(code));
    const situation = uses?.usual ? uses.all[0] : null;
    const outcome = classOf(known, { code, enhanced: null });
    const finding = {
      ...plainFinding(catalogue, code, text),
      situation,
      outcome,
      how: /** @type {const} */ ("code"),
    };
    return { kind: "code", findings: [finding], pairs: [] };
  }
  if (!error?.situation) return null;
  const { situation, outcome = outcomeOf(known, situation, text) } = error;
  const finding = {
    ...plainFinding({ id: null, protocol: library.protocol }, null, text),
    situation,
    outcome,
  };
  return { kind: "reply", findings: [finding], pairs: [] };
}
