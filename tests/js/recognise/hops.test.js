/** The next server of one's own, which was not found or did not answer. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";

const site = made("en");

/** @param {string} text */
function told(text) {
  const [{ situation, outcome, reply }] = recognise(text, site).findings;
  return `${situation} ${outcome} ${reply}`;
}

const OWN = "own-server-misconfigured transient null";

/**
 * @param {string} reason
 * @param {string} [to]
 * @param {string} [process]
 */
const deferred = (reason, to = "kim@example.com", process = "smtp") =>
  `Nov 20 10:00:01 mx postfix/${process}[9]: AA: to=<${to}>, relay=none, dsn=4.4.1, status=deferred (${reason})`;

/** @param {string} name */
const notFound = (name) =>
  `Host or domain name not found. Name service error for name=${name} type=AAAA: Host not found, try again`;

test("a name that no public DNS knows is that of one's own server", () => {
  for (const name of [
    "dovecot-ce",
    "mailhog",
    "smtp.mydomain.intranet",
    "mail.corp.local",
    "mx.default.svc",
  ]) {
    assert.equal(told(deferred(notFound(name), "kim@example.com", "lmtp")), OWN, name);
  }
});

test("a name of the world may be a mail server's, and the recipient's domain is the recipient's", () => {
  assert.match(told(deferred(notFound("mx1.example.net"))), /^dns-failed transient/);
  assert.match(told(deferred(notFound("example.com"))), /^dns-failed transient/);
  assert.match(told(deferred(notFound("myhost"), "root@myhost")), /^dns-failed transient/);
});

test("so is a server at a private address or with such a name that does not answer", () => {
  for (const reason of [
    "connect to 172.20.0.6[172.20.0.6]:2525: Connection refused",
    "connect to mailhog[198.51.100.4]:1025: Connection refused",
    "connect to exchange.example.com[192.168.1.5]:25: No route to host",
    "connect to backend.example.com[fd12::5]:25: Connection timed out",
  ]) {
    assert.equal(told(deferred(reason)), OWN, reason);
  }
  assert.match(
    told(deferred("connect to mx.example.com[192.0.2.1]:25: Connection timed out")),
    /^host-unreachable transient/,
  );
});

test("other servers write it down in their own way", () => {
  const exim = "2026-01-06 10:00:01 1abcde-000000-AB == kim@example.com R=smarthost T=remote_smtp";
  const sendmail = "Jan  6 10:00:01 mx sendmail[9]: x01: to=<kim@example.com>, mailer=relay, ";
  assert.equal(told(`${exim} defer (111): Connection refused H=relay.example.com [10.0.0.5]`), OWN);
  assert.equal(told(`${exim} defer (-1): lookup of host "smtp.relay.lan" failed in smarthost router`), OWN);
  assert.equal(
    told(
      `${sendmail}relay=[127.0.0.1] [127.0.0.1], dsn=4.0.0, stat=Deferred: Connection refused by [127.0.0.1]`,
    ),
    OWN,
  );
  assert.equal(
    told(`${sendmail}relay=mailhub, dsn=5.1.2, stat=Host unknown (Name server: mailhub: host not found)`),
    "own-server-misconfigured permanent null",
  );
});

test("what a server answered is its own word", () => {
  assert.match(told("450 4.1.2 Host not found: Name service error for name=mailhog"), /^(?!own-)/);
});

test("a relay is one's own, and so is a filter of which TLS is demanded", () => {
  assert.equal(told(deferred("connect to smtp.example.net[192.0.2.7]:587: Connection timed out")), OWN);
  assert.equal(
    told(
      deferred("TLS is required, but was not offered by host 127.0.0.1[127.0.0.1]").replace("4.4.1", "4.7.4"),
    ),
    OWN,
  );
  assert.match(
    told(deferred("TLS is required, but was not offered by host mx.example.com[192.0.2.1]")),
    /^encryption-unavailable/,
  );
});

test("a domain that surely exists is not found for want of DNS", () => {
  const refused = (/** @type {string} */ domain) =>
    `postfix/smtpd[9]: NOQUEUE: reject: RCPT from app[10.0.0.3]: 550 5.1.2 <kim@${domain}>: Recipient ` +
    `address rejected: Domain not found; from=<app@example.org> to=<kim@${domain}> proto=ESMTP helo=<app>`;
  assert.match(told(refused("gmail.com")), /^dns-failed permanent/);
  assert.match(told(refused("example.net")), /^domain-unknown permanent/);
});

/**
 * @param {{machine?: string, from?: string, to?: string, orig?: string, host?: string}} given
 */
const toItself = ({ machine = "mail", from = "root@example.com", to = "root@example.com", orig, host }) =>
  [
    `Nov  3 18:05:55 ${machine} postfix/qmgr[14]: 81571C2D: from=<${from}>, size=642, nrcpt=1 (queue active)`,
    `Nov  3 18:06:25 ${machine} postfix/smtp[16]: 81571C2D: to=<${to}>,${orig ?? ""} relay=none, dsn=4.4.1, ` +
      `status=deferred (connect to ${host ?? "mail.example.com"}[192.0.2.1]:25: Connection timed out)`,
  ].join("\n");

test("a server that tries to reach itself takes its own name to be another's", () => {
  const named = { from: "root@mail.example.com", to: "root@mail.example.com" };
  assert.equal(told(toItself({ ...named, orig: " orig_to=<root>," })), OWN);
  assert.equal(told(toItself({})), OWN);
  assert.equal(told(toItself({ machine: "mail.example.com" })), OWN);
  for (const others of [
    { to: "kim@example.org", host: "mail.example.org" },
    { to: "kim@gmail.com", orig: " orig_to=<root>,", host: "gmail-smtp-in.l.google.com" },
    { machine: "web1", host: "mx1.example.com" },
    { host: "mail.example.net" },
  ]) {
    assert.match(told(toItself(others)), /^host-unreachable transient/, JSON.stringify(others));
  }
});
