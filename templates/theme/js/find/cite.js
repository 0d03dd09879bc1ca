/** Citing a page elsewhere. */
import { copyButton } from "./elements.js";

/** @param {string} text */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** @param {string} text */
const plainInMarkdown = (text) => text.replace(/[\\`*_[\]<]/g, "\\$&");

// A frame does not grow with what is in it; this is enough for nearly every answer, and the rest can be scrolled.
const FRAME_WIDTH = 600;
const frameHeight = (/** @type {number} */ outcomes) => 200 + 120 * Math.max(1, outcomes);

/**
 * How a page is cited elsewhere: its answer, its name, and its address; or in a frame that shows its answer.
 * @param {{title: string, answer: string, site: string, address: string, outcomes: number}} page
 * @returns {Record<"plain" | "markdown" | "html" | "embed", string>}
 */
export function citations({ title, answer, site, address, outcomes }) {
  const [words, name] = [plainInMarkdown(answer), plainInMarkdown(title)];
  const [text, label, href] = [escaped(answer), escaped(title), escaped(address)];
  return {
    plain: `${answer}\n${title}, ${site}: ${address}\n`,
    markdown: `> ${words}\n>\n> [${name}](${address}), ${site}\n`,
    html:
      `<blockquote cite="${href}"><p>${text}</p>` +
      `<footer><a href="${href}">${label}</a>, ${escaped(site)}</footer></blockquote>\n`,
    embed:
      `<iframe src="${href}embed/" title="${label}" width="${FRAME_WIDTH}" height="${frameHeight(outcomes)}"` +
      ` loading="lazy" style="border: 0; max-width: 100%"></iframe>\n`,
  };
}

/**
 * The buttons that copy a citation of this page, one for each form.
 * @param {string} plain what the form without signs is called
 * @param {string | undefined} embed what the frame is called, on pages that have one
 * @param {string} copied what a button says when the citation is copied
 */
export function citeButtons(plain, embed, copied) {
  const textOf = (/** @type {string} */ selector) =>
    document.querySelector(selector)?.textContent?.replace(/\s+/g, " ").trim() ?? "";
  const canonical = document.querySelector("link[rel=canonical]")?.getAttribute("href");
  const found = citations({
    title: textOf("h1"),
    answer: textOf("main .answer p"),
    site: textOf(".brand"),
    address: canonical ?? location.origin + location.pathname,
    outcomes: document.querySelectorAll("main :is(.card, .outcome)").length,
  });
  return [
    copyButton(plain, copied, () => found.plain),
    copyButton("Markdown", copied, () => found.markdown),
    copyButton("HTML", copied, () => found.html),
    ...(embed ? [copyButton(embed, copied, () => found.embed)] : []),
  ];
}
