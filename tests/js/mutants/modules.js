/** The modules that are changed, and the tests that hold them; what only shows is held by the tests in a browser. */
import { readdirSync } from "node:fs";

const filesIn = (/** @type {string} */ folder) => readdirSync(new URL(folder, import.meta.url));
const ofRecogniser = filesIn("../recognise/").map((file) => `recognise/${file}`);

/** @type {Record<string, string[]>} module → its tests */
export const TESTS = {
  ...Object.fromEntries(
    filesIn("../../../templates/theme/js/recognise/").map((file) => [`recognise/${file}`, ofRecogniser]),
  ),
  "find/apart.js": ["find/apart.test.js"],
  "search/terms.js": ["search.test.js", "sentences.test.js"],
};

/**
 * The room of a module.
 * @param {string} file
 */
export const roomOf = (file) => file.split("/")[0];
