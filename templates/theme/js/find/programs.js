/** What is shown to whoever wrote the program that speaks in a text. Loaded where one does. */
import { byName, namedIn } from "../recognise/programs.js";
import { make } from "./elements.js";

/** @import { Result } from "../recognise/findings.js" */
/** @import { Library, Named } from "../recognise/programs.js" */
/** @import { FindTables } from "./tables.js" */
/** @typedef {{libraries: Library[], words: Record<string, string>}} ProgramTables */

/**
 * Functions that read and show what libraries call by name.
 * @param {FindTables} tables
 * @param {ProgramTables} programs
 */
export function programLines(tables, { libraries, words }) {
  /**
   * What names alone tell.
   * @param {string} text
   * @returns {Result | null}
   */
  const byNames = (text) => byName(tables, namedIn(libraries, text), text);

  /** @param {Named} named */
  const line = ({ library, error, code, name }) =>
    make(
      "li",
      {},
      make("b", {}, library.name),
      ` (${library.language}): `,
      make("code", {}, name),
      ...(error
        ? [
            `. ${error.failed} `,
            ...(error.code ? [`${words.code}: `, make("code", {}, error.code), ". "] : []),
            `${words.words}: `,
            make("code", {}, error.words),
            `. ${library.about}`,
          ]
        : [` = ${code}. ${library.about}`]),
    );

  /**
   * What a program's author is told: what the library says with the names of the text.
   * @param {string} text
   * @returns {HTMLElement | null}
   */
  function lines(text) {
    const named = namedIn(libraries, text);
    if (named.length === 0) return null;
    const heading = make("p", { class: "role" }, make("b", {}, `${words.program}:`));
    return make("div", {}, heading, make("ul", {}, ...named.map(line)));
  }

  return { byNames, lines };
}
