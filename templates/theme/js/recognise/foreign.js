/** Protocols of which the site has no pages, whose texts look like those of mail: FTP, NNTP, LDAP, IMAP and POP. */
import { pattern } from "./patterns.js";

/** @import { Result } from "./findings.js" */

// The protocols and what speaks them, by name; but no hosts (imap.example.com).
const NAMED = pattern("im")`
  (?<![\w.@\/-])(?:s?ftps?|ldaps?|nntp|imap4?|pop3)(?![\w\/]|\.[a-z])|\b(?:ftp|nntp|ldap|imap4?|pop3)(?=_|-login)
  |\b(?:ftplib|ftpclient|ftpwebrequest|lftp|(?:vs|pro|pure-?)ftpd|filezilla|nntplib|newsgroup
  |ldap3|ldapexception|openldap|slapd|imaplib|poplib)
`;
// What their servers say, and those of mail do not.
const SAID = pattern("im")`
  \b(?:RETR|STOR) response: \d|\bAccess denied: 530\b|\b530\)? (?:login incorrect|not logged in|please login with user)
  |\b55[03]\)? (?:failed to (?:open|change) |could not create file|file unavailable|the system cannot find the )
  |\bno such (?:article|newsgroup)|\[AUTHENTICATIONFAILED\]|^\w{1,8} NO \[|-ERR\b
`;
const OF_SENDING = pattern("i")`
  smtp|\b(?:lmtp|rcpt|mail from|ehlo|helo|postfix|exim|sendmail|qmail|recipients?|deliver\w*|relay\w*|bounced?)\b
  |수신자|발송|반송
`;

/**
 * Whether what looks like an answer to mail was said in another protocol: nothing in it speaks of sending, nor is it
 * known by a detailed code or by the very words of a mail server.
 * @param {string} source
 * @param {Result} mail what it would say about mail
 * @param {boolean} isFormed whether a code in it has the form of one of HTTP or gRPC
 */
export const isForeign = (source, { findings }, isFormed) =>
  (SAID.test(source) || (!isFormed && NAMED.test(source))) &&
  !OF_SENDING.test(source) &&
  findings.every(({ enhanced, reply }) => enhanced === null && reply === null);
