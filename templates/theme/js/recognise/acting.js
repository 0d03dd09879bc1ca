/** Who acts, where the text tells more of it than what happened does. */
import { PRIVATE } from "./clients.js";
import { pattern } from "./patterns.js";
import { isOfOthers, isOnOwnPort, placesIn } from "./logins.js";
import { PROGRAM } from "./readers.js";

/** @import { Result } from "./findings.js" */
/** @typedef {{actor: string | null} | null} Told who acts, or that it is open who does; null where nothing tells */
/** @typedef {{text: string, place: string, role?: string}} Said a reply, what stands around it, and whose text it is */

const SENDER = "sender";
const SENDING = "sending-admin";
const RECEIVING = "receiving-admin";
const DEVELOPER = "client-developer";

// Postfix's last word where only those who logged in may send, and to whomever a table shuts out.
const SHUT_OUT = /\bclient host rejected: access denied/i;
const BY_SUBMISSION = /\bpostfix\/(?:submissions?|smtps)\//;

/**
 * Who can let a client in that was shut out: whoever hands in mail without a login logs in.
 * @param {Said} said
 * @returns {Told}
 */
function shutOut({ text, place, role }) {
  if (!SHUT_OUT.test(text)) return null;
  if (isOfOthers(place)) return isOnOwnPort(place) ? { actor: SENDING } : null;
  if (role === RECEIVING) return BY_SUBMISSION.test(place) ? { actor: SENDER } : null;
  if (role === PROGRAM || PRIVATE.test(text)) return { actor: SENDER };
  return { actor: null };
}

// <info@example.com>: Sender address rejected: not owned by user kim@example.com
const NOT_OWNED = pattern("")`
  <?([^<>@\s:]{1,64})@([^<>\s:]{1,255})>?:[ ]sender[ ]address[ ]rejected:[ ]not[ ]owned[ ]by[ ]user[ ]
  ([^\s;,)]{1,320})
`;

/**
 * Who can let a login use an address: the list of the server is wrong where the address is the login's own, and for
 * others of the same domain whoever has the server's log enters them.
 * @param {Said} said
 * @returns {Told}
 */
function notOwned({ text, role }) {
  if (role === SENDING) return { actor: SENDING };
  const [, name = "", domain = "", user = ""] = NOT_OWNED.exec(text.toLowerCase()) ?? [];
  const [login, own = domain] = user.split("@");
  const isAdmins = own === domain && (role === RECEIVING || login === name);
  return user && isAdmins ? { actor: role === RECEIVING ? RECEIVING : SENDING } : null;
}

const BY_ITSELF = /^Diagnostic-Code:[ \t]{0,4}X-Postfix;/im;

/**
 * Who acts on a verdict on the text: the server that sent the notice, where no other was asked.
 * @param {Said} said
 * @returns {Told}
 */
const judged = ({ place }) => (BY_ITSELF.test(place) ? { actor: SENDING } : null);

/**
 * Who acts on a login that failed: a server that sends through another logs in there itself.
 * @param {Said} said
 * @returns {Told}
 */
const loggedIn = ({ role }) => (role === SENDING ? { actor: SENDING } : null);

// Django's page: a visitor loads the form anew, and on a site of one's own its address is mostly not known.
const OF_DJANGO = /\bcsrf verification failed\b/i;

/**
 * Who acts on a form that was refused: the visitor, or whoever runs the site.
 * @param {Said} said
 * @returns {Told}
 */
const refused = ({ text }) => (OF_DJANGO.test(text) ? { actor: null } : null);

// x509: certificate is valid for grpc.example.com, not grpc.example.com:443
const NAME_WITH_PORT = /\bcertificate is valid for [^\n]{1,500}, not [^\s,"'\\]{1,255}:\d{1,5}\b/;

/**
 * Who acts where a certificate does not fit: the program that checks a port with the name.
 * @param {Said} said
 * @returns {Told}
 */
const named = ({ text }) => (NAME_WITH_PORT.test(text) ? { actor: DEVELOPER } : null);

const OF_PERSON = /\bauthenticated using end user credentials\b/;

/**
 * Who acts where a right is missing: whoever lets a program call with a person's login that the service does not take.
 * @param {Said} said
 * @returns {Told}
 */
const called = ({ text }) => (OF_PERSON.test(text) ? { actor: DEVELOPER } : null);

/** @type {Record<string, (said: Said) => Told>} */
const BY_SITUATION = {
  "client-refused": shutOut,
  "content-refused": judged,
  "csrf-failed": refused,
  "encryption-required": loggedIn,
  "login-extra-step": loggedIn,
  "login-required": loggedIn,
  "login-wrong": loggedIn,
  "not-permitted": called,
  "sender-not-yours": notOwned,
  "spam-detected": judged,
  "tls-failed": named,
};

/**
 * A result with those who act.
 * @param {Result} told
 * @param {string} source
 * @returns {Result}
 */
export function withActors(told, source) {
  const placeOf = placesIn(told, source);
  const findings = told.findings.map((one) => {
    const said = { text: one.text, place: placeOf(one), role: told.role };
    return { ...one, ...BY_SITUATION[String(one.situation)]?.(said) };
  });
  return { ...told, findings };
}
