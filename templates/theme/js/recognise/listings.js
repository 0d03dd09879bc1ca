/** Lines of a program that a trace shows with their numbers, one of them marked: `--> 527     res = await call(`. */
import { filled } from "./masks.js";

// An arrow at the line that failed, or a rule between all numbers and lines.
const HAS_LISTING = /^[ \t]*(?:-{1,6}>|=>)[ \t]*\d{1,5}:?(?:[ \t]|$)|^[ \t]*\d{1,5}[ \t]*[|│]/m;
const LINE = /^([ \t]*(?:-{1,6}>|=>|>)?[ \t]*)(\d{1,5})(?=:?[ \t]|[ \t]*[|│]|$)/;
const MARKED = /^[ \t]*(?:-{1,6}>|=>)/;
// A table has more rules.
const RULED = /^[^|│]*\d[ \t]*[|│](?!.*[^|]\|(?!\|))/;
// Under a line stands where in it the failure is.
const POINTER = /^[ \t]*[|│]?[ \t]*[\^~]+[ \t]*$/;

/**
 * A text in which the numbers of listed lines are not seen; what the lines themselves say stays.
 * @param {string} source
 */
export function withoutListings(source) {
  if (!HAS_LISTING.test(source)) return source;
  const lines = source.split("\n");
  /** @type {number[]} */
  let run = [];
  let last = NaN;
  const close = () => {
    const isListing =
      run.length > 1 &&
      (run.some((at) => MARKED.test(lines[at])) || run.every((at) => RULED.test(lines[at])));
    if (isListing) {
      for (const at of run) {
        lines[at] = lines[at].replace(LINE, (_, before, number) => before + filled(number));
      }
    }
    run = [];
  };
  for (const [at, line] of lines.entries()) {
    const number = LINE.exec(line)?.[2];
    if (number === undefined && POINTER.test(line)) continue;
    if (run.length > 0 && Number(number) !== last + 1) close();
    if (number !== undefined) {
      run.push(at);
      last = Number(number);
    }
  }
  close();
  return lines.join("\n");
}
