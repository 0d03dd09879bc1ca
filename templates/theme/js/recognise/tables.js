/** The tables made from the content, in the form that looking up needs. */
import { escaped } from "./patterns.js";
import { plain, repaired } from "./text.js";

/** @import { Foreign } from "./foreign.js" */
/** @import { Group, Sorted } from "./reports.js" */
/**
 * A code; of a `vendor`, a provider, where only a product numbers its errors so; `situations` are those that it stands
 * for, `usual` says whether the first is most of what is known of it, `described` whether any words of a service beside
 * it tell that the first is meant.
 * @typedef {{code: string, name?: string, original?: string, number?: number, aliases?: string[],
 *   situations?: string[], usual?: boolean, described?: boolean, class?: string, vendor?: string | true}} CodeTable
 */
/** @typedef {{id: string, prefix: string, tone?: string}} ClassTable */
/**
 * @typedef {{id: string, protocol: string, forms?: string[], classes?: ClassTable[], codes: CodeTable[]}}
 *   CatalogueTable
 */
/**
 * A quoted reply; `seen` says where such texts are met: on the wire, in a log, on a page, in an exception. An `exact`
 * mark is compared letter by letter, and one that stands `alone` is a whole line.
 * @typedef {{id: string, mark: string, codes: string[], shared?: boolean, exact?: boolean, alone?: boolean,
 *   situation?: string, seen?: string}} ReplyTable
 */
/**
 * A provider; `records` are forms in which its logs tell a detail, each with how its marks tell it; `pages` tell some
 * of its replies by the address of a help page alone. Of a tool that somebody `runs` the signs tell that, and not who
 * answered it.
 * @typedef {{id: string, protocol?: string, signs: string[], aliases: string[], replies: ReplyTable[],
 *   pages?: ReplyTable[], records?: [form: string, reads: string][], runs?: string | null}} ProviderTable
 */
/**
 * What may have happened: `said` are phrases by which servers say it, after `{code}` those that anybody may say, after
 * `{its code}` those that tell only beside a code that is sent for it;
 * `outcomes` stand under the classes of codes; a `conclusion` comes at the end of others.
 * @typedef {{id: string, protocol?: string, said: string[], outcomes: Record<string, unknown>,
 *   conclusion?: boolean}} SituationTable
 */
/**
 * A protocol: words that only its texts have, and whose texts are those that are met in a log, on a page …
 * @typedef {{id: string, name?: string, speaks?: string[], readers?: Record<string, string>}} ProtocolTable
 */
/**
 * All tables; `events` reads the events of services, and `sorted` tells what they say in these by words of their own.
 * @typedef {{catalogues: CatalogueTable[], providers: ProviderTable[], situations?: SituationTable[],
 *   particles: string[], programs?: string[], protocols?: ProtocolTable[], foreign?: Foreign[],
 *   sorted?: (source: string) => Sorted[], events?: (source: string, sorted: Sorted[]) => Group[]}} Tables
 */
/** @typedef {{catalogue: string, a: string, b: string}} Pair of codes, in the order of their catalogue */

/** @typedef {ReturnType<typeof catalogueOf>} Catalogue */
/** @typedef {ReturnType<typeof made>} Known the tables in the form that looking up needs */

/** The protocol whose replies are told by the words around them; all others are told by the forms of their lines. */
export const MAIL = "smtp";

/** @type {WeakMap<Tables, Map<string, Known>>} */
const lookups = new WeakMap();

/** @param {string} text */
export const oneLine = (text) => text.replace(/\s+/g, " ").trim();

/**
 * A text as marks are compared: on one line, in small letters.
 * @param {string} text
 */
export const clean = (text) => oneLine(text).toLowerCase();

/**
 * The tables in the form that looking up needs; made once.
 * @param {Tables} tables
 * @param {string} [whose] the protocol whose replies and situations are looked up
 * @returns {Known}
 */
