/** What there is to find. */

import { placeOf } from "../find/tables.js";

/** @import { FindTables, SearchTables } from "../find/tables.js" */
/** @typedef {"situation" | "code" | "insight" | "provider" | "reply" | "page"} Kind */
/** @typedef {{id: string, kind: Kind, title: string, original: string, answer: string, text: string,
 *   replies?: string, prior?: number}} Document */

const WENT_WELL = new Set(["ok", "go"]);

/**
 * What many servers send is what most readers have in front of them; what nobody defines is not, nor what went well.
 * @param {string} standing
 * @param {string} tone of the code's class
 * @param {number} replies
 */
const likelihood = (standing, tone, replies) =>
  (standing === "folklore" ? 0.4 : 1) * (WENT_WELL.has(tone) ? 0.5 : 1) * (1 + Math.log2(1 + replies) / 6);

/**
 * What there is to find: one document for each situation, code, insight, provider, reply and page.
 * @param {FindTables} tables
 * @param {SearchTables} found
 * @returns {Generator<Document>}
 */
export function* documents(tables, found) {
  const toneOf = new Map(
    tables.catalogues.flatMap(({ protocol, classes }) =>
      classes.map(({ id, tone }) => [`${protocol} ${id}`, tone]),
    ),
  );
  for (const situation of tables.situations) {
    const { name, said, outcomes, protocol } = situation;
    const went = Object.keys(outcomes).map((outcome) => toneOf.get(`${protocol} ${outcome}`) ?? "");
    const address = placeOf(situation);
    yield {
      id: address,
      kind: "situation",
      title: name,
      original: found.originals?.[address] ?? "",
      answer: found.situations[address],
      text: "",
      replies: said.join(" · "),
      prior: went.length > 0 && went.every((tone) => WENT_WELL.has(tone)) ? 0.3 : 1,
    };
  }
  const more = new Map(found.codes.map((code) => [`${code.catalogue} ${code.code}`, code]));
  /** @type {Map<string, string[]>} */
  const marks = new Map();
  for (const { protocol, replies } of tables.providers) {
    for (const { mark, codes } of replies) {
      for (const code of codes) {
        const key = `${protocol} ${code}`;
        marks.set(key, [...(marks.get(key) ?? []), mark]);
      }
    }
  }
  for (const catalogue of tables.catalogues) {
    const tones = new Map(catalogue.classes.map(({ id, tone }) => [id, tone]));
    for (const { code, class: className } of catalogue.codes) {
      const {
        name = "",
        original = "",
        standing = "",
        answer = "",
        text = "",
      } = more.get(`${catalogue.id} ${code}`) ?? {};
      yield {
        id: `${catalogue.id}/${code}/`,
        kind: "code",
        title: `${code} ${name}`,
        original,
        answer,
        text,
        replies: (marks.get(`${catalogue.protocol} ${code}`) ?? []).join(" · "),
        prior: likelihood(
          standing,
          tones.get(className) ?? "",
          marks.get(`${catalogue.protocol} ${code}`)?.length ?? 0,
        ),
      };
    }
  }
  for (const insight of found.insights) {
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
      id: provider.address,
      kind: "provider",
      title: provider.name,
      original: `${provider.id} ${provider.aliases.join(" ")}`,
      answer: "",
      text: "",
    };
    for (const [place, reply] of provider.replies.entries()) {
      yield {
        id: `${provider.address}#${found.replies[provider.address][place]}`,
        kind: "reply",
        title: `${provider.name}: ${reply.codes.join(" ")}`,
        original: reply.mark,
        answer: reply.mark,
        text: "",
      };
    }
  }
  for (const page of found.pages) {
    yield {
      id: `../${page.address}`,
      kind: "page",
      title: page.title,
      original: "",
      answer: page.text,
      text: "",
      // A list of guides answers nothing by itself.
      prior: found.pages.some(({ address }) => address !== page.address && address.startsWith(page.address))
        ? 0.3
        : 1,
    };
  }
}
