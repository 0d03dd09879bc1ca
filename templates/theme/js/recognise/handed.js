/** What a log says of a mail that the next server took over, whatever words its good answer had. */
import { pattern } from "./patterns.js";
import { LONGEST_LINE } from "./places.js";

/** @import { Finding, Result } from "./findings.js" */
/** @import { Known } from "./tables.js" */

const ACCEPTED = "message-accepted";
// Postfix, Sendmail, qmail and OpenSMTPD; and Exim.
const HANDED_OVER = pattern("i")`
  \bstatus=sent(?= \()|\bstat=Sent\b(?! \w)|\bdelivery \d+: success(?=: )|\bmta delivery\b(?=.{0,900}\bresult="?Ok\b)
  |(?<=^.{0,80} )[=*-]>(?= \S.{0,900} C=")
`;

/**
 * What happened where a log says that the mail was handed over: its good answer came at the end, though its words may
 * be those of any step.
 * @param {Known} known
 * @param {Result} told
 * @param {string} source
 * @returns {Result}
 */
export function ofHandedOver(known, told, source) {
  const isOpen = (/** @type {Finding} */ { code, how }) =>
    /^2/.test(code ?? "") && (how ?? "code") === "code";
  if (told.kind !== "log" || !told.findings.some(isOpen) || !known.outcomes.has(ACCEPTED)) return told;
  const lines = source.split("\n").filter((line) => line.length <= LONGEST_LINE && HANDED_OVER.test(line));
  const findings = told.findings.map((/** @type {Finding} */ one) => {
    const { code, recipient } = one;
    const line = isOpen(one)
      ? lines.find((it) => it.includes(recipient ?? "") && it.includes(code ?? ""))
      : undefined;
    const words = line && HANDED_OVER.exec(line)?.[0].toLowerCase();
    const how = /** @type {const} */ ("words");
    return words ? { ...one, situation: ACCEPTED, how, words } : one;
  });
  return { ...told, findings };
}
