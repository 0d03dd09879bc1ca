/**
 * The field that finds codes: shows what was recognised in the text, and what this reference has about its words.
 *
 * Loaded only when the field is used. Everything happens in this page; nothing that was typed leaves it.
 */
import { answers } from "./find/answers.js";
import { apartReader } from "./find/apart.js";
import { asksWhich, asksWords, tellsBeside } from "./find/asked.js";
import { copyButton, folded, foldedLater, later, make } from "./find/elements.js";
import { loader, placeOf, unpacked } from "./find/tables.js";
import { PROGRAM } from "./recognise/readers.js";

/** @import { FindTables } from "./find/tables.js" */
/** @import { Finding, Result } from "./recognise/findings.js" */

const LONGEST_SEARCH = 200;
const MOST_SHOWN = 20;
// Below an answer only what comes nearest to the words of a question may be what its reader wants as well.
const MOST_BESIDE = 4;
// What may be a name in a program: letters of both sizes in one word, nothing but capitals, a number of Windows, how an
// error begins, or a sentence of a library.
const NAME =
  /[a-z](?:\.|::)?[A-Z]|[A-Z]{4}|0x8|[Ss][Mm][Tt][Pp]|_failure|"https?:|session's credential|delivered - the /;

const form = /** @type {HTMLFormElement} */ (document.querySelector("form.find"));
const field = /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea"));
const { root = "", language = "" } = form.dataset;
const home = new URL(`${root}${language}/`, document.baseURI);
const hrefOf = (/** @type {string} */ address) => new URL(address, home).href;

const folder = new URL(`${root}find/${language}/`, document.baseURI).href;
const load = loader(folder);
const core = unpacked(await load(`../${language}`));
const { words } = core;
const here = new URL(document.baseURI);
const page = here.href.startsWith(home.href) ? here.href.slice(home.href.length) : "";
/** @type {Promise<(text: string) => Promise<Result>> | null} */
let aside = null;
const reader = apartReader(core, load, page, async (text) => {
  aside ??= import("./find/aside.js").then(({ asideReader }) => asideReader({ core, folder, place: page }));
  return (await aside)(text);
});
/** @type {[tables: FindTables, shown: ReturnType<typeof answers>]} */
let latest = [core, answers(core, hrefOf, load)];
/** What shows findings, with the tables as they are by now. */
const shower = () => {
  const tables = reader.tables();
  if (latest[0] !== tables) latest = [tables, answers(tables, hrefOf, load)];
  return latest[1];
};

/** @type {Promise<ReturnType<typeof import("./search.js").makeSearch>> | null} */
let search = null;
/** The search in words is loaded when somebody asks in words: what is pasted needs none of it. */
const searching = () =>
  (search ??= Promise.all([import("./search.js"), load("search"), reader.whole()]).then(
    ([{ makeSearch }, found, tables]) => makeSearch(tables, found),
  ));

/**
 * What the libraries of some protocols call by name: loaded when a program speaks, or when nothing else tells what a
 * word means.
 * @param {string[]} protocols
 */
async function programming(protocols) {
  const parts = protocols.map((protocol) => load(`libraries/${protocol}`));
  const [{ programLines }, ...found] = await Promise.all([import("./find/programs.js"), ...parts]);
  return programLines(found);
}

/**
 * Who has a program's error in front of them, and who what a program that answers prints.
 * @param {string | null} protocol that the program speaks
 */
function programmers(protocol) {
  const { readers } = reader.tables().protocols.find(({ id }) => id === protocol) ?? {};
  return { own: readers?.exception ?? PROGRAM, answering: readers?.program };
}

const panel = make("section", {
  class: "found",
  id: "found",
  "aria-label": words.count,
  tabindex: "-1",
  hidden: "",
});
const status = make("p", { class: "hidden", role: "status" });
(form.closest("header.bar") ?? form).after(panel, status);

/** @param {string} text */
const results = async (text) => (text.length > LONGEST_SEARCH ? [] : (await searching())(text));

