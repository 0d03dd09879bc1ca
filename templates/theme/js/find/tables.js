/** What the field is given, made from the content by `codepairs/site/finder/`. */

/** @import { CatalogueTable, ClassTable, CodeTable, ProtocolTable } from "../recognise/tables.js" */
/** @import { ProviderTable, SituationTable, Tables } from "../recognise/tables.js" */

/** @typedef {(string | null)[]} Verdict the answers to a protocol's questions, null where one is not known */
/**
 * What is shown of a code; `own` are the verdicts in which it differs from others of its class, by situation, `likely`
 * the situations that come first, by role.
 * @typedef {CodeTable & {
 *   class: string, situations: string[], verdict?: Verdict, own?: Record<string, Verdict>,
 *   likely?: Record<string, string[]>,
 * }} Code
 */
/** @typedef {ClassTable & {tone: string, label: string, meaning: string}} CodeClass */
/**
 * @typedef {Omit<CatalogueTable, "codes" | "classes"> & {short: string, classes: CodeClass[], codes: Code[]}}
 *   Catalogue
 */
/** @typedef {ProviderTable & {protocol: string, name: string, address: string}} Provider */
/** @typedef {{verdict: Verdict}} Outcome */
/**
 * `others` are the verdicts where it is told with another failure than is usual for it.
 * @typedef {SituationTable & {
 *   protocol: string, name: string, outcomes: Record<string, Outcome>, others: Record<string, Verdict>,
 * }} Situation
 */
/**
 * A protocol; its providers' pages stand below `providers`.
 * @typedef {ProtocolTable & {name: string, axes: string[], roles: Record<string, string>, providers?: string}}
 *   Protocol
 */
/**
 * @typedef {Omit<Tables, "catalogues" | "providers" | "situations" | "protocols"> & {
 *   protocols: Protocol[], catalogues: Catalogue[], situations: Situation[], providers: Provider[],
 *   words: Record<string, string>, numbers: string[],
 * }} FindTables
 */
/** @typedef {{name: string, gist: string, next: string}} InGeneral a code's name, and what it means in general */
/**
 * What happened in a situation, what to do in a line by class of the code, and by class and role.
 * @typedef {{
 *   happened: string, next: Record<string, string>, outcomes: Record<string, Record<string, string>>,
 * }} WhatToDo
 */
/** @typedef {{id: string, means: string, do: string, explained?: boolean}[]} WhatIsMeant by a provider's replies */
/** @typedef {{catalogue: string, a: string, b: string, title: string, answer: string}} Insight */
/**
 * @typedef {{
 *   situations: Record<string, string>, insights: Insight[], replies: Record<string, string[]>,
 *   codes: {
 *     catalogue: string, code: string, name: string, original?: string, standing: string, answer: string, text: string,
 *   }[],
 *   pages: {address: string, title: string, text: string}[], synonyms: string[][],
 *   everyday?: Record<string, string[]>,
 *   originals?: Record<string, string>,
 * }} SearchTables
 */

/**
 * The replies of all providers, field by field; `situation` holds places among the situations, `shared` among these.
 * They are called by their place at their provider until more of them is loaded.
 * @typedef {{
 *   mark: string[], situation: (number | null)[], codes: string[], shared: number[], exact?: number[],
 *   alone?: number[], seen?: string[],
 * }} Columns
 */
/**
 * The situations, field by field; `outcomes` and `verdicts` go together, `conclusion` holds places among these, and
 * `verdicts` and `others` those among the verdicts.
 * @typedef {object} SituationColumns
 * @property {string[]} id
 * @property {string[]} protocol
 * @property {string[]} name
 * @property {string[]} said phrases parted by `PARTED`
 * @property {number[]} conclusion
 * @property {string[][]} outcomes
 * @property {number[][]} verdicts
 * @property {Record<string, number>[]} others the verdicts under other classes that say that something failed
 */
/**
 * The tables as they are loaded: providers say how many of the replies are theirs, codes name situations by place;
 * both stand field by field, with null where one has no such field.
 * @typedef {Omit<FindTables, "catalogues" | "providers" | "situations"> & {
 *   catalogues: (Omit<Catalogue, "codes"> & {codes: Record<string, any[]>})[],
 *   providers: Record<string, any[]>, replies: Columns, situations: SituationColumns,
 *   verdicts: Verdict[],
 * }} Packed
 */

/**
 * @typedef {Pick<Packed, "catalogues" | "protocols" | "providers" | "replies" | "situations" | "verdicts">} PackedPart
 *   of one protocol
 */

// Between the phrases of a situation.
const PARTED = "^";

/**
 * What stands field by field, row by row.
 * @param {Record<string, any[]>} columns
 * @returns {any[]}
 */
function rowsOf(columns) {
  const fields = Object.entries(columns);
  const rows = fields[0]?.[1] ?? [];
  return rows.map((_, at) =>
    Object.fromEntries(fields.flatMap(([name, all]) => (all[at] === null ? [] : [[name, all[at]]]))),
  );
}

/**
 * Providers with their replies.
 * @param {PackedPart} packed
 * @returns {Provider[]}
 */
