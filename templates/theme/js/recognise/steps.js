/** What a session's good answers say: which took the mail over, and what a program took for an error. */
import { plainFinding } from "./findings.js";
import { OUT_OF_STEP } from "./masks.js";
import { pattern } from "./patterns.js";
import { PROGRAM } from "./readers.js";
import { MAIL, clean } from "./tables.js";

/** @import { Finding, Result } from "./findings.js" */
/** @import { Known } from "./tables.js" */

const SITUATION = "wrong-order";

// A command in a dialogue and the number of what follows it (CLIENT -> SERVER: QUIT, SERVER -> CLIENT: 334 …), where no
// other command waits for its answer.
const EXCHANGE = pattern("gim")`
  (?<!(?:CLIENT -> SERVER:|\bC:|-{1,3}>|>>>)[^\n]{0,200}\n)
  ^.{0,60}?(?:CLIENT -> SERVER:|\bC:|-{1,3}>|>>>)\s{0,3}(EHLO|HELO|STARTTLS|AUTH|MAIL FROM|RCPT TO|DATA|QUIT)\b.*\n
  .{0,60}?(?:SERVER -> CLIENT:|\bS:|<-{1,3}|<<<)\s{0,3}([23]\d\d)\b.*
`;
// The good answers to each command (RFC 5321 §4.3.2, RFC 3207, RFC 4954); any of them may fail.
const GOOD_ANSWERS = new Map([
  ["STARTTLS", /^220/],
  ["AUTH", /^(?:235|334)/],
  ["DATA", /^354/],
  ["QUIT", /^2[25]1/],
]);
const USUAL_ANSWER = /^25/;

/**
 * What a server answers in a dialogue to another command than the one before it.
 * @param {string} source
 */
const answeredAmiss = (source) =>
  [...source.matchAll(EXCHANGE)].find(
    ([, command, code]) => !(GOOD_ANSWERS.get(command.toUpperCase()) ?? USUAL_ANSWER).test(code),
  )?.[0];

/**
 * What a program reports that expected another answer; null where no program does. Nothing was delivered by this try.
 * @param {Known} known
 * @param {string} source
 * @returns {Result | null}
 */
export function asOutOfStep(known, source) {
  const said = source.match(OUT_OF_STEP)?.[0] ?? answeredAmiss(source);
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

const FAILED = /^(?:permanent|transient)/;

// The connection ended while the text of the mail was sent, or its answer was waited for.
const BROKE_OFF = pattern("i")`
  \btime(?:d )?[ -]?out\b|\bEOF\b|\bbroken pipe\b|\bDATA END command failed|\bdisconnected\b
  |\bconnection\b.{0,20}\b(?:reset|closed|lost|aborted)\b
`;
const LATER_REPLY = /(?<![\w.:])[245]\d\d[ -]\D/;
const LOST = "connection-lost";

/**
 * What a text says that ends with 354 and then with a failure of the connection: nobody says that the mail was taken.
 * @param {Known} known
 * @param {string} source
 * @param {Result} mail what it would say about mail
 * @returns {Result}
 */
export function brokenOff(known, source, mail) {
  const [last] = mail.findings;
  if (last?.code !== "354" || !known.outcomes.has(LOST)) return mail;
  const rest = source.slice(source.lastIndexOf("354") + 3);
  const line = LATER_REPLY.test(rest) ? undefined : rest.split("\n").find((one) => BROKE_OFF.test(one));
  if (line === undefined) return mail;
  const [words] = BROKE_OFF.exec(line) ?? [null];
  const { recipient, domain } = last;
  const plain = plainFinding({ id: null, protocol: MAIL }, null, line);
  /** @type {Finding} */
  const finding = { ...plain, recipient, domain, situation: LOST, outcome: "transient", how: "words", words };
  return { ...mail, findings: [finding, ...mail.findings] };
}

const TAKEN = "message-accepted";
// With these a server takes its leave, whatever it says of the time after the mail.
const LEAVE = /(?<![\w.])[24]21\b/;

/**
 * What a session says in which a server took the mail over and nothing came after it but leave: that reply first, as
 * the earlier ones are past, and as no later word gives the mail back.
 * @param {string} source
 * @param {Result} mail what it would say about mail
 * @returns {Result}
 */
export function takenOver(source, mail) {
  const { findings } = mail;
  const taken = findings.find(({ code, situation }) => code === "250" && situation === TAKEN);
  if (taken === undefined || taken === findings[0]) return mail;
  const at = source.lastIndexOf(taken.text);
  const after = source.slice(at + taken.text.length);
  const isPast = (/** @type {Finding} */ { code, outcome, text }) =>
    /^[23]/.test(code ?? "") ||
    (FAILED.test(outcome ?? "") && LEAVE.test(code ?? text) && (code === null || after.includes(text)));
  if (at < 0 || /\bMAIL FROM:/i.test(after) || !findings.every(isPast)) return mail;
  return { ...mail, findings: [taken, ...findings.filter((one) => one !== taken)] };
}
