/** Sessions of a client with a server, and which reply it was that ended one. */
import { byTelling } from "./findings.js";
import { pattern } from "./patterns.js";

/** @import { Hit } from "./scan.js" */

export const COMMAND = pattern("im")`
  ^[^\n]{0,240}?(?<!command["']?: ?["']|\bafter |\bpipelined )\b
  (?:EHLO|HELO|MAIL FROM:|RCPT TO:|AUTH (?:LOGIN|PLAIN)|(?:STARTTLS|DATA|QUIT)\s*$)
`;

const ANSWER_MARK = pattern("gm")`
  ^[^\n]{0,200}?(?:<<<|<-{1,3}|<~|<\*\*|<~\*|\bS:|SMTP<<|SERVER -> CLIENT:|^\s{0,8}<|[<>],|SENT:
  |reply: b?["'])\s{0,3}"?[2-5]\d\d[- ]
`;

const GREETING = /^\W{0,6}220[ -]/m;

/**
 * Whether a server and a client speak in a text.
 * @param {string} text
 */
export const isSession = (text) =>
  (COMMAND.test(text) && text.includes("\n") && /^[^\n]{0,200}?(?:^|\W)[2-5]\d\d[- ]/m.test(text)) ||
  /<\*\* [2-5]\d\d/.test(text) ||
  (GREETING.test(text) && /\n\W{0,6}[2-5]\d\d[- ]/.test(text)) ||
  (text.match(ANSWER_MARK) ?? []).length > 1;

const COMMANDS = pattern("gim")`
  (?<![\w.])([EHL]{2}LO|STARTTLS|AUTH|MAIL FROM|RCPT TO|DATA|BDAT|QUIT|RSET|NOOP|VRFY)(?=:| [\w[:]|["'\\,]*\s*$)
`;

const isFailure = (/** @type {Hit} */ { code }) => /^[45]/.test(String(code));

/**
 * What a later reply says where the client could go on after a refusal: with HELO for EHLO, or another login.
 * @param {string} step
 */
function goingOn(step) {
  if (step === "AUTH") return /^[25]35/;
  return /LO$|^(?:STARTTLS|NOOP|VRFY)/.test(step) ? /^(?:25|3)/ : null;
}

/**
 * The reply that ended a session: the first failure after which the client could not go on, for later ones follow
 * from it; of several recipients what failed for good. Without one what a server says once it has the message.
 * @param {string} source
 * @param {Hit[]} hits
 */
export function endOfSession(source, hits) {
  let [step, endedAt, from] = ["", "none", 0];
  const ends = hits.filter((hit, index) => {
    for (const [, command] of source.slice(from, hit.at).matchAll(COMMANDS)) step = command.toUpperCase();
    from = hit.end;
    // Another server greets.
    if (hit.code === "220" && step !== "STARTTLS") endedAt = "none";
    const goesOn = goingOn(step);
    const isEnd =
      isFailure(hit) &&
      (endedAt === "none" || (endedAt === "RCPT TO" && step === endedAt)) &&
      !hits.slice(index + 1).some(({ code }) => goesOn?.test(String(code)));
    if (isEnd) endedAt = step;
    return isEnd;
  });
  if (ends.length > 0) return ends.sort(byTelling)[0];
  return hits[hits.findLastIndex(({ code }) => code === "354") + 1 || hits.length];
}
