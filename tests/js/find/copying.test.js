/** The button that copies an answer. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, mock, test } from "node:test";

import { copyButton } from "../../../templates/theme/js/find/elements.js";
import { install, piece } from "../support/document.js";

install();

describe("the button that copies", () => {
  const original = Object.getOwnPropertyDescriptor(globalThis, "navigator");
  /** @type {string[]} */
  let copied = [];
  /** @param {unknown} clipboard */
  const withClipboard = (clipboard) =>
    Object.defineProperty(globalThis, "navigator", { value: { clipboard }, configurable: true });

  beforeEach(() => {
    copied = [];
    withClipboard({ writeText: async (/** @type {string} */ text) => copied.push(text) });
    mock.timers.enable({ apis: ["setTimeout"] });
  });
  afterEach(() => {
    mock.timers.reset();
    if (original) Object.defineProperty(globalThis, "navigator", original);
  });

  test("copies what the answer is then, says so, and is as before", async () => {
    let text = "first";
    const button = piece(copyButton("Copy", "Copied", () => text));
    text = "second";
    await button.dispatch("click");
    assert.deepEqual(copied, ["second"]);
    assert.equal(button.textContent, "Copied");
    mock.timers.tick(1500);
    assert.equal(button.textContent, "Copy");
  });
  test("is not there where nothing can be copied", () => {
    withClipboard(undefined);
    assert.equal(copyButton("Copy", "Copied", () => "").hidden, true);
  });
});
