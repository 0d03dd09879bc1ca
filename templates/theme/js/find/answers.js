/** What is shown of that which was found: codes, replies, pairs, pages. */
import { make } from "./elements.js";

/** @import { Finding } from "../recognise/findings.js" */
/** @import { Pair } from "../recognise/tables.js" */
/** @import { Found } from "../search.js" */
/** @import { Code, FindTables, ReplyTexts } from "./tables.js" */

/**
 * Where a provider's page speaks of a reply.
 * @param {string} provider
 * @param {string | null} reply
 */
const addressOf = (provider, reply) => `providers/${provider}/${reply === null ? "" : `#${reply}`}`;

/**
 * Functions that show answers.
 * @param {FindTables} tables
 * @param {(address: string) => string} hrefOf the full address of a page of this language
 */
export function answers({ catalogues, insights, providers, words }, hrefOf) {
  const byId = new Map(catalogues.map((catalogue) => [catalogue.id, catalogue]));
  const codes = new Map(
    catalogues.map(({ id, codes: all }) => [id, new Map(all.map((item) => [item.code, item]))]),
  );
  const providersById = new Map(providers.map((provider) => [provider.id, provider]));
  const isOnlyProtocol = new Set(catalogues.map(({ protocol }) => protocol)).size === 1;

  /**
   * @param {string} address
   * @param {...(Node | string)} text
   */
  const link = (address, ...text) => make("a", { href: hrefOf(address) }, ...text);

  /** @param {string} id */
  const providerName = (id) => providersById.get(id)?.name ?? id;

  /**
   * What the first character says where a code has no page of its own.
   * @param {string} protocol
   * @param {string} code
   */
  const classOf = (protocol, code) =>
    catalogues
      .filter((catalogue) => catalogue.protocol === protocol)
      .flatMap(({ classes }) => classes)
      .find(({ prefix }) => prefix && code.startsWith(prefix));

  /**
   * What providers mean by the code that its standard does not: the one that sent it, or all where that is not known.
   * @param {Code} page
   * @param {string | null} provider
   */
  function deviations(page, provider) {
    const all = Object.entries(page.deviations);
    return all
      .filter(([id]) => !provider || id === provider)
      .map(([id, text]) =>
        make(
          "p",
          { class: "says" },
          make("b", {}, `${words.deviations}: `),
          link(`providers/${id}/`, providerName(id)),
          ` ${text}`,
        ),
      );
  }

  /**
   * @param {Finding} finding
   * @param {"code" | "enhanced"} part
   */
  function about(finding, part) {
    const { [part]: code, catalogue, protocol, provider } = finding;
    if (code === null) return null;
    const home = catalogue[part];
    const page = home && codes.get(home)?.get(code);
    const number = (/** @type {string} */ tone) => make("b", { class: `n ${tone}` }, code);
    if (!page) {
      const item = classOf(protocol, code);
      return make(
        "div",
        { class: "about" },
        make("p", {}, number(item?.tone ?? "")),
        make("p", {}, words.unknown, " ", item?.meaning ?? ""),
      );
    }
    // Only where there are several protocols does a number not tell its own.
    const whose = isOnlyProtocol ? "" : ` (${byId.get(home)?.short})`;
    return make(
      "div",
      { class: "about" },
      make("p", {}, number(page.tone), " ", link(`${home}/${code}/`, page.name), whose),
      ...deviations(page, provider),
      make("p", {}, page.gist, " ", page.next),
    );
  }

  /**
   * @param {Finding} finding
   * @param {ReplyTexts} texts
   */
  function providerSays({ provider, reply }, texts) {
    if (provider === null) return null;
    const address = addressOf(provider, reply);
    const told = texts[address];
    const source = link(address, providerName(provider));
    if (!told) return make("p", { class: "muted" }, `${words.sites}: `, source);
    return make(
      "div",
      { class: "says" },
      make("p", {}, make("b", {}, `${words.provider}: `), source),
      make("p", {}, told.means, " ", told.do),
    );
  }

  /**
   * @param {Finding} finding
   * @param {ReplyTexts} texts
   */
  function shown(finding, texts) {
    const isQuoted = finding.text && finding.text !== finding.code;
    return make(
      "li",
      {},
      finding.recipient ? make("p", { class: "muted" }, finding.recipient) : null,
      isQuoted ? make("samp", { lang: "en", translate: "no" }, finding.text) : null,
      providerSays(finding, texts),
      // The enhanced code says more than the reply code, so it comes first.
      about(finding, "enhanced"),
      about(finding, "code"),
    );
  }

  /** @param {Pair} pair */
  function pairLine({ catalogue, a, b }) {
    const insight = insights.find((item) => item.catalogue === catalogue && item.a === a && item.b === b);
    const whose = isOnlyProtocol ? "" : ` (${byId.get(catalogue)?.short})`;
    const texts = insight
      ? [insight.answer]
      : [a, b].map((code) => codes.get(catalogue)?.get(code)?.gist ?? "");
    return make(
      "div",
      { class: "about pair" },
      make(
        "p",
        {},
        make("b", {}, link(`${catalogue}/${a}-vs-${b}/`, `${words.compare}: ${a} · ${b}`)),
        whose,
      ),
      ...texts.map((text) => make("p", {}, text)),
    );
  }

  /**
   * @param {Found[]} found
   * @param {ReplyTexts} texts
   */
  function resultList(found, texts) {
    const items = found.map(({ id, title, answer }) => {
      const text = texts[id]?.means ?? answer;
      return make("li", {}, link(id, title), text ? make("span", {}, text) : null);
    });
    return make("div", {}, make("h2", {}, words.results), make("ul", { class: "results" }, ...items));
  }

  return { shown, pairLine, resultList };
}
