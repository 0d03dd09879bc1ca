/** Hands an answer on. */
import { make } from "./elements.js";

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
