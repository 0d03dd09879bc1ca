/**
 * Texts of protocols and products that the site has no pages of, such as FTP or a database, as the content lists them;
 * and logins to machines.
 */
import { escaped, pattern } from "./patterns.js";
import { isAboutMail } from "./telling.js";

/** @import { Result } from "./findings.js" */
/** @import { Known, Tables } from "./tables.js" */

/**
 * A protocol or product without pages: words that name it, how the names of its programs begin, and what nothing else
 * says. Of one that others `used`, the name tells nothing in a text about mail or the web; where it is `near` to mail,
 * pages about mail may help; the codes of one that is `alike` have the names of HTTP's. `says` is what the field says
 * of it.
 * @typedef {{id: string, named?: string[], signs?: string[], said?: string[], used?: boolean, near?: boolean,
 *   alike?: boolean, says: string}} Foreign
 */
/** @typedef {{says: string, near?: boolean}} Stranger */

// Databases, shells and repositories that refuse a login.
const LOGGED_IN = pattern("i")`
  \b(?:postgres\w*|psql|psycopg\w*|pg_hba|mongo\w*|pymongo|mysql\w*|mariadb|redis\w*|ssh2?|sshd|paramiko|jsch\w*
  |publickey|kinit|pam_\w+\((?!smtp|dovecot|imap|pop3|mail))\b|\bNOAUTH\b
  |\b(?:sudo|su):[ ]|\bAuthentication failed for 'http
  |FATAL:  ?password authentication failed
`;
const OF_MAILBOX = /\b(?:dovecot|sasl\w*|imapd?|roundcube|webmail|cyrus|courier)\b/i;
const OF_SENDING = pattern("i")`
  smtp|\b(?:lmtp|rcpt|mail from|ehlo|helo|postfix|exim|sendmail|qmail|recipients?|deliver\w*|relay\w*|bounced?)\b
  |수신자|발송|반송
`;
// What is only said to work is not what the text is about.
const WORKS = /\b(?:smtp|sending(?: e?-?mails?)?)\b[^.,;\n]{0,20}\b(?:works?|working|is fine|ok(?:ay)?)\b/gi;
// What speaks of the web, whatever runs behind it.
const OF_WEB = /\b(?:https?|nginx|apache|apis?|rest|web\w*|urls?|browser)\b|웹|브라우저/i;

/** @param {string[]} words */
const anyOf = (words) => words.map((word) => escaped(word).replace(/ +/g, " {1,4}")).join("|");

/**
 * What a server says, with any number for `{n}`.
 * @param {string} text
 */
const saying = (text) => {
  const words = text.split("{n}").map((piece) => anyOf([piece]));
  return `${/^\w/.test(text) ? "(?<![\\w-])" : ""}${words.join("\\d{1,6}")}${/\w$/.test(text) ? "(?!\\w)" : ""}`;
};

// A pattern that nothing has.
const NEVER = "(?!)";

/** @param {Foreign} entry */
function compiled({ named = [], signs = [], said = [], ...entry }) {
  // No address and no folder, and no host (ftp.example.com) but that of a database, where nothing else runs.
  const ends = entry.used ? "(?![\\w@-])" : "(?![\\w/]|\\.[a-z])";
  const names = named.length > 0 ? `(?<![\\w.@/-])(?:${anyOf(named)})${ends}` : NEVER;
  const programs = signs.length > 0 ? `(?<![\\w.@/-])(?:${anyOf(signs)})` : NEVER;
  return {
    ...entry,
    named: new RegExp(`${names}|${programs}`, "i"),
    said: new RegExp(said.map(saying).join("|") || NEVER, "i"),
  };
}

/** @type {WeakMap<Tables, ReturnType<typeof compiled>[]>} */
const made = new WeakMap();

/** @param {Tables} tables */
function strangers(tables) {
  const known = made.get(tables) ?? (tables.foreign ?? []).map(compiled);
  made.set(tables, known);
  return known;
}

/**
 * Whether a database or a machine refuses a login, of which no mail server's number tells.
 * @param {string} source
 * @param {Result["findings"]} findings
 */
const isLogin = (source, findings) =>
  findings.length > 0 &&
  LOGGED_IN.test(source) &&
  !OF_MAILBOX.test(source) &&
  findings.every(({ code }) => code === null);

/**
 * What is foreign in what looks like an answer to mail: nothing in it speaks of sending, nor is it known by a detailed
 * code or by the very words of a mail server. Null where nothing is.
 * @param {Known} known
 * @param {string} source
 * @param {Result} mail what it would say about mail
 * @param {boolean} isFormed whether a code in it has the form of one of HTTP or gRPC
 * @param {boolean} isOthers whether it speaks of one of them
 * @returns {Stranger | {says?: undefined} | null}
 */
export function foreignIn(known, source, { findings }, isFormed, isOthers) {
  if (OF_SENDING.test(source.replace(WORKS, ""))) return null;
  if (findings.some(({ enhanced, reply }) => enhanced !== null || reply !== null)) return null;
  // What programs of mail and the web say because of a database is what they say.
  const isBeside = isFormed || isOthers || isAboutMail(source);
  const isOfWeb = isOthers || OF_WEB.test(source);
  const isCoded = isFormed || findings.some(({ code }) => code !== null);
  const all = strangers(known.tables).filter(
    ({ id }) => !known.catalogues.some(({ protocol }) => protocol === id),
  );
  const stranger =
    all.find(({ said, used }) => !(used && isCoded) && said.test(source)) ??
    all.find(
      ({ named, used, alike }) => !(used ? isBeside : isFormed && !(alike && !isOfWeb)) && named.test(source),
    );
  if (stranger) return { says: stranger.says, near: stranger.near };
  return !isFormed && isLogin(source, findings) ? {} : null;
}
