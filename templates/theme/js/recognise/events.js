/** The events that mail services send about bounces. */
import { words } from "./patterns.js";

/** @import { Group, Sorted } from "./reports.js" */

/** @typedef {Exclude<keyof Group, "sorted">} Field */

/** @type {Record<Field, string[]>} what services call a field */
const EVENT_FIELDS = {
  recipient: words`
      emailaddress email recipient recipients rcpt_to rcptto rcpt final_recipient finalrecipient to_email toemail
      address
    `,
  status: words`
      status enhanced-code enhancedcode enhanced_status enhanced_code statuscode enhancedstatuscode
      smtp-status dsn
    `,
  diagnostic: words`
      diagnosticcode diagnostic_code diagnostic diag reason raw_reason details response smtp_response
      smtpresponse message error errormessage bounce_reason bouncereason detail description
    `,
  code: words`
      code smtp-code smtp_code smtpcode smtpreplycode error_code errorcode responsecode response_code
      reply_code replycode
    `,
  action: words`action event eventtype notificationtype recordtype`,
  host: words`remotemtaip mx-host mx_host mxhost remote_mta`,
};

const EVENT_KEYS = new Map(
  Object.entries(EVENT_FIELDS).flatMap(([field, names]) =>
    names.map((name) => [name, /** @type {Field} */ (field)]),
  ),
);

const EVENT_PART =
  /["']([\w.-]{1,40})["']\s{0,4}:\s{0,4}(?:\[\s{0,4})?(?:"([^"]{0,2500})"|'([^'\n]{0,2500})'|(\d{3})\b)|[{}]/g;

const TEMPORARY = /"severity"\s?:\s?"temporary"/;

/**
 * What events say about each recipient.
 * @param {string} source
 * @param {Sorted[]} [sorted] what the service says by words of its own: of each recipient, or once of all
 */
export function eventGroups(source, sorted = []) {
  /** @type {Group[]} */
  const groups = [];
  /** @type {Group} */
  let group = {};
  const isWhole = () =>
    group.recipient && (group.diagnostic || group.code || group.status || sorted.length > 0);
  const flush = () => {
    if (isWhole()) groups.push(group);
    group = {};
  };
  for (const [part, key, double, single, number] of source.matchAll(EVENT_PART)) {
    if (part === "}" && isWhole()) flush();
    const field = key && EVENT_KEYS.get(key.toLowerCase());
    const value = double ?? single ?? number;
    if (!field || !value) continue;
    if (field === "recipient" && !value.includes("@")) continue;
    if (field === "code" && !/^[245]\d\d$/.test(value)) continue;
    if (field === "status" && !/^[245]\.\d/.test(value)) continue;
    if (field === "recipient" && group.recipient && isWhole()) flush();
    // Mailgun tries again after it.
    if (field === "action" && TEMPORARY.test(source)) continue;
    // Of several texts the one that holds a code says most.
    if (field === "diagnostic" && group.diagnostic && !/(?:^|\D)[245]\d\d\D|[245]\.\d\.\d/.test(value)) {
      continue;
    }
    group[field] = value;
  }
  flush();
  if (sorted.length === 0) return groups;
  const isOneEach = sorted.length === groups.length;
  const all = groups.length > 0 ? groups : [{}];
  return all.map((one, place) => ({ ...one, sorted: sorted[isOneEach ? place : 0] }));
}
