/** Clients without a name in DNS: one's own need a login, others a PTR record. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { isOwnClient } from "../../../templates/theme/js/recognise/clients.js";
import { made } from "../support/data.js";

const site = made("en");

/** @param {string} text */
const told = (text) =>
  recognise(text, site).findings.map(({ situation, reply }) => `${situation} ${reply}`)[0];

/**
 * @param {string} address
 * @param {string} from
 * @param {string} [helo]
 */
const refused = (address, from, helo = "scanner") =>
  "Nov 27 10:00:01 mx postfix/smtpd[99]: NOQUEUE: reject: RCPT from " +
  `unknown[${address}]: 450 4.7.25 Client host rejected: cannot find your hostname, [${address}]; ` +
  `from=<${from}> to=<kim@example.com> proto=ESMTP helo=<${helo}>`;

test("a client at a private address needs a login, no name in DNS", () => {
  for (const address of ["10.1.2.3", "192.168.0.20", "172.31.255.9", "127.0.0.1", "169.254.1.1", "fd12::5"]) {
    assert.equal(told(refused(address, "app@example.org")), "login-required null", address);
  }
  for (const address of ["203.0.113.7", "172.32.0.1", "110.1.2.3", "2001:db8::5"]) {
    assert.match(String(told(refused(address, "app@example.org"))), /^reverse-dns /, address);
  }
});

test("so does whoever writes from the domain to which it writes, where no address tells", () => {
  assert.equal(told(refused("xxx.xxx.xxx.xxx", "scanner@Example.com")), "login-required null");
});

test("from the world somebody may forge the domain to which he writes", () => {
  for (const address of ["203.0.113.7", "2001:db8::5"]) {
    assert.match(String(told(refused(address, "director@example.com"))), /^reverse-dns /);
  }
});

test("what a client calls itself proves nothing", () => {
  assert.match(String(told(refused("203.0.113.7", "app@example.org", "[192.168.1.5]"))), /^reverse-dns /);
});

test("a private address tells in the records of other servers, and in a reply alone", () => {
  const exim = "H=(scanner) [192.168.1.20] F=<a@example.org> rejected RCPT <kim@example.com>: ";
  assert.equal(told(`2026-11-27 10:00:01 ${exim}550 Missing reverse DNS`), "login-required null");
  assert.equal(
    told("550 5.7.1 Client host rejected: cannot find your reverse hostname, [10.0.0.4]"),
    "login-required null",
  );
  assert.ok(isOwnClient("550 5.7.1 Fix reverse DNS for 10.0.0.4"));
});

test("an address that the record of a sent mail names is no client's", () => {
  assert.ok(
    !isOwnClient("550 5.7.1 no reverse dns", "relay=10.0.0.4[10.0.0.4]:25, said: 550 5.7.1 no reverse dns"),
  );
});
