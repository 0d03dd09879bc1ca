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
    for (let length = typed.length; length >= QUOTING; length -= 1) {
      const runs = typed.slice(length - 1).map((_, at) => ` ${typed.slice(at, at + length).join(" ")} `);
      const held = replies.filter(({ text }) => runs.some((run) => text.includes(run)));
      if (held.length > 0) return new Map(held.length === 1 ? [[held[0].id, length]] : []);
    }
    return new Map();
  };
}
