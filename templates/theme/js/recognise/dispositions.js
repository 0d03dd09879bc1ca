/** What a log or a report says has become of the mail, whatever code stands beside it. */
import { pattern } from "./patterns.js";
import { LONGEST_LINE } from "./places.js";

/** @import { Hit } from "./scan.js" */

// Far more than anybody reads.
const MOST_RECORDS = 200;

/**
 * What became of a mail: put off until the next try, or not delivered; `gaveUp` where it was tried until then.
 * @typedef {object} Disposition
 * @property {"4" | "5"} digit with which codes of this class begin
 * @property {boolean} gaveUp
 * @property {string} said the words that say so
 */

/**
 * How servers write it down. A queue that gave up says so last, whatever it says of the last try.
 * @type {[digit: Disposition["digit"], gaveUp: boolean, form: RegExp][]}
 */
const FORMS = [
  [
    "5",
    true,
    pattern("im")`
      \bstatus=(?:force-)?expired\b|\bretry time(?:out exceeded| not reached for any host after a long failure)
      |I'm not going to try again; this message has been in the queue too long|\bresult="?Expired?\b
      |\bdelivery \d+: failure:.{0,600}I'm not going to try again
    `,
  ],
  [
    "4",
    false,
    pattern("im")`
      \bstatus=(?:deferred|SOFTBOUNCE)\b|\bdefer \(-?\d{1,3}\)
      |\bdelivery \d+: deferral: |\bstat=Deferred\b|\b(?:result|status|delivery)(?:=|: )"?TempFail\b|\brelay: TempFail\b
      |^[ \t]{0,8}Action[ \t]?:[ \t]?delayed\b|\bpostfix\/[lms]{1,2}tp\S{0,20}: connect to \S
      |\bstat=Error \(temporary failure\b|\bpostfix\S{0,30}\/smtp\[\d+\]: warning: SASL authentication failure\b
      |\bH=\S{1,255} \[[\da-f.:]{3,45}\](?::\d{1,5})? (?:Connection|No route)\b|\bDEFERRED\[\w+\] from=
    `,
  ],
  [
    "5",
    false,
    pattern("im")`
      \bstatus=(?:bounced|undeliverable)\b|^[^\n]{0,80}? \*\* [^\s@]{1,80}@\S{1,255} |\bdelivery \d+: failure: 
      |\b(?:result|status|delivery)="?PermFail\b|\brelay: PermFail\b
      |\bREJECTED\[\w+\] from=|\(delivery\.dsn-perm-fail\)
      |\bFailed to resolve MX for \S{1,255}: (?:Invalid domain name|Domain does not exist)
    `,
  ],
];

/**
 * What a text says has become of the mail; null where it does not.
 * @param {string} text
 * @returns {Disposition | null}
 */
export function dispositionOf(text) {
  for (const [digit, gaveUp, form] of FORMS) {
    const said = form.exec(text)?.[0];
    if (said !== undefined) return { digit, gaveUp, said };
  }
  return null;
}

// A notice with which a server gives the mail back, whatever its last try was answered; and one that only warns.
export const GIVEN_BACK = pattern("i")`
  \bI'm sorry to have to inform you that your message could not|\bundelivered mail returned to sender\b
  |\breturning message to sender\b|\bthis is a permanent error\b|\breturned mail: see transcript
  |\bpermanent fatal errors\b|\bfailed permanently\b|\bdelivery status notification \(failure\)
  |\bdelivery has failed to these recipients\b|\b(?:attempts|retries) (?:have been )?exhausted\b
`;
export const ONLY_WARNS = pattern("i")`
  \bwarning only\b|\b(?:been|is|was) delayed\b|\bnot yet been delivered\b|\b(?:will be retried|will keep trying
  |will (?:continue to )?(?:re)?try)\b|\bstill undelivered\b|\bwarning message only\b|\bdelivery is delayed to
  |\bnotification \(delay\)|\btransient non-fatal errors\b
`;

/**
 * Whether a notice gives the mail back, so that nothing more is tried.
 * @param {string} source
 */
export const givesBack = (source) => GIVEN_BACK.test(source) && !ONLY_WARNS.test(source);

const REASONS = [
  // Postfix: status=deferred (…)
  /\bstatus=[\w-]+ \((.+?)\)?$/,
  // Exim: == kim@example.com R=… T=… defer (110): …
  /\b(defer \(-?\d{1,3}\).*)$/,
  // Exim: ** kim@example.com R=… T=…: …
  /(?:^| )\*\* \S+@\S*?(?: <[^>]*>)?(?: [RTHXFP]=\S+| \[[^\]]*\]| \([^)]*\))*: (.+)$/,
  // qmail: delivery 7: deferral: …
  /\bdelivery \d+: (?:deferral|failure): (.+)$/,
  // Sendmail: stat=Deferred: …
  /\bstat=(.+)$/,
];

/**
 * The reason that a record of a log gives, without what stands before it.
 * @param {string} line
 */
const reasonIn = (line) => REASONS.map((form) => form.exec(line)?.[1]).find(Boolean) ?? null;

/**
 * What a log says of mails without any code: each record's reason.
 * @param {string} source
 * @param {Hit[]} hits the replies in it, in their order
 * @returns {Hit[]}
 */
export function bareRecords(source, hits) {
  /** @type {Hit[]} */
  const found = [];
  let at = 0;
  let next = 0;
  for (const line of source.split("\n")) {
    const end = at + line.length;
    while (next < hits.length && hits[next].at < at) next += 1;
    const isTold = next < hits.length && hits[next].at <= end;
    const became = isTold || line.length > LONGEST_LINE ? null : dispositionOf(line);
    const raw = became && reasonIn(line);
    // As far as it takes to find the recipient beside it.
    if (raw) found.push({ at: end - 1, end, code: null, enhanced: null, raw, became, record: line });
    if (found.length >= MOST_RECORDS) break;
    at = end + 1;
  }
  return found;
}
