/** Failures that stand as values of fields: {"status": 403, "error": "Forbidden"}, statusCode=407. */
import { MOST_HITS } from "./forms.js";
import { filled } from "./masks.js";
import { pattern } from "./patterns.js";
import { isAboutMail } from "./telling.js";
import { MOSTLY_HTTP } from "./weights.js";

/** @import { FormHit } from "./forms.js" */
/** @import { Known } from "./tables.js" */

// As JSON, Python, Ruby, consoles and PHP (print_r, var_dump) write them.
const FIELD = pattern("gi")`
  (?<![\w.-])(?:(?<sure>http_?status|(?:http_?)?status_?code|http_code)|status|code|error_?code)(?:["']\]?|\])?
  \s{0,4}(?:=>|[:=])\s{0,16}(?:int\(|["'])?(?<code>[45]\d\d)(?!["']? ?[\w%@-]|\.\d)
`;
// What stands beside a code that tells of a failure; many things have codes: countries, currencies, goods.
const BESIDE_FAILURE = pattern("i")`
  [\s{,:"'[](?:error\w*|message|msg|response|reply|description|details?|title|reason|path|statusText|success
  |exception)(?:["']\]?|\])?\s{0,4}(?:=>|:)|"type":\s?"error"|\bcode["']?\s{0,4}(?:=>|:)\s{0,4}["'][a-z]{4}
`;
// What holds fields: {"status": 403}, Array ( [status] => 403 ).
const RECORD = /\{|\b(?:Array|Object)\s{0,4}\(/i;
const IS_LONE = /^\s*\{\s*["']?(?:status|code)["']?\s*:\s*\d+\s*\}\s*$/;
// Events of mail services, whose numbers are those of mail servers.
export const MAIL_EVENT = /\b(?:delivery-status|msys|notificationType|eventType|smtp)\b|"event"/;
// Postmark says so; others have the status beside it in a field that tells what it is.
const OWN_CODE = /"ErrorCode"/;
// Whoever says so in its own words may number its failures as it likes.
const OF_SENDING = /\bsmtp\b|\be?-?mail(?:er)?\b[^"]{0,40}\b(?:sent|send|sending|failed)\b/i;
// What a mail server says, or who speaks to one.
const OF_SERVER = /\b5\.\d\.\d|\b50[0-4] [\w"'{]/i;
// As MOSTLY_HTTP, unless the text is about mail.
export const OFTEN_HTTP = /^50[0-4]$/;
// Pages of Cloudflare show these to everybody; mail servers hardly say them.
export const OF_CLOUDFLARE = /^52[0-7]$/;

// An application's answer in which nothing is said of mail but a user's address.
const ANSWER = /^\s*\{[^]{0,2000}"(?:message|error|errors|detail|msg)"\s{0,4}:/;
const OF_DELIVERY = pattern("i")`
  recipient|sender|smtp|deliver|bounc|mailbox|inbox|mail ?server|\breason|diag|event|"(?:to|from|rcpt)"
  |"(?:status|code)\w{0,10}"\s{0,4}:\s{0,4}"?[245]\d\d
`;

/**
 * Whether an application answers that knows its users by their addresses, and sends no mail.
 * @param {string} source
 */
export const isOfUsers = (source) => ANSWER.test(source) && !OF_DELIVERY.test(source);

/**
 * The catalogue of the web, where there is one.
 * @param {Known} known
 */
export const webOf = (known) => known.others.find(({ titles }) => titles.has("404"));

/**
 * Whether a number is rather a code of the web than of mail.
 * @param {Known} known
 * @param {string} code
 * @param {boolean} [isMail] whether the text is about mail
 */
export const isOfWeb = (known, code, isMail = false) =>
  !known.has(code) || MOSTLY_HTTP.test(code) || (OFTEN_HTTP.test(code) && !isMail);

/**
 * A text without the numbers of a record that tells of no failure.
 * @param {string} source
 */
export function withoutIdle(source) {
  const isTelling = [BESIDE_FAILURE, IS_LONE, MAIL_EVENT, OWN_CODE].some((form) => form.test(source));
  return isTelling || isAboutMail(source) || !/\{\s*"/.test(source) ? source : source.replace(FIELD, filled);
}

/**
 * Codes that a catalogue has and that stand as values of fields.
 * @param {Known} known
 * @param {string} source
 */
export function fieldHits(known, source) {
  const catalogue = webOf(known);
  const isMail = isAboutMail(source);
  if (!catalogue || MAIL_EVENT.test(source)) return [];
  const isOfSending = OF_SENDING.test(source) || OWN_CODE.test(source);
  const isFailure = BESIDE_FAILURE.test(source) && RECORD.test(source);
  /** @type {FormHit[]} */
  const hits = [];
  for (const { 0: field, index: at, groups } of source.matchAll(FIELD)) {
    const code = catalogue.meant.get(String(groups?.code));
    if (code === undefined) continue;
    const isSure = groups?.sure !== undefined;
    // An application's own answer to a request: {"status": 500, "error": "could not send email"}
    const isAnswer = /^status/i.test(field) && OFTEN_HTTP.test(code) && !OF_SERVER.test(source);
    if (isOfSending && !isSure && !isAnswer) continue;
    if (
      isOfWeb(known, code, isMail && !isSure && !isAnswer) &&
      (isSure || isFailure || IS_LONE.test(source))
    ) {
      hits.push({ at, end: at + field.length, catalogue, code });
    }
  }
  return hits.slice(0, MOST_HITS);
}
