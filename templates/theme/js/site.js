// Comforts on top of pages that are complete without any script. One file, since every page loads it.

/**
 * A storage of the browser that may be blocked or full: what it cannot keep lasts for this page only.
 * @param {() => Storage} of asking for it is refused too, where storage is blocked
 */
const store = (of) => ({
  /** @param {string} key */
  get: (key) => {
    try {
      return of().getItem(key);
    } catch {
      return null;
    }
  },
  /**
   * @param {string} key
   * @param {string} value
   */
  set: (key, value) => {
    try {
      of().setItem(key, value);
    } catch {
      // Nothing is lost but comfort.
    }
  },
});
const choices = store(() => localStorage);
// What was pasted stays for the visit, in this tab alone.
const visit = store(() => sessionStorage);

const root = document.documentElement;
// What only scripts show is no part of tens of thousands of pages: the file that sets the colours brings the words.
const words = /** @type {Record<string, string>} */ (Reflect.get(globalThis, "words"));
/** @type {(className: string, textContent: string) => HTMLButtonElement} */
const makeButton = (className, textContent) =>
  Object.assign(document.createElement("button"), { type: "button", className, textContent });
/** @type {HTMLAnchorElement | null} */
const languageLink = document.querySelector("a.language");

/** @type {HTMLButtonElement | null} */
const themeButton = document.querySelector("button.theme");
if (themeButton) {
  const system = () => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const isDark = () => (root.dataset.theme ?? system()) === "dark";
  themeButton.title = themeButton.ariaLabel = words.theme;
  themeButton.setAttribute("aria-pressed", String(isDark()));
  themeButton.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    themeButton.setAttribute("aria-pressed", String(isDark()));
    choices.set("theme", root.dataset.theme);
  });
}

/** @type {HTMLInputElement | null} */
const onlyDifferent = document.querySelector("#only-different");
if (onlyDifferent) {
  onlyDifferent.checked = choices.get("only-different") === "yes";
  onlyDifferent.addEventListener("change", () =>
    choices.set("only-different", onlyDifferent.checked ? "yes" : "no"),
  );
}

// The language switch keeps the section that is being read: what the address names if that is in sight.
const topOf = (/** @type {Element | null} */ one) => one?.getBoundingClientRect().top ?? NaN;
const keepPlace = () => {
  if (!languageLink) return;
  const top = topOf(document.getElementById(location.hash.slice(1)));
  const passed = [...document.querySelectorAll("main :is(h2, h3)[id]")].filter(
    (one) => topOf(one) < innerHeight / 3,
  );
  languageLink.hash = top >= 0 && top < innerHeight ? location.hash : (passed.pop()?.id ?? "");
};
for (const kind of ["click", "auxclick"]) languageLink?.addEventListener(kind, keepPlace);

