/** Logins by a token of OAuth. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";

const site = made("en");
const REFUSED = "535 5.7.8 Username and Password not accepted";

/** @param {string[]} lines */
const told = (...lines) => recognise(lines.join("\n"), site).findings.map(({ situation }) => situation);

test("where a token was sent no password is wrong", () => {
  for (const sent of [
    "AUTH XOAUTH2",
    "gmail oauth2",
    "user=kim auth=Bearer ya29",
    "the access token is new",
  ]) {
    assert.deepEqual(told(`${sent}: ${REFUSED}`), ["login-token-refused"], sent);
  }
  const thrown = "MailKit.Security.AuthenticationException: 535: 5.7.3 Authentication unsuccessful";
  const by = "at MailKit.Net.Smtp.SmtpClient.AuthenticateAsync(SaslMechanism mechanism)";
  assert.deepEqual(told(thrown, by), ["login-token-refused"]);
});

test("what a server offers is not what was sent, nor what somebody does without", () => {
  const offers = ["250-smtp.gmail.com at your service", "250-AUTH LOGIN PLAIN XOAUTH2", "250 SMTPUTF8"];
  assert.deepEqual(told(...offers, "AUTH PLAIN xxxx", REFUSED).at(0), "login-wrong");
  assert.deepEqual(told(`I use an app password, not oauth: ${REFUSED}`), ["login-wrong"]);
  assert.deepEqual(told(REFUSED), ["login-wrong"]);
});

test("the reason that Gmail gives is read, encoded or not", () => {
  const reason = '{"status":"400","schemes":"Bearer","scope":"https://mail.google.com/"}';
  const encoded = Buffer.from(reason).toString("base64");
  assert.deepEqual(told(`334 ${encoded}`), ["login-token-refused"]);
  assert.deepEqual(told(`smtplib.SMTPAuthenticationError: (334, b'${encoded}')`), ["login-token-refused"]);
  assert.deepEqual(told(reason), ["login-token-refused"]);
  assert.deepEqual(told("334 VXNlcm5hbWU6"), ["login-continues"]);
});

test("what goes wrong otherwise is left as it is", () => {
  assert.deepEqual(told("AUTH XOAUTH2", "454 4.7.0 Temporary authentication failure"), ["login-unavailable"]);
});