function providersOf({ protocols, replies, providers, situations }) {
  const above = new Map(protocols.map((protocol) => [protocol.id, protocol.providers]));
  const shared = new Set(replies.shared);
  const [exact, alone] = [replies.exact, replies.alone].map((places) => new Set(places ?? []));
  let at = -1;
  const next = (/** @type {unknown} */ _, /** @type {number} */ place) => {
    at += 1;
    const situation = situations.id[replies.situation[at] ?? -1];
    const codes = replies.codes[at].split(" ").filter(Boolean);
    const { mark, seen } = replies;
    const where = {
      ...(seen ? { seen: seen[at] } : {}),
      ...(exact.has(at) ? { exact: true } : {}),
      ...(alone.has(at) ? { alone: true } : {}),
    };
    return { id: `${place}`, mark: mark[at], codes, situation, shared: shared.has(at), ...where };
  };
  const rows = (/** @type {number} */ length) => Array.from({ length }, next);
  return rowsOf(providers).map(({ id, protocol, replies: count, ...provider }) => ({
    ...provider,
    id,
    protocol,
    address: `${above.get(protocol)}${id}/`,
    replies: rows(count),
  }));
}

/**
 * @param {Verdict[]} all
 * @param {Record<string, number>} places
 */
const verdictsIn = (all, places) =>
  Object.fromEntries(Object.entries(places).map(([name, place]) => [name, all[place]]));

/**
 * @param {PackedPart} packed
 * @returns {Situation[]}
 */
function situationsOf({ situations, verdicts: all }) {
  const { id, protocol, name, said, conclusion, outcomes, verdicts, others } = situations;
  const conclusions = new Set(conclusion);
  return id.map((one, at) => ({
    id: one,
    protocol: protocol[at],
    name: name[at],
    said: said[at].split(PARTED).filter(Boolean),
    conclusion: conclusions.has(at),
    others: verdictsIn(all, others[at]),
    outcomes: Object.fromEntries(
      outcomes[at].map((outcome, place) => [outcome, { verdict: all[verdicts[at][place]] }]),
    ),
  }));
}

/**
 * Catalogues whose codes name situations by their ids; none where a catalogue is told in short.
 * @param {PackedPart} packed
 * @returns {Catalogue[]}
 */
const cataloguesOf = ({ catalogues, situations: { id }, verdicts: all }) =>
  catalogues.map(({ codes, ...catalogue }) => ({
    ...catalogue,
    codes: rowsOf(codes).map(({ situations, verdict, own, ...code }) => ({
      ...code,
      ...(situations ? { situations: situations.map((/** @type {number} */ place) => id[place]) } : {}),
      ...(verdict === undefined ? {} : { verdict: all[verdict] }),
      ...(own ? { own: verdictsIn(all, own) } : {}),
    })),
  }));

/**
 * What stands field by field or by place, each in full.
 * @param {PackedPart} packed
 */
const inFull = (packed) => ({
  catalogues: cataloguesOf(packed),
  situations: situationsOf(packed),
  providers: providersOf(packed),
});

/**
 * The tables with everything in full.
 * @param {Packed} packed
 * @returns {FindTables}
 */
export const unpacked = ({ verdicts, ...packed }) => ({ ...packed, ...inFull({ ...packed, verdicts }) });

/**
 * The tables with those of another protocol, which say more of it and of its codes than how they are written.
 * @param {FindTables} tables
 * @param {PackedPart} packed
 * @returns {FindTables}
 */
export function joinedWith(tables, packed) {
  const part = inFull(packed);
  const fuller = new Map(part.catalogues.map((catalogue) => [catalogue.id, catalogue]));
  const told = new Map(packed.protocols.map((protocol) => [protocol.id, protocol]));
  return {
    ...tables,
    protocols: tables.protocols.map((short) => ({ ...short, ...told.get(short.id) })),
    catalogues: tables.catalogues.map((short) => {
      const full = fuller.get(short.id);
      if (!full) return short;
      return { ...short, ...full, codes: full.codes.map((code, at) => ({ ...short.codes[at], ...code })) };
    }),
    situations: [...tables.situations, ...part.situations],
    providers: [...tables.providers, ...part.providers],
  };
}

/**
 * A function that loads files of the field, each once.
 * @param {string} folder the full address of the folder that holds them
 * @returns {(place: string) => Promise<any>}
 */
export function loader(folder) {
  /** @type {Map<string, Promise<any>>} */
  const loaded = new Map();
  const load = async (/** @type {string} */ place) => {
    const response = await fetch(`${folder}${place}.json`);
    if (!response.ok) throw new Error(`${place}: ${response.status}`);
    return response.json();
  };
  return (place) => {
    const known = loaded.get(place) ?? load(place);
    loaded.set(place, known);
    // What failed once may be there the next time.
    known.catch(() => loaded.delete(place));
    return known;
  };
}

/**
 * A code as its catalogue lists it, where it does.
 * @param {Pick<FindTables, "catalogues">} tables
 * @param {string | null} catalogue
 * @param {string | null} number
 */
export const codeIn = ({ catalogues }, catalogue, number) =>
  catalogues.find(({ id }) => id === catalogue)?.codes.find(({ code }) => code === number);

/**
 * The address of a situation's page, without the language.
 * @param {Situation} situation
 */
export const placeOf = ({ protocol, id }) => `${protocol}/situations/${id}/`;

/**
 * The address of a situation where it says what it comes to in a class of codes.
 * @param {Situation} situation
 * @param {{outcome: string | null}} finding
 */
export const addressOf = (situation, { outcome }) =>
  placeOf(situation) + (outcome && outcome in situation.outcomes ? `#${outcome}` : "");
