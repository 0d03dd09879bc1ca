/**
 * The field that finds codes: shows what was recognised in the text, and what this reference has about its words.
 *
 * Loaded only when the field is used. Everything happens in this page; nothing that was typed leaves it.
 */
import { answers } from "./find/answers.js";
import { make } from "./find/elements.js";
import { showKeys as showKeysOf } from "./find/keys.js";
import { fetchJson } from "./find/tables.js";
import { recognise } from "./recognise/index.js";
import { makeSearch } from "./search.js";

/** @import { FindTables, ReplyTexts } from "./find/tables.js" */

const LONGEST_SEARCH = 200;
const MOST_SHOWN = 20;

const form = /** @type {HTMLFormElement} */ (document.querySelector("form.find"));
const field = /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea"));
const { root = "", language = "" } = form.dataset;
const home = new URL(`${root}${language}/`, document.baseURI);

const load = (/** @type {string} */ name) =>
  fetchJson(new URL(`${root}find/${name}.json`, document.baseURI).href);
/** @type {FindTables} */
const tables = await load(language);
const { words } = tables;
const { shown, pairLine, resultList } = answers(tables, (address) => new URL(address, home).href);

/** @type {ReturnType<typeof makeSearch> | null} */
let search = null;
// Made while the reader is still typing, so that the first answer need not wait for it.
setTimeout(() => (search ??= makeSearch(tables)), 0);

const panel = make("section", { class: "found", id: "found", "aria-label": words.count, hidden: "" });
const status = make("p", { class: "hidden", role: "status" });
document.querySelector("header.bar")?.after(panel, status);

/** @param {string} text */
function results(text) {
  if (text.length > LONGEST_SEARCH) return [];
  search ??= makeSearch(tables);
  return search(text);
}

/** @type {Promise<ReplyTexts> | null} */
let replyTexts = null;

/**
 * Shows the answer to a text.
 * @param {string} text what stands in the field, or of what the field shows the beginning
 */
export async function answer(text) {
  const shownText = field.value;
  if (text.trim() === "") {
    close();
    return;
  }
  const { kind, findings, pairs } = recognise(text, tables);
  const found = kind === "none" || kind === "code" ? results(text) : [];
  const needsTexts =
    findings.some(({ reply }) => reply !== null) || found.some((item) => item.kind === "reply");
  const texts = needsTexts ? await (replyTexts ??= load(`${language}-replies`)) : {};
  // The reader may have typed on meanwhile.
  if (field.value !== shownText) return;
  panel.replaceChildren(make("p", { class: "muted small" }, words.note));
  panel.hidden = false;
  if (kind !== "none") panel.append(make("h2", {}, words[kind]));
  panel.append(...pairs.map(pairLine));
  if (findings.length > 0 && kind !== "pair") {
    panel.append(
      make(
        "ol",
        { class: "findings" },
        ...findings.slice(0, MOST_SHOWN).map((finding) => shown(finding, texts)),
      ),
    );
  }
  if (found.length > 0) panel.append(resultList(found, texts));
  const count = findings.length + found.length;
  if (count === 0) panel.append(make("p", {}, words.none));
  const heading = kind === "none" ? words.results : words[kind];
  status.textContent = count === 0 ? words.none : `${heading}: ${count}`;
}

/** Goes to the first answer. */
export function open() {
  panel.querySelector("a")?.click();
}

/** Closes the answer and leaves the text where it is. */
export function close() {
  panel.hidden = true;
}

/**
 * Shows the list of keys.
 * @param {boolean} isOn whether single keys work
 * @param {(on: boolean) => void} switched is told when that changes
 */
export function showKeys(isOn, switched) {
  showKeysOf(words, isOn, switched);
}