export function lookup(tables, whose = MAIL) {
  const all = lookups.get(tables) ?? new Map();
  lookups.set(tables, all);
  const [other] = all.values();
  const known =
    all.get(whose) ?? made(tables, whose, other?.catalogues ?? tables.catalogues.map(catalogueOf));
  all.set(whose, known);
  return known;
}

/**
 * @param {Tables} tables
 * @param {string} whose
 * @param {ReturnType<typeof catalogueOf>[]} catalogues
 */
function made(tables, whose, catalogues) {
  const { catalogues: listed, providers, situations = [], particles, programs = [], protocols = [] } = tables;
  const isOfIt = (/** @type {{protocol?: string}} */ { protocol = MAIL }) => protocol === whose;
  const own = listed.filter(isOfIt);
  /** @param {ProviderTable[]} some */
  const signsOf = (some) =>
    some.flatMap(({ id, signs, runs }) =>
      signs.map((sign) => ({
        provider: runs || id,
        sign: whose === MAIL ? sign.toLowerCase() : clean(repaired(sign)),
      })),
    );
  // What reading mail leaves out may be what another protocol's servers say.
  const cleaned = whose === MAIL ? plain : repaired;
  const said = situations.filter(isOfIt).flatMap((one) => phrasesOf(one, cleaned));
  const mail = catalogues.filter(({ protocol }) => protocol === MAIL);
  /**
   * The catalogue of mail that holds a code.
   * @param {string | null} code
   */
  const home = (code) => mail.find(({ order }) => code !== null && order.has(code))?.id ?? null;
  return {
    tables,
    whose,
    catalogues,
    mail,
    others: catalogues.filter(({ protocol }) => protocol !== MAIL),
    home,
    /** @param {string} code */
    has: (code) => home(code) !== null,
    // What is told of mail by its words: a sentence of another protocol's servers says nothing of a mail.
    marks: providers.filter(isOfIt).flatMap((one) => marksOf(one, cleaned)),
    records: providers
      .filter(isOfIt)
      .flatMap(({ records = [] }) => records.map(([form, reads]) => ({ form: recordPattern(form), reads }))),
    phrases: said.filter(({ ofItsCode }) => !ofItsCode),
    hints: said.filter(({ ofItsCode }) => ofItsCode),
    conclusions: new Set(situations.filter((one) => isOfIt(one) && one.conclusion).map(({ id }) => id)),
    outcomes: new Map(situations.filter(isOfIt).map(({ id, outcomes }) => [id, Object.keys(outcomes)])),
    uses: new Map(
      own.flatMap(({ codes }) =>
        codes.map(({ code, situations: all = [], usual = false, described = false, vendor = null }) => [
          code,
          { all, usual, described, vendor },
        ]),
      ),
    ),
    classes: own[0]?.classes ?? [],
    // Mail's classes stand in its codes' first digits, also of those without a page.
    classByCode: new Map(
      whose === MAIL ? [] : own.flatMap(({ codes }) => codes.map((one) => [one.code, one.class ?? null])),
    ),
    signs: signsOf(providers.filter((one) => isOfIt(one) && !one.runs)),
    // The signs of tools tell who runs them.
    tools: signsOf(providers.filter((one) => isOfIt(one) && one.runs)),
    readers: protocols.find(({ id }) => id === whose)?.readers ?? {},
    speaks: new Map(
      protocols.flatMap(({ id, speaks = [] }) => (speaks.length > 0 ? [[id, speaking(speaks)]] : [])),
    ),
    called: new Map(protocols.map(({ id, name = id }) => [id, name.toLowerCase()])),
    names: new Set([
      ...providers.flatMap(({ id, aliases }) => [id, id.split("-")[0], ...aliases]),
      ...programs,
      ...protocols.flatMap(({ speaks = [] }) => speaks),
    ]),
    koreanNames: [...providers.flatMap(({ aliases }) => aliases), ...programs].filter((name) =>
      /^[가-힣]/.test(name),
    ),
    particles: new Set(particles),
    sorted: tables.sorted ?? (() => []),
    events: tables.events ?? (() => []),
  };
}

