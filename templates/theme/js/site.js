// Comforts on top of pages that are complete without any script. One file, since every page loads it.

/**
 * @param {string} key
 * @param {string} value
 */
const remember = (key, value) => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage may be blocked; the choice then lasts for this page only.
  }
};
/** @param {string} key */
const recall = (key) => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

const root = document.documentElement;
/** @type {HTMLButtonElement | null} */
const themeButton = document.querySelector("button.theme");
if (themeButton) {
  const system = () => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const isDark = () => (root.dataset.theme ?? system()) === "dark";
  themeButton.hidden = false;
  themeButton.setAttribute("aria-pressed", String(isDark()));
  themeButton.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    themeButton.setAttribute("aria-pressed", String(isDark()));
    remember("theme", root.dataset.theme);
  });
}

/** @type {HTMLInputElement | null} */
const onlyDifferent = document.querySelector("#only-different");
if (onlyDifferent) {
  onlyDifferent.checked = recall("only-different") === "yes";
  onlyDifferent.addEventListener("change", () =>
    remember("only-different", onlyDifferent.checked ? "yes" : "no"),
  );
}

// The language switch keeps the section that the address names.
/** @type {HTMLAnchorElement | null} */
const languageLink = document.querySelector("a.language");
const keepSection = () => {
  if (languageLink) languageLink.hash = location.hash;
};
addEventListener("hashchange", keepSection);
keepSection();

// The field that finds codes: its scripts and tables are loaded when it is first used, all at once.
const MODULES = [
  ...["find", "search", "find/answers", "find/elements", "find/keys", "find/tables", "vendor/minisearch"],
  ...[
    "attribution",
    "brackets",
    "cues",
    "events",
    "findings",
    "forms",
    "index",
    "kinds",
    "lines",
    "logs",
    "masks",
  ]
    .concat(
      "messages",
      "named",
      "patterns",
      "places",
      "protocols",
      "queries",
      "recipients",
      "replies",
      "reports",
      "scan",
      "tables",
    )
    .concat("text", "weights", "words")
    .map((name) => `recognise/${name}`),
];
const scripts = /** @type {HTMLScriptElement} */ (document.currentScript).src;
/** @type {HTMLFormElement | null} */
const findForm = document.querySelector("form.find");
/** @type {HTMLTextAreaElement | null | undefined} */
const findField = findForm?.querySelector("textarea");
/** @typedef {Promise<typeof import("./find.js")>} Finder */
/** @type {Finder | null} */
let finder = null;
/** @returns {Finder} */
const startFinder = () => {
  const { root: top, language } = /** @type {HTMLFormElement} */ (findForm).dataset;
  /** @type {(rel: string, href: string, more?: Partial<HTMLLinkElement>) => void} */
  const hint = (rel, href, more = {}) => {
    document.head.append(Object.assign(document.createElement("link"), { rel, href, ...more }));
  };
  hint("preload", `${top}find/${language}.json`, { as: "fetch", crossOrigin: "anonymous" });
  for (const name of MODULES) hint("modulepreload", new URL(`${name}.js`, scripts).href);
  return import(new URL("find.js", scripts).href);
};
const loadFinder = () => (finder ??= startFinder());
if (findForm && findField) {
  // A browser takes seconds to lay out megabytes: the field shows how a long text begins, and the whole is read.
  const mostShown = 5000;
  let [beginning, whole] = ["", ""];
  const answered = async () =>
    (await loadFinder()).answer(beginning && findField.value === beginning ? whole : findField.value);
  const grow = () => {
    findField.rows = Math.min(4, findField.value.split("\n", 4).length);
  };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  findField.addEventListener("focus", loadFinder, { once: true });
  findField.addEventListener("input", () => {
    grow();
    clearTimeout(waiting);
    waiting = setTimeout(answered, 40);
  });
  findField.addEventListener("beforeinput", (event) => {
    const added = event.data ?? "";
    if (added.length <= mostShown) return;
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = findField;
    whole = value.slice(0, selectionStart) + added + value.slice(selectionEnd);
    beginning = `${whole.slice(0, mostShown)}…`;
    findField.value = beginning;
    findField.dispatchEvent(new Event("input"));
  });
  findField.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    findForm.requestSubmit();
  });
  findForm.addEventListener("submit", async (event) => {
    event.preventDefault();
    await answered();
    (await loadFinder()).open();
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    findField.value = asked;
    grow();
    answered();
  }
}

