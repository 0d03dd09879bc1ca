/** Tries mutants one after the other: a fresh copy of the modules for each, one of them changed. */
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";

import { checks } from "../support/checks.js";
import { ended, next } from "./at-once.js";
import { TESTS, roomOf } from "./modules.js";

/** @import { Mutant } from "./mutate.js" */
/** @import { Reach } from "./reach.js" */

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
  resolve(specifier, context, pass) {
    const query = new URL(context.parentURL ?? INDEX).searchParams.get("mutant");
    if (query !== null && specifier === "node:test") return { url: AT_ONCE, shortCircuit: true };
    const resolved = pass(specifier, context);
    const isCopied = query !== null && current !== null && COPIED[roomOf(current.file)].test(resolved.url);
    return isCopied ? { ...resolved, url: `${resolved.url}?mutant=${query}` } : resolved;
  },
  load(url, context, pass) {
    if (current === null || !new URL(url).pathname.endsWith(`/theme/js/${current.file}`)) {
      return pass(url, context);
    }
    if (!url.includes(`?mutant=${number}`)) return pass(url, context);
    const source = readFileSync(fileURLToPath(url.replace(/\?.*/, "")), "utf-8");
    const changed = source.slice(0, current.start) + current.to + source.slice(current.end);
    return { format: "module", source: changed, shortCircuit: true };
  },
});

/** @type {Reach} */
const reach = workerData ?? {};
// The checks, those that noticed last at the beginning.
const places = checks.map((_, place) => place);
// What so few run may be made once for all that follow.
const FEW = 10;

/**
 * The checks and tests that can notice a mutant, as far as that is known.
 * @param {Mutant} mutant
 */
function noticing({ file, inside }) {
  const ofFile = Object.keys(reach).filter((name) => name.startsWith(`${file}:`));
  const own = inside ? (reach[inside] ?? { checks: [], tests: [] }) : null;
  const found =
    own && own.checks.length + own.tests.length >= FEW ? [own] : ofFile.map((name) => reach[name]);
  return {
    ofChecks: new Set(found.flatMap((one) => one.checks)),
    ofTests: new Set(found.flatMap((one) => one.tests)),
  };
}

/**
 * Whether a test or check notices: the module's own tests first, and the check that noticed last.
 * @param {Mutant} mutant
 */
async function noticed(mutant) {
  const tests = TESTS[mutant.file];
  const isWatched = roomOf(mutant.file) === "recognise" && mutant.start !== mutant.end;
  const { ofChecks, ofTests } = noticing(mutant);
  const isOwn = (/** @type {string} */ name) => name.startsWith(mutant.file.slice(0, -3));
  const run = async (/** @type {string} */ name) => {
    const isWhole = !isWatched || ofTests.has(name);
    if (!isWhole && ![...ofTests].some((key) => key.startsWith(`${name}#`))) return;
    next(name, (key) => isWhole || ofTests.has(key));
    await import(`${new URL(name, FOLDER).href}?mutant=${number}`);
    await ended();
  };
  try {
    for (const name of tests) if (isOwn(name)) await run(name);
    if (roomOf(mutant.file) === "recognise") {
      const { recognise } = await import(`${INDEX}?mutant=${number}`);
      const at = places.findIndex((place) => {
        if (isWatched && !ofChecks.has(place)) return false;
        const { text, tables, wrong } = checks[place];
        return wrong(recognise(text, tables)) !== "";
      });
      if (at > 0) places.unshift(...places.splice(at, 1));
      if (at >= 0) return true;
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