/** Where an answer can be seen again: its codes and its situation, and nothing of the text. */
const addressOf = (/** @type {Finding} */ finding) => {
  const address = new URL(home);
  const { codesOf, situationOf } = shower();
  address.searchParams.set(
    "q",
    codesOf(finding) || (situationOf(finding.protocol, finding.situation)?.name ?? ""),
  );
  if (finding.situation !== null) address.searchParams.set("situation", finding.situation);
  return address.href;
};

/**
 * @param {Finding} finding
 * @param {Result["role"]} role whose text it is
 */
function sharing(finding, role) {
  const { asText, situationOf, wordsOf } = shower();
  const situation = situationOf(finding.protocol, finding.situation);
  return make(
    "div",
    {},
    make(
      "p",
      { class: "sharing" },
      copyButton(words.copy_answer, words.copied, () => asText(finding, role)),
      copyButton(words.copy_link, words.copied, () => addressOf(finding)),
    ),
    situation && finding.outcome && situation.outcomes[finding.outcome]
      ? foldedLater(
          words.ticket,
          async () => {
            const { ticketOfFinding } = await import("./find/ticket.js");
            return ticketOfFinding({
              finding,
              place: placeOf(situation),
              reader: role,
              reply: wordsOf(finding),
              language,
              load: (place, chosen) => load(place ? `../${chosen}/${place}` : `../${chosen}`),
              hrefOf: (place, chosen) => new URL(`../${chosen}/${place}`, home).href,
            });
          },
          (shown) => [shown],
        )
      : null,
  );
}

/** What is shown is in sight: the field may be used far down on a page. */
function bringIntoSight() {
  const bar = /** @type {HTMLElement} */ (document.querySelector("header.bar"));
  const covered = getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0;
  const { top } = panel.getBoundingClientRect();
  if (top < covered || top > window.innerHeight / 2) {
    window.scrollTo({ top: window.scrollY + top - covered });
  }
}

/**
 * Whether a program may speak in a text. Who it was is known of mail; elsewhere it is asked of the libraries, where the
 * text is more than a code and not somebody else's.
 * @param {Result} read
 * @param {ReturnType<typeof programmers>} readers who reads what programs say
 * @param {string} text
 */
const mayBeOfProgram = ({ kind, role }, { own, answering }, text) =>
  role === own ||
  (role !== undefined && role === answering) ||
  (own !== PROGRAM && role === undefined && kind !== "pair" && (kind !== "code" || NAME.test(text)));

/**
 * What a text holds, and what is to be told to whoever wrote the program that speaks in it.
 * @param {string} text
 * @returns {Promise<Result & {toProgram: Node | null}>}
 */
async function readWith(text) {
  const read = await reader.read(text);
  const [first = null] = read.findings;
  if (first) {
    const { code, protocol } = first;
    const isTold = mayBeOfProgram(read, programmers(protocol), text);
    const told = isTold ? later(programming([protocol]), ({ lines }) => [lines(text, code)]) : null;
    return { ...read, toProgram: told };
  }
  if (read.foreign || !NAME.test(text)) return { ...read, toProgram: null };
  const { byNames } = await programming(core.protocols.map(({ id }) => id));
  const { result, protocol, toProgram } = byNames(reader.tables(), text);
  return { ...(result ?? read), toProgram, ...(toProgram ? { role: programmers(protocol).own } : {}) };
}

/**
 * Shows the answer to a text.
 * @param {string} text what stands in the field, or of what the field shows the beginning
 * @param {{situation?: string | null, isUnfinished?: boolean, left?: string}} [more] the situation that a link names;
 *   whether a syllable is still being typed; the link by which somebody left this answer before
 */
