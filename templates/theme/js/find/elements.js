/** Makes elements of the page. */

/**
 * An element with attributes and children, without those that are null; text is never read as HTML.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node | string | null)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const child of children) if (child) element.append(child);
  return element;
}

/**
 * Something folded under a line.
 * @param {string} summary
 * @param {...(Node | null)} children
 */
export const folded = (summary, ...children) =>
  make("details", {}, make("summary", {}, summary), ...children);

/**
 * An element that shows what is still to be loaded; empty where it cannot be.
 * @template T
 * @param {Promise<T>} promised
 * @param {(loaded: T) => (Node | null)[]} show
 */
export function later(promised, show) {
  const place = make("div", { class: "later" });
  promised.then(
    (loaded) => place.append(...show(loaded).filter((node) => node !== null)),
    () => place.remove(),
  );
  return place;
}

/**
 * A text that stands in its place once what it is made from is loaded; nothing stands there if that fails.
 * @template T
 * @param {Promise<T>} promised
 * @param {(loaded: T) => string} textOf
 */
export function laterText(promised, textOf) {
  const place = make("span", {});
  promised.then(
    (loaded) => place.append(textOf(loaded)),
    () => place.remove(),
  );
  return place;
}

/**
 * Something folded whose content is loaded when somebody opens it.
 * @template T
 * @param {string} summary
 * @param {() => Promise<T>} load
 * @param {(loaded: T) => (Node | null)[]} show
 */
export function foldedLater(summary, load, show) {
  const details = folded(summary);
  details.addEventListener("toggle", () => details.append(later(load(), show)), { once: true });
  return details;
}

/**
 * A button that copies a text.
 * @param {string} label
 * @param {string} done what it says when the text is copied
 * @param {() => string | Promise<string>} textOf
 */
export function copyButton(label, done, textOf) {
  const button = make("button", { type: "button", class: "copy" }, label);
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(await textOf());
    button.textContent = done;
    setTimeout(() => (button.textContent = label), 1500);
  });
  return button;
}
