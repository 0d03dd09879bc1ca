/** Tries mutants one after the other: a fresh copy of the modules for each, one of them changed. */
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";

import { checks } from "../support/checks.js";
import { ended } from "./at-once.js";
import { TESTS, roomOf } from "./modules.js";

/** @import { Mutant } from "./mutate.js" */

const INDEX = new URL("../../../templates/theme/js/recognise/index.js", import.meta.url).href;
const AT_ONCE = new URL("at-once.js", import.meta.url).href;
const FOLDER = new URL("../", import.meta.url);
let number = 0;
/** @type {Mutant | null} */
let current = null;

// What may have to do with a changed module; the cases and the tables of the site are read once.
/** @type {Record<string, RegExp>} */
const COPIED = {
  recognise: /\/js\/recognise\//,
  find: /\/js\/(?:find|recognise)\//,
  search: /\/theme\/js\/(?:find|recognise|search)\b|\/support\/field\.js/,
};

registerHooks({
  resolve(specifier, context, next) {
    const query = new URL(context.parentURL ?? INDEX).searchParams.get("mutant");
    if (query !== null && specifier === "node:test") return { url: AT_ONCE, shortCircuit: true };
    const resolved = next(specifier, context);
    const isCopied = query !== null && current !== null && COPIED[roomOf(current.file)].test(resolved.url);
    return isCopied ? { ...resolved, url: `${resolved.url}?mutant=${query}` } : resolved;
  },
  load(url, context, next) {
    if (current === null || !new URL(url).pathname.endsWith(`/theme/js/${current.file}`)) {
      return next(url, context);
    }
    if (!url.includes(`?mutant=${number}`)) return next(url, context);
    const source = readFileSync(fileURLToPath(url.replace(/\?.*/, "")), "utf-8");
    const changed = source.slice(0, current.start) + current.to + source.slice(current.end);
    return { format: "module", source: changed, shortCircuit: true };
  },
});

/**
 * Whether a test or check notices: the module's own tests first, and the check that noticed last.
 * @param {Mutant} mutant
 */
async function noticed(mutant) {
  const tests = TESTS[mutant.file];
  const isOwn = (/** @type {string} */ name) => name.startsWith(mutant.file.slice(0, -3));
  const run = async (/** @type {string} */ name) => {
    await import(`${new URL(name, FOLDER).href}?mutant=${number}`);
    await ended();
  };
  try {
    for (const name of tests) if (isOwn(name)) await run(name);
    if (roomOf(mutant.file) === "recognise") {
      const { recognise } = await import(`${INDEX}?mutant=${number}`);
      const place = checks.findIndex(({ text, tables, wrong }) => wrong(recognise(text, tables)) !== "");
      if (place > 0) checks.unshift(...checks.splice(place, 1));
      if (place >= 0) return true;
    }
    for (const name of tests) if (!isOwn(name)) await run(name);
    return false;
  } catch (error) {
    if (mutant.start === mutant.end) console.error(error);
    return true;
  }
}

parentPort?.on("message", async (/** @type {Mutant} */ mutant) => {
  number += 1;
  current = mutant;
  parentPort?.postMessage(await noticed(mutant));
});
