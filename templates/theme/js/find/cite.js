/** Citing a page elsewhere. */
import { copyButton } from "./share.js";

/** @param {string} text */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** @param {string} text */
const plainInMarkdown = (text) => text.replace(/[\\`*_[\]<]/g, "\\$&");

/**
 * How a page is cited elsewhere: its answer, its name, and its address.
 * @param {{title: string, answer: string, site: string, address: string}} page
 * @returns {Record<"plain" | "markdown" | "html", string>}
 */
export function citations({ title, answer, site, address }) {
  const [words, name] = [plainInMarkdown(answer), plainInMarkdown(title)];
  const [text, label, href] = [escaped(answer), escaped(title), escaped(address)];
  return {
    plain: `${answer}\n${title}, ${site}: ${address}\n`,
    markdown: `> ${words}\n>\n> [${name}](${address}), ${site}\n`,
    html:
      `<blockquote cite="${href}"><p>${text}</p>` +
      `<footer><a href="${href}">${label}</a>, ${escaped(site)}</footer></blockquote>\n`,
  };
}

/**
 * The buttons that copy a citation of this page, one for each form.
 * @param {string} plain what the form without signs is called
 * @param {string} copied what a button says when the citation is copied
 */
export function citeButtons(plain, copied) {
  const textOf = (/** @type {string} */ selector) =>
    document.querySelector(selector)?.textContent?.replace(/\s+/g, " ").trim() ?? "";
  const canonical = document.querySelector("link[rel=canonical]")?.getAttribute("href");
  const found = citations({
    title: textOf("h1"),
    answer: textOf("main .answer p"),
    site: textOf(".brand"),
    address: canonical ?? location.origin + location.pathname,
  });
  return [
    copyButton(plain, copied, () => found.plain),
    copyButton("Markdown", copied, () => found.markdown),
    copyButton("HTML", copied, () => found.html),
  ];
}
