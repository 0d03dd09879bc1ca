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
