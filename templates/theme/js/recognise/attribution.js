/** Who said a reply, and which of the replies that are explained it is. */
import { clean } from "./tables.js";

/** @import { Hit } from "./scan.js" */
/** @import { Known } from "./tables.js" */

/**
 * Where a sign ends last in a text, not inside a longer name nor in an address; 0 where it is not.
 * @param {string} text
 * @param {string} sign
 */
function signEnd(text, sign) {
  for (let at = text.lastIndexOf(sign); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(sign, at - 1)) {
    const previous = text[at - 1] ?? " ";
    const next = text[at + sign.length] ?? " ";
    const inWord =
      (/[a-z0-9@-]/.test(previous) && /^[a-z0-9]/.test(sign)) ||
      (/[a-z0-9-]/.test(next) && /[a-z0-9]$/.test(sign));
    if (!inWord && !/@[\w.-]*$/.test(text.slice(Math.max(0, at - 60), at))) return at + sign.length;
  }
  return 0;
}

/**
 * The provider whose sign ends last in a text.
 * @param {Known} known
 * @param {string} text
 * @returns {string | null}
 */
function bySign({ signs }, text) {
  /** @type {{end: number, length: number, provider: string | null}} */
  let best = { end: 0, length: 0, provider: null };
  for (const { provider, sign } of signs) {
    if (!text.includes(sign)) continue;
    const end = signEnd(text, sign);
    if (end > 0 && (end > best.end || (end === best.end && sign.length > best.length))) {
      best = { end, length: sign.length, provider };
    }
  }
  return best.provider;
}

/**
 * Whether a text holds the pieces of a mark one after the other.
 * @param {string} text
 * @param {string[]} pieces
 */
function holds(text, pieces) {
  let from = 0;
  for (const piece of pieces) {
    const at = text.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return true;
}

/**
 * Who said it: by the most telling mark in the text, else by a sign in the text, else by the host.
 * @param {Known} known
 * @param {Hit} hit
 */
export function attributed(known, hit) {
  const text = clean(hit.raw);
  const host = (hit.host ?? "").toLowerCase();
  const signed = bySign(known, text) ?? bySign(known, host);
  let best = null;
  for (const { provider, reply, pieces, length, codes, shared } of known.marks) {
    // What many servers say is nobody's unless something else tells who said it.
    if ((shared && provider !== signed) || !holds(text, pieces)) continue;
    const agrees = codes.filter((code) => code === hit.code || code === hit.enhanced).length;
    // The same words with another code are another answer.
    if (agrees === 0) continue;
    const points = (provider === signed ? 1000 : 0) + agrees * 300 + length;
    if (!best || points > best.points) best = { provider, reply, points };
  }
  return best ? { provider: best.provider, reply: best.reply } : { provider: signed, reply: null };
}
