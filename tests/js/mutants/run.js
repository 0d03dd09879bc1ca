/**
 * Tries how well the tests hold the recogniser, and what decides with it: `make mutants-js`.
 *
 * Of the changes that `mutate.js` knows so many are tried of each module, always the same ones: a run stays within half
 * an hour. Fails where a change goes unnoticed that `survivors.json` does not name, or where it names one that is
 * noticed. Arguments limit the modules, all of whose changes are then tried: `node tests/js/mutants/run.js scan.js`.
 */
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

import { TESTS, roomOf } from "./modules.js";
import { mutants } from "./mutate.js";

/** @import { Mutant } from "./mutate.js" */

const SCRIPTS = new URL("../../../templates/theme/js/", import.meta.url);
const MOST_OF_EACH = 16;
// So many times as long as all tests take without a change may a mutant take, and as long as this at least.
const PATIENCE = 10;
const SECONDS_AT_LEAST = 10;
const SECONDS_ALL = 1800;
// More would say that the tests do not hold the recogniser, however well each survivor is named.
const MOST_SURVIVORS = 0.1;

/** @type {Record<string, string>} */
const named = JSON.parse(readFileSync(new URL("survivors.json", import.meta.url), "utf-8"));
const chosen = process.argv.slice(2);
const isChosen = (/** @type {string} */ file) =>
  chosen.some((end) => file.endsWith(`/${end}`) || file === end);
const files = Object.keys(TESTS).filter((file) => chosen.length === 0 || isChosen(file));

/**
 * The changes of a file that are tried, evenly over all of it.
 * @param {string} file
 */
function tried(file) {
  const every = mutants(file, readFileSync(new URL(file, SCRIPTS), "utf-8"));
  const step = chosen.length === 0 ? Math.max(1, every.length / MOST_OF_EACH) : 1;
  return every.filter((_, place) => place === 0 || Math.floor(place / step) > Math.floor((place - 1) / step));
}

const all = files.flatMap(tried);
const asked = new Set(all.map(({ name }) => name));
const count = all.length;

/** @type {Mutant[]} none, for each room; every test has to pass with it */
const unchanged = [...new Map(files.map((file) => [roomOf(file), file])).values()].map((file) => ({
  file,
  name: "no change",
  start: 0,
  end: 0,
  to: "",
}));

const started = Date.now();
let seconds = SECONDS_ALL;
/** @type {Mutant[]} */
const survivors = [];

/** @type {unknown} which checks and tests run which functions */
const reach = await new Promise((resolve, reject) => {
  new Worker(new URL("reach.js", import.meta.url)).on("message", resolve).on("error", reject);
});

/**
 * One worker, replaced where a mutant never ends.
 * @param {Mutant[]} waiting from which it takes one after the other
 */
async function work(waiting) {
  /** @type {(answer: unknown) => void} */
  let answered = () => {};
  const start = () =>
    new Worker(new URL("worker.js", import.meta.url), { workerData: reach })
      .on("message", (answer) => answered(answer))
      .on("error", () => answered("late"));
  let worker = start();
  for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
    if (Date.now() - started > SECONDS_ALL * 1000) throw new Error(`not done after ${SECONDS_ALL} seconds`);
    const { promise, resolve } = Promise.withResolvers();
    answered = resolve;
    const late = setTimeout(resolve, seconds * 1000, "late");
    worker.postMessage(mutant);
    const answer = await promise;
    clearTimeout(late);
    if (unchanged.includes(mutant)) {
      if (answer !== false) throw new Error("a test fails without any change");
    } else if (answer === false) {
      survivors.push(mutant);
      if (!(mutant.name in named)) console.log(`unnoticed: ${mutant.name}`);
    }
    if (answer === "late") {
      await worker.terminate();
      worker = start();
    }
  }
  await worker.terminate();
}

await work([...unchanged]);
seconds = Math.max(SECONDS_AT_LEAST, (PATIENCE * (Date.now() - started)) / 1000);
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, () => work(all)));

const names = new Set(survivors.map(({ name }) => name));
const unnamed = [...names].filter((name) => !(name in named));
// A name of which no module has the place any longer can only be seen where all of a module is tried.
const isAsked = (/** @type {string} */ name) =>
  asked.has(name) || (chosen.length > 0 && files.includes(name.split(":", 1)[0]));
const stale = Object.keys(named).filter((name) => isAsked(name) && !names.has(name));
for (const name of stale) console.log(`noticed, or gone, though survivors.json names it: ${name}`);
const share = survivors.length / count;
console.log(`${count} mutants, ${survivors.length} unnoticed (${(100 * share).toFixed(1)} %)`);
process.exitCode =
  unnamed.length > 0 || stale.length > 0 || (chosen.length === 0 && share > MOST_SURVIVORS) ? 1 : 0;
