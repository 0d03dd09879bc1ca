/** As much of a document as the field's elements need: text, attributes, children, events. */

export class Piece {
  /** @param {string} tag */
  constructor(tag) {
    this.tag = tag;
    this.hidden = false;
    /** @type {Record<string, string>} */
    this.attributes = {};
    /** @type {(Piece | string)[]} */
    this.children = [];
    /** @type {Piece | null} */
    this.parent = null;
    /** @type {Record<string, (() => unknown)[]>} */
    this.listeners = {};
  }

  /** @type {(name: string, value: string) => void} */
  setAttribute(name, value) {
    this.attributes[name] = value;
  }

  /** @param {...(Piece | string)} children */
  append(...children) {
    for (const child of children) {
      if (typeof child !== "string") child.parent = this;
      this.children.push(child);
    }
  }

  remove() {
    if (!this.parent) return;
    this.parent.children = this.parent.children.filter((child) => child !== this);
  }

  /** @type {(name: string, listener: () => unknown) => void} */
  addEventListener(name, listener) {
    (this.listeners[name] ??= []).push(listener);
  }

  /** @param {string} name */
  async dispatch(name) {
    for (const listener of this.listeners[name] ?? []) await listener();
  }

  get textContent() {
    /** @type {(child: Piece | string) => string} */
    const textOf = (child) => (typeof child === "string" ? child : child.textContent);
    return this.children.map(textOf).join("");
  }

  set textContent(text) {
    this.children = [text];
  }

  /**
   * Every element of a kind below this one.
   * @param {string} tag
   * @returns {Piece[]}
   */
  all(tag) {
    return this.children.flatMap((child) =>
      typeof child === "string" ? [] : [...(child.tag === tag ? [child] : []), ...child.all(tag)],
    );
  }
}

/** Puts the document where scripts look for it. */
export function install() {
  Object.assign(globalThis, { document: { createElement: (/** @type {string} */ tag) => new Piece(tag) } });
}

/**
 * An element as what it is in these tests.
 * @param {unknown} element
 */
export const piece = (element) => /** @type {Piece} */ (element);
