// Comforts on top of pages that are complete without any script.
const remember = (key, value) => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage may be blocked; the choice then lasts for this page only.
  }
};
const recall = (key) => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

const root = document.documentElement;
const themeButton = document.querySelector("button.theme");
if (themeButton) {
  const isDark = () =>
    (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  themeButton.hidden = false;
  themeButton.setAttribute("aria-pressed", String(isDark()));
  themeButton.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    themeButton.setAttribute("aria-pressed", String(isDark()));
    remember("theme", root.dataset.theme);
  });
}

const onlyDifferent = document.querySelector("#only-different");
if (onlyDifferent) {
  onlyDifferent.checked = recall("only-different") === "yes";
  onlyDifferent.addEventListener("change", () => remember("only-different", onlyDifferent.checked ? "yes" : "no"));
}

// The language switch keeps the section that the address names.
const languageLink = document.querySelector("a.language");
const keepSection = () => {
  if (languageLink) languageLink.hash = location.hash;
};
addEventListener("hashchange", keepSection);
keepSection();

// The field that finds codes: its scripts and tables are loaded when it is first used.
const scripts = document.currentScript.src;
const findForm = document.querySelector("form.find");
const findField = findForm?.querySelector("textarea");
let finder = null;
const loadFinder = () => (finder ??= import(new URL("find.js", scripts)));
const answered = async () => (await loadFinder()).answer();
if (findForm) {
  const grow = () => {
    findField.rows = Math.min(4, findField.value.split("\n").length);
  };
  let waiting = 0;
  findField.addEventListener("focus", loadFinder, { once: true });
  findField.addEventListener("input", () => {
    grow();
    clearTimeout(waiting);
    waiting = setTimeout(answered, 40);
  });
  findField.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    findForm.requestSubmit();
  });
  findForm.addEventListener("submit", async (event) => {
    event.preventDefault();
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
const keysButton = document.querySelector("button.keys");
if (keysButton && findForm) {
  const showKeys = async () => (await loadFinder()).showKeys(recall("keys") !== "off", (on) => remember("keys", on ? "on" : "off"));
  keysButton.hidden = false;
  keysButton.addEventListener("click", showKeys);
  addEventListener("keydown", async (event) => {
    if (event.key === "Escape" && finder) (await finder).close();
    const isTyping = event.target.closest?.("input, textarea, select, dialog, [contenteditable]");
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
for (const pick of document.querySelectorAll("form.pick")) {
  const { a, b } = pick.elements;
  const known = new Set([...pick.querySelectorAll("option")].map((option) => option.value));
  const problem = pick.querySelector(".problem");
  pick.hidden = false;
  pick.querySelector(".swap").addEventListener("click", () => {
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
const copyButtons = document.querySelector("template#copy");
if (copyButtons && navigator.clipboard) {
  const { section, ticket, copied } = copyButtons.dataset;
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
    heading.append(" ", copyButton(`${section}: ${heading.textContent}`, "#", () => address));
  }
  const ticketOf = (page, address) => {
    const verdict = page.querySelector(".answer p").textContent.trim();
    const actions = [...page.querySelectorAll("dl.roles > .decides dd")].map((item) => item.textContent.trim());
    return [page.querySelector("h1").textContent.trim(), verdict, ...actions, address].join("\n");
  };
  const otherPage = async () => {
    const answer = await fetch(languageLink.href);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };
  const answer = document.querySelector("main .answer");
  if (answer && languageLink) {
    const bothLanguages = async () => {
      const here = ticketOf(document, location.origin + location.pathname);
      const there = ticketOf(await otherPage(), languageLink.href.replace(/#.*$/, ""));
      return (root.lang === "en" ? [here, there] : [there, here]).join("\n\n") + "\n";
    };
    const line = document.createElement("p");
    line.className = "copying";
    line.append(copyButton(ticket, ticket, bothLanguages));
    answer.after(line);
  }
}

// An unknown address: suggest the pair or code that its digits name, in the language that it names.
for (const section of document.querySelectorAll(".notfound")) {
  const known = new Set(section.dataset.codes.split(" "));
  const language = section.lang;
  const [, asked = "en"] = location.pathname.match(/\/(en|ko)\//) ?? [];
  const codes = (decodeURIComponent(location.pathname).match(/\d{3}/g) ?? []).filter((code) => known.has(code));
  const pair = [...new Set(codes)].slice(0, 2).sort();
  if (pair.length === 0 || language !== asked) continue;
  const home = section.querySelector("a").getAttribute("href");
  const link = document.createElement("a");
  link.href = `${home}smtp/${pair.join("-vs-")}/`;
  link.textContent = pair.join(" · ");
  const line = document.createElement("p");
  line.className = "suggestion";
  line.append(`${section.dataset.label}: `, link);
  section.querySelector("h1, h2").after(line);
}
