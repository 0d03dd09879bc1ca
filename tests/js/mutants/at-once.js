/** Stands in for node:test where a mutant is tried: a test runs when it is named, and throws where it fails. */

/** @type {Promise<{error?: unknown} | void>[]} what tests have begun and not yet ended */
const begun = [];

/**
 * @param {string} _
 * @param {() => unknown} run
 */
export function test(_, run) {
  const ends = run();
  if (ends instanceof Promise) begun.push(ends.catch((error) => ({ error })));
}

export const describe = test;

/** Waits for the tests that take time; throws where one of them failed. */
export async function ended() {
  for (const done of await Promise.all(begun.splice(0))) if (done?.error) throw done.error;
}
