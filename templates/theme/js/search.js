/**
 * Full-text search over situations, codes, insights, providers, replies and guides, in English and Korean.
 *
 * MiniSearch keeps the index and ranks; Korean is prepared here, since no static search library knows how Koreans
 * type: words run together or apart (반송메일, 반송 메일), carry particles (메일함이), arrive syllable by syllable,
 * are shortened to first letters (ㄱㄹㅇㄹㅅㅌ) or typed with the keyboard left in English (qksthd).
 * Pairs of syllables (bigrams) answer the first two; what is still being typed is left out until it is whole.
 */
import { placeOf as placeIn } from "./find/tables.js";
import { placeOf } from "./recognise/phrases.js";
import { clean, lookup } from "./recognise/tables.js";
import { amongSituations } from "./search/among.js";
import { byCause } from "./search/bounces.js";
import { documents } from "./search/documents.js";
import { oneOfMany } from "./search/everyday.js";
import { ofNumber } from "./search/ordinals.js";
import { ofProtocol, protocolsAsked } from "./search/protocols.js";
import { providersNamed } from "./search/providers.js";
import { quotesOf } from "./search/quotes.js";
import { isElsewhere, withSentence } from "./search/sentences.js";
import { synonymsOf } from "./search/synonyms.js";
import { codeTyped } from "./search/typed.js";
import {
  ACRONYM,
  HANGUL_WORD,
  NAMELESS,
  apart,
  asHangul,
  isPrinted,
  lettersOf,
  meaningful,
  namingIn,
  newWords,
  singular,
  terms,
} from "./search/terms.js";
import vendored from "./vendor/minisearch.js";

/** @import { FindTables, SearchTables } from "./find/tables.js" */
/** @import { Document, Kind } from "./search/documents.js" */

const MiniSearch = /** @type {typeof import("minisearch").default} */ (/** @type {unknown} */ (vendored));

/**
 * `isNamed` where it is a situation that the words of a question name beside a number and that number's own title;
 * `isClear` where several words of its title are asked for, `isSaid` where a
 * term of the trade in it is, such as DMARC.
 * @typedef {{
 *   id: string, kind: Kind, title: string, answer: string, score: number, isNamed?: boolean, isClear?: boolean,
 *   isSaid?: boolean,
 * }} Found
 */

const FIELDS = { title: 5, original: 3, replies: 2, answer: 2, text: 1 };
const MOST_RESULTS = 12;
// A result has to hold at least this share of what was asked for; a word that stands nowhere says little of a page,
// unless a program printed it.
const ENOUGH = 0.6;
const UNKNOWN = 0.2;
// A word that names what a title is about counts so many times.
const MEANT = 2;

// A reader asks what happened; a situation answers that better than a code, and a code better than one server's words.
const WEIGHT = { situation: 2, code: 1, page: 1.2, insight: 0.8, provider: 1.5, reply: 0.3 };
// A reply that is quoted in a question is asked for; then the provider that is named.
const QUOTED = 1e7;
const NAMED = 1e6;
// So does the situation whose own words are asked for.
const IN_ITS_WORDS = 1e5;
// A code that is asked for by its number comes right behind the situation that the words name, before any other.
const BY_NUMBER = 0.95;
const BEFORE_OTHERS = 1.05;
const SHORTEST_PHRASE = 8;
// What somebody says of a thing names nothing.
const PREDICATE = /(?:되지|하지|않[음은는]?|없[음는이]?|[된되하한][는지]?|했을|됐을)$/;
const FIRST_LETTERS = /^[ㄱ-ㅎ\s]+$/;
// Fewer first letters fit too much.
const ENOUGH_LETTERS = 3;

/**
 * From a query to at most twelve results, the best first; `among` orders what a code may stand for by the words beside
 * it, and `typed` is the code that a question asks about where only its words tell whose, or the situation that it
 * names so clearly that no other of what was found can be meant.
 * @typedef {((query: string) => Found[]) & {
 *   among: ReturnType<typeof amongSituations>, typed: ReturnType<typeof codeTyped>,
 * }} Search
 */

