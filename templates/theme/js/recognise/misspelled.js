/** The name of a code behind it, a letter or two of which were mistyped: 502 Bad Gatway. */
import { webOf } from "./bodies.js";

/** @import { Known } from "./tables.js" */

// Somebody types as much; what servers write has no such slips.
const LONGEST_TYPED = 2000;
const NAMED = /(?<![\w.-])([1-5]\d\d)([ :,(-]{1,3}["']?)([a-z]{2,20}(?:[ -][a-z]{2,20}){0,4})/gi;
const MOST_SLIPS = 2;

/**
 * How many letters have to be put in, left out or changed to make a name of another, which is not empty.
 * @param {string} one
 * @param {string} other
 */
function slips(one, other) {
  let row = [...other].map((_, at) => at + 1);
  for (const [at, letter] of [...one].entries()) {
    let [left, before] = [at + 1, at];
    row = row.map((above, place) => {
      left = Math.min(above + 1, left + 1, before + Number(letter !== other[place]));
      before = above;
      return left;
    });
  }
  return row[row.length - 1];
}

/**
 * A text in which such names are put right.
 * @param {Known} known
 * @param {string} text
 */
export function withNamesRight(known, text) {
  const titles = text.length <= LONGEST_TYPED && webOf(known)?.titles;
  if (!titles) return text;
  return text.replace(NAMED, (whole, code, between, behind) => {
    const title = titles.get(code);
    if (!title) return whole;
    const count = title.split(/[ -]/).length;
    const name = behind
      .split(/(?<=[ -])/)
      .slice(0, count)
      .join("")
      .trimEnd();
    const wrong = slips(name.toLowerCase(), title.toLowerCase());
    const isMeant = wrong > 0 && wrong <= MOST_SLIPS && title.length > 4 * wrong;
    return isMeant ? `${code}${between}${title}${behind.slice(name.length)}` : whole;
  });
}
