/** Notices that a mail is late: whatever the last try was answered, the server goes on trying. */
import { onlyWarns } from "./dispositions.js";
import { reportGroups } from "./reports.js";

/** @import { Finding, Result } from "./findings.js" */
/** @import { Group } from "./reports.js" */

const WAITING = "transient";
const FINAL = "permanent";
const GAVE_UP = "expired";
const LATE = "delivery-delayed";
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
 * What happened where a notice only warns: nothing was refused for good, nor has a server given up.
 * @param {Result} told
 * @param {string} source
 * @returns {Result}
 */
export function ofDelays(told, source) {
  if (told.kind !== "bounce") return told;
  const groups = reportGroups(source);
  const isWarning = onlyWarns(source);
  const findings = told.findings.map((one) => {
    const isLate = (isDelayed(groups, one) ?? isWarning) && !one.returned;
    if (!isLate || (one.outcome !== FINAL && one.outcome !== WAITING)) return one;
    return { ...one, outcome: WAITING, ...(one.situation === GAVE_UP ? { situation: LATE } : {}) };
  });
  findings.sort((one, other) => Number(isVague(one)) - Number(isVague(other)));
  return { ...told, findings };
}
