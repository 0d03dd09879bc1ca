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
    link.textContent = best.codes.join("\u00a0· ");
    const line = document.createElement("p");
    line.className = "suggestion";
    line.append(`${notFound.dataset.label}: `, link);
    notFound.querySelector("h1, h2")?.after(line);
  }
}