// The field that finds codes: its scripts and tables are loaded when it is first used, all at once.
// Those of a question in words, of two codes and of the keys are not among them, since a paste needs none of them.
const MODULES = [
  ...(`
    find find/answers find/apart find/asked find/elements find/pageless find/quoted find/tables find/verdict
    recognise/attribution
    recognise/brackets recognise/cues recognise/dispositions recognise/findings recognise/kinds
    recognise/lines recognise/logs recognise/mail recognise/masks recognise/messages recognise/patterns
    recognise/phrases recognise/places recognise/plainly recognise/queries recognise/readers recognise/recipients
    recognise/replies recognise/reports recognise/scan recognise/sessions recognise/situations recognise/tables
    recognise/telling recognise/text recognise/weights recognise/words
  `.match(/\S+/g) ?? []),
];
const ownScript = /** @type {HTMLScriptElement} */ (document.currentScript);
const scripts = ownScript.src;
const siteRoot = ownScript.getAttribute("src")?.replace(/js\/[^/]*$/, "") ?? "";
/** @type {HTMLFormElement | null} */
const findForm = document.querySelector("form.find");
/** @type {HTMLTextAreaElement | null | undefined} */
const findField = findForm?.querySelector("textarea");
/** @typedef {Promise<typeof import("./find.js")>} Finder */
/** @type {Finder | null} */
let finder = null;
/** @returns {Finder} */
const startFinder = () => {
  /** @type {(rel: string, href: string, more?: Partial<HTMLLinkElement>) => void} */
  const hint = (rel, href, more = {}) => {
    document.head.append(Object.assign(document.createElement("link"), { rel, href, ...more }));
  };
  hint("preload", `${siteRoot}find/${root.lang}.json`, { as: "fetch", crossOrigin: "anonymous" });
  for (const name of MODULES) hint("modulepreload", new URL(`${name}.js`, scripts).href);
  return import(new URL("find.js", scripts).href);
};
const loadFinder = () => (finder ??= startFinder());
if (findForm && findField) {
  Object.assign(findForm.dataset, { root: siteRoot, language: root.lang });
  const asWritten = { autocomplete: "off", autocapitalize: "off", spellcheck: false };
  Object.assign(findField, asWritten, { title: words.note });
  // A browser takes seconds to lay out megabytes: the field shows how a long text begins, and the whole is read.
  const mostShown = 5000;
  const mostKept = 100_000;
  // Somebody who types is not answered at every key, somebody who pastes at once.
  const pause = 120;
  let [beginning, whole] = ["", ""];
  /** @type {string | null} */
  let situation = null;
  const asked = () => (beginning && findField.value === beginning ? whole : findField.value);
  const answered = async (isUnfinished = false, left = "") => {
    // A log of megabytes would block the page while it is written.
    visit.set("asked", asked().length > mostKept ? "" : asked());
    findForm.ariaBusy = "true";
    try {
      return await (await loadFinder()).answer(asked(), { situation, isUnfinished, left });
    } finally {
      findForm.ariaBusy = "false";
    }
  };
  const leastRows = findField.rows;
  const grow = () => {
    findField.rows = Math.max(leastRows, Math.min(4, findField.value.split("\n", 4).length));
  };
  /** @param {string} text */
  const put = (text) => {
    whole = text;
    beginning = text.length > mostShown ? `${text.slice(0, mostShown)}…` : "";
    findField.value = beginning || text;
    grow();
  };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  findField.addEventListener("focus", loadFinder, { once: true });
  findField.addEventListener("input", (event) => {
    situation = null;
    grow();
    clearTimeout(waiting);
    const { inputType = "", isComposing = false } = event instanceof InputEvent ? event : {};
    if (!inputType || inputType.startsWith("insertFrom")) {
      // A text is recognised by how it begins.
      requestAnimationFrame(() => (findField.scrollTop = 0));
      answered();
    } else {
      waiting = setTimeout(() => answered(isComposing), pause);
    }
  });
  findField.addEventListener("beforeinput", (event) => {
    const added = event.data ?? "";
    if (added.length <= mostShown) return;
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = findField;
    put(value.slice(0, selectionStart) + added + value.slice(selectionEnd));
    findField.dispatchEvent(new Event("input"));
  });
  findField.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    findForm.requestSubmit();
  });
  findForm.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    await answered();
    (await loadFinder()).open();
  });
  /** @type {NodeListOf<HTMLButtonElement>} */
  const examples = findForm.querySelectorAll("button.example");
  for (const example of examples) {
    example.addEventListener("click", () => {
      situation = null;
      put(example.textContent ?? "");
      answered();
    });
  }
  const parameters = new URLSearchParams(location.search);
  const [arrival] = performance.getEntriesByType("navigation");
  const isBack = arrival instanceof PerformanceNavigationTiming && arrival.type !== "navigate";
  // Whoever comes back to a page finds it as it was left: the answer, and the link that was followed out of it.
  const opened = `open ${location.pathname}`;
  const left = (isBack && visit.get(opened)) || "";
  situation = parameters.get("situation");
  const text = parameters.get("q") ?? visit.get("asked");
  if (text) put(text);
  if (parameters.has("q") || left) answered(false, left);
  addEventListener("pagehide", () => {
    const link = document.activeElement?.closest("#found a")?.getAttribute("href");
    visit.set(opened, document.querySelector("#found:not([hidden])") ? (link ?? "yes") : "");
  });
}

