/** A good answer that a program took for an error: it belongs to an earlier command, and the two are out of step. */
import { plainFinding } from "./findings.js";
import { OUT_OF_STEP } from "./masks.js";
import { PROGRAM } from "./readers.js";
import { MAIL, clean } from "./tables.js";

/** @import { Finding, Result } from "./findings.js" */
/** @import { Known } from "./tables.js" */

const SITUATION = "wrong-order";

/**
 * What a program reports that expected another answer; null where no program does. Nothing was delivered by this try.
 * @param {Known} known
 * @param {string} source
 * @returns {Result | null}
 */
export function asOutOfStep(known, source) {
  const said = source.match(OUT_OF_STEP)?.[0];
  if (said === undefined || !known.outcomes.has(SITUATION)) return null;
  /** @type {Finding} */
  const finding = {
    ...plainFinding({ id: null, protocol: MAIL }, null, source.trim()),
    situation: SITUATION,
    outcome: "permanent",
    how: "words",
    words: clean(said),
  };
  return { kind: "reply", findings: [finding], pairs: [], role: PROGRAM };
}
