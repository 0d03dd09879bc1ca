/**
 * Full-text search over codes, insights, providers, replies and guides, in English and Korean.
 *
 * MiniSearch keeps the index and ranks; Korean is prepared here, since no static search library knows how Koreans
 * type: words run together or apart (반송메일, 반송 메일), carry particles (메일함이), arrive syllable by syllable.
 * Pairs of syllables (bigrams) answer the first two; what is still being typed is left out until it is whole.
 */
import { words } from "./recognise/patterns.js";
import vendored from "./vendor/minisearch.js";

/** @import { FindTables, Code } from "./find/tables.js" */

const MiniSearch = /** @type {typeof import("minisearch").default} */ (/** @type {unknown} */ (vendored));

/** @typedef {"code" | "insight" | "provider" | "reply" | "page"} Kind */
/** @typedef {{id: string, kind: Kind, title: string, original: string, answer: string, text: string,
 *   replies?: string, prior?: number}} Document */
/** @typedef {{id: string, kind: Kind, title: string, answer: string, score: number}} Found */

const WORD = /[가-힣]+|[a-z0-9]+(?:[.-][a-z0-9]+)*/g;
const HANGUL_WORD = /^[가-힣]/;
const UNFINISHED = /[ㄱ-ㅎㅏ-ㅣ]+/g;
const STOP_WORDS = new Set(words`
  a an and are as at be but by can cannot do does for from get got have how i in is it me mean means my of on or
  our that the their there this to was we what when where which who why with you your mail email message smtp
  error code 뜻 의미 원인 이유 해결 방법 해결법 오류 에러 코드 메일
`);
const FIELDS = { title: 5, original: 3, replies: 2, answer: 2, text: 1 };
const MOST_RESULTS = 12;
// A result has to hold at least this share of what was asked for.
const ENOUGH = 0.6;
// What a synonym finds counts less than the reader's own words.
const SYNONYM = 0.5;

/** @param {string} word */
const pairsOf = (word) =>
  word.length === 1
    ? [word]
    : Array.from({ length: word.length - 1 }, (_, start) => word.slice(start, start + 2));

/**
 * The terms of a text: Latin words as they are, Hangul in pairs of syllables, across single spaces too.
 * @param {string} text
 */
export function terms(text) {
  const found = [];
  /** @type {{end: number, syllable: string} | null} */
  let last = null;
  for (const match of text.normalize("NFC").toLowerCase().matchAll(WORD)) {
    const [word] = match;
    if (!HANGUL_WORD.test(word)) {
      found.push(word);
      last = null;
      continue;
    }
    if (last && match.index === last.end + 1) found.push(last.syllable + word[0]);
    found.push(...pairsOf(word));
    last = { end: match.index + word.length, syllable: word.slice(-1) };
  }
  return found;
}

/**
 * The words of a query that carry meaning; all of them where none would be left.
 * @param {string} query
 * @param {RegExp} particle
 */
function meaningful(query, particle) {
  const typed = query.normalize("NFC").toLowerCase().replace(UNFINISHED, " ").split(/\s+/).filter(Boolean);
  const bare = typed.map((word) => {
    const stem = word.replace(particle, "");
    return HANGUL_WORD.test(word) && stem.length >= 2 ? stem : word;
  });
  const kept = bare.filter((word) => !STOP_WORDS.has(word));
  return (kept.length > 0 ? kept : bare).join(" ");
}

/** @param {string} text */
const joined = (text) =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s-]+/g, "");

/**
 * What many servers send is what most readers have in front of them; what nobody defines is not.
 * @param {Code} code
 * @param {number} replies
 */
const likelihood = ({ standing }, replies) =>
  (standing === "folklore" ? 0.4 : 1) * (1 + Math.log2(1 + replies) / 6);

/**
 * What there is to find: one document for each code, insight, provider, reply and page.
 * @param {FindTables} tables
 * @returns {Generator<Document>}
 */
