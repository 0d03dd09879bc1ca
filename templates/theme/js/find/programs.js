/** What is shown to whoever wrote the program that speaks in a text. Loaded where one does. */
import { NOTHING } from "../recognise/findings.js";
import { foreignIn } from "../recognise/foreign.js";
import { byName, namedIn } from "../recognise/programs.js";
import { lookup } from "../recognise/tables.js";
import { make } from "./elements.js";

/** @import { Result } from "../recognise/findings.js" */
/** @import { Library, Named } from "../recognise/programs.js" */
/** @import { FindTables } from "./tables.js" */
/** @typedef {{libraries: Library[], words: Record<string, string>}} ProgramTables of one protocol */

/**
 * Functions that read and show what the libraries of some protocols call by name.
 * @param {ProgramTables[]} parts
 */
export function programLines(parts) {
  const libraries = parts.flatMap((part) => part.libraries);
  const wordsOf = new Map(parts.flatMap((part) => part.libraries.map((library) => [library, part.words])));

  /**
   * Where a program finds the number and the words.
   * @param {Record<string, string>} words
   * @param {NonNullable<Named["error"]>} error
   */
  const places = (words, error) =>
    make(
      "p",
      {},
      ...(error.code ? [`${words.code}: `, make("code", {}, error.code), ". "] : []),
      `${error.answered ? words.words : words.own_words}: `,
      make("code", {}, error.words),
      ".",
    );

  /**
   * What the library says of the name, and what has to be known to read the answer, where there may be one.
   * @param {Named} named
   */
  const line = ({ library, error, code, name }) =>
    make(
      "li",
      {},
      make(
        "p",
        {},
        make("b", {}, library.name),
        ` (${library.language}): `,
        make("code", {}, name),
        error ? `. ${error.failed}` : ` = ${code}.`,
      ),
      error ? places(wordsOf.get(library) ?? {}, error) : null,
      error && !error.answered ? null : make("p", {}, library.about),
    );

  /** @param {Named[]} named */
  function listOf(named) {
    if (named.length === 0) return null;
    const words = wordsOf.get(named[0].library);
    const heading = make("p", { class: "role" }, make("b", {}, `${words?.program}:`));
    return make("div", {}, heading, make("ul", {}, ...named.map(line)));
  }

  /**
   * What a program's author is told: what the library says with the names of the text.
   * @param {string} text
   * @param {string | null} [code] that the text tells
   */
  const lines = (text, code = null) => listOf(namedIn(libraries, text, code));

  /**
   * What names alone tell, of which protocol and to its programs' authors; nothing where a database may have failed.
   * @param {FindTables} tables
   * @param {string} text
   * @returns {{result: Result | null, protocol: string | null, toProgram: HTMLElement | null}}
   */
  function byNames(tables, text) {
    const isForeign = foreignIn(lookup(tables), text, NOTHING, false, false) !== null;
    const named = isForeign ? [] : namedIn(libraries, text);
    return {
      result: byName(tables, named, text),
      protocol: named[0]?.library.protocol ?? null,
      toProgram: listOf(named),
    };
  }

  return { byNames, lines };
}