/**
 * Where one of a protocol's own words stands by itself; a link says nothing of what a text is about.
 * @param {string[]} words
 */
const speaking = (words) => new RegExp(`(?<![\\w.@-])(?:${words.map(spaced).join("|")})(?!\\w|://)`, "i");

// A form that is nothing but the code: lines of any protocol may begin so, and it does not tell one from the others.
const BARE = "{code}";

/** @param {CatalogueTable} table */
function catalogueOf({ id, protocol, forms = [], codes }) {
  const names = codes.map(({ code }) => code);
  const spellings = codes.map(({ code, number, aliases = [] }) => [
    code,
    ...(number === undefined ? [] : [`${number}`]),
    ...aliases,
  ]);
  /** @type {(all: (text: string, index: number) => string[]) => Map<string, string>} */
  const map = (all) =>
    new Map(names.flatMap((code, index) => all(code, index).map((key) => [key.toUpperCase(), code])));
  const isNumeric = names.every((code) => /^\d/.test(code));
  // A number with its own name behind it tells itself; so does a number with the code that it stands for.
  const titles = new Map(codes.map(({ code, name = "", original = name }) => [code, original]));
  // Those of older standards stand in texts as well.
  const titled = map((code, index) => {
    const { number = code, aliases = [] } = codes[index];
    const phrases = isNumeric ? [titles.get(code), ...aliases] : number === code ? [] : [code];
    return phrases.filter(Boolean).map((name) => `${number} ${name}`);
  });
  // A name of several words tells its code by itself, where nothing else stands beside it.
  const byTitle = new Map(
    codes.flatMap(({ code, vendor }) => {
      const title = titles.get(code) ?? "";
      return isNumeric && /\s/.test(title) && !vendor ? [[title.toUpperCase(), code]] : [];
    }),
  );
  const shape = names.every((code) => /^\d{3}$/.test(code)) ? "\\d{3}" : "\\w+(?:\\.\\w+)*";
  return {
    id,
    protocol,
    names,
    order: new Map(names.map((code, index) => [code, index])),
    // Every way of writing a code, with the code that is meant.
    meant: new Map([...titled, ...map((_, index) => spellings[index])]),
    spelled: new Set(spellings.flat()),
    titles,
    byTitle,
    alone: protocol === MAIL || byTitle.size === 0 ? null : standingAlone([...byTitle.keys()]),
    patterns:
      protocol === MAIL
        ? []
        : [
            ...forms.filter((form) => form !== BARE).map((form) => formPattern(form, shape)),
            ...(titled.size > 0 ? [anyOf([...titled.keys()], isNumeric ? "gi" : "g")] : []),
          ],
  };
}

/** @param {string} text */
const spaced = (text) =>
  escaped(text)
    .split(/ ?= ?/)
    .map((piece) => piece.replace(/ +/g, "[ \\t]{1,4}"))
    .join("[ \\t]{0,4}=[ \\t]{0,4}");

/**
 * A code and its name, however programs join them: 404 Not Found, (404) Not Found, 404: Not Found, 404 NOT_FOUND.
 * @param {string} text
 */
function named(text) {
  const [code, ...rest] = text.split(" ");
  const words = rest.map((word) => escaped(word).replace(/timeout/i, "time-?out"));
  return `${escaped(code)}[ \\t:,)("'-]{1,4}${words.join("[ \\t_-]{0,4}")}`;
}

/**
 * @param {string[]} texts
 * @param {string} flags a code that is a name stands in capitals: 2 unknown users are not 2 UNKNOWN
 */
const anyOf = (texts, flags) =>
  new RegExp(
    `(?<![\\w.-]|smtp;\\s?|(?:SIP|RTSP)/\\d\\.\\d\\s)(?:${texts.map(named).join("|")})(?!\\w)`,
    flags,
  );

/** @param {string[]} texts */
const standingAlone = (texts) =>
  new RegExp(`(?<=^\\s{0,8}|["'>]\\s?)(?:${texts.map(escaped).join("|")})(?=\\.?\\s*$|["'<])`, "gim");

