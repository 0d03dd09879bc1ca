/** What is shown of a finding: what it comes to, what happened, what to do, who said it and how that is known. */
import { folded, foldedLater, later, laterText, make } from "./elements.js";
import { withoutPage } from "./pageless.js";
import { codesOf, wordsOf } from "./quoted.js";
import { addressOf, placeOf } from "./tables.js";
import { PROGRAM } from "../recognise/readers.js";
import { verdicts } from "./verdict.js";

/** @import { Finding, Result } from "../recognise/findings.js" */
/** @import { Code, FindTables, InGeneral, Insight } from "./tables.js" */
/** @import { SearchTables, Situation, WhatIsMeant, WhatToDo } from "./tables.js" */

/** A server's own answers are read by whoever runs it, and what a provider tells senders is not for them. */
const SERVERS_OWN = "receiving-admin";
// A program sends the mail and speaks with the server itself.
/** @type {Partial<Record<string, string[]>>} */
const READS = { [PROGRAM]: ["sender", "sending-admin"] };
const shown = (/** @type {Node[]} */ nodes) => nodes;

/**
 * Functions that show findings.
 * @param {FindTables} tables
 * @param {(address: string) => string} hrefOf the full address of a page of this language
 * @param {(place: string) => Promise<any>} load what belongs to a page, by its address without the last slash
 */
