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

// The number by which Postfix and Exim name a mail in each of its records.
const ID = pattern("")`\[\d{1,7}\]: (\w{5,20}): |(?<![\w-])(\w{6}-\w{6,11}-\w{2,4}) `;
// The class of what waits.
const WAITING = "transient";
// As much of a reply as its line begins with for sure.
const BEGINNING = 40;

/** @param {string} line */
const idIn = (line) => ID.exec(line)?.slice(1).find(Boolean);

/**
 * What a log tells without the replies that put a mail off which a later record hands over to the same recipient.
 * @param {Finding[]} findings
 * @param {string} source
 */
function withoutMadeGood(findings, source) {
  const lines = source.split("\n");
  const ids = lines.map((line) =>
    line.length <= LONGEST_LINE && HANDED_OVER.test(line) ? idIn(line) : undefined,
  );
  const left = findings.filter(({ outcome, recipient, text }) => {
    if (outcome !== WAITING || !recipient) return true;
    const at = lines.findIndex((line) => line.includes(text.slice(0, BEGINNING)));
    const id = idIn(lines[at] ?? "");
    return !ids.some((one, index) => one && one === id && index > at && lines[index].includes(recipient));
  });
  return left.length > 0 ? left : findings;
}

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
  if (told.kind !== "log" || !known.outcomes.has(ACCEPTED)) return told;
  const kept = withoutMadeGood(told.findings, source);
  if (!kept.some(isOpen)) return { ...told, findings: kept };
  const lines = source.split("\n").filter((line) => line.length <= LONGEST_LINE && HANDED_OVER.test(line));
  const findings = kept.map((/** @type {Finding} */ one) => {
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
