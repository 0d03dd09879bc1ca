/** What a code alone may stand for, for whoever has it in front of them; loaded when it is to be shown. */
import { later, laterText, make } from "./elements.js";
import { placeOf } from "./tables.js";
import { lookup } from "../recognise/tables.js";

/** @import { Finding } from "../recognise/findings.js" */
/** @import { FindTables, Situation, WhatToDo } from "./tables.js" */
/** @import { verdicts } from "./verdict.js" */
/**
 * @typedef {object} Given
 * @property {(address: string, text: string) => HTMLElement} link
 * @property {(address: string) => Promise<any>} loaded what belongs to a page
 * @property {Map<string, Record<string, string>>} roles what the roles of each protocol are called
 * @property {FindTables} tables
 */

/**
 * What a reader does in a situation, else what is mostly done, with how to tell.
 * @param {Given} given
 * @param {Situation} situation
 * @param {string} outcome
 * @param {string} reader
 */
const ownPart = ({ loaded, roles }, situation, outcome, reader) =>
  later(loaded(placeOf(situation)), (/** @type {WhatToDo} */ { happened, next, outcomes }) => {
    const own = outcomes[outcome]?.[reader];
    const label = roles.get(situation.protocol)?.[reader] ?? "";
    const toDo = own ? `${label}: ${own}` : (next[outcome] ?? "");
    return [make("span", {}, happened), make("span", {}, toDo)];
  });

// A gateway answers so for what stands behind it.
const OF_GATEWAY = /^50[234]$/;

/**
 * The situations in which a product itself sends a code, as its replies show; none where nobody is known to have sent
 * it, or where a program may have got the answer of an application behind it.
 * @param {FindTables} tables
 * @param {Finding} finding
 * @param {string} [reader]
 */
function ofProduct(tables, { protocol, provider, code, situation }, reader) {
  const { marks, readers } = lookup(tables, protocol);
  const isOwn = reader === undefined || reader === readers.log || OF_GATEWAY.test(code ?? "");
  if (provider === null || !isOwn) return [];
  const sent = marks.filter((mark) => mark.provider === provider && mark.codes.includes(code ?? ""));
  return sent.map((mark) => mark.situation).filter((id) => id !== situation);
}

/**
 * The situations that a code may stand for: those first of which the words beside it tell, then those that the product
 * is known to send it in, then those that are likely for such a reader, then those in which the reader acts.
 * @param {Given & Pick<ReturnType<typeof verdicts>, "actsIn" | "pageOf" | "situationOf">} given
 * @param {Finding} finding
 * @param {string[]} ids of the situations
 * @param {string} [reader] whose text it is; of nobody's only what is mostly done is told
 */
export function listOf(given, finding, ids, reader) {
  const { actsIn, link, pageOf, situationOf, tables } = given;
  const byRole = pageOf(finding, "code")?.likely ?? {};
  // Whoever runs a tool meets what most people do.
  const isAnybody = reader === undefined || lookup(tables, finding.protocol).readers[reader] === reader;
  const likely = (isAnybody ? Object.values(byRole)[0] : byRole[reader]) ?? [];
  const isReaders = (/** @type {string} */ id) => actsIn({ ...finding, situation: id }, reader);
  const byReader = [...likely.filter((id) => id !== finding.situation), ...ids.filter(isReaders)];
  const told = (finding.beside ?? []).filter((id) => id !== finding.situation);
  const ordered = new Set([...told, ...ofProduct(tables, finding, reader), ...byReader, ...ids]);
  const outcome = finding.outcome ?? "";
  const isOpen = reader !== undefined && finding.situation === null;
  return make(
    "ul",
    { class: "results" },
    ...[...ordered].flatMap((id) => {
      const situation = situationOf(finding.protocol, id);
      if (situation === null) return [];
      const toDo = isOpen
        ? ownPart(given, situation, outcome, reader)
        : laterText(
            given.loaded(placeOf(situation)),
            (/** @type {WhatToDo} */ { next }) => next[outcome] ?? "",
          );
      return [make("li", {}, link(placeOf(situation), situation.name), toDo)];
    }),
  );
}
