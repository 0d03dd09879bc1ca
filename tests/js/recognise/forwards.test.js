/** Mail that a server on the way forwarded. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";

const site = made("en");
const REFUSED =
  "550-5.7.26 This mail has been blocked because the sender is unauthenticated. " +
  "550 5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM. SPF [example.org] = did not pass";

/** @param {string} text */
const told = (text) => recognise(text, site).findings[0].situation;

/** @param {string} first for which address the last one stands */
const expanded = (first) => `<kim@gmail.com> (${first}): host mx.example.com[192.0.2.5] said: ${REFUSED}`;

/**
 * @param {string} first
 * @param {string} from who sent it
 */
const logged = (first, from) =>
  `postfix/qmgr[1]: AB12: from=<${from}>, size=1, nrcpt=1 (queue active)\n` +
  `postfix/smtp[9]: AB12: to=<kim@gmail.com>, orig_to=<${first}>, relay=mx.example.com[192.0.2.5]:25, delay=1, ` +
  `dsn=5.7.26, status=bounced (host mx.example.com[192.0.2.5] said: ${REFUSED} (in reply to end of DATA command))`;

test("a notice says for which address the refused one stands", () => {
  for (const first of ["expanded from <info@example.net>", "generated from info@example.net"]) {
    assert.equal(told(expanded(first)), "forwarded-unauthenticated", first);
  }
  const exim = `kim@gmail.com\n    (ultimately generated from info@example.net)\n    ${REFUSED}`;
  assert.equal(told(exim), "forwarded-unauthenticated");
  assert.equal(told(logged("info@example.net", "anna@example.org")), "forwarded-unauthenticated");
});

test("a server's own mail that reaches somebody by an alias is not forwarded", () => {
  assert.equal(told(expanded("expanded from <info@example.org>")), "unauthenticated-mail");
  assert.equal(told(expanded("expanded from <kim.lee@gmail.com>")), "unauthenticated-mail");
  assert.equal(told(logged("root", "root@example.net")), "unauthenticated-mail");
  assert.equal(told(logged("info@example.net", "shop@example.net")), "unauthenticated-mail");
});

test("people write of it themselves", () => {
  assert.equal(told(`My server forwards mail to Gmail, which says: ${REFUSED}`), "forwarded-unauthenticated");
  assert.equal(told(`회사 메일을 지메일로 자동 전달합니다. ${REFUSED}`), "forwarded-unauthenticated");
  assert.equal(told(`${REFUSED}; please forward this message to your administrator`), "unauthenticated-mail");
});

test("what else is said to mail that was forwarded is left as it is", () => {
  const full =
    "<kim@gmail.com> (expanded from <info@example.net>): host mx.example.com said: 552 5.2.2 Mailbox full";
  assert.equal(told(full), "mailbox-full");
});
