/** Who acts, where the text tells more of it than what happened does. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";

const site = made("en");

/** @param {string} text */
const told = (text) =>
  recognise(text, site).findings.map(({ situation, actor }) => `${situation} ${actor}`)[0];

/**
 * @param {string} reply
 * @param {string} [service]
 */
const rejected = (reply, service = "smtpd") =>
  `Nov 28 10:00:01 mx postfix/${service}[99]: NOQUEUE: reject: RCPT from mail.example.org[203.0.113.7]: ${reply}; ` +
  "from=<kim@example.org> to=<lee@example.net> proto=ESMTP helo=<mail.example.org>";

/**
 * @param {string} reply
 * @param {string} [port]
 */
const bounced = (reply, port = "25") =>
  "Nov 28 10:00:01 mx postfix/smtp[3]: 4AB1: to=<kim@example.com>, " +
  `relay=mail.example.net[192.0.2.1]:${port}, delay=1, dsn=5.7.1, status=bounced ` +
  `(host mail.example.net[192.0.2.1] said: ${reply} (in reply to RCPT TO command))`;

describe("a client that Postfix shuts out", () => {
  const shut = (/** @type {string} */ client) => `554 5.7.1 <${client}>: Client host rejected: Access denied`;
  const stranger = shut("mail.example.org[203.0.113.7]");

  test("is let in by the server to which another brought mail", () => {
    const notice = `<kim@example.com>: host mx.example.com[192.0.2.1] said: ${stranger}`;
    assert.equal(told(`${notice} (in reply to RCPT TO command)`), "client-refused undefined");
    assert.equal(told(bounced(stranger)), "client-refused undefined");
    assert.equal(told(rejected(stranger)), "client-refused undefined");
  });

  test("logs in at the relay through which it sends", () => {
    assert.equal(told(bounced(stranger, "587")), "client-refused sending-admin");
  });

  test("logs in where only those may send who did, and where it is a program or a device of one's own", () => {
    assert.equal(told(rejected(stranger, "submission/smtpd")), "client-refused sender");
    assert.equal(told(rejected(stranger, "smtps/smtpd")), "client-refused sender");
    const mailer = `Mailer Error: SMTP Error: data not accepted. ${stranger}`;
    assert.equal(told(mailer), "client-refused sender");
    assert.equal(told(shut("unknown[192.168.0.20]")), "client-refused sender");
  });

  test("may be either where nothing but the reply stands there", () => {
    assert.equal(told(stranger), "client-refused null");
    assert.equal(
      told("550 5.7.1 Client host rejected: host network not allowed"),
      "client-refused undefined",
    );
  });
});

describe("an address that a login may not use", () => {
  const owned = (/** @type {string} */ address, /** @type {string} */ user) =>
    `553 5.7.1 <${address}>: Sender address rejected: not owned by user ${user}`;

  test("is let in by the server's list, where it is the login's own", () => {
    assert.equal(told(owned("kim@example.com", "kim@example.com")), "sender-not-yours sending-admin");
    assert.equal(told(owned("Kim@example.com", "kim")), "sender-not-yours sending-admin");
    assert.equal(told(rejected(owned("kim@example.com", "kim"))), "sender-not-yours receiving-admin");
  });

  test("of the same domain is let in by whoever has the server's log", () => {
    const other = owned("info@example.com", "kim@example.com");
    assert.equal(told(rejected(other)), "sender-not-yours receiving-admin");
    assert.equal(told(other), "sender-not-yours undefined");
  });

  test("of another domain is the sender's to change", () => {
    assert.equal(told(rejected(owned("kim@gmail.com", "kim@example.com"))), "sender-not-yours undefined");
    assert.equal(told("550 5.7.1 not allowed to send as kim@example.com"), "sender-not-yours undefined");
  });

  test("is changed by the server that sends through another with it", () => {
    const other = owned("root@web1.example.net", "relay@example.net");
    assert.equal(told(bounced(other, "587")), "sender-not-yours sending-admin");
  });
});

test("a login at a relay is that of the server which sends through it", () => {
  const put = (/** @type {string} */ said) =>
    "Nov 28 10:00:01 mx postfix/smtp[3]: 4AB1: to=<kim@example.com>, relay=smtp.example.net[192.0.2.1]:587, delay=1, " +
    `dsn=4.7.8, status=deferred (SASL authentication failed; server smtp.example.net[192.0.2.1] said: ${said})`;
  assert.equal(told(put("535 5.7.8 Error: authentication failed")), "login-wrong sending-admin");
  assert.equal(told("535 5.7.8 Error: authentication failed"), "login-wrong undefined");
});

test("a form that Django refused is the visitor's or the operator's matter, whoever reads it", () => {
  const page = "Forbidden (403)\nCSRF verification failed. Request aborted.";
  assert.equal(told(page), "csrf-failed null");
  assert.equal(told("403 - CSRF verification failed."), "csrf-failed null");
  assert.equal(told("419 CSRF token mismatch."), "csrf-failed undefined");
});

describe("a verdict on the text", () => {
  const notice = (/** @type {string} */ diagnostic) =>
    "This is the mail system at host mail.example.org.\n\nYour message could not be delivered.\n\n" +
    "<kim@example.com>: Spam message rejected\n\nFinal-Recipient: rfc822; kim@example.com\nAction: failed\n" +
    `Status: 5.7.1\nDiagnostic-Code: ${diagnostic} Spam message rejected\n`;

  test("is that of the server which sends the notice, where no other was asked", () => {
    assert.equal(told(notice("X-Postfix;")), "spam-detected sending-admin");
    assert.equal(told(notice("smtp; 550 5.7.1")), "spam-detected undefined");
  });
});

describe("a call that gRPC's library or the service refuses", () => {
  const handshake = (/** @type {string} */ name) =>
    'rpc error: code = Unavailable desc = connection error: desc = "transport: authentication handshake failed: ' +
    `x509: certificate is valid for *.example.com, grpc.example.com, not ${name}"`;

  test("is mended in the client that checks a port with the name", () => {
    assert.equal(told(handshake("grpc.example.com:443")), "tls-failed client-developer");
    assert.equal(told(handshake("localhost:50051")), "tls-failed client-developer");
    assert.equal(told(handshake("192.0.2.1")), "tls-failed undefined");
  });

  test("is mended where a program calls with a person's login", () => {
    const denied =
      "Error: 7 PERMISSION_DENIED: Your application has authenticated using end user credentials from the Google " +
      "Cloud SDK or Google Cloud Shell which are not supported by the speech.googleapis.com.";
    assert.equal(told(denied), "not-permitted client-developer");
    assert.equal(
      told("Error: 7 PERMISSION_DENIED: The caller does not have permission"),
      "not-permitted undefined",
    );
  });
});
