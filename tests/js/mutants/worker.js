/** Tries mutants one after the other: a fresh copy of the modules for each, one of them changed. */
import { readFileSync, readdirSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";

import { checks } from "../support/checks.js";

/** @import { Mutant } from "./mutate.js" */

const INDEX = new URL("../../../templates/theme/js/recognise/index.js", import.meta.url).href;
const AT_ONCE = new URL("at-once.js", import.meta.url).href;
// The tests of single modules.
const TESTS = new URL("../recognise/", import.meta.url);
const tests = readdirSync(TESTS);
let number = 0;
/** @type {Mutant | null} */
let current = null;

registerHooks({
  resolve(specifier, context, next) {
    const query = new URL(context.parentURL ?? INDEX).searchParams.get("mutant");
    if (query !== null && specifier === "node:test") return { url: AT_ONCE, shortCircuit: true };
    const resolved = next(specifier, context);
    const isCopied = query !== null && resolved.url.includes("/js/recognise/");
    return isCopied ? { ...resolved, url: `${resolved.url}?mutant=${query}` } : resolved;
  },
  load(url, context, next) {
    if (current === null || !new URL(url).pathname.endsWith(`/theme/js/recognise/${current.file}`)) {
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
async function noticed({ file }) {
  const isOwn = (/** @type {string} */ name) => name.startsWith(file.slice(0, -3));
  const run = (/** @type {string} */ name) => import(`${new URL(name, TESTS).href}?mutant=${number}`);
  try {
    for (const name of tests) if (isOwn(name)) await run(name);
    const { recognise } = await import(`${INDEX}?mutant=${number}`);
    const place = checks.findIndex(({ text, tables, wrong }) => wrong(recognise(text, tables)) !== "");
    if (place > 0) checks.unshift(...checks.splice(place, 1));
    if (place >= 0) return true;
    for (const name of tests) if (!isOwn(name)) await run(name);
    return false;
  } catch {
    return true;
  }
}

parentPort?.on("message", async (/** @type {Mutant} */ mutant) => {
  number += 1;
  current = mutant;
  parentPort?.postMessage(await noticed(mutant));
});
