/** Which checks and tests run which functions of the recogniser: no other can notice a change there. */
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";

import { checks } from "../support/checks.js";
import { next } from "./at-once.js";
import { TESTS } from "./modules.js";
import { watched } from "./mutate.js";

/** @typedef {Record<string, {checks: number[], tests: string[]}>} Reach by function */

const INDEX = new URL("../../../templates/theme/js/recognise/index.js", import.meta.url).href;
const AT_ONCE = new URL("at-once.js", import.meta.url).href;

registerHooks({
  resolve(specifier, context, pass) {
    const isCopied = new URL(context.parentURL ?? INDEX).searchParams.has("watched");
    if (isCopied && specifier === "node:test") return { url: AT_ONCE, shortCircuit: true };
    const resolved = pass(specifier, context);
    return isCopied && /\/js\/recognise\//.test(resolved.url)
      ? { ...resolved, url: `${resolved.url}?watched` }
      : resolved;
  },
  load(url, context, pass) {
    const [, file] = /\/theme\/js\/(recognise\/.*)\?watched$/.exec(url) ?? [];
    if (!file) return pass(url, context);
    const source = watched(file, readFileSync(fileURLToPath(url.replace(/\?.*/, "")), "utf-8"));
    return { format: "module", source, shortCircuit: true };
  },
});

/** @type {Reach} */
const reach = {};
const by = (/** @type {string} */ name) => (reach[name] ??= { checks: [], tests: [] });
const global = /** @type {{ran?: Set<string>}} */ (globalThis);

/**
 * Runs something, and tells of each function that it ran.
 * @param {() => unknown} run
 * @param {(name: string) => void} tell
 */
function watching(run, tell) {
  const before = global.ran;
  const ran = new Set();
  global.ran = ran;
  const ends = run();
  global.ran = before;
  for (const name of ran) tell(name);
  return ends;
}

const { recognise } = await import(`${INDEX}?watched`);
for (const [place, { text, tables }] of checks.entries()) {
  watching(
    () => recognise(text, tables),
    (name) => by(name).checks.push(place),
  );
}
for (const file of new Set(Object.values(TESTS).flat())) {
  if (!file.startsWith("recognise/")) continue;
  next(
    file,
    () => true,
    (key, run) => watching(run, (name) => by(name).tests.push(key)),
  );
  global.ran = new Set();
  await import(`${new URL(`../${file}`, import.meta.url).href}?watched`);
  // What runs beside the tests is for all of them.
  for (const name of global.ran) by(name).tests.push(file);
}
parentPort?.postMessage(reach);
