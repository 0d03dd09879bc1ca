/** The tables made from the content, in the form that looking up needs. */
import { escaped } from "./patterns.js";
import { plain } from "./text.js";

/**
 * A code; `situations` are those that it stands for, `usual` says whether the first is most of what is known of it.
 * @typedef {{code: string, name?: string, original?: string, number?: string, aliases?: string[],
 *   situations?: string[], usual?: boolean}} CodeTable
 */
/** @typedef {{id: string, prefix: string}} ClassTable */
/**
 * @typedef {{id: string, protocol: string, forms?: string[], classes?: ClassTable[], codes: CodeTable[]}}
 *   CatalogueTable
 */
/** @typedef {{id: string, mark: string, codes: string[], shared?: boolean, situation?: string}} ReplyTable */
/**
 * @typedef {{id: string, protocol?: string, signs: string[], aliases: string[], replies: ReplyTable[]}}
 *   ProviderTable
 */
/**
 * What may have happened: `said` are phrases by which servers say it, `outcomes` stand under the classes of codes;
 * a `conclusion` comes at the end of others.
 * @typedef {{id: string, protocol?: string, said: string[], outcomes: Record<string, unknown>,
 *   conclusion?: boolean}} SituationTable
 */
/**
 * @typedef {{catalogues: CatalogueTable[], providers: ProviderTable[], situations?: SituationTable[],
 *   particles: string[], programs?: string[]}} Tables
 */
/** @typedef {{catalogue: string, a: string, b: string}} Pair of codes, in the order of their catalogue */

/** @typedef {ReturnType<typeof catalogueOf>} Catalogue */
/** @typedef {ReturnType<typeof made>} Known the tables in the form that looking up needs */

/** The protocol whose replies are told by the words around them; all others are told by the forms of their lines. */
export const MAIL = "smtp";

/** @type {WeakMap<Tables, Known>} */
const lookups = new WeakMap();

/**
 * A text as marks are compared: on one line, in small letters.
 * @param {string} text
 */
export const clean = (text) => text.replace(/\s+/g, " ").trim().toLowerCase();

/**
 * The tables in the form that looking up needs; made once.
 * @param {Tables} tables
 */
export function lookup(tables) {
  const known = lookups.get(tables) ?? made(tables);
  lookups.set(tables, known);
  return known;
}

/** @param {Tables} tables */
function made({ catalogues: listed, providers, situations = [], particles, programs = [] }) {
  const catalogues = listed.map(catalogueOf);
  const mail = catalogues.filter(({ protocol }) => protocol === MAIL);
  /**
   * The catalogue of mail that holds a code.
   * @param {string | null} code
   */
  const home = (code) => mail.find(({ order }) => code !== null && order.has(code))?.id ?? null;
  return {
    catalogues,
    mail,
    others: catalogues.filter(({ protocol }) => protocol !== MAIL),
    home,
    /** @param {string} code */
    has: (code) => home(code) !== null,
    // What is told of mail by its words: a sentence of another protocol's servers says nothing of a mail.
    marks: providers.filter(isOfMail).flatMap(marksOf),
    phrases: situations.filter(isOfMail).flatMap(phrasesOf),
    conclusions: new Set(situations.filter((one) => isOfMail(one) && one.conclusion).map(({ id }) => id)),
    outcomes: new Map(situations.filter(isOfMail).map(({ id, outcomes }) => [id, Object.keys(outcomes)])),
    uses: new Map(
      listed.flatMap(({ protocol, codes }) =>
        protocol === MAIL
          ? codes.map(({ code, situations: all = [], usual = false }) => [code, { all, usual }])
          : [],
      ),
    ),
    classes: listed.find(({ protocol }) => protocol === MAIL)?.classes ?? [],
    signs: providers
      .filter(isOfMail)
      .flatMap(({ id, signs }) => signs.map((sign) => ({ provider: id, sign: sign.toLowerCase() }))),
    names: new Set([
      ...providers.flatMap(({ id, aliases }) => [id, id.split("-")[0], ...aliases]),
      ...programs,
    ]),
    koreanNames: [...providers.flatMap(({ aliases }) => aliases), ...programs].filter((name) =>
      /^[가-힣]/.test(name),
    ),
    particles: new Set(particles),
  };
}

/**
 * @template {{protocol?: string}} T
 * @param {T} one
 */
const isOfMail = ({ protocol = MAIL }) => protocol === MAIL;

/** @param {CatalogueTable} table */
function catalogueOf({ id, protocol, forms = [], codes }) {
  const names = codes.map(({ code }) => code);
  const spellings = codes.map(({ code, number, aliases = [] }) => [
    code,
    ...(number ? [number] : []),
    ...aliases,
  ]);
  /** @type {(all: (text: string, index: number) => string[]) => Map<string, string>} */
  const map = (all) =>
    new Map(names.flatMap((code, index) => all(code, index).map((key) => [key.toUpperCase(), code])));
  // A code with its own name behind it tells itself; so does a number with its code.
  const titled = map((code, index) => {
    const { name = "", original, number } = codes[index];
    const title = original || name;
    return [...(title ? [`${code} ${title}`] : []), ...(number ? [`${number} ${code}`] : [])];
  });
  return {
    id,
    protocol,
    names,
    order: new Map(names.map((code, index) => [code, index])),
    // Every way of writing a code, with the code that is meant.
    meant: new Map([...titled, ...map((_, index) => spellings[index])]),
    spelled: new Set(spellings.flat()),
    patterns:
      protocol === MAIL
        ? []
        : [...forms.map(formPattern), ...(titled.size > 0 ? [anyOf([...titled.keys()])] : [])],
  };
}

/** @param {string} text */
const spaced = (text) => escaped(text).replace(/ +/g, "[ \\t]{1,4}");

/** @param {string[]} texts */
const anyOf = (texts) => new RegExp(`(?<![\\w.-])(?:${texts.map(spaced).join("|")})(?!\\w)`, "gi");

/**
 * The lines of a form such as `HTTP/1.1 {code}`, where `…` stands for what varies.
 * @param {string} form
 */
function formPattern(form) {
  const [before, after = ""] = form
    .split("{code}")
    .map((part) => part.split("…").map(spaced).join("[^\\n]{0,120}?"));
  return new RegExp(`(?<![\\w-])${before}(?<code>\\w+(?:\\.\\w+)*)(?![\\w-])${after}`, "gi");
}

/**
 * The pieces by which the replies of a provider are told: `…` stands for what varies.
 * @param {ProviderTable} provider
 */
export const marksOf = ({ id, replies }) =>
  replies.map(({ id: reply, mark, codes, shared = false, situation = null }) => ({
    provider: id,
    reply,
    // The full stop of a sentence is easily lost.
    pieces: piecesOf(mark.replace(/\.$/, "")),
    length: mark.length,
    codes,
    shared,
    situation,
  }));

/** @param {SituationTable} situation */
export const phrasesOf = ({ id, said, conclusion = false }) =>
  said.map((words) => ({ situation: id, words, pieces: piecesOf(words), length: words.length, conclusion }));

/**
 * A phrase cut where something varies.
 * @param {string} phrase
 */
const piecesOf = (phrase) =>
  clean(plain(phrase))
    .split(/\s*…\s*/)
    .filter(Boolean);
