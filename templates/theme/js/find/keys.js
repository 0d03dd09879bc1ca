/** The list of keys. */
import { make } from "./elements.js";

/**
 * Shows the list of keys, in which single keys can be switched off (WCAG 2.1.4).
 * @param {Record<string, string>} words
 * @param {boolean} isOn whether single keys work
 * @param {(on: boolean) => void} switched is told when that changes
 */
export function showKeys(words, isOn, switched) {
  const line = (/** @type {string} */ key, /** @type {string} */ text) =>
    make("div", {}, make("dt", {}, make("kbd", {}, key)), make("dd", {}, text));
  const box = make("input", { type: "checkbox", id: "keys-on" });
  box.checked = isOn;
  box.addEventListener("change", () => switched(box.checked));
  const dialog = make(
    "dialog",
    { id: "keys", "aria-labelledby": "keys-title" },
    make("h2", { id: "keys-title" }, words.keys),
    make("dl", {}, line("/", words.keys_find), line("Esc", words.keys_close), line("?", words.keys_help)),
    make("p", {}, make("label", {}, box, ` ${words.keys_on}`)),
    make("form", { method: "dialog" }, make("button", {}, words.keys_done)),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