export function answers(tables, hrefOf, load) {
  const { catalogues, protocols, providers, words } = tables;
  const facts = verdicts(tables);
  const { actsIn, advised, asText: inWords, classIn, classOf, notes, pageOf, situationOf, strip } = facts;
  const providersById = new Map(providers.map((one) => [`${one.protocol} ${one.id}`, one]));
  const shorts = new Map(catalogues.map(({ id, short }) => [id, short]));
  const protocolOf = (/** @type {string} */ catalogue) =>
    catalogues.find(({ id }) => id === catalogue)?.protocol ?? "";
  const roles = new Map(protocols.map(({ id, roles: labels }) => [id, labels]));

  /**
   * @param {string} address
   * @param {...(Node | string)} text
   */
  const link = (address, ...text) => make("a", { href: hrefOf(address) }, ...text);

  /** @param {string} address */
  const loaded = (address) => load(address.replace(/\/$/, ""));

  /**
   * The situations that a code may stand for.
   * @param {Finding} finding
   * @param {string} [reader] whose text it is
   */
  function possible(finding, reader) {
    const enhanced = pageOf(finding, "enhanced");
    const page =
      enhanced && !enhanced.code.endsWith(".0.0") ? enhanced : (pageOf(finding, "code") ?? enhanced);
    const ids = (page?.situations ?? []).filter((id) => id !== finding.situation);
    if (ids.length === 0) return null;
    const given = { actsIn, link, loaded, pageOf, roles, situationOf, tables };
    return async () => [(await import("./possible.js")).listOf(given, finding, ids, reader)];
  }

  /** @param {Finding} finding */
  const toneOf = (finding) => (finding.returned ? "fail" : (classIn(finding)?.tone ?? ""));

  /**
   * @param {Finding} finding
   * @param {string} [reader]
   */
  function verdict(finding, reader) {
    const lines = strip(finding, reader);
    if (!lines || lines.every(([, value]) => value === null)) {
      // Where what happened tells nothing of the mail and no code stands there, no class does either.
      const item = finding.situation && !codesOf(finding) ? null : classIn(finding);
      return item ? make("p", { class: "class" }, make("b", {}, item.label), ` ${item.meaning}`) : null;
    }
    return make(
      "dl",
      { class: "verdict" },
      ...lines.map(([question, value]) =>
        make(
          "div",
          {},
          make("dt", {}, question),
          value ? make("dd", {}, value) : make("dd", { class: "muted" }, words.depends),
        ),
      ),
    );
  }

  /**
   * What each role does: the one whose text it is, and the others folded.
   * @param {Situation} situation
   * @param {string | null} outcome
   * @param {string | undefined} reader
   */
  const whatToDo = (situation, outcome, reader) =>
    later(loaded(placeOf(situation)), (/** @type {WhatToDo} */ all) => {
      const own = reader ? (READS[reader] ?? [reader]) : [];
      const told = all.outcomes[outcome ?? ""] ?? {};
      const labels = roles.get(situation.protocol) ?? {};
      const lines = Object.entries(told).map(([role, text]) => ({
        isReader: own.includes(role),
        line: make("p", { class: "role" }, make("b", {}, `${labels[role]}: `), text),
      }));
      const others = lines.filter(({ isReader }) => !isReader).map(({ line }) => line);
      return [
        ...lines.filter(({ isReader }) => isReader).map(({ line }) => line),
        others.length > 0 ? folded(reader ? words.for_others : words.roles, ...others) : null,
      ];
    });

  /** @param {Situation} situation */
  const what = (situation) =>
    later(loaded(placeOf(situation)), (/** @type {WhatToDo} */ { happened }) => [make("p", {}, happened)]);

  /**
   * What to do, in a line.
   * @param {ReturnType<typeof advised>} advice
   */
  const nextOf = async ({ situation, outcome }) => {
    if (situation === null) return null;
    const { next } = /** @type {WhatToDo} */ (await loaded(placeOf(situation)));
    return next[outcome ?? ""] ?? null;
  };

  /** @param {ReturnType<typeof advised>} advice */
  const step = (advice) =>
    later(nextOf(advice), (next) => [
      next === null ? null : make("p", { class: "next" }, make("b", {}, next)),
    ]);

  /** @param {Finding} finding */
  function sayer({ protocol, provider }) {
    const known = provider === null ? undefined : providersById.get(`${protocol} ${provider}`);
    return known ? { name: known.name, address: known.address } : null;
  }

  /**
   * What a provider tells senders with the reply of a finding; null where no reply of one was found.
   * @param {Finding} finding
   * @param {Result["role"]} reader
   * @returns {Promise<WhatIsMeant[number]> | null}
   */
  function whatIsMeant(finding, reader) {
    const who = sayer(finding);
    if (!who || finding.reply === null || reader === SERVERS_OWN) return null;
    return loaded(who.address).then((/** @type {WhatIsMeant} */ all) => all[Number(finding.reply)]);
  }

  /**
   * What a provider says with a reply, and what to do then: in place of what the situation says to all, which may speak
   * to somebody else, unless a queue gave up meanwhile.
   * @param {Promise<WhatIsMeant[number]>} meant
   * @param {Node | null} next
   * @param {Finding} finding
   */
  const ofReply = (meant, next, { returned }) =>
    later(
      meant.catch(() => null),
      (told) =>
        told
          ? [
              make("p", {}, told.means),
              returned ? next : null,
              make("p", { class: "next" }, make("b", {}, `${words.do}:`), ` ${told.do}`),
              make("p", { class: "muted small" }, told.explained ? words.explained : words.inferred),
            ]
          : [next],
    );

  /**
   * A code with its page.
   * @param {string} catalogue
   * @param {Code} page
   * @param {string} name
   */
  function headOf(catalogue, { code }, name) {
    const number = make("b", { class: `n ${classOf(protocolOf(catalogue), code)?.tone ?? ""}` }, code);
    const whose = protocols.length > 1 ? ` (${shorts.get(catalogue)})` : "";
    return make("p", {}, number, " ", link(`${catalogue}/${code}/`, name), whose);
  }

  /**
   * What the finding's codes mean whatever happened, the one first that says more; a line for those without a page.
   * @param {Finding} finding
   */
  function inGeneral(finding) {
    const parts = /** @type {const} */ (["enhanced", "code"]).filter((part) => finding[part] !== null);
    const paged = parts.flatMap((part) => {
      const page = pageOf(finding, part);
      return page ? [{ catalogue: finding.catalogue[part] ?? "", page }] : [];
    });
    const bare = parts
      .filter((part) => !pageOf(finding, part))
      .map((part) => withoutPage({ tables, classOf, link }, finding, part));
    if (paged.length === 0) return bare;
    const texts = () => Promise.all(paged.map(({ catalogue, page }) => load(`${catalogue}/${page.code}`)));
    const general = foldedLater(words.meaning, texts, (/** @type {InGeneral[]} */ all) =>
      all.flatMap(({ name, gist, next }, at) => [
        headOf(paged[at].catalogue, paged[at].page, name),
        make("p", {}, `${gist} ${next}`),
      ]),
    );
    return [...bare, general];
  }

  /**
   * The comparisons of the finding's codes that are explained by hand.
   * @param {Finding} finding
   */
  function compared({ code, enhanced, catalogue }) {
    const isOf = (/** @type {Insight} */ { catalogue: id, a, b }) =>
      (id === catalogue.code && (a === code || b === code)) ||
      (id === catalogue.enhanced && (a === enhanced || b === enhanced));
    if (catalogue.code === null && catalogue.enhanced === null) return null;
    return foldedLater(
      words.compared,
      () => load("search"),
      (/** @type {SearchTables} */ { insights }) => [
        make(
          "ul",
          { class: "results" },
          ...insights
            .filter(isOf)
            .map(({ catalogue: id, a, b, title, answer: settled }) =>
              make("li", {}, link(`${id}/${a}-vs-${b}/`, title), make("span", {}, settled)),
            ),
        ),
      ],
    );
  }

  /**
   * Lets a link lead to a reply on its provider's page, once the reply's name is there.
   * @param {HTMLElement} provider the link
   * @param {string} address
   * @param {number} place of the reply
   */
  function leadTo(provider, address, place) {
    const named = (/** @type {WhatIsMeant} */ all) =>
      provider.setAttribute("href", hrefOf(`${address}#${all[place].id}`));
    // Without it the page is found all the same.
    loaded(address).then(named, () => {});
  }

  /**
   * How a number tells: one that is a product's own tells less where nothing names the product.
   * @param {Finding} finding
   */
  function byNumber(finding) {
    const vendor = pageOf(finding, "code")?.vendor;
    const isOthers = vendor && vendor !== finding.provider && finding.enhanced === null;
    return isOthers ? words.by_vendor : words.by_code;
  }

  /** @param {Finding} finding */
  function how(finding) {
    const who = sayer(finding);
    const provider = who && link(who.address, who.name);
    if (provider && who && finding.reply !== null) leadTo(provider, who.address, Number(finding.reply));
    const reasons = {
      words: `${words.by_words} (“${finding.words}”)`,
      mark: finding.reply === null ? null : words.by_mark,
      question: words.by_question,
      code: finding.situation !== null && finding.text !== codesOf(finding) ? byNumber(finding) : null,
    };
    const reason = finding.how && reasons[finding.how];
    if (!who && !reason) return null;
    return make(
      "p",
      { class: "muted small how" },
      ...(provider ? [`${words.sites}: `, provider, reason ? "\u00a0· " : ""] : []),
      reason ? `${words.how}: ${reason}` : "",
    );
  }

  /** @param {Finding} finding */
  const quoted = (finding) =>
    wordsOf(finding) && make("samp", { lang: "en", translate: "no" }, wordsOf(finding));

  /** @param {Finding} finding */
  const titleOf = (finding) => {
    const situation = situationOf(finding.protocol, finding.situation);
    const codes = codesOf(finding);
    const number = codes ? [make("b", { class: `n ${toneOf(finding)}` }, codes), " "] : [];
    if (situation) {
      return make("p", { class: "title" }, ...number, link(addressOf(situation, finding), situation.name));
    }
    const part = pageOf(finding, "enhanced") ? "enhanced" : "code";
    const page = pageOf(finding, part);
    const name = page
      ? laterText(load(`${finding.catalogue[part]}/${page.code}`), (code) => code.name)
      : ((codes ? "" : classIn(finding)?.label) ?? "");
    return make("p", { class: "title" }, ...number, name);
  };

  /**
   * The whole answer to a finding.
   * @param {Finding} finding
   * @param {Result["role"]} reader whose text it is
   * @param {Node | null} [toProgram] what is told to whoever wrote the program
   */
  function answer(finding, reader, toProgram = null) {
    const situation = situationOf(finding.protocol, finding.situation);
    const advice = advised(finding);
    const next = step(advice);
    const isGuessed = finding.how === "code" || finding.how === "question";
    // What else it may stand for is loaded only where it is shown.
    const list = !situation || isGuessed ? possible(finding, reader) : null;
    const body = [];
    for (const one of notes(finding, reader)) body.push(make("p", { class: "next" }, make("b", {}, one)));
    const meant = whatIsMeant(finding, reader);
    if (meant) body.push(ofReply(meant, next, finding), toProgram);
    else if (situation) body.push(what(situation), next, toProgram);
    // Where the reason stands comes before all that a number alone may stand for.
    else if (list) body.push(toProgram, make("p", {}, words.by_code_alone), later(list(), shown));
    else body.push(toProgram);
    if (advice.situation) body.push(whatToDo(advice.situation, advice.outcome, reader));
    return make(
      "article",
      { class: `main-answer ${toneOf(finding)}` },
      finding.recipient ? make("p", { class: "muted small" }, finding.recipient) : null,
      titleOf(finding),
      verdict(finding, reader),
      ...body,
      quoted(finding),
      how(finding),
      situation && list ? foldedLater(words.may, list, shown) : null,
      ...inGeneral(finding),
      compared(finding),
    );
  }

  /**
   * One of several answers, in short.
   * @param {Finding} finding
   */
  const short = (finding) =>
    make(
      "li",
      { class: toneOf(finding) },
      finding.recipient ? make("p", { class: "muted small" }, finding.recipient) : null,
      titleOf(finding),
      verdict(finding),
      quoted(finding),
      how(finding),
    );

  /**
   * The answer as text, for a mail or a ticket: what is shown, in short.
   * @param {Finding} finding
   * @param {Result["role"]} [reader]
   */
  async function asText(finding, reader) {
    const situation = situationOf(finding.protocol, finding.situation);
    const meant = await whatIsMeant(finding, reader)?.catch(() => null);
    return [
      [codesOf(finding), situation?.name].filter(Boolean).join(" · "),
      ...inWords(finding, reader),
      meant && !finding.returned
        ? `${words.do}: ${meant.do}`
        : await nextOf(advised(finding)).catch(() => null),
      situation ? hrefOf(addressOf(situation, finding)) : null,
    ]
      .filter(Boolean)
      .join("\n");
  }

  /**
   * @param {Finding} finding
   * @param {Result["role"]} [reader]
   */
  const spoken = (finding, reader) => {
    const name = situationOf(finding.protocol, finding.situation)?.name ?? codesOf(finding);
    return [name, ...inWords(finding, reader)].join(". ");
  };

  return { answer, asText, codesOf, short, situationOf, spoken, wordsOf };
}