/**
 * A function from a query to at most twelve results, the best first. Each protocol has an index of its own, so that
 * the words of one weigh the same whatever others there are; where a query tells the protocol, a number that only one
 * has, or whose server it was, no other is asked.
 * @param {FindTables} tables
 * @param {SearchTables} texts
 * @returns {Search}
 */
export function makeSearch(tables, texts) {
  const known = lookup(tables);
  const named = providersNamed(
    tables,
    [...tables.situations, ...texts.codes].map(({ name }) => name),
  );
  /** @type {Map<string, (query: string) => Found[]>} */
  const made = new Map();
  const searchIn = (/** @type {string} */ protocol) => {
    const search = made.get(protocol) ?? searchOf(...ofProtocol(tables, texts, protocol), protocol, named);
    made.set(protocol, search);
    return search;
  };
  /**
   * @param {string} query
   * @param {string} [whole] which tells the protocol
   */
  const results = (query, whole = query) => {
    const asked = protocolsAsked(known, tables, texts, whole, named);
    const scored = asked
      .flatMap(({ id }) => searchIn(id)(query))
      .sort((one, other) => other.score - one.score);
    const found = withSentence(query, scored, IN_ITS_WORDS, { tables, texts, asked });
    return found
      .filter(({ id }, at) => found.findIndex((one) => one.id === id) === at)
      .slice(0, MOST_RESULTS);
  };
  /** @param {string} typed */
  const find = (typed) =>
    ofNumber(tables, texts, typed) ?? (isElsewhere(typed) ? [] : byCause(oneOfMany(typed), results));
  return Object.assign(find, {
    among: amongSituations(tables, texts, named),
    typed: codeTyped(known, tables, texts, named),
  });
}

/**
 * The search in one protocol.
 * @param {FindTables} tables
 * @param {SearchTables} texts
 * @param {string} protocol
 * @param {ReturnType<typeof providersNamed>} named
 * @returns {(query: string) => Found[]}
 */
