/** One's own next server (mailboxes, a filter, a relay) and domains: where they fail, no recipient's is at fault. */
import { PRIVATE } from "./clients.js";
import { pattern } from "./patterns.js";

/** @import { Finding, Result } from "./findings.js" */

const OWN_FAULT = "own-server-misconfigured";
// What is said of a server that was not found or not reached.
const NOT_REACHED = new Set([
  "dns-failed",
  "domain-unknown",
  "encryption-unavailable",
  "host-unreachable",
  "route-missing",
]);

// Names that no public DNS knows: those of containers and machines, and of networks of one's own (RFC 6762, RFC 8375).
const OWN_NAME =
  /^[\w-]+$|\.(?:local|localdomain|internal|intranet|lan|home|corp|private|docker|svc|home\.arpa)$/i;
const LOOKED_UP = pattern("i")`
  \bname service error for name=([\w.-]{1,255})|\(name server: ([\w.-]{1,255}): host not found
  |\blookup of host "([\w.-]{1,255})" failed
`;
// Whom a server tried to reach: connect to mailhog[172.18.0.4]:1025: …, H=10.0.0.5 [10.0.0.5], refused by [127.0.0.1]
const TRIED = pattern("i")`
  \b(?:connect to|offered by host) ([^\s[\]]{1,255})\[([^\]\s]{1,100})\](?::(\d{1,5}))?
  |\bH=(\S{1,255}) \[([\da-f.:]{3,45})\](?::(\d{1,5}))?
  |\b(?:refused|timed out|reset) (?:by|with) ([\w.-]{0,255}\.? ?)\[([\da-f.:]{3,45})\]
`;
// A relay takes mail at these, which no recipient's server does (RFC 6409, RFC 8314).
const OF_RELAY = /^(?:465|587|2525)$/;

const NO_USER = "user-unknown";
const DOMAIN = /^[\w-]+(?:\.[\w-]+)+$/;
const NO_DOMAIN = "domain-unknown";
const NO_DNS = "dns-failed";
// Domains of which nobody need ask whether they exist.
const WELL_KNOWN = pattern("")`
  ^(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|aol|naver|daum|hanmail|nate|kakao|qq|163|126|gmx|web)
  \.(?:com|net|de|co\.\w\w)$
`;

/**
 * The words that tell of a server of one's own that was not found or not reached; null where it is another's.
 * @param {string} text
 * @param {string | null} domain of the recipient
 */
function ownHopIn(text, domain) {
  const named = LOOKED_UP.exec(text);
  const name = named?.slice(1).find(Boolean)?.toLowerCase();
  if (named && name) return name !== domain && OWN_NAME.test(name) ? named[0] : null;
  const tried = TRIED.exec(text);
  if (!tried) return null;
  const [host, address, port = ""] = tried.slice(1).filter((part) => part !== undefined);
  if (host.toLowerCase() === domain) return null;
  return PRIVATE.test(address) || OWN_NAME.test(host) || OF_RELAY.test(port) ? tried[0] : null;
}

// A server tries again for days, and each time writes down the same.
const MOST_TRIES = 5;
// Postfix's record of a delivery: the machine's name, the mail's id, whom it is for, and for which name that stands.
const DELIVERY = pattern("gm")`
  (\S{1,255}) postfix\S{0,30}\/smtp\[\d+\]: (\w{5,20}): to=<([^>\s]{1,320})>(?:, orig_to=<([^>\s]{1,320})>)?
`;

/**
 * The words that tell of a server that tries to reach itself: mail for a name without a domain, or from and to the
 * domain of this very machine; null where it is another's.
 * @param {string} source
 * @param {Finding} finding
 */
function itselfIn(source, { text, recipient, domain }) {
  const tried = TRIED.exec(text);
  const host = tried?.slice(1).find(Boolean)?.toLowerCase();
  if (!tried || !host || !domain || (host !== domain && !host.endsWith(`.${domain}`))) return null;
  const deliveries = [...source.matchAll(DELIVERY)].filter(([, , , to]) => to === recipient);
  const isOwn = deliveries.slice(0, MOST_TRIES).some(([, machine, id, , first]) => {
    if (first !== undefined && !first.includes("@")) return true;
    const [name] = machine.toLowerCase().split(".");
    const sender = new RegExp(`\\b${id}: from=<[^>\\s]{1,255}@([^>\\s]{1,255})>`).exec(source)?.[1];
    return sender?.toLowerCase() === domain && host.split(".")[0] === name;
  });
  return isOwn ? tried[0] : null;
}

// Postfix looks among the users of the system for mailboxes that are virtual.
const LISTED_TWICE = /\bdo not list domain {1,3}(\S{1,255}) in BOTH mydestination and {1,3}virtual_\w+/;
const OF_SYSTEM_USERS = /\blocal recipient table\b|\bunknown user: "/;

/**
 * The words by which a server says that it holds the domain of an unknown recipient in two ways; null where not.
 * @param {string} source
 * @param {Finding} finding
 */
function listedTwiceIn(source, { situation, text, domain }) {
  const [words = null, listed = ""] = LISTED_TWICE.exec(source) ?? [];
  const isOfIt = situation === NO_USER && OF_SYSTEM_USERS.test(text);
  // A name that was made unreadable before it was shown may be any.
  return isOfIt && (domain === listed.toLowerCase() || !DOMAIN.test(listed)) ? words : null;
}

/**
 * What happened where a server got no further than to the next one of its own, or to itself.
 * @param {Result} told
 * @param {string} source
 * @returns {Result}
 */
export function ofOwnHops(told, source) {
  const findings = told.findings.map((/** @type {Finding} */ one) => {
    const { situation, code, reply, text, domain } = one;
    const isNotReached = code === null && reply === null && NOT_REACHED.has(situation ?? "");
    const own = isNotReached ? (ownHopIn(text, domain) ?? itselfIn(source, one)) : listedTwiceIn(source, one);
    const isDenied = situation === NO_DOMAIN && WELL_KNOWN.test(domain ?? "");
    if (own === null && !isDenied) return one;
    if (own === null) return { ...one, situation: NO_DNS, reply: null, how: null, words: null };
    const how = /** @type {const} */ ("words");
    return { ...one, situation: OWN_FAULT, provider: null, reply: null, how, words: own.toLowerCase() };
  });
  return { ...told, findings };
}