/** @param {string} text */
const lines = (text) => text.split("{line}").map(spaced).join("[ \\t]{0,4}\\n[ \\t]{0,8}");

/**
 * The lines of a form such as `HTTP/1.1 {code}`, where `…` stands for what varies, `{n}` for any number and `{line}`
 * for the end of a line.
 * @param {string} form
 * @param {string} shape of the codes
 */
function formPattern(form, shape) {
  const [before, after = ""] = form.split("{code}").map((part) =>
    part
      .split("…")
      .map((piece) => piece.split("{n}").map(lines).join("[+-]?\\d{1,15}(?:\\.\\d{1,9})?"))
      .join("[^\\n]{0,300}?"),
  );
  // A part of an address is no code: [Client 207.0.2.89].
  return new RegExp(`(?<![\\w-])${before}(?<code>${shape})(?![\\w-]|\\.\\d{1,3}\\.\\d)${after}`, "gi");
}

/**
 * The records of a form in which `{detail}` stands for what is told, `{code}` for its code, and `?` for any sign.
 * @param {string} form
 */
const recordPattern = (form) =>
  new RegExp(
    form
      .split(/(\{code\}|\{detail\}|\{n\}|\?|…)/)
      .map((piece) => RECORD_SLOTS[piece] ?? escaped(piece).replace(/ +/g, "[ \\t]{1,4}"))
      .join(""),
    "gi",
  );

/** @type {Record<string, string>} */
const RECORD_SLOTS = {
  "{code}": "(?<![\\w.-])(?<code>\\d{3})",
  "{detail}": "(?<detail>[\\w,-]{1,40})",
  "{n}": "[+-]?\\d{1,15}",
  "?": "\\S",
  "…": "[^\\n]{0,300}?",
};

const CODES_FIRST = /^[245]\d\d[ -](?:[245]\.\d\.\d{1,3} )?/;

/**
 * The pieces by which the replies of a provider are told: `…` stands for what varies.
 * @param {ProviderTable} provider
 * @param {typeof plain} cleaned
 */
const marksOf = ({ id, replies, pages = [], runs = "" }, cleaned) =>
  [...replies, ...pages].map((one) => {
    const { id: reply, mark, codes, shared = false, exact = false, alone = false, situation = null } = one;
    return {
      provider: id,
      reply,
      exact,
      alone,
      // The full stop of a sentence is easily lost.
      pieces: exact ? cut(oneLine(mark)) : piecesOf(mark.replace(/\.$/, ""), cleaned),
      // Its codes agree anyway.
      length: mark.replace(CODES_FIRST, "").length,
      codes,
      shared,
      situation,
      seen: runs || (one.seen ?? ""),
    };
  });

// Before words that tell something only beside a code, or beside one that is sent for it.
export const BESIDE_CODE = /^\{(?:its )?code\} /;
const BESIDE_ITS_CODE = "{its code} ";

/**
 * @param {SituationTable} situation
 * @param {typeof plain} cleaned
 */
const phrasesOf = ({ id, said, conclusion = false }, cleaned) =>
  said.map((phrase) => {
    const words = phrase.replace(BESIDE_CODE, "");
    return {
      situation: id,
      words,
      pieces: piecesOf(words, cleaned),
      length: words.length,
      conclusion,
      besideCode: words !== phrase,
      ofItsCode: phrase.startsWith(BESIDE_ITS_CODE),
    };
  });

// Nothing in it is undone by cleaning, which takes its time.
const UNTOUCHED = /^[\w .,;'()…-]*$/;

/**
 * A phrase cut where something varies.
 * @param {string} phrase
 * @param {typeof plain} cleaned
 */
const piecesOf = (phrase, cleaned) => cut(clean(UNTOUCHED.test(phrase) ? phrase : cleaned(phrase)));

/** @param {string} phrase */
const cut = (phrase) => phrase.split(/\s*…\s*/).filter(Boolean);
