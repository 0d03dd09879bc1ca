/**
 * Protocols whose texts look like those of mail, where the site has no pages of them: FTP, NNTP, LDAP, IMAP, POP; and
 * logins to databases and machines.
 */
import { pattern } from "./patterns.js";
import { isAboutMail } from "./telling.js";

/** @import { Result } from "./findings.js" */
/** @import { Known } from "./tables.js" */

// Each protocol and what speaks it, by name, but no hosts (imap.example.com); and what its servers say, and those of
// mail do not.
const FOREIGN = [
  {
    id: "ftp",
    named: pattern("im")`
      (?<![\w.@\/-])s?ftps?(?![\w\/]|\.[a-z])|\bftp(?=_|-login)
      |\b(?:ftplib|ftpclient|ftpwebrequest|lftp|(?:vs|pro|pure-?)ftpd|filezilla)
    `,
    said: pattern("im")`
      \b(?:RETR|STOR) response: \d|\bAccess denied: 530\b
      |\b530\)? (?:login incorrect|not logged in|please login with user)
      |\b55[03]\)? (?:failed to (?:open|change) |could not create file|file unavailable|the system cannot find the )
    `,
  },
  {
    id: "nntp",
    named: pattern("im")`(?<![\w.@\/-])nntp(?![\w\/]|\.[a-z])|\bnntp(?=_|-login)|\b(?:nntplib|newsgroup)`,
    said: pattern("im")`\bno such (?:article|newsgroup)`,
  },
  {
    id: "ldap",
    named: pattern("im")`
      (?<![\w.@\/-])ldaps?(?![\w\/]|\.[a-z])|\bldap(?=_|-login)|\b(?:ldap3|ldapexception|openldap|slapd)
    `,
    said: null,
  },
  {
    id: "imap",
    named: pattern("im")`(?<![\w.@\/-])imap4?(?![\w\/]|\.[a-z])|\bimap4?(?=_|-login)|\bimaplib`,
    said: pattern("im")`\[AUTHENTICATIONFAILED\]|^\w{1,8} NO \[`,
  },
  {
    id: "pop3",
    named: pattern("im")`(?<![\w.@\/-])pop3(?![\w\/]|\.[a-z])|\bpop3(?=_|-login)|\bpoplib`,
    said: pattern("im")`-ERR\b`,
  },
];
// Databases, shells and repositories that refuse a login.
const LOGGED_IN = pattern("i")`
  \b(?:postgres\w*|psql|psycopg\w*|pg_hba|mongo\w*|pymongo|mysql\w*|mariadb|redis\w*|ssh2?|sshd|paramiko|jsch\w*
  |publickey|kinit|pam_\w+\((?!smtp|dovecot|imap|pop3|mail))\b|\bNOAUTH\b
  |\b(?:sudo|su):[ ]|\bAuthentication failed for 'http
  |FATAL:  ?password authentication failed
`;
const OF_MAILBOX = /\b(?:dovecot|sasl\w*|imapd?|roundcube|webmail|cyrus|courier)\b/i;
// Databases and queues: what they say of connections, logins and certificates is said of mail in the same words.
const STORES = pattern("i")`
  (?<![\w.@\/-])(?:psql|psycopg2?|pg_hba\.conf|postgres(?:ql)?|mysql|mariadb|sqlalchemy|(?:django_|io)?redis|celery
  |kombu|amqps?|rabbitmq|(?:py)?mongo(?:db|ose)?|kafka)(?![\w@-])
`;
const OF_SENDING = pattern("i")`
  smtp|\b(?:lmtp|rcpt|mail from|ehlo|helo|postfix|exim|sendmail|qmail|recipients?|deliver\w*|relay\w*|bounced?)\b
  |수신자|발송|반송
`;

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
 * Whether what looks like an answer to mail was said in a protocol without pages: nothing in it speaks of sending, nor
 * is it known by a detailed code or by the very words of a mail server.
 * @param {Known} known
 * @param {string} source
 * @param {Result} mail what it would say about mail
 * @param {boolean} isFormed whether a code in it has the form of one of HTTP or gRPC
 * @param {boolean} isOthers whether it speaks of one of them
 */
export const isForeign = (known, source, { findings }, isFormed, isOthers) =>
  ((!isFormed && isLogin(source, findings)) ||
    (!isFormed && !isOthers && STORES.test(source) && !isAboutMail(source)) ||
    FOREIGN.some(
      ({ id, named, said }) =>
        !known.catalogues.some(({ protocol }) => protocol === id) &&
        (said?.test(source) || (!isFormed && named.test(source))),
    )) &&
  !OF_SENDING.test(source) &&
  findings.every(({ enhanced, reply }) => enhanced === null && reply === null);
