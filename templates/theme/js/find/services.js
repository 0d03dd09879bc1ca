/** What events and errors of services that send mail for programs are read with. Loaded where one may speak. */
import { eventGroups } from "../recognise/events.js";
import { sorter } from "../recognise/sortings.js";

/** @import { FindTables } from "./tables.js" */
/** @import { Sorting } from "../recognise/sortings.js" */
/**
 * How services sort what happened, and the replies that they give to programs: so many of each provider, field by
 * field, after those that its table has; and the help pages by whose address alone a reply of it is told.
 * @typedef {{
 *   sortings: Sorting[], providers: Record<string, number>,
 *   replies: {mark: string[], situation: string[], codes: string[]},
 *   pages: Record<string, [mark: string, reply: number, situation: string][]>,
 * }} Services
 */

/**
 * The tables with what services say to programs.
 * @param {FindTables} tables
 * @param {Services} services
 * @returns {FindTables}
 */
export function withServices(tables, { sortings, providers, replies, pages }) {
  const { mark, situation, codes } = replies;
  let at = -1;
  const more = new Map(
    Object.entries(providers).map(([id, count]) => [
      id,
      Array.from({ length: count }, () => {
        at += 1;
        return { mark: mark[at], situation: situation[at], codes: codes[at].split(" ").filter(Boolean) };
      }),
    ]),
  );
  return {
    ...tables,
    sorted: sorter(sortings),
    events: eventGroups,
    providers: tables.providers.map((provider) => {
      const own = provider.replies;
      const added = more.get(provider.id) ?? [];
      return {
        ...provider,
        replies: [...own, ...added.map((reply, place) => ({ id: `${own.length + place}`, ...reply }))],
        pages: (pages[provider.id] ?? []).map(([page, reply, told]) => ({
          id: `${reply}`,
          mark: page,
          situation: told,
          seen: "help",
          codes: [],
        })),
      };
    }),
  };
}
