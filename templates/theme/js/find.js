/**
 * The field that finds codes: shows what was recognised in the text, and what this reference has about its words.
 *
 * Loaded only when the field is used. Everything happens in this page; nothing that was typed leaves it.
 */
import { recognise } from "./recognise.js";
import { makeSearch } from "./search.js";

const form = document.querySelector("form.find");
const field = form.querySelector("textarea");
const { root, language } = form.dataset;
const home = new URL(`${root}${language}/`, document.baseURI);

const response = await fetch(new URL(`${root}find/${language}.json`, document.baseURI));
if (!response.ok) throw new Error(`find/${language}.json: ${response.status}`);
const tables = await response.json();
const { words } = tables;
const codes = new Map(
  tables.catalogues.flatMap((catalogue) =>
    catalogue.codes.map((code) => [code.code, { ...code, address: `${catalogue.id}/${code.code}/` }]),
  ),
);
const providers = new Map(tables.providers.map((provider) => [provider.id, provider]));
const known = {
  catalogues: tables.catalogues.map(({ id, codes: all }) => ({ id, codes: all.map((code) => code.code) })),
  providers: tables.providers,
};
let search = null;
// Made while the reader is still typing, so that the first answer need not wait for it.
setTimeout(() => (search ??= makeSearch(tables)), 0);

/** An element with attributes and children; text is never read as HTML. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

const link = (address, ...text) => make("a", { href: new URL(address, home).href }, ...text);

const panel = make("section", { class: "found", id: "found", "aria-label": words.count, hidden: "" });
const status = make("p", { class: "hidden", role: "status" });
document.querySelector("header.bar").after(panel, status);

/** What the first digit says where a code has no page of its own. */
function classOf(code) {
  for (const { classes } of tables.catalogues) {
    const item = classes.find(({ prefix }) => prefix && code.startsWith(prefix));
    if (item) return item;
  }
  return null;
}

/** What providers mean by the code that its standard does not: the one that sent it, or all where that is not known. */
function deviations(page, provider) {
  const all = Object.entries(page.deviations);
  const own = all.filter(([id]) => id === provider);
  return (own.length > 0 || provider ? own : all).map(([id, text]) =>
    make("p", { class: "says" }, make("b", {}, `${words.deviations}: `), link(`providers/${id}/`, providers.get(id)?.name ?? id), ` ${text}`),
  );
}

function about(code, provider) {
  const page = codes.get(code);
  if (page) {
    return make(
      "div",
      { class: "about" },
      make("p", {}, make("b", { class: `n ${page.tone}` }, code), " ", link(page.address, page.name)),
      ...deviations(page, provider),
      make("p", {}, page.gist, " ", page.next),
    );
  }
  const item = classOf(code);
  return make(
    "div",
    { class: "about" },
    make("p", {}, make("b", { class: `n ${item?.tone ?? ""}` }, code)),
    make("p", {}, words.unknown, " ", item?.meaning ?? ""),
  );
}

function providerSays(finding) {
  const provider = providers.get(finding.provider);
  if (!provider) return null;
  const reply = provider.replies.find(({ id }) => id === finding.reply);
  if (!reply) return make("p", { class: "muted" }, `${words.sites}: `, link(`providers/${provider.id}/`, provider.name));
  return make(
    "div",
    { class: "says" },
    make("p", {}, make("b", {}, `${words.provider}: `), link(`providers/${provider.id}/#${reply.id}`, provider.name)),
    make("p", {}, reply.means, " ", reply.do),
  );
}

function shown(finding) {
  const both = [finding.code, finding.enhanced].filter(Boolean);
  // The enhanced code says more than the reply code, so it comes first.
  const parts = [...both].reverse().map((code) => about(code, finding.provider));
  const quoted = finding.text && finding.text !== finding.code ? make("samp", { lang: "en", translate: "no" }, finding.text) : null;
  const whose = finding.domain ? make("p", { class: "muted" }, finding.recipient ?? finding.domain) : null;
  return make("li", {}, ...[whose, quoted, providerSays(finding), ...parts].filter(Boolean));
}

function pairLine({ catalogue, a, b }) {
  const insight = tables.insights.find((item) => item.catalogue === catalogue && item.a === a && item.b === b);
  const address = `${catalogue}/${a}-vs-${b}/`;
  return make(
    "div",
    { class: "about pair" },
    make("p", {}, make("b", {}, link(address, `${words.compare}: ${a} · ${b}`))),
    ...(insight ? [make("p", {}, insight.answer)] : [a, b].map((code) => make("p", {}, codes.get(code)?.gist ?? ""))),
  );
}

function resultList(results) {
  return make(
    "div",
    {},
    make("h2", {}, words.results),
    make(
      "ul",
      { class: "results" },
      ...results.map((result) => make("li", {}, link(result.id, result.title), result.answer ? make("span", {}, result.answer) : "")),
    ),
  );
}

function results(text) {
  if (text.length > 200) return [];
  search ??= makeSearch(tables);
  return search(text);
}

/** Shows the answer to what stands in the field. */
export function answer() {
  const text = field.value;
  panel.replaceChildren();
  panel.hidden = text.trim() === "";
  if (panel.hidden) return;
  const { kind, findings, pair } = recognise(text, known);
  const found = kind === "none" || kind === "code" ? results(text) : [];
  panel.append(make("p", { class: "muted small" }, words.note));
  if (kind !== "none") panel.append(make("h2", {}, words[kind]));
  if (pair) panel.append(pairLine(pair));
  if (findings.length > 0 && kind !== "pair") panel.append(make("ol", { class: "findings" }, ...findings.slice(0, 20).map(shown)));
  if (found.length > 0) panel.append(resultList(found));
  if (kind === "none" && found.length === 0) panel.append(make("p", {}, words.none));
  const count = findings.length + found.length;
  status.textContent = kind === "none" && count === 0 ? words.none : `${words[kind] === words.none ? words.results : words[kind]}: ${count}`;
}

/** Goes to the first answer. */
export function open() {
  answer();
  panel.querySelector("a")?.click();
}

/** Closes the answer and leaves the text where it is. */
export function close() {
  panel.hidden = true;
}

/** Shows the list of keys; `isOn` says whether single keys work, `switched` is told when that changes. */
export function showKeys(isOn, switched) {
  const line = (key, text) => make("div", {}, make("dt", {}, make("kbd", {}, key)), make("dd", {}, text));
  const box = make("input", { type: "checkbox", id: "keys-on" });
  box.checked = isOn;
  box.addEventListener("change", () => switched(box.checked));
  const dialog = make(
    "dialog",
    { id: "keys", "aria-labelledby": "keys-title" },
    make("h2", { id: "keys-title" }, words.keys),
    make("dl", {}, line("/", words.keys_find), line("Esc", words.keys_close), line("?", words.keys_help)),
    make("p", {}, make("label", {}, box, ` ${words.keys_on}`)),
    make("form", { method: "dialog" }, make("button", {}, words.keys_done)),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
