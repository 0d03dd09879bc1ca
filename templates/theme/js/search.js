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
import { protocolsTold } from "./recognise/telling.js";
import { documents } from "./search/documents.js";
import { ofProtocol, protocolsNumbered } from "./search/protocols.js";
import {
  HANGUL_WORD,
  asHangul,
  hasWord,
  joined,
  lettersOf,
  meaningful,
  says,
  terms,
} from "./search/terms.js";
import vendored from "./vendor/minisearch.js";

/** @import { FindTables, SearchTables } from "./find/tables.js" */
/** @import { Kind } from "./search/documents.js" */

const MiniSearch = /** @type {typeof import("minisearch").default} */ (/** @type {unknown} */ (vendored));

/**
 * `isNamed` where it is a situation that the words of a question name beside a number and that number's own title.
 * @typedef {{id: string, kind: Kind, title: string, answer: string, score: number, isNamed?: boolean}} Found
 */

const FIELDS = { title: 5, original: 3, replies: 2, answer: 2, text: 1 };
const MOST_RESULTS = 12;
// A result has to hold at least this share of what was asked for; a word that stands nowhere says little of a page.
const ENOUGH = 0.6;
const UNKNOWN = 0.2;
// A word that stands in so few titles names what they are about, which then counts so many times.
const FEW = 2;
const MEANT = 2;
// What is found with the site's word in place of the reader's counts a little less than their own, alone much less.
const INSTEAD = 0.8;
const SYNONYM = 0.5;

// A reader asks what happened; a situation answers that better than a code, and a code better than one server's words.
const WEIGHT = { situation: 2, code: 1, page: 1.2, insight: 0.8, provider: 1.5, reply: 0.3 };
// A provider that is named comes before whatever else the words may mean.
const NAMED = 1e6;
// So does the situation whose own words are asked for.
const IN_ITS_WORDS = 1e5;
// A code that is asked for by its number comes right behind what the words lead to.
const BY_NUMBER = 0.95;
const SHORTEST_PHRASE = 8;
const FIRST_LETTERS = /^[ㄱ-ㅎ\s]+$/;
// Fewer first letters fit too much.
const ENOUGH_LETTERS = 3;

/**
 * A function from a query to at most twelve results, the best first. Each protocol has an index of its own, so that
 * the words of one weigh the same whatever others there are; where a query tells the protocol, or a number that
 * only one has, no other is asked.
 * @param {FindTables} tables
 * @param {SearchTables} texts
 * @returns {(query: string) => Found[]}
 */
export function makeSearch(tables, texts) {
  const known = lookup(tables);
  /** @type {Map<string, (query: string) => Found[]>} */
  const made = new Map();
  const searchIn = (/** @type {string} */ protocol) => {
    const search = made.get(protocol) ?? searchOf(...ofProtocol(tables, texts, protocol), protocol);
    made.set(protocol, search);
    return search;
  };
  return (query) => {
    const told = new Set([...protocolsTold(known, query), ...protocolsNumbered(tables, query)]);
    const asked = tables.protocols.filter(({ id }) => told.size === 0 || told.has(id));
    const found = asked
      .flatMap(({ id }) => searchIn(id)(query))
      .sort((one, other) => other.score - one.score);
    return found
      .filter(({ id }, at) => found.findIndex((one) => one.id === id) === at)
      .slice(0, MOST_RESULTS);
  };
}

/**
 * The words that name things: those of few titles.
 * @param {string[]} titles
 */
function namingIn(titles) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const term of titles.flatMap((title) => [...new Set(terms(title))])) {
    counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count <= FEW).map(([term]) => term));
}

/**
 * The search in one protocol.
 * @param {FindTables} tables
 * @param {SearchTables} texts
 * @param {string} protocol
 * @returns {(query: string) => Found[]}
 */
