/** What services say in their events by words of their own. Loaded where one may speak. */
import { escaped, pattern } from "./patterns.js";

/** @import { Sorted } from "./reports.js" */
/**
 * How a service says in its events by a word of its own what happened: in which fields, what stands beside them, and
 * the words by situation.
 * @typedef {{fields: string[], beside: string[], words: Record<string, string[]>}} Sorting
 */

// It may succeed another time: Amazon SES, Mailgun, Postmark, Mandrill and Brevo, Mailjet.
const IS_SOFT = pattern("i")`
  \b(?:bounceType|type|event|severity)["'\]]?\s{0,4}(?::|=>?)\s{0,4}["']?(?:activity\.|email\.)?
  (?:transient|temporary|soft_?bounced?|dnserror|deferr?(?:ed|al)|delivery_delayed)\b|\bhard_bounce["']:\s?false
`;
// And the service itself still tries.
const IS_TRIED =
  /["'](?:temporary|deferred|deferral|greylisted|email\.delivery_delayed)["']|\bTypeCode["']:\s?(?:2|256)\b/;

/**
 * A field of an event, however programs write it (JSON, a dictionary of Python, an array of PHP), and its words.
 * @param {Sorting} sorting
 */
function readable({ fields, beside, words }) {
  const situations = new Map(
    Object.entries(words).flatMap(([situation, all]) => all.map((word) => [word, situation])),
  );
  const names = fields.map(escaped).join("|");
  const values = [...situations.keys()].map(escaped).join("|");
  const form = new RegExp(
    `(?<![\\w-])(?:${names})["'\\]]?\\s{0,4}(?::|=>?)\\s{0,4}["']?(${values})(?=["',;\\s}\\])]|$)`,
    "g",
  );
  return { beside, situations, form };
}

/**
 * A function that tells what a service says by words of its own, in the order in which it says it.
 * @param {Sorting[]} sortings
 * @returns {(source: string) => Sorted[]}
 */
export function sorter(sortings) {
  const all = sortings.map(readable);
  return (source) => {
    const digit = IS_SOFT.test(source) ? "4" : "5";
    const isTried = digit === "4" && IS_TRIED.test(source);
    return all
      .filter(({ beside }) => beside.every((text) => source.includes(text)))
      .flatMap(({ form, situations }) =>
        [...source.matchAll(form)].map(([, words]) => ({
          ...{ situation: String(situations.get(words)), words },
          ...{ digit, isTried },
        })),
      );
  };
}
