/** Tries mutants one after the other: a fresh copy of the modules for each, one of them changed. */
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";

import { checks } from "../support/checks.js";

/** @import { Mutant } from "./mutate.js" */

const INDEX = new URL("../../../templates/theme/js/recognise/index.js", import.meta.url).href;
let number = 0;
/** @type {Mutant | null} */
let current = null;

registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    const query = new URL(context.parentURL ?? INDEX).searchParams.get("mutant");
    return query === null ? resolved : { ...resolved, url: `${resolved.url}?mutant=${query}` };
  },
  load(url, context, next) {
    if (current === null || !new URL(url).pathname.endsWith(`/recognise/${current.file}`)) {
      return next(url, context);
    }
    if (!url.includes(`?mutant=${number}`)) return next(url, context);
    const source = readFileSync(fileURLToPath(url.replace(/\?.*/, "")), "utf-8");
    const changed = source.slice(0, current.start) + current.to + source.slice(current.end);
    return { format: "module", source: changed, shortCircuit: true };
  },
});

/** Whether a check notices; the one that noticed last is tried first. */
async function noticed() {
  try {
    const { recognise } = await import(`${INDEX}?mutant=${number}`);
    const place = checks.findIndex(({ text, tables, wrong }) => wrong(recognise(text, tables)) !== "");
    if (place > 0) checks.unshift(...checks.splice(place, 1));
    return place >= 0;
  } catch {
    return true;
  }
}

parentPort?.on("message", async (/** @type {Mutant} */ mutant) => {
  number += 1;
  current = mutant;
  parentPort?.postMessage(await noticed());
});
