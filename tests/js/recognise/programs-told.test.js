/** What the names of libraries tell where no reply tells more. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { byName, namedIn } from "../../../templates/theme/js/recognise/programs.js";
import { made, read } from "../support/data.js";

const tables = made("en");
/** @typedef {import("../../../templates/theme/js/recognise/programs.js").Library} Library */
/** @type {(protocol: string) => Library[]} */
const librariesOf = (protocol) => read(`made/en/libraries/${protocol}.json`).libraries;
const ofMail = librariesOf("smtp");
const libraries = [...ofMail, ...librariesOf("http"), ...librariesOf("grpc")];

/**
 * @param {string} text
 * @param {Library[]} [all]
 */
function told(text, all = ofMail) {
  const [first] = byName(tables, namedIn(all, text), text)?.findings ?? [];
  return first ? [first.code, first.situation, first.outcome].map(String).join(" ") : null;
}

describe("a constant stands for its code", () => {
  /** @type {[text: string, expected: string][]} */
  const cases = [
    ["MailboxBusy", "450 null transient"],
    ["MailboxBusy\n", "450 null transient"],
    ["MailKit: StatusCode = MailboxBusy", "450 null transient"],
    ["SmtpStatusCode.MailboxBusy", "450 null transient"],
    ["if (ex.StatusCode == SmtpStatusCode.MailboxBusy)", "450 null transient"],
    ["SmtpStatusCode.MustIssueStartTlsFirst", "530 login-required permanent"],
    [
      "Could not send message: Message could not be delivered - the address was not found, is unknown, or is not " +
        "receiving messages.",
      "550 null permanent",
    ],
    ["Horde_Smtp_Exception: Server is not accepting SMTP connections.", "554 null permanent"],
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
    [
      'Failed to authenticate on SMTP server with username "kim@163.com" using 2 possible authenticators',
      "null login-wrong permanent",
    ],
    [
      "Cannot send mail error contact Unable to authenticate with the current session's credentials.",
      "null login-wrong permanent",
    ],
    ["Authentication is required for this SMTP server.", "null login-required permanent"],
    [
      "smtplib.SMTPServerDisconnected: Connection unexpectedly closed",
      "null outgoing-connection-lost permanent",
    ],
    ["smtplib.SMTPNotSupportedError: STARTTLS extension not supported", "null feature-missing permanent"],
    [
      "com.sun.mail.util.MailConnectException: Couldn't connect",
      "null outgoing-server-unreachable permanent",
    ],
    [
      "javax.mail.AuthenticationFailedException: failed to connect, no password specified?",
      "null login-required permanent",
    ],
    ["0x800CCC1A", "null outgoing-encryption-mismatch permanent"],
    ["smtplib.SMTPDataError", null],
    ["no name at all", null],
    [
      "lettre::transport::smtp::Error { kind: Network, source: Custom { kind: InvalidData, error: CorruptMessage } }",
      "null outgoing-encryption-mismatch permanent",
    ],
    [
      "lettre::transport::smtp::Error { kind: Network, source: Os { code: 104, kind: ConnectionReset } }",
      "null outgoing-connection-lost permanent",
    ],
    ["System.Net.Mail.SmtpException: Transaction failed. The server response was: xyz", "554 null permanent"],
  ];
  for (const [text, expected] of cases) test(text, () => assert.equal(told(text), expected));
});

describe("a library that refuses an address tells by its trace whose it is", () => {
  const REFUSED = "mail.internet.AddressException: Domain contains illegal character in string ``a@b@c''";
  /** @type {[trace: string, expected: string | null][]} */
  const cases = [
    ["org.apache.commons.mail.Email.setFrom(Email.java:749)", "sender-malformed"],
    ["org.apache.commons.mail.Email.addTo(Email.java:780)", "address-malformed"],
    [
      "org.springframework.mail.javamail.MimeMessageHelper.setFrom(MimeMessageHelper.java:5)",
      "sender-malformed",
    ],
    [
      "org.springframework.mail.javamail.MimeMessageHelper.setTo(MimeMessageHelper.java:6)",
      "address-malformed",
    ],
    ["javax.mail.internet.MimeMessage.setFrom(MimeMessage.java:3)", "sender-malformed"],
    ["jakarta.mail.internet.MimeMessage.setRecipients(MimeMessage.java:666)", "address-malformed"],
    // Of a mail that is read, or an address of the program's own making, nothing is known.
    ["jakarta.mail.internet.MimeMessage.getRecipients(MimeMessage.java:558)", null],
    ["com.example.Mailer.setFrom(Mailer.java:12)", null],
  ];
  for (const [trace, expected] of cases) {
    test(trace, () => {
      const text = `${trace.includes("jakarta") ? "jakarta" : "javax"}.${REFUSED}\n\tat ${trace}`;
      assert.equal(told(text), expected && `null ${expected} permanent`);
    });
  }
});

describe("in other protocols too", () => {
  /** @type {[text: string, expected: string | null][]} */
  const cases = [
    ["ERR_NETWORK", "null no-response outside"],
    ["ConnectTimeout", "null no-connection outside"],
    ["httpx.ReadTimeout", "null answer-not-awaited outside"],
    ["java.net.UnknownHostException", "null host-not-found outside"],
    ["requests.exceptions.SSLError", "null no-response outside"],
    ["aiohttp.ClientConnectorSSLError", "null handshake-failed outside"],
    ["aiohttp.ServerDisconnectedError", "null connection-dropped outside"],
    ["HttpRequestException", null],
    ["HttpStatusCode.Forbidden", "403 null client-error"],
    ["http.StatusBadGateway", "502 null server-error"],
    ["HttpClientErrorException.NotFound", "404 not-found client-error"],
    ["codes.Unavailable", "UNAVAILABLE null moment"],
    ["tonic::Code::Unavailable", "UNAVAILABLE null moment"],
  ];
  for (const [text, expected] of cases) test(text, () => assert.equal(told(text, libraries), expected));
  test("of the protocol that the library speaks", () => {
    const { findings } = byName(tables, namedIn(libraries, "ERR_NETWORK"), "ERR_NETWORK") ?? { findings: [] };
    assert.deepEqual(
      findings.map(({ protocol, catalogue }) => [protocol, catalogue.code]),
      [["http", null]],
    );
    const unavailable = byName(tables, namedIn(libraries, "codes.Unavailable"), "codes.Unavailable");
    assert.deepEqual(unavailable?.findings[0].catalogue, { code: "grpc", enhanced: null });
    // Mail has 502 as well.
    const gateway = byName(tables, namedIn(libraries, "http.StatusBadGateway"), "http.StatusBadGateway");
    assert.deepEqual(gateway?.findings[0].catalogue, { code: "http", enhanced: null });
  });
});