// Single keys, which can be switched off in the list of keys (WCAG 2.1.4).
/** @type {HTMLButtonElement | null} */
const keysButton = document.querySelector("button.keys");
if (keysButton && findField) {
  const showKeys = async () => {
    const { showKeys: show } = await loadFinder();
    show(recall("keys") !== "off", (on) => remember("keys", on ? "on" : "off"));
  };
  keysButton.hidden = false;
  keysButton.addEventListener("click", showKeys);
  addEventListener("keydown", async (event) => {
    if (event.key === "Escape" && finder) (await finder).close();
    const isTyping =
      event.target instanceof Element &&
      event.target.closest("input, textarea, select, dialog, [contenteditable]");
    if (isTyping || recall("keys") === "off" || event.ctrlKey || event.metaKey || event.altKey) return;
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
  pick.hidden = false;
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

// Links to sections, and a text for the other side's administrator in both languages.
/** @type {HTMLTemplateElement | null} */
const copyButtons = document.querySelector("template#copy");
if (copyButtons && navigator.clipboard) {
  const { section = "", ticket = "", copied = "" } = copyButtons.dataset;
  /** @type {(label: string, text: string, makeText: () => string | Promise<string>) => HTMLButtonElement} */
  const copyButton = (label, text, makeText) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.title = label;
    button.setAttribute("aria-label", label);
    button.textContent = text;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(await makeText());
      button.textContent = copied;
      setTimeout(() => (button.textContent = text), 1500);
    });
    return button;
  };
  for (const heading of document.querySelectorAll("main h2[id]")) {
    const address = new URL(`#${heading.id}`, location.origin + location.pathname).href;
    heading.append(
      " ",
      copyButton(`${section}: ${heading.textContent}`, "#", () => address),
    );
  }
  /** @type {(page: Document, address: string) => string} */
  const ticketOf = (page, address) => {
    const lines = [...page.querySelectorAll("h1, .answer p:first-of-type, dl.roles > .decides dd")];
    return [...lines.map((line) => line.textContent.trim()), address].join("\n");
  };
  const answer = document.querySelector("main .answer");
  if (answer && languageLink) {
    const otherPage = async () => {
      const response = await fetch(languageLink.href);
      return new DOMParser().parseFromString(await response.text(), "text/html");
    };
    const bothLanguages = async () => {
      const here = ticketOf(document, location.origin + location.pathname);
      const there = ticketOf(await otherPage(), languageLink.href.replace(/#.*$/, ""));
      return `${(root.lang === "en" ? [here, there] : [there, here]).join("\n\n")}\n`;
    };
    const line = document.createElement("p");
    line.className = "copying";
    line.append(copyButton(ticket, ticket, bothLanguages));
    answer.after(line);
  }
}

// An unknown address: suggest the pair or code that it names, in the catalogue and language that it names.
const decoded = () => {
  try {
    return decodeURIComponent(location.pathname);
  } catch {
    return location.pathname;
  }
};
/** @type {HTMLElement | null} */
const notFound = document.querySelector(
  `.notfound[lang="${/\/ko\//.test(location.pathname) ? "ko" : "en"}"]`,
);
if (notFound) {
  const asked = new Set(
    decoded()
      .toLowerCase()
      .match(/\d+(?:\.\d+)+|\w+/g),
  );
  const [best] = [...notFound.querySelectorAll("[data-codes]")]
    .map((item) => {
      const { codes = "", id = "" } = /** @type {HTMLElement} */ (item).dataset;
      const found = codes.split(" ").filter((code) => asked.has(code.toLowerCase()));
      return {
        link: item.querySelector("a"),
        codes: found.slice(0, 2),
        isNamed: decoded().includes(`/${id}/`),
      };
    })
    .filter(({ codes }) => codes.length > 0)
    .sort((one, other) => Number(other.isNamed) - Number(one.isNamed));
  if (best?.link) {
    const link = document.createElement("a");
    link.href = `${best.link.getAttribute("href")}${best.codes.join("-vs-")}/`;
    link.textContent = best.codes.join(" · ");
    const line = document.createElement("p");
    line.className = "suggestion";
    line.append(`${notFound.dataset.label}: `, link);
    notFound.querySelector("h1, h2")?.after(line);
  }
}
