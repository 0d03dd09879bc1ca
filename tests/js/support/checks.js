/** Every text that the recogniser is tried with, and what would be wrong with its answer. */
import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { MAIL } from "../../../templates/theme/js/recognise/tables.js";
import { KINDS, cases, made, read, sample } from "./data.js";
import { differences } from "./differences.js";
import { varied } from "./varied.js";

/** @import { Result } from "../../../templates/theme/js/recognise/findings.js" */
/** @import { CatalogueTable, Tables } from "../../../templates/theme/js/recognise/tables.js" */

/**
 * A text and what is expected of the answer.
 * @typedef {object} Check
 * @property {string} group
 * @property {string} name
 * @property {string} text
 * @property {Tables} tables
 * @property {(result: Result) => string} wrong what is wrong with the answer; nothing where it is right
 */
/** @typedef {{name: string, text: string, found?: string[], pairs?: string[]}} ProtocolCase */

/** @type {{catalogues: CatalogueTable[], cases: ProtocolCase[]}} */
const { catalogues, cases: asked } = read("data/protocols.json");
/** @type {{tables: Tables, cases: {name: string, text: string, found: string}[]}} */
const said = read("data/attribution.json");
/** @type {{protocol: string, provider: string, reply: string, text: string}[]} */
const quoted = read("made/quoted.json").filter(
  (/** @type {{protocol: string}} */ { protocol }) => protocol === MAIL,
);
/** @type {Record<string, string>} quoted replies that cannot pass yet, with the reason */
export const failing = read("data/quoted-failing.json");

/**
 * What was found in each pasted text, in full, when somebody looked last.
 * @type {Record<string, Record<string, string | number>>}
 */
const answers = read("data/answers.json");

const several = { ...sample, catalogues: [...sample.catalogues, ...catalogues] };
const site = made("en");
const replies = new Map(
  site.providers
    .filter(({ protocol }) => protocol === MAIL)
    .flatMap(({ id, replies: all }) => all.map((reply) => [`${id}/${reply.id}`, reply])),
);

/** @param {Result} result */
const explained = ({ findings: [first] }) => `${first?.provider}/${first?.reply}`;

/**
 * A whole answer, as `data/answers.json` has it: a change of it is to be looked at.
 * @param {Result} result
 */
export const brief = ({ findings }) => ({
  count: findings.length,
  ...Object.fromEntries(
    findings.map(({ code, enhanced, provider, reply, recipient, text }, index) => [
      index,
      [code, enhanced, recipient, provider, reply, text].map((value) => value ?? "").join(" | "),
    ]),
  ),
});

/** @returns {Generator<Check>} pasted texts, and what is to be found in them */
function* pasted() {
  for (const kind of KINDS) {
    for (const { name, text, expect } of cases[kind]) {
      const wrong = (/** @type {Result} */ result) => {
        const found = [...differences(expect, result)];
        if (expect.kind === "none") found.push(...differences([], result.findings, ".findings"));
        else found.push(...differences(answers[`${kind}: ${name}`], brief(result), ".answer"));
        return found.join("; ");
      };
      yield { group: kind, name, text, tables: sample, wrong };
    }
  }
}

/** @returns {Generator<Check>} texts of several protocols, and mail read as if there were no other */
function* protocols() {
  for (const { name, text, found, pairs = [] } of asked) {
    const wrong = (/** @type {Result} */ { kind, findings, pairs: compared }) => {
      const seen = findings.map(({ protocol, code, enhanced }) => `${protocol} ${code ?? enhanced}`);
      const answer = {
        found: found && seen,
        pairs: compared.map(({ catalogue, a, b }) => `${catalogue} ${a} ${b}`),
      };
      const isPair = (kind === "pair") === pairs.length > 0;
      return JSON.stringify(answer) === JSON.stringify({ found, pairs }) && isPair
        ? ""
        : JSON.stringify(answer);
    };
    yield { group: "protocols", name, text, tables: several, wrong };
  }
  for (const kind of ["replies", "logs", "bounces"]) {
    for (const { name, text, expect } of cases[kind]) {
      const wrong = (/** @type {Result} */ { findings }) => {
        const mail = findings.filter(({ protocol }) => protocol === "smtp");
        return [...differences(expect.findings, mail)].join("; ");
      };
      yield { group: `${kind} among protocols`, name, text, tables: several, wrong };
    }
  }
}

/** @returns {Generator<Check>} who said it */
function* attributions() {
  for (const { name, text, found } of said.cases) {
    const wrong = (/** @type {Result} */ result) => (explained(result) === found ? "" : explained(result));
    yield { group: "attribution", name, text, tables: said.tables, wrong };
  }
}

/** @returns {Generator<Check>} every reply that a provider is quoted with, also as another mail would meet it */
export function* quotations() {
  for (const { provider, reply, text } of quoted) {
    const name = `${provider}/${reply}`;
    const { codes = [], shared = false } = replies.get(name) ?? {};
    const wrong = (/** @type {Result} */ result) => {
      const [first] = result.findings;
      if (![first?.code ?? null, first?.enhanced ?? null].includes(codes[0] ?? null)) {
        return `code ${first?.code}`;
      }
      // What many servers say alike need not be explained as this one's.
      const isRight = explained(result) === name || (shared && (first?.reply ?? null) === null);
      return isRight ? "" : explained(result);
    };
    yield { group: "quoted", name, text, tables: site, wrong };
    yield { group: "quoted, in another mail", name, text: varied(text), tables: site, wrong };
  }
}

const bounced = (/** @type {number} */ number) =>
  `Nov 25 10:00:00 mx postfix/smtp[1234]: 4F2A91C0E5: to=<user${number % 80}@example.com>,` +
  " relay=mx.example.com[192.0.2.1]:25, delay=1.2, delays=0.1/0/0.5/0.6, dsn=5.1.1, status=bounced" +
  " (host mx.example.com[192.0.2.1] said: 550 5.1.1 Recipient address rejected (in reply to RCPT TO command))";

/** @returns {Generator<Check>} texts of any size */
function* limits() {
  for (const text of ["", " ", "\n", "\0", "5".repeat(1000), "550 ".repeat(1000), "(((("]) {
    const wrong = (/** @type {Result} */ { kind }) => (kind === "none" ? "" : kind);
    yield {
      group: "limits",
      name: `nothing in ${JSON.stringify(text.slice(0, 20))}`,
      text,
      tables: sample,
      wrong,
    };
  }
  yield {
    group: "limits",
    name: "many recipients are listed each once, fifty at most",
    text: Array.from({ length: 200 }, (_, number) => bounced(number)).join("\n"),
    tables: sample,
    wrong: ({ findings }) => {
      const each = new Set(findings.map(({ recipient }) => recipient)).size;
      return findings.length === 50 && each === 50 ? "" : `${findings.length} findings, ${each} recipients`;
    },
  };
  yield {
    group: "limits",
    name: "a long reply is cut and stands on one line",
    text: `550-5.7.1 ${"word ".repeat(400)}\n550 5.7.1 end`,
    tables: sample,
    wrong: ({ findings }) => {
      const [{ text }] = findings;
      return findings.length === 1 && text.length === 500 && /^[^\n]*…$/.test(text) ? "" : text;
    },
  };
}

/** @type {Check[]} */
export const checks = [
  ...pasted(),
  ...protocols(),
  ...attributions(),
  ...[...quotations()].filter(({ name }) => !(name in failing)),
  ...limits(),
];

/**
 * What is wrong with the answer to a text; nothing where it is right.
 * @param {Check} check
 */
export const wrongIn = ({ text, tables, wrong }) => wrong(recognise(text, tables));
