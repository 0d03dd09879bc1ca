/** What libraries call by name: errors, and constants for codes. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { byName, namedIn } from "../../../templates/theme/js/recognise/programs.js";
import { PROGRAM } from "../../../templates/theme/js/recognise/readers.js";
import { made, read } from "../support/data.js";

const tables = made("en");
/** @type {{libraries: import("../../../templates/theme/js/recognise/programs.js").Library[]}} */
const { libraries } = read("made/en/libraries.json");

/** @param {string} text */
const named = (text) =>
  namedIn(libraries, text).map(({ library, name, code }) =>
    [library.name, name, code].filter(Boolean).join(" "),
  );

/** @param {string} text */
function told(text) {
  const [first] = byName(tables, namedIn(libraries, text), text)?.findings ?? [];
  return first ? [first.code, first.situation, first.outcome].map(String).join(" ") : null;
}

describe("an error is known by its name", () => {
  /** @type {[text: string, expected: string[]][]} */
  const cases = [
    ["smtplib.SMTPDataError: (554, b'no')", ["smtplib smtplib.SMTPDataError"]],
    ["SMTPDataError: (554, b'no')", ["smtplib smtplib.SMTPDataError"]],
    ["aiosmtplib.SMTPDataError", ["aiosmtplib aiosmtplib.SMTPDataError"]],
    ["SMTPDataError", ["aiosmtplib aiosmtplib.SMTPDataError", "smtplib smtplib.SMTPDataError"]],
    ["Net::SMTPAuthenticationError", ["Net::SMTP Net::SMTPAuthenticationError"]],
    ["EAUTH", ["Nodemailer EAUTH"]],
    ["Error: getaddrinfo ENOTFOUND smtp.example.com", ["Nodemailer EDNS"]],
    ["com.sun.mail.smtp.SMTPSendFailedException: 550 no", ["Jakarta Mail SMTPSendFailedException"]],
    ["javax.mail.AuthenticationFailedException", ["Jakarta Mail AuthenticationFailedException"]],
    ["SmtpErrorCode.RecipientNotAccepted", ["MailKit SmtpErrorCode.RecipientNotAccepted"]],
    ["SMTP connect() failed", ["PHPMailer SMTP connect() failed."]],
    ["SMTP 오류: 인증할 수 없습니다.", ["PHPMailer SMTP Error: Could not authenticate."]],
    [
      'Expected response code "250" but got code "550"',
      ["Symfony Mailer, Laravel UnexpectedResponseException"],
    ],
    ['Expected response code 250 but got code "550"', ["SwiftMailer Swift_TransportException"]],
    ["smtp: server doesn't support AUTH", ["net/smtp smtp: server doesn't support AUTH"]],
    [
      "lettre::transport::smtp::Error { kind: Permanent(Code { severity: PermanentNegativeCompletion } }",
      ["lettre lettre::transport::smtp::Error { kind: Permanent("],
    ],
    ["error: CorruptMessage", []],
    [
      "System.Net.Mail.SmtpException: Transaction failed. The server response was: xyz",
      ["System.Net.Mail Transaction failed. The server response was: 554"],
    ],
    // 450 and 550 have the same words.
    [
      "System.Net.Mail.SmtpException: Mailbox unavailable. The server response was: xyz",
      ["System.Net.Mail SmtpException"],
    ],
  ];
  for (const [text, expected] of cases) test(text, () => assert.deepEqual(named(text), expected));
});

describe("what others call so, too, is no proof", () => {
  for (const text of [
    "ETIMEDOUT",
    "AuthenticationFailedException",
    "Error: no such file",
    "SyntaxError: Unexpected token",
    "a SyntaxError in line 3",
    "EAUTHORIZED",
    "getaddrinfo ENOTFOUND api.example.com",
    "MySMTPDataError",
    "550 5.1.1 User unknown",
    "",
  ]) {
    test(text, () => assert.deepEqual(named(text), []));
  }
  test("beside a sign of the library it is", () => {
    assert.deepEqual(named("code: 'ETIMEDOUT', command: 'CONN'"), ["Nodemailer ETIMEDOUT"]);
  });
  test("a name far down a log says little", () => {
    assert.deepEqual(named(`${"x ".repeat(4000)}smtplib.SMTPDataError`), []);
  });
});

describe("a constant stands for its code", () => {
  /** @type {[text: string, expected: string][]} */
  const cases = [
    ["MailboxBusy", "450 null transient"],
    ["SmtpStatusCode.MailboxBusy", "450 null transient"],
    ["if (ex.StatusCode == SmtpStatusCode.MailboxBusy)", "450 null transient"],
    ["SmtpStatusCode.MustIssueStartTlsFirst", "530 login-required permanent"],
    ["AuthenticationInvalidCredentials", "535 login-wrong permanent"],
  ];
  for (const [text, expected] of cases) {
    test(text, () => assert.equal(told(text)?.replace(/^450 \S+/, "450 null"), expected));
  }
});

describe("where no reply tells more, the name does", () => {
  /** @type {[text: string, expected: string | null][]} */
  const cases = [
    ["EAUTH", "null login-wrong permanent"],
    ["smtplib.SMTPServerDisconnected: Connection unexpectedly closed", "null connection-lost transient"],
    ["smtplib.SMTPNotSupportedError: STARTTLS extension not supported", "null feature-missing permanent"],
    [
      "com.sun.mail.util.MailConnectException: Couldn't connect",
      "null outgoing-server-unreachable permanent",
    ],
    ["smtplib.SMTPDataError", null],
    ["no name at all", null],
    [
      "lettre::transport::smtp::Error { kind: Network, source: Custom { kind: InvalidData, error: CorruptMessage } }",
      "null encryption-unavailable permanent",
    ],
    [
      "lettre::transport::smtp::Error { kind: Network, source: Os { code: 104, kind: ConnectionReset } }",
      "null connection-lost transient",
    ],
    ["System.Net.Mail.SmtpException: Transaction failed. The server response was: xyz", "554 null permanent"],
  ];
  for (const [text, expected] of cases) test(text, () => assert.equal(told(text), expected));
});

describe("whoever wrote the program has its error in front of them", () => {
  for (const text of [
    "smtplib.SMTPRecipientsRefused: {'a@b.example': (550, b'5.1.1 User unknown')}",
    "Error: Invalid login: 535-5.7.8 Username and Password not accepted. code: 'EAUTH', responseCode: 535",
    "Error: Message failed: 554 5.7.1 no\n    at SMTPConnection._formatError (/app/index.js:784:19)",
    "com.sun.mail.smtp.SMTPSendFailedException: 550 5.7.1 relaying denied",
    "Mailbox unavailable. The server response was: 5.7.1 Unable to relay",
    "Net::SMTPServerBusy: 450 4.2.1 Mailbox busy",
    "SMTP Error: Could not authenticate.",
    "SMTP ERROR: Password command failed: 535 5.7.8 Error: authentication failed",
    'Expected response code 250 but got code "550", with message "550 5.7.1 Relaying denied"',
    "panic: 504 5.7.4 Unrecognized authentication type",
  ]) {
    test(text, () => assert.equal(recognise(text, tables).role, PROGRAM));
  }
  for (const text of [
    "550 5.7.1 SPF PermError in domain example.com, mail rejected",
    "550 5.1.1 User unknown",
    "Nov 26 10:00:00 mx postfix/smtpd[1]: NOQUEUE: reject: RCPT from a[192.0.2.1]: 554 5.7.1 Relay access denied",
  ]) {
    test(`not of ${text}`, () => assert.notEqual(recognise(text, tables).role, PROGRAM));
  }
});
