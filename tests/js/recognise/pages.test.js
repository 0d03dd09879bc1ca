/** Help pages whose address alone tells what happened. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";

const site = made("en");

/** @param {string} text */
const told = (text) =>
  recognise(text, site).findings.map(({ situation, provider }) => `${provider} ${situation}`);

test("what is left of a reply that was cut tells by the page that it names", () => {
  const page = "https://support.google.com/mail/?p=UnsolicitedIPError";
  assert.deepEqual(told(page), ["gmail ip-blocked"]);
  assert.deepEqual(told(`550 5.7.1 ${page}`), ["gmail ip-blocked"]);
  assert.deepEqual(told("451 4.7.0 https://help.yahoo.com/kb/postmaster/SLN3434.html"), [
    "yahoo low-reputation",
  ]);
  assert.deepEqual(told("535 https://aka.ms/smtp_auth_disabled"), ["microsoft-365 login-disabled"]);
});

test("the reply whose page it is says what is meant", () => {
  const [{ reply }] = recognise("http://support.google.com/mail/?p=NoSuchUser", site).findings;
  assert.equal(site.providers.find(({ id }) => id === "gmail")?.replies[Number(reply)].id, "no-such-user");
});

test("a page tells nothing where the reply says more", () => {
  const page = "https://support.google.com/mail/?p=RfcMessageNonCompliant";
  const said =
    "550-5.7.1 Messages missing a valid Message-ID header are not accepted. For more information, go to";
  const [{ reply }] = recognise(`${said} 550-5.7.1 ${page}`, site).findings;
  assert.equal(reply, null);
  assert.deepEqual(
    told(`550-5.7.1 For more information, go to 550-5.7.1 ${page} (in reply to end of DATA command)`),
    ["gmail message-malformed"],
  );
});

test("a page that is about many things tells none of them", () => {
  assert.deepEqual(told("550 5.7.1 https://support.google.com/mail/answer/188131"), ["gmail null"]);
  assert.deepEqual(told("550 https://example.com/help"), ["null null"]);
});
