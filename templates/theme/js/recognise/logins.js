/** Who asks for a login, or relays nothing: the sender's own outgoing server, or the recipient's. */
import { pattern } from "./patterns.js";
import { LONGEST_AROUND } from "./places.js";

/** @import { Finding, Result } from "./findings.js" */

const LOGIN = "login-required";
// What it is where a server says it to another one that only brings mail for its users.
const SAID_TO_STRANGERS = new Map([
  [LOGIN, { situation: "login-asked-of-strangers" }],
  ["relay-refused", { situation: "server-takes-no-mail", actor: "receiving-admin" }],
]);

// What stands around the answer of another server than one's own; node-sendmail goes straight to the recipient's.
const OF_OTHERS = pattern("i")`
  \(in reply to |\bhost \S{1,300} said:|\bother server returned was|\bfrom the remote server was
  |\berror from remote (?:mail server|mailer)|\bresponse from the (?:destination host|remote server)
  |\bnode_modules[\\/]sendmail[\\/]|\bgenerating server:|\bremote server:|\bdiagnostic-code:
  |\brecipient's e-?mail (?:domain|admin)
`;
// A server through which one sends: it takes mail on the ports of submission, or is named for that.
const OWN_PORT = /\brelay=\S{1,300}:(?:465|587|2525)\b/;
const OWN_NAME = /\b(?:host |relay=)(?:[\w-]{0,20}smtp|relay|submission)[\w-]{0,20}\.[\w.-]{1,200}/;
// Gmail's feature by which one sends through a server of one's own.
const OWN_FEATURE = /\bsend mail as\b/i;
// Who sends with the address of one of its own users has an account there.
const OF_ITS_USERS = /\bsender (?:address rejected|domain)\b/i;

/**
 * Whether another server than one's own said it.
 * @param {string} place what stands around the reply
 */
export const isOfOthers = (place) => OF_OTHERS.test(place);

/**
 * Whether the one who says it is a server through which one sends, as its port tells.
 * @param {string} place
 */
export const isOnOwnPort = (place) => OWN_PORT.test(place);

/**
 * Whether the one who says it is the server through which one sends.
 * @param {string} place what stands around the reply
 * @param {string | null} domain of the recipient
 */
function isOwnRelay(place, domain) {
  const [name] = OWN_NAME.exec(place.toLowerCase()) ?? [];
  if (OWN_PORT.test(place) || OWN_FEATURE.test(place)) return true;
  return name !== undefined && (domain === null || !name.endsWith(domain));
}

/**
 * What stands around a reply: the whole text, where there is one code only.
 * @param {Result} result
 * @param {string} source
 */
export function placesIn({ findings }, source) {
  const isOnly = new Set(findings.map(({ code }) => code)).size === 1;
  return (/** @type {Finding} */ { text }) => (isOnly ? source.slice(0, LONGEST_AROUND) : text);
}

/**
 * A result, where a server said to another what it would say to its own users.
 * @param {Result} result
 * @param {string} source
 * @returns {Result}
 */
export function ofStrangers(result, source) {
  const placeOf = placesIn(result, source);
  const told = result.findings.map((finding) => {
    const place = placeOf(finding);
    const { situation, outcome, domain, text } = finding;
    const said = SAID_TO_STRANGERS.get(situation ?? "");
    // What waits is held back by a server that may be one's own.
    const isOfOther = OF_OTHERS.test(place) && !isOwnRelay(place, domain);
    if (!said || outcome !== "permanent" || !isOfOther) return finding;
    return situation === LOGIN && OF_ITS_USERS.test(text) ? finding : { ...finding, ...said, reply: null };
  });
  return { ...result, findings: told };
}
