/** Stands in for node:test where a mutant is tried: a test runs when it is named, and throws where it fails. */

/**
 * The file whose tests come, how many came, which of them run, and what runs them.
 * @type {{file: string, count: number, isRun: (key: string) => boolean,
 *   around: (key: string, run: () => unknown) => unknown}}
 */
const now = { file: "", count: 0, isRun: () => true, around: (_, run) => run() };
/** @type {Promise<{error?: unknown} | void>[]} what tests have begun and not yet ended */
const begun = [];

/**
 * The tests of a file come next.
 * @param {string} file
 * @param {(key: string) => boolean} [isRun] whether a test is to run, by its file and its number there
 * @param {(key: string, run: () => unknown) => unknown} [around] runs it
 */
export const next = (file, isRun = () => true, around = (_, run) => run()) =>
  Object.assign(now, { file, count: 0, isRun, around });

/**
 * @param {string} _
 * @param {() => unknown} run
 */
export function test(_, run) {
  now.count += 1;
  const key = `${now.file}#${now.count}`;
  if (!now.isRun(key)) return;
  const ends = now.around(key, run);
  if (ends instanceof Promise) begun.push(ends.catch((error) => ({ error })));
}

/**
 * @param {string} _
 * @param {() => void} run
 */
export const describe = (_, run) => run();

/** Waits for the tests that take time; throws where one of them failed. */
export async function ended() {
  for (const done of await Promise.all(begun.splice(0))) if (done?.error) throw done.error;
}
