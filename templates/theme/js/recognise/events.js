/** The JSON events that mail services send about bounces. */
import { words } from "./patterns.js";

/** @import { Group } from "./reports.js" */

/** @type {Record<keyof Group, string[]>} what services call a field */
const EVENT_FIELDS = {
  recipient: words`
      emailaddress email recipient rcpt_to rcptto rcpt final_recipient finalrecipient to_email toemail address
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
  action: ["action", "event"],
  host: words`remotemtaip reportingmta mx-host mx_host mxhost remote_mta`,
};

const EVENT_KEYS = new Map(
  Object.entries(EVENT_FIELDS).flatMap(([field, names]) =>
    names.map((name) => [name, /** @type {keyof Group} */ (field)]),
  ),
);

const EVENT_PART = /"([\w.-]{1,40})"\s{0,4}:\s{0,4}(?:"([^"]{0,2500})"|(\d{3})\b)|[{}]/g;

/**
 * What JSON events say about each recipient.
 * @param {string} source
 */
export function eventGroups(source) {
  /** @type {Group[]} */
  const groups = [];
  /** @type {Group} */
  let group = {};
  const isWhole = () => group.recipient && (group.diagnostic || group.code || group.status);
  const flush = () => {
    if (isWhole()) groups.push(group);
    group = {};
  };
  for (const [part, key, text, number] of source.matchAll(EVENT_PART)) {
    if (part === "}" && isWhole()) flush();
    const field = key && EVENT_KEYS.get(key.toLowerCase());
    const value = text ?? number;
    if (!field || !value) continue;
    if (field === "recipient" && !value.includes("@")) continue;
    if (field === "code" && !/^[245]\d\d$/.test(value)) continue;
    if (field === "status" && !/^[245]\.\d/.test(value)) continue;
    if (field === "recipient" && group.recipient && isWhole()) flush();
    // Of several texts the one that holds a code says most.
    if (field === "diagnostic" && group.diagnostic && !/(?:^|\D)[245]\d\d\D|[245]\.\d\.\d/.test(value)) {
      continue;
    }
    group[field] = value;
  }
  flush();
  return groups;
}