function searchOf(tables, texts, protocol) {
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
  const naming = namingIn(tables.situations.map(({ name }) => name));
  // What the protocol is called names none of its situations.
  for (const term of tables.protocols.flatMap(({ id, name }) => [id, ...terms(name)])) naming.delete(term);
  const groups = texts.synonyms.map((group) => group.map((word) => ({ word, key: joined(word) })));
  const letters = everything
    .filter(({ kind, title }) => kind !== "reply" && /[가-힣]/.test(title))
    .map((document) => ({ document, letters: lettersOf(document.title) }));
  const synonymLetters = groups.flatMap(([{ word: meant }, ...others]) =>
    [meant, ...others.map(({ word }) => word)].map((word) => ({ meant, letters: lettersOf(word) })),
  );
  const titled = everything
    .filter(({ kind }) => kind === "situation" || kind === "code")
    .map(({ title }) => terms(title).filter((term) => !/^\d/.test(term)));
  const names = tables.providers.map(({ id, address, name, aliases }) => ({
    address,
    keys: [name, id, ...aliases]
      .map((key) => (HANGUL_WORD.test(key) ? joined(key) : key.toLowerCase()))
      .filter((key) => key.length > 1),
  }));

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
    const wanted = asked.reduce((sum, term) => sum + (known.has(term) ? 1 : UNKNOWN), 0);
    // A word by which one situation is named tells what is asked, whatever else stands around it; one pair of
    // syllables is hardly a word.
    const isNamed = (/** @type {import("minisearch").SearchResult} */ { kind, match }) =>
      kind === "situation" &&
      usable
        .filter((term) => !HANGUL_WORD.test(term))
        .flatMap((term) => [term, `${term}s`, term.replace(/s$/, "")])
        .some((term) => match[term]?.includes("title") && naming.has(term));
    const found = index.search(usable.join(" "), {
      boost: FIELDS,
      tokenize: () => usable,
      processTerm: (term) => term,
      prefix: (term, position, all) =>
        !HANGUL_WORD.test(term) && position === all.length - 1 && term.length > 1,
      fuzzy: (term) => (!HANGUL_WORD.test(term) && /^[a-z]{5,}$/.test(term) ? 0.2 : false),
    });
    return found
      .filter((result) => result.queryTerms.length >= ENOUGH * wanted || isNamed(result))
      .map((result) => {
        const isMeant = isNamed(result);
        const share = isMeant ? 1 : Math.min(1, result.queryTerms.length / wanted);
        const { id, title, answer, prior = 1 } = result;
        const kind = /** @type {Kind} */ (result.kind);
        const inTitle = Object.keys(result.match).filter((term) => result.match[term].includes("title"));
        const inWords = Object.values(result.match).filter((some) => /title|replies/.test(some.join()));
        // A word of many titles names nothing by itself: server, request.
        const isSaid = inTitle.some((term) => naming.has(term)) || (inTitle.length > 0 && inWords.length > 1);
        return {
          id,
          kind,
          title,
          answer,
          isNamed: kind === "situation" && isSaid,
          score: result.score * share * share * weight * WEIGHT[kind] * prior * (isMeant ? MEANT : 1),
        };
      });
  };

  /** @type {(query: string, synonym: {word: string, key: string}) => boolean} */
  const holds = (query, { word, key }) =>
    HANGUL_WORD.test(word) ? joined(query).includes(key) : hasWord(query, word);
  // A query that is nothing but the synonym means its page; one that only contains it means something more.
  // The last syllable of a word may still be in the making: 사서하 on the way to 사서함.
  /** @type {(query: string, synonym: {word: string, key: string}) => boolean} */
  const begins = (query, { key }) => {
    const typed = joined(query);
    return (
      typed.length > 1 && HANGUL_WORD.test(typed) && key.normalize("NFD").startsWith(typed.normalize("NFD"))
    );
  };
  /** @type {(query: string) => [text: string, weight: number][]} */
  const synonyms = (query) =>
    groups.flatMap((group) => {
      const [longest] = group
        .filter((item) => holds(query, item))
        .sort((one, other) => other.key.length - one.key.length);
      const [{ word: meant }] = group;
      if (!longest) return group.some((item) => begins(query, item)) ? [[meant, 1]] : [];
      if (longest.key === joined(query)) return [[meant, 1]];
      // What kind of answer somebody asks for says nothing of what happened: 중복 데이터 상태 코드.
      if (!says(longest.word)) return [];
      const instead = query.toLowerCase().replace(longest.word.toLowerCase(), ` ${meant} `);
      return [
        [meant, SYNONYM],
        [meaningful(instead, particle), INSTEAD],
      ];
    });

  /**
   * The providers that a query names, however its words run together.
   * @param {string} query
   */
  const namedIn = (query) => {
    const key = joined(query);
    const isIn = (/** @type {string} */ name) =>
      HANGUL_WORD.test(name) ? key.includes(name) : hasWord(query, name);
    const found = names.flatMap(({ address, keys }) => keys.filter(isIn).map((name) => ({ address, name })));
    // Of two names, one in the other, the longer is meant: 네이버웍스 is not 네이버.
    const isPart = (/** @type {string} */ name) =>
      found.some((other) => other.name !== name && other.name.includes(name));
    // A name that is a word of a title says nothing where the title is meant: too many requests.
    const typed = new Set(terms(query));
    const isOrdinary = (/** @type {string} */ name) =>
      titled.some(
        (title) => title.length > 1 && title.includes(name) && title.every((term) => typed.has(term)),
      );
    return new Set(
      found.filter(({ name }) => !isPart(name) && !isOrdinary(name)).map(({ address }) => address),
    );
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
    const beside = meaningful(query, particle)
      .split(" ")
      .filter((word) => says(word) && terms(word).some((term) => !own.has(term)))
      .join(" ");
    const found = [[beside], ...synonyms(beside)].flatMap(([text]) => look(text, 1));
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
    const named = namedIn(query);
    for (const [text, weight] of asked) {
      for (const result of look(text, weight)) {
        best.set(result.id, { ...result, score: (best.get(result.id)?.score ?? 0) + result.score });
      }
    }
    const said = saidIn(query);
    const numbers = new Set(terms(query).filter((term) => /^\d/.test(term)));
    const most = Math.max(0, ...[...best.values()].map(({ score }) => score));
    for (const { id, kind, title, answer } of everything) {
      if (kind === "code" && numbers.has(title.split(" ", 1)[0])) {
        best.set(id, {
          id,
          kind,
          title,
          answer,
          score: Math.max(best.get(id)?.score ?? 0, BY_NUMBER * most || 1),
        });
      }
      if (kind === "provider" && named.has(id)) best.set(id, { id, kind, title, answer, score: NAMED });
      if (kind === "situation" && said.has(id)) {
        best.set(id, { id, kind, title, answer, score: IN_ITS_WORDS + (said.get(id) ?? 0) });
      }
    }
    const beside = numbers.size > 0 ? namedBeside(query, numbers) : new Set();
    return [...best.values()].map((one) => ({ ...one, isNamed: beside.has(one.id) }));
  };

  /**
   * What is asked for in first letters alone.
   * @param {string} query
   * @returns {Found[]}
   */
  const byLetters = (query) => {
    const asked = query.replace(/\s/g, "");
    if (!FIRST_LETTERS.test(query) || asked.length < ENOUGH_LETTERS) return [];
    const meant = synonymLetters.filter((one) => one.letters.startsWith(asked)).map((one) => one.meant);
    const titles = letters
      .filter((one) => one.letters.includes(asked))
      .map(({ document: { id, kind, title, answer, prior = 1 } }) => ({
        id,
        kind,
        title,
        answer,
        score: WEIGHT[kind] * prior,
      }));
    return [...new Set(meant)].flatMap(answersTo).concat(titles);
  };

  return (/** @type {string} */ query) => {
    const direct = FIRST_LETTERS.test(query) ? byLetters(query) : answersTo(query);
    // The keyboard was left in English: what was typed means something only as Hangul.
    const results = direct.length > 0 || !/[a-z]/i.test(query) ? direct : answersTo(asHangul(query));
    const sorted = results.toSorted((one, other) => other.score - one.score);
    return sorted
      .filter(({ id }, at) => sorted.findIndex((one) => one.id === id) === at)
      .slice(0, MOST_RESULTS);
  };
}
