/** A text for a ticket: to whom it goes and in which language, the text to look at and to change, and a button. */
import { copyButton, make } from "./elements.js";
import { joinedWith, loader, unpacked } from "./tables.js";
import { asked, verdicts } from "./verdict.js";

/** @import { Finding } from "../recognise/findings.js" */
/** @import { Packed, WhatToDo } from "./tables.js" */

/** @typedef {{id: string, label: string}} Choice */
/**
 * What `find/{language}/ticket.json` holds: words, a frame for the advice, the languages by their own names, and by
 * protocol and role how a text begins.
 * @typedef {{
 *   words: Record<string, string>, helps: string, languages: Record<string, string>,
 *   openings: Record<string, Record<string, string>>,
 * }} TicketTables
 */

const ROWS = "9";

/**
 * The form that shows a text for a ticket.
 * @param {TicketTables} tables
 * @param {Choice[]} addressees
 * @param {string} language the one that is chosen at first
 * @param {(addressee: string, language: string) => Promise<string>} write
 */
export function ticketForm({ words, languages }, addressees, language, write) {
  const choice = (
    /** @type {string} */ label,
    /** @type {Choice[]} */ choices,
    /** @type {string} */ chosen,
  ) => {
    const options = choices.map((one) => make("option", { value: one.id }, one.label));
    const select = make("select", {}, ...options);
    select.value = chosen;
    select.addEventListener("change", show);
    return { select, field: make("label", {}, label, " ", select) };
  };
  const text = make("textarea", { rows: ROWS, "aria-label": words.text });
  const to = choice(words.to, addressees, addressees[0].id);
  const own = Object.entries(languages).map(([id, label]) => ({ id, label }));
  const inLanguage = choice(words.language, own, language);
  async function show() {
    const [addressee, chosen] = [to.select.value, inLanguage.select.value];
    const written = await write(addressee, chosen);
    // Somebody may have chosen anew meanwhile.
    if (to.select.value !== addressee || inLanguage.select.value !== chosen) return;
    text.value = written;
    text.lang = chosen;
  }
  show();
  return make(
    "div",
    { class: "ticket" },
    make("p", {}, to.field, " ", inLanguage.field),
    text,
    make(
      "p",
      {},
      copyButton(words.copy, words.copied, () => text.value),
    ),
  );
}

/**
 * The parts of a text as paragraphs; what is missing is left out.
 * @param {(string | null | undefined)[][]} paragraphs
 */
const written = (paragraphs) =>
  paragraphs
    .map((lines) => lines.filter(Boolean).join("\n"))
    .filter(Boolean)
    .join("\n\n");

/**
 * @param {TicketTables} tables
 * @param {string} role
 * @param {string} text
 */
const advice = ({ helps }, role, text) => helps.replace("{role}", () => role).replace("{text}", () => text);

/**
 * The form for what was found in a text.
 * @param {object} found
 * @param {Finding} found.finding
 * @param {string} found.place of the situation, without the language
 * @param {string | null | undefined} found.reader the role that need not be written to first
 * @param {string | null} found.reply the server's words
 * @param {string} found.language
 * @param {(place: string, language: string) => Promise<any>} found.load files of the field in a language
 * @param {(place: string, language: string) => string} found.hrefOf
 */
export async function ticketOfFinding({ finding, place, reader, reply, language, load, hrefOf }) {
  const { protocol, outcome, situation: id } = finding;
  const codes = [finding.code, finding.enhanced].filter(Boolean).join(" ");
  const partsIn = async (/** @type {string} */ chosen) => {
    /** @type {[TicketTables, Packed, WhatToDo]} */
    const [ticket, packed, told] = await Promise.all([
      load("ticket", chosen),
      load("", chosen),
      load(place.replace(/\/$/, ""), chosen),
    ]);
    const core = unpacked(packed);
    const isApart = core.protocols.some(({ id: one, speaks }) => one === protocol && speaks);
    const tables = isApart ? joinedWith(core, await load(protocol, chosen)) : core;
    const labels = tables.protocols.find((one) => one.id === protocol)?.roles ?? {};
    return { ticket, tables, labels, advised: told.outcomes[outcome ?? ""] ?? {} };
  };
  const { ticket, labels, advised } = await partsIn(language);
  const roles = Object.keys(advised).sort((one, other) => Number(one === reader) - Number(other === reader));
  const addressees = roles.map((role) => ({ id: role, label: labels[role] }));
  return ticketForm(ticket, addressees, language, async (role, chosen) => {
    const theirs = await partsIn(chosen);
    const situation = theirs.tables.situations.find((one) => one.protocol === protocol && one.id === id);
    const opening = codes && theirs.ticket.openings[protocol]?.[role]?.replace("{codes}", codes);
    const strip = verdicts(theirs.tables).strip(finding) ?? [];
    return written([
      [opening, reply],
      [situation?.name, ...strip.flatMap(([question, value]) => (value ? [asked(question, value)] : []))],
      [advice(theirs.ticket, theirs.labels[role] ?? "", theirs.advised[role] ?? "")],
      [hrefOf(`${place}${outcome ? `#${outcome}` : ""}`, chosen)],
    ]);
  });
}

/**
 * What a page says to each role: once, or for each class of codes.
 * @param {Document} page
 * @returns {{label: string, role: string, opening: string | undefined, text: string}[]}
 */
function toldBy(page) {
  /** @type {NodeListOf<HTMLElement>} */
  const lists = page.querySelectorAll("section:not(:has(> #confused)) > dl.roles");
  return [...lists].flatMap((list) => {
    const title = lists.length > 1 ? `${list.parentElement?.querySelector("h2 .tag")?.textContent} · ` : "";
    const openings = JSON.parse(list.dataset.openings ?? "{}");
    return [...list.children].map((line) => {
      // Behind the role's name may stand a button that copies its address.
      const role = textOf(line.querySelector("dt")?.firstChild);
      const text = [...line.querySelectorAll("dd")].map(textOf).join("\n");
      return { label: title + role, role, opening: openings[role], text };
    });
  });
}

/** @param {Node | null | undefined} element */
const textOf = (element) => element?.textContent?.replace(/\s+/g, " ").trim() ?? "";

/**
 * The form for this page, which says what each role does.
 * @param {string} language
 * @param {string} otherAddress of the page in the other language
 * @param {string} folder the way to the folder of the field's files
 */
export async function ticketOfPage(language, otherAddress, folder) {
  const load = loader(folder);
  /** @type {(chosen: string) => Promise<TicketTables>} */
  const tablesIn = (chosen) => load(`${chosen}/ticket`);
  const pageIn = async (/** @type {string} */ chosen) => {
    if (chosen === language) return { page: document, address: location.origin + location.pathname };
    const text = await (await fetch(otherAddress)).text();
    return { page: new DOMParser().parseFromString(text, "text/html"), address: otherAddress };
  };
  const addressees = toldBy(document).map(({ label }, at) => ({ id: String(at), label }));
  return ticketForm(await tablesIn(language), addressees, language, async (at, chosen) => {
    const [{ page, address }, tables] = await Promise.all([pageIn(chosen), tablesIn(chosen)]);
    const { role, opening, text } = toldBy(page)[Number(at)];
    return written([
      [opening],
      [...page.querySelectorAll("h1, .answer p:first-of-type")].map(textOf),
      [advice(tables, role, text)],
      [address],
    ]);
  });
}
