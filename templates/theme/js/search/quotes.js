/** Which quoted reply a question holds a part of. */
/** @import { Document } from "./documents.js" */

// So many words that follow one another in a reply quote it.
const QUOTING = 5;
const WORD = /[a-z0-9]+/g;

/** @param {string} text */
const wordsOf = (text) => text.toLowerCase().match(WORD) ?? [];

/**
 * A function from a query to the reply of which it holds most words, with their number; none where several hold them
 * alike.
 * @param {Document[]} documents
 * @returns {(query: string) => Map<string, number>}
 */
export function quotesOf(documents) {
  const replies = documents
    .filter(({ kind }) => kind === "reply")
    .map(({ id, answer }) => ({ id, text: ` ${wordsOf(answer).join(" ")} ` }));
  return (query) => {
    const typed = wordsOf(query);
    const holding = (/** @type {typeof replies} */ among, /** @type {number} */ length) => {
      const runs = typed.slice(length - 1).map((_, at) => ` ${typed.slice(at, at + length).join(" ")} `);
      return among.filter(({ text }) => runs.some((run) => text.includes(run)));
    };
    /** @type {(among: typeof replies, length: number) => [held: typeof replies, length: number]} */
    const longest = (among, length) => {
      // What holds a long run holds the shorter ones in it, so only those are asked for more.
      const held = holding(among, length);
      return held.length > 0 ? longest(held, length + 1) : [among, length - 1];
    };
    const [held, length] = longest(replies, QUOTING);
    return new Map(length >= QUOTING && held.length === 1 ? [[held[0].id, length]] : []);
  };
}