export async function answer(text, { situation = null, isUnfinished = false, left = "" } = {}) {
  const shownText = field.value;
  if (text.trim() === "") {
    hide();
    return;
  }
  const told = await readWith(text);
  const { answer: answerTo, short, situationOf, spoken } = shower();
  const [tells] = told.findings;
  if (tells && situation !== null && situationOf(tells.protocol, situation)) {
    Object.assign(tells, { situation });
  }
  const found = asksWords(text, told) ? await results(text) : [];
  const typed = found.length > 0 && !tells ? (await searching()).typed(text, found) : null;
  const asked = typed?.code ? /** @type {const} */ ("code") : told.kind;
  const read = typed ? { ...told, kind: asked, findings: [typed] } : told;
  const { kind, findings, pairs, role, foreign, toProgram } = read;
  // A link names the situation that was seen before.
  if (situation === null && found.length > 0) {
    const { settle } = await import("./search/settle.js");
    settle(reader.tables(), read, found);
  }
  const [first] = findings;
  if (text.length <= LONGEST_SEARCH && tellsBeside(text, read)) {
    first.beside ??= (await searching()).among(text, first);
  }
  const isNamed = toProgram !== null && findings.length === 0;
  const near = first ? found.slice(0, MOST_BESIDE) : found;
  const count = findings.length + near.length + Number(isNamed);
  if (count === 0 && isUnfinished) return;
  const isNew = panel.hidden;
  const shown = [];
  if (kind !== "none") shown.push(make("h2", {}, words[kind]));
  if (pairs.length > 0) {
    const { explainedFirst, pairLines } = await import("./find/pairs.js");
    shown.push(...(await explainedFirst(pairs, load)).map(pairLines(core, hrefOf, load)));
  }
  const isWhich = asksWhich(read);
  if (isWhich) {
    const { numberLines } = await import("./find/numbers.js");
    shown.push(numberLines(findings, reader.tables(), short, hrefOf));
  } else if (first && kind !== "pair") {
    const [, ...others] = findings;
    shown.push(answerTo(first, role, toProgram), sharing(first, role));
    if (others.length > 0) {
      const all = make("ol", { class: "findings" }, ...others.slice(0, MOST_SHOWN).map(short));
      shown.push(folded(`${words.each} (${others.length})`, all));
    }
  }
  if (isNamed) shown.push(toProgram);
  if (near.length > 0) {
    const { resultList } = await import("./find/results.js");
    shown.push(resultList(near, words.results, hrefOf, reader.tables()));
  }
  const none = foreign?.says ?? words.none;
  if (count === 0 || foreign) shown.unshift(make("p", {}, none));
  // The reader may have typed on meanwhile.
  if (field.value !== shownText) return;
  const close = make("button", { type: "button", class: "close copy" }, words.close);
  close.addEventListener("click", closePanel);
  panel.replaceChildren(close, ...shown, make("p", { class: "muted small" }, words.note));
  panel.hidden = false;
  if (isNew) bringIntoSight();
  if (left) comeBackTo(left);
  const heading = isWhich ? words.which : kind === "none" ? words.results : words[kind];
  status.textContent =
    count === 0
      ? none
      : [first && kind !== "pair" && !isWhich ? spoken(first, role) : heading, count].join(": ");
}

/** Goes to the answer, which stays where it is: whoever pasted a text wants to read about it. */
export function open() {
  if (panel.hidden) return;
  bringIntoSight();
  panel.focus({ preventScroll: true });
}

/**
 * Goes to the link by which somebody left the answer, where it is shown again, or else to the answer.
 * @param {string} href as it stands in the link
 */
function comeBackTo(href) {
  /** @type {HTMLElement | null} */
  const link = panel.querySelector(`a[href="${CSS.escape(href)}"]`);
  const folds = [...panel.querySelectorAll("details")].filter((one) => one.contains(link));
  for (const one of folds) one.open = true;
  (link ?? panel).focus({ preventScroll: !link });
}

function hide() {
  panel.hidden = true;
}

function closePanel() {
  if (panel.hidden) return;
  hide();
  field.focus();
}

/** Closes the answer, leaves the text where it is, and goes back to the field. */
export const close = closePanel;

/**
 * Shows the list of keys.
 * @param {boolean} isOn whether single keys work
 * @param {(on: boolean) => void} switched is told when that changes
 */
export async function showKeys(isOn, switched) {
  (await import("./find/keys.js")).showKeys(words, isOn, switched);
}
