/** Who asks for a login: the sender's own outgoing server, or one at which no stranger can log in. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";

const site = made("en");

/** @param {string[]} lines */
const told = (...lines) => recognise(lines.join("\n"), site).findings.map(({ situation }) => situation);

/** @param {string} relay */
const bounced = (relay) =>
  "Nov 27 10:00:01 mx postfix/smtp[311]: 4AB1: to=<kim@example.com>, " +
  `relay=${relay}, delay=1, delays=0/0/0/1, dsn=5.7.0, status=bounced ` +
  `(host ${relay.replace(/:\d+$/, "")} said: 530 5.7.0 Authentication required (in reply to MAIL FROM command))`;

/** @param {string} host */
const returned = (host) =>
  `<kim@example.com>: host ${host}[192.0.2.5] said: 530 5.7.1 Authentication required (in reply to MAIL FROM command)`;

describe("the server through which one sends", () => {
  test("takes mail on a port of submission", () => {
    assert.deepEqual(told(bounced("mail.example.net[192.0.2.1]:587")), ["login-required"]);
    assert.deepEqual(told(bounced("mail.example.net[192.0.2.1]:25")), ["login-asked-of-strangers"]);
  });

  test("is named for that, unless it is the recipient's, however its name is written", () => {
    assert.deepEqual(told(bounced("smtp-relay.example.net[192.0.2.1]:25")), ["login-required"]);
    assert.deepEqual(told(returned("SMTP-RELAY.EXAMPLE.NET")), ["login-required"]);
    assert.deepEqual(told(returned("SMTP.EXAMPLE.COM")), ["login-asked-of-strangers"]);
  });
});

describe("a server that relays nothing", () => {
  const denied = "554 5.7.1 <kim@example.com>: Relay access denied (in reply to RCPT TO command)";
  const actor = (/** @type {string} */ text) =>
    recognise(text, site).findings.map(({ situation, actor: acts }) => `${situation} ${acts}`);

  test("does not serve the domain, where another server brought it the mail", () => {
    const notice = `<kim@example.com>: host mx.example.com[192.0.2.5] said: ${denied}`;
    assert.deepEqual(actor(notice), ["server-takes-no-mail receiving-admin"]);
    const gmail =
      "Message not delivered\nYour message couldn't be delivered to kim@example.com because the remote server is " +
      "misconfigured.\nThe response from the remote server was:\n554 5.7.1 Relay access denied";
    assert.deepEqual(actor(gmail), ["server-takes-no-mail receiving-admin"]);
  });

  test("is one's own otherwise, or holds back what it may take later", () => {
    const own = `<kim@example.com>: host smtp.example.net[192.0.2.5] said: ${denied}`;
    assert.deepEqual(actor(own), ["relay-refused undefined"]);
    assert.deepEqual(actor("554 5.7.1 <kim@example.com>: Relay access denied"), ["relay-refused undefined"]);
    assert.deepEqual(actor(own.replace("554 5.7.1", "454 4.7.1").replace("smtp.", "mx.")), [
      "relay-refused undefined",
    ]);
    const feature =
      "You are sending this from a different address or alias using the 'Send mail as' feature.\nThe response from " +
      "the remote server was:\n530 5.7.0 Authentication required";
    assert.deepEqual(told(feature).includes("login-asked-of-strangers"), false);
  });
});

test("a field that begins the text tells that another server said it", () => {
  const reply = "smtp; 530 5.7.1 Authentication required";
  assert.deepEqual(told(`Diagnostic-Code: ${reply}`), ["login-asked-of-strangers"]);
});

describe("of several replies each tells for itself", () => {
  const unknown = "host mx.example.org[192.0.2.6] said: 550 5.1.1 User unknown (in reply to RCPT TO command)";

  test("one recipient's server asks for a login, another's does not know the recipient", () => {
    assert.deepEqual(
      told(
        ...["This is the mail system at host mx.example.net.", ""],
        "I'm sorry to have to inform you that your message could not be delivered to one or more recipients.",
        ...["", returned("mx.example.com"), "", `<lee@example.org>: ${unknown}`],
      ),
      ["login-asked-of-strangers", "user-unknown"],
    );
  });

  test("one's own server asks its client for a login, and another refused a recipient", () => {
    assert.deepEqual(
      told(
        "Nov 27 10:00:01 mx postfix/smtp[311]: 4AB1: to=<lee@example.org>, relay=mx.example.org[192.0.2.6]:25, " +
          `delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (${unknown})`,
        "Nov 27 10:00:02 mx sendmail[411]: 5AR7: ruleset=check_mail, arg1=<park@example.net>, " +
          "relay=client.example.net [192.0.2.9], reject=530 5.7.0 Authentication required",
      ),
      ["user-unknown", "login-required"],
    );
  });
});

test("a program that goes straight to the recipient's server is a stranger there", () => {
  const thrown = "Error: SMTP code:530 msg:530 SMTP authentication is required.";
  const trace = (/** @type {string} */ name) =>
    `    at response (C:\\app\\node_modules\\${name}\\index.js:217:24)`;
  assert.deepEqual(told(thrown, trace("sendmail")), ["login-asked-of-strangers"]);
  assert.deepEqual(told(thrown, trace("nodemailer")), ["login-required"]);
});

test("a report and the notice above it, which names the recipient otherwise, are about one answer", () => {
  const notice = [
    "<info@example.com>: host mx.example.com said: 530 Authentication required (in reply to RCPT TO command)",
    "Final-Recipient: rfc822; infox@example.com",
    "Action: failed",
    "Status: 5.0.0",
    "Diagnostic-Code: smtp; 530 Authentication required",
  ];
  assert.deepEqual(told(...notice), ["login-asked-of-strangers", "login-asked-of-strangers"]);
});
