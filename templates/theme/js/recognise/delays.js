/** Notices that a mail is late: whatever the last try was answered, the server goes on trying. */
import { GIVEN_BACK, ONLY_WARNS } from "./dispositions.js";
import { reportGroups } from "./reports.js";
import { MAIL } from "./tables.js";

/** @import { Finding, Result } from "./findings.js" */
/** @import { Group } from "./reports.js" */

const WAITING = "transient";
const FINAL = "permanent";
const GAVE_UP = "expired";
const LATE = "delivery-delayed";
// Exchange lists what it tried below this, as a log would.
const OF_EXCHANGE = /^diagnostic information for admin/im;
// A refusal by its number.
const REFUSED = /^5/;
// What says only that a mail is late tells less than the answer that keeps it back.
const isVague = (/** @type {Finding} */ { situation }) => situation === LATE;

/**
 * Whether a report says of a recipient that the mail goes on being tried; undefined where it says nothing.
 * @param {Group[]} groups
 * @param {Finding} finding
 */
function isDelayed(groups, { recipient }) {
  const about =
    groups.length === 1 ? groups : groups.filter((one) => one.recipient?.includes(recipient ?? "\n"));
  const action = about.find((one) => one.action)?.action;
  return action === undefined ? undefined : /^\s*delayed/i.test(action);
}

/**
 * What is late: a mail that nobody has given up, and one that waits for a reason that nobody knows, whatever its code
 * mostly says.
 * @param {Finding} finding
 * @param {boolean} isLate whether a notice says so
 * @returns {Finding}
 */
function named(finding, isLate) {
  const { situation, outcome, code, protocol } = finding;
  const isUntold = situation === null && outcome === WAITING && REFUSED.test(code ?? "") && protocol === MAIL;
  const isOnlyLate = isLate && (situation === GAVE_UP || (situation === null && code === null));
  return isUntold || isOnlyLate ? { ...finding, situation: LATE } : finding;
}

/**
 * What happened where a notice only warns: nothing was refused for good, nor has a server given up.
 * @param {Result} told
 * @param {string} source
 * @returns {Result}
 */
export function ofDelays(told, source) {
  const isNotice = told.kind === "bounce" || OF_EXCHANGE.test(source);
  const groups = isNotice ? reportGroups(source) : [];
  const isWarning = isNotice && ONLY_WARNS.test(source) && !GIVEN_BACK.test(source);
  const findings = told.findings.map((one) => {
    const isLate = isNotice && (isDelayed(groups, one) ?? isWarning) && !one.returned;
    const isFailed = one.outcome === FINAL || one.outcome === WAITING;
    return named(isLate && isFailed ? { ...one, outcome: WAITING } : one, isLate);
  });
  if (!isNotice) return { ...told, findings };
  findings.sort((one, other) => Number(isVague(one)) - Number(isVague(other)));
  return { ...told, kind: "bounce", role: "sender", findings };
}