// Single keys, which can be switched off in the list of keys (WCAG 2.1.4).
if (findField) {
  const keysButton = makeButton("keys", words.keys);
  const showKeys = async () => {
    const { showKeys: show } = await loadFinder();
    show(choices.get("keys") !== "off", (on) => choices.set("keys", on ? "on" : "off"));
  };
  keysButton.setAttribute("aria-haspopup", "dialog");
  const help = Object.assign(document.createElement("p"), { className: "help" });
  help.append(keysButton);
  document.querySelector("footer")?.append(help);
  keysButton.addEventListener("click", showKeys);
  addEventListener("keydown", async (event) => {
    if (event.key === "Escape" && finder) (await finder).close();
    const isTyping =
      event.target instanceof Element &&
      event.target.closest("input, textarea, select, dialog, [contenteditable]");
    if (isTyping || choices.get("keys") === "off" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") {
      event.preventDefault();
      findField.focus();
      findField.select();
    } else if (event.key === "?") {
      event.preventDefault();
      showKeys();
    }
  });
}

// Any two codes: either order has an address, so nothing needs to be known but the two.
/** @type {NodeListOf<HTMLFormElement>} */
const picks = document.querySelectorAll("form.pick");
for (const pick of picks) {
  const { a, b } = /** @type {Record<string, HTMLInputElement>} */ (/** @type {unknown} */ (pick.elements));
  const known = new Set([...pick.querySelectorAll("option")].map((option) => option.value));
  const problem = /** @type {HTMLElement} */ (pick.querySelector(".problem"));
  pick.querySelector(".swap")?.addEventListener("click", () => {
    [a.value, b.value] = [b.value, a.value];
  });
  pick.addEventListener("submit", (event) => {
    event.preventDefault();
    const [one, other] = [a.value.trim(), b.value.trim()];
    problem.hidden = one !== other && known.has(one) && known.has(other);
    if (problem.hidden) location.href = `${pick.dataset.from}${one}-vs-${other}/`;
  });
}

// Contents that would make tens of thousands of files longer.
const later = document.querySelector(".contents.later");
for (const { id, textContent } of later ? document.querySelectorAll("main h2[id]") : []) {
  later?.append(Object.assign(document.createElement("a"), { href: `#${id}`, textContent }));
}

// Links to sections, and a text for a ticket: to whom, in which language, with a look at it before it is copied.
if (navigator.clipboard) {
  /** @type {NodeListOf<HTMLElement>} */
  const headings = document.querySelectorAll("main :is(h2, h3, dt)[id]");
  for (const heading of headings) {
    const address = new URL(`#${heading.id}`, location.origin + location.pathname).href;
    const button = makeButton("copy", "#");
    button.title = `${words.section}: ${heading.textContent}`;
    button.setAttribute("aria-label", button.title);
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(address);
      button.textContent = words.copied;
      setTimeout(() => (button.textContent = "#"), 1500);
    });
    heading.append(" ", button);
  }
}

/**
 * A summary that unfolds what is made when somebody first opens it.
 * @param {string} summary
 * @param {() => Promise<HTMLElement[]>} make
 */
function unfolding(summary, make) {
  const details = Object.assign(document.createElement("details"), { className: "copying" });
  details.append(Object.assign(document.createElement("summary"), { textContent: summary }));
  details.addEventListener("toggle", async () => details.append(...(await make())), { once: true });
  return details;
}

const said = document.querySelector("main .answer");
if (said && navigator.clipboard) {
  const cited = unfolding(words.cite, async () => {
    const { citeButtons } = await import(new URL("find/cite.js", scripts).href);
    const embed = document.querySelector("main[data-embed]") ? words.embed : undefined;
    return citeButtons(words.plain, embed, words.copied);
  });
  document.querySelector("section:has(> #sources)")?.append(cited);
}
if (said && languageLink && document.querySelector("main dl.roles")) {
  const ticket = unfolding(words.ticket, async () => {
    const { ticketOfPage } = await import(new URL("find/ticket.js", scripts).href);
    return [await ticketOfPage(root.lang, languageLink.href.replace(/#.*$/, ""), `${siteRoot}find/`)];
  });
  // Below what each role does; where that differs by the class of codes, below the last of these.
  const actions = document.querySelector("section:has(> #actions)");
  if (actions) actions.append(ticket);
  else ([...document.querySelectorAll("main .outcome")].at(-1) ?? said).after(ticket);
}
