/** Long texts are read beside the page: a log of megabytes takes longer than a page may stand still. */

/** @import { Result } from "../recognise/findings.js" */
/** @import { FindTables } from "./tables.js" */

/**
 * With what texts are read: the tables, the full address of the folder of further ones, and the place of the page.
 * @typedef {{core: FindTables, folder: string, place: string}} Means
 */
/** @typedef {{number: number, text: string}} Task */

/**
 * A function that reads texts in a worker; it fails where a browser has none.
 * @param {Means} means
 * @returns {(text: string) => Promise<Result>}
 */
export function asideReader(means) {
  const worker = new Worker(new URL("aside_worker.js", import.meta.url), { type: "module" });
  /** @type {Map<number, [resolve: (result: Result) => void, reject: (reason: Error) => void]>} */
  const waiting = new Map();
  let number = 0;
  worker.addEventListener("message", ({ data }) => {
    waiting.get(data.number)?.[0](data.result);
    waiting.delete(data.number);
  });
  worker.addEventListener("error", () => {
    for (const [, reject] of waiting.values()) reject(new Error("The worker has failed."));
    waiting.clear();
  });
  worker.postMessage(means);
  return (text) =>
    new Promise((resolve, reject) => {
      number += 1;
      waiting.set(number, [resolve, reject]);
      worker.postMessage({ number, text });
    });
}
