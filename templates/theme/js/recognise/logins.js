/** Who asks for a login: the sender's own outgoing server, or the recipient's, at which no stranger can log in. */
import { pattern } from "./patterns.js";
import { LONGEST_AROUND } from "./places.js";

/** @import { Result } from "./findings.js" */

const LOGIN = "login-required";
const ASKED_OF_STRANGERS = "login-asked-of-strangers";

// What stands around the answer of another server than one's own.
const OF_OTHERS = pattern("i")`
  \(in reply to |\bhost \S{1,300} said:|\bother server returned was|\bfrom the remote server was
  |\berror from remote (?:mail server|mailer)|\bresponse from the destination host|\bgenerating server:
  |\bremote server:|\brecipient's e-?mail (?:domain|admin)|\bdiagnostic-code:
`;
// A server through which one sends: it takes mail on the ports of submission, or is named for that.
const OWN_PORT = /\brelay=\S{1,300}:(?:465|587|2525)\b/;
const OWN_NAME = /\b(?:host |relay=)(?:[\w-]{0,20}smtp|relay|submission)[\w-]{0,20}\.[\w.-]{1,200}/;
// Who sends with the address of one of its own users has an account there.
const OF_ITS_USERS = /\bsender (?:address rejected|domain)\b/i;

/**
 * Whether the one who says it is the server through which one sends.
 * @param {string} place what stands around the reply
 * @param {string | null} domain of the recipient
 */
function isOwnRelay(place, domain) {
  const [name] = OWN_NAME.exec(place.toLowerCase()) ?? [];
  return OWN_PORT.test(place) || (name !== undefined && (domain === null || !name.endsWith(domain)));
}

/**
 * A result, where a login is asked of a server that has none there.
 * @param {Result} result
 * @param {string} source
 * @returns {Result}
 */
export function ofStrangers(result, source) {
  const { findings } = result;
  const isOnly = new Set(findings.map(({ code }) => code)).size === 1;
  const told = findings.map((finding) => {
    const place = isOnly ? source.slice(0, LONGEST_AROUND) : finding.text;
    // What waits is held back by a server that may be one's own.
    const isRefused = finding.situation === LOGIN && finding.outcome === "permanent";
    const isStranger = !isOwnRelay(place, finding.domain) && !OF_ITS_USERS.test(finding.text);
    const isAsked = isRefused && OF_OTHERS.test(place) && isStranger;
    return isAsked ? { ...finding, situation: ASKED_OF_STRANGERS, reply: null } : finding;
  });
  return { ...result, findings: told };
}
