// An unknown address: speak the language that it names, and suggest the pair or code of its catalogue that it names.
// Run while the page is read, before what the frame of a page needs is.
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
/**
 * Puts the frame of a page, which is in the first language, into another one.
 * @param {HTMLElement} section what is said in that language
 */
const speak = (section) => {
  const { words, home, title, texts, links, nav, placeholder } = JSON.parse(section.dataset.frame ?? "{}");
  document.documentElement.lang = section.lang;
  document.title = title;
  /** @type {[string, string][]} */
  const said = Object.entries(texts);
  const say = () => {
    for (const [selector, text] of said) {
      for (const one of document.querySelectorAll(selector)) one.textContent = text;
    }
  };
  say();
  // The foot of the page is yet to come.
  addEventListener("DOMContentLoaded", say);
  document.querySelector(".brand")?.setAttribute("href", home);
  document.querySelector(".find")?.setAttribute("action", home);
  document.querySelector(".find textarea")?.setAttribute("placeholder", placeholder);
  const menu = document.querySelector("header nav");
  menu?.setAttribute("aria-label", nav);
  menu?.replaceChildren(
    ...links.map((/** @type {[string, string]} */ [name, address]) => {
      const link = document.createElement("a");
      [link.href, link.textContent] = [`${home}${address}`, name];
      return link;
    }),
  );
  const first = section.parentElement?.querySelector("h1");
  const second = section.querySelector("h2");
  for (const [one, level] of /** @type {[Element | null | undefined, string][]} */ ([
    [first, "h2"],
    [second, "h1"],
  ])) {
    const heading = document.createElement(level);
    heading.textContent = one?.textContent ?? "";
    one?.replaceWith(heading);
  }
  section.parentElement?.prepend(section);
  // The words of the frame are to be there before the script that uses them, which waits for the end of the page.
  document.write(`<script src="${words}"></script>`);
};

if (notFound && notFound.lang !== document.documentElement.lang) speak(notFound);
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
    link.textContent = best.codes.join("\u00a0· ");
    const line = document.createElement("p");
    line.className = "suggestion";
    line.append(`${notFound.dataset.label}: `, link);
    notFound.querySelector("h1, h2")?.after(line);
  }
}
