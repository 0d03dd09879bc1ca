/**
 * Tries how well the tests hold the recogniser: `make mutants-js`.
 *
 * Every change that `mutate.js` knows is tried against every check, so nothing depends on chance.
 * Fails where a change goes unnoticed that `survivors.json` does not name, or where it names one that is noticed.
 * Names given as arguments limit the files: `node tests/js/mutants/run.js scan.js`.
 */
import { readFileSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

import { mutants } from "./mutate.js";

/** @import { Mutant } from "./mutate.js" */

const MODULES = new URL("../../../templates/theme/js/recognise/", import.meta.url);
// So many times as long as all tests take without a change may a mutant take, and as long as this at least.
const PATIENCE = 10;
const SECONDS_AT_LEAST = 10;
const SECONDS_ALL = 1800;
// More would say that the tests do not hold the recogniser, however well each survivor is named.
const MOST_SURVIVORS = 0.1;

/** @type {Record<string, string>} */
const named = JSON.parse(readFileSync(new URL("survivors.json", import.meta.url), "utf-8"));
const chosen = process.argv.slice(2);
const files = readdirSync(MODULES).filter((file) => chosen.length === 0 || chosen.includes(file));
const all = files.flatMap((file) => mutants(file, readFileSync(new URL(file, MODULES), "utf-8")));

const count = all.length;

/** @type {Mutant} none; every test has to pass with it */
const UNCHANGED = { file: "index.js", name: "no change", start: 0, end: 0, to: "" };

const started = Date.now();
let seconds = SECONDS_ALL;
/** @type {Mutant[]} */
const survivors = [];

/**
 * One worker, replaced where a mutant never ends.
 * @param {Mutant[]} waiting from which it takes one after the other
 */
async function work(waiting) {
  /** @type {(answer: unknown) => void} */
  let answered = () => {};
  const start = () =>
    new Worker(new URL("worker.js", import.meta.url))
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
    if (mutant === UNCHANGED && answer !== false) throw new Error("a test fails without any change");
    if (mutant !== UNCHANGED && answer === false) survivors.push(mutant);
    if (answer === "late") {
      await worker.terminate();
      worker = start();
    }
  }
  await worker.terminate();
}

await work([UNCHANGED]);
seconds = Math.max(SECONDS_AT_LEAST, (PATIENCE * (Date.now() - started)) / 1000);
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, () => work(all)));

const names = new Set(survivors.map(({ name }) => name));
const unnamed = [...names].filter((name) => !(name in named));
const stale = Object.keys(named).filter((name) => files.includes(name.split(":", 1)[0]) && !names.has(name));
for (const name of unnamed.toSorted()) console.log(`unnoticed: ${name}`);
for (const name of stale) console.log(`noticed, or gone, though survivors.json names it: ${name}`);
const share = survivors.length / count;
console.log(`${count} mutants, ${survivors.length} unnoticed (${(100 * share).toFixed(1)} %)`);
process.exitCode =
  unnamed.length > 0 || stale.length > 0 || (chosen.length === 0 && share > MOST_SURVIVORS) ? 1 : 0;