function searchOf(tables, texts, protocol, named) {
  /** @type {Set<string>} */
  const known = new Set();
  const particle = new RegExp(`(?:${tables.particles.join("|")})$`);
  const index = new MiniSearch({
    fields: Object.keys(FIELDS),
    storeFields: ["kind", "title", "answer", "prior"],
    tokenize: terms,
    processTerm: (term) => {
      known.add(term);
      return term;
    },
  });
  const everything = [...documents(tables, texts)];
  const addresses = new Map(tables.situations.map((situation) => [situation.id, placeIn(situation)]));
  index.addAll(everything);
  const answered = new Map(
    tables.providers.map(({ address, replies }) => [
      address,
      new Set(replies.map(({ situation }) => addresses.get(situation ?? ""))),
    ]),
  );
  const happened = everything.filter(({ kind }) => kind === "situation");
  const naming = new Set([
    ...namingIn(happened.map(({ title }) => title)),
    ...namingIn(happened.map(({ original }) => original)),
  ]);
  // What the protocol is called names none of its situations.
  for (const term of tables.protocols.flatMap(({ id, name }) => [id, ...terms(name)])) naming.delete(term);
  const { synonyms, beginning } = synonymsOf(texts.synonyms, particle);
  const quotedIn = quotesOf(everything);
  const letters = everything
    .filter(({ kind, title }) => kind !== "reply" && /[가-힣]/.test(title))
    .map((document) => ({ document, letters: lettersOf(document.title) }));
  /**
   * How many words of a question stand in a situation's title, where one of them names it, as hardly another title has
   * it, or all of several do. One pair of syllables is hardly a word.
   * @param {import("minisearch").SearchResult} result
   * @param {string[][]} words of the question, each in its terms
   */
  const wordsNaming = ({ kind, match }, words) => {
    // Words such as constructor are what every object has.
    const isIn = (/** @type {string} */ term) =>
      Object.hasOwn(match, term) && match[term].some((field) => field === "title" || field === "original");
    const isHangul = (/** @type {string[]} */ [term]) => HANGUL_WORD.test(term);
    const isHeld = (/** @type {string[]} */ word) =>
      isHangul(word)
        ? word.every(isIn)
        : word.some((term) => [singular(term), `${singular(term)}s`].some(isIn));
    const names = (/** @type {string[]} */ word) =>
      (word.length > 1 || !isHangul(word)) && word.some((term) => naming.has(singular(term)));
    const said = words.filter((word) => word.length > 0);
    const held = kind === "situation" ? said.filter(isHeld) : [];
    // To send mail is what everything is about.
    const tells = (/** @type {string[]} */ word) => word.some((term) => !NAMELESS.has(term));
    const isWhole = held.length > 1 && held.length === said.length && held.some(tells);
    return isWhole || held.some(names) ? held.length : 0;
  };

  /**
   * Whether a question holds a term of the trade that stands in a situation's title.
   * @param {import("minisearch").SearchResult} result
   * @param {string[][]} words
   */
  const saysTerm = ({ title }, words) => {
    const asked = new Set(words.flat());
    const held = String(title).match(ACRONYM) ?? [];
    return held.map((term) => term.toLowerCase()).some((term) => naming.has(term) && asked.has(term));
  };

  /**
   * @param {string} query
   * @param {number} weight
   * @returns {Found[]}
   */
  const look = (query, weight) => {
    const typed = [...new Set(terms(query))];
    // The last pair of syllables may still be in the making (사서하 on the way to 사서함).
    const isUnfinished =
      typed.length > 1 && HANGUL_WORD.test(typed[typed.length - 1]) && !known.has(typed[typed.length - 1]);
    const asked = isUnfinished ? typed.slice(0, -1) : typed;
    const usable = asked.filter((term) => !HANGUL_WORD.test(term) || known.has(term));
    if (usable.length === 0) return [];
    const unknown = isPrinted(query) ? 1 : UNKNOWN;
    const wanted = asked.reduce((sum, term) => sum + (known.has(term) ? 1 : unknown), 0);
    const own = new Set(named(query).flatMap(({ name, aliases }) => terms([name, ...aliases].join(" | "))));
    const words = query
      .split(" ")
      .filter((word) => !PREDICATE.test(word))
      .map((word) => terms(word).filter((term) => !own.has(term)));
    const found = index.search(usable.join(" "), {
      boost: FIELDS,
      tokenize: () => usable,
      processTerm: (term) => term,
      prefix: (term, position, all) =>
        !HANGUL_WORD.test(term) && position === all.length - 1 && term.length > 1,
      fuzzy: (term) => (!HANGUL_WORD.test(term) && /^[a-z]{5,}$/.test(term) ? 0.2 : false),
    });
    return found.flatMap((result) => {
      const count = wordsNaming(result, words);
      const isNamed = count > 0;
      if (result.queryTerms.length < ENOUGH * wanted && !isNamed) return [];
      const share = isNamed ? 1 : Math.min(1, result.queryTerms.length / wanted);
      const { id, title, answer, prior = 1 } = result;
      const kind = /** @type {Kind} */ (result.kind);
      const score = result.score * share * share * weight * WEIGHT[kind] * prior * (isNamed ? MEANT : 1);
      return [
        {
          id,
          kind,
          title,
          answer,
          isNamed,
          isClear: count > 1,
          isSaid: isNamed && saysTerm(result, words),
          score,
        },
      ];
    });
  };

  /**
   * The situations whose phrases a query holds, with the length of the longest.
   * @param {string} query
   */
  const saidIn = (query) => {
    /** @type {Map<string, number>} */
    const lengths = new Map();
    const text = clean(query);
    for (const { situation, pieces, length } of lookup(tables, protocol).phrases) {
      const address = addresses.get(situation);
      if (length < SHORTEST_PHRASE || address === undefined || placeOf(text, pieces) < 0) continue;
      lengths.set(address, Math.max(length, lengths.get(address) ?? 0));
    }
    return lengths;
  };

  /**
   * The situations that a question names by more than a number, that number's own title, and words that only ask.
   * @param {string} query
   * @param {Set<string>} numbers
   */
  const namedBeside = (query, numbers) => {
    const own = new Set(
      everything
        .filter(({ kind, title }) => kind === "code" && numbers.has(title.split(" ", 1)[0]))
        .flatMap(({ title, original }) => terms(`${title} ${original}`)),
    );
    const [beside, small] = newWords(query, particle, (word) => terms(word).some((term) => !own.has(term)));
    const found = [[beside], ...synonyms(beside), ...synonyms(small)].flatMap(([text]) => look(text, 1));
    return new Set([...saidIn(beside).keys(), ...found.filter(({ isNamed }) => isNamed).map(({ id }) => id)]);
  };

  /**
   * @param {string} query
   * @returns {Found[]}
   */
  const answersTo = (query) => {
    /** @type {Map<string, Found>} */
    const best = new Map();
    /** @type {[text: string, weight: number][]} */
    const asked = [[meaningful(query, particle), 1], ...synonyms(query)];
    const providers = new Set(named(query).map(({ address }) => address));
    for (const [text, weight] of asked) {
      for (const result of look(text, weight)) {
        best.set(result.id, { ...result, score: (best.get(result.id)?.score ?? 0) + result.score });
      }
    }
    const numbers = new Set(terms(query).filter((term) => /^\d/.test(term)));
    const most = Math.max(0, ...[...best.values()].map(({ score }) => score));
    const quoted = quotedIn(query);
    const said = saidIn(query);
    const beside = numbers.size > 0 ? namedBeside(query, numbers) : new Set();
    const byNumber = beside.size > 0 ? BY_NUMBER : BEFORE_OTHERS;
    const clear = [...best.values()].filter(({ isClear }) => isClear).map(({ id }) => id);
    /** What is asked for by name comes before whatever else the words may mean. */
    const nameScore = (/** @type {Document} */ { id, kind, title, prior = 1 }) => {
      const words = quoted.get(id);
      // Others say the same words: delivery to gmail failed: "sending IP must have a PTR record".
      const isOthers = providers.size > 0 && !providers.has(id.split("#", 1)[0]);
      if (words) return isOthers ? NAMED - 1 : QUOTED + words;
      const length = kind === "situation" && said.get(id);
      if (length) return IN_ITS_WORDS + length;
      if (kind === "provider" && providers.has(id)) {
        // Of what no reply of a named provider says, its page says nothing.
        const isSilent = clear.length > 0 && !clear.some((one) => answered.get(id)?.has(one));
        return isSilent ? BY_NUMBER * most : NAMED;
      }
      const isNumbered = kind === "code" && numbers.has(title.split(" ", 1)[0]);
      return isNumbered ? byNumber * Math.min(1, prior) * most || prior : 0;
    };
    for (const document of everything) {
      const [score, { id, kind, title, answer }] = [nameScore(document), document];
      if (score === 0) continue;
      best.set(id, { id, kind, title, answer, score: Math.max(best.get(id)?.score ?? 0, score) });
    }
    // A single word may say something else of a product that never answers so: git push in a session.
    const sent = [...providers].flatMap((provider) => [...(answered.get(provider) ?? [])]);
    const isMeant = (/** @type {string} */ id) =>
      providers.size === 0 || [...clear, ...said.keys(), ...sent].includes(id);
    return [...best.values()].map((one) => ({ ...one, isNamed: beside.has(one.id) && isMeant(one.id) }));
  };

  /**
   * What is asked for in first letters alone.
   * @param {string} query
   * @returns {Found[]}
   */
  const byLetters = (query) => {
    const asked = query.replace(/\s/g, "");
    if (!FIRST_LETTERS.test(query) || asked.length < ENOUGH_LETTERS) return [];
    const titles = letters
      .filter((one) => one.letters.includes(asked))
      .map(({ document: { id, kind, title, answer, prior = 1 } }) => ({
        id,
        kind,
        title,
        answer,
        score: WEIGHT[kind] * prior,
      }));
    return beginning(asked).flatMap(answersTo).concat(titles);
  };

  return (/** @type {string} */ typed) => {
    const query = apart(typed, (word) => known.has(word));
    const direct = FIRST_LETTERS.test(query) ? byLetters(query) : answersTo(query);
    // The keyboard was left in English: what was typed means something only as Hangul.
    return direct.length > 0 || !/[a-z]/i.test(query) ? direct : answersTo(asHangul(query));
  };
}