function* documents(tables) {
  /** @type {Map<string, string[]>} */
  const marks = new Map();
  for (const { replies } of tables.providers) {
    for (const { mark, codes } of replies) {
      for (const code of codes) marks.set(code, [...(marks.get(code) ?? []), mark]);
    }
  }
  for (const catalogue of tables.catalogues) {
    for (const code of catalogue.codes) {
      yield {
        id: `${catalogue.id}/${code.code}/`,
        kind: "code",
        title: `${code.code} ${code.name}`,
        original: code.original,
        answer: code.gist,
        text: code.text,
        replies: (marks.get(code.code) ?? []).join(" · "),
        prior: likelihood(code, marks.get(code.code)?.length ?? 0),
      };
    }
  }
  for (const insight of tables.insights) {
    yield {
      id: `${insight.catalogue}/${insight.a}-vs-${insight.b}/`,
      kind: "insight",
      title: insight.title,
      original: "",
      answer: insight.answer,
      text: "",
    };
  }
  for (const provider of tables.providers) {
    yield {
      id: `providers/${provider.id}/`,
      kind: "provider",
      title: provider.name,
      original: provider.id,
      answer: "",
      text: "",
    };
    for (const reply of provider.replies) {
      yield {
        id: `providers/${provider.id}/#${reply.id}`,
        kind: "reply",
        title: `${provider.name}: ${reply.codes.join(" ")}`,
        original: reply.mark,
        answer: "",
        text: "",
      };
    }
  }
  for (const page of tables.pages) {
    yield {
      id: `../${page.address}`,
      kind: "page",
      title: page.title,
      original: "",
      answer: page.text,
      text: "",
    };
  }
}

// A reader asks for a situation; the page of a code or a guide answers it better than one server's words.
const WEIGHT = { code: 1.25, page: 1.2, insight: 1, provider: 1.5, reply: 0.35 };

/**
 * A function from a query to at most twelve results, the best first.
 * @param {FindTables} tables
 */
export function makeSearch(tables) {
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
  index.addAll([...documents(tables)]);
  const groups = tables.synonyms.map((group) => group.map((word) => ({ word, key: joined(word) })));

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
    const found = index.search(usable.join(" "), {
      boost: FIELDS,
      tokenize: () => usable,
      processTerm: (term) => term,
      prefix: (term, position, all) =>
        !HANGUL_WORD.test(term) && position === all.length - 1 && term.length > 1,
      fuzzy: (term) => (!HANGUL_WORD.test(term) && /^[a-z]{5,}$/.test(term) ? 0.2 : false),
    });
    return found
      .filter((result) => result.queryTerms.length >= ENOUGH * asked.length)
      .map((result) => {
        const share = Math.min(1, result.queryTerms.length / asked.length);
        const { id, title, answer, prior = 1 } = result;
        const kind = /** @type {Kind} */ (result.kind);
        return {
          id,
          kind,
          title,
          answer,
          score: result.score * share * share * weight * WEIGHT[kind] * prior,
        };
      });
  };

  // Hangul runs on, so a word counts wherever it stands; a Latin one has to stand by itself.
  /** @type {(query: string, synonym: {word: string, key: string}) => boolean} */
  const holds = (query, { word, key }) =>
    HANGUL_WORD.test(word)
      ? joined(query).includes(key)
      : ` ${query.toLowerCase()} `.includes(` ${word.toLowerCase()} `);
  // A query that is nothing but the synonym means its page; one that only contains it means something more.
  /** @type {(query: string) => [text: string, weight: number][]} */
  const synonyms = (query) =>
    groups
      .filter((group) => group.some((item) => holds(query, item)))
      .map((group) => [group[0].word, group.some(({ key }) => key === joined(query)) ? 1 : SYNONYM]);

  return (/** @type {string} */ query) => {
    /** @type {Map<string, Found>} */
    const best = new Map();
    /** @type {[text: string, weight: number][]} */
    const asked = [[meaningful(query, particle), 1], ...synonyms(query)];
    for (const [text, weight] of asked) {
      for (const result of look(text, weight)) {
        const score = (best.get(result.id)?.score ?? 0) + result.score;
        best.set(result.id, { ...result, score });
      }
    }
    return [...best.values()].sort((one, other) => other.score - one.score).slice(0, MOST_RESULTS);
  };
}
