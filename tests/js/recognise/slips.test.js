/** Domains of well-known services that somebody mistyped. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { meantBy } from "../../../templates/theme/js/recognise/slips.js";
import { made } from "../support/data.js";

const site = made("en");

/** @param {string} text */
const told = (text) =>
  recognise(text, site).findings.map(({ situation, meant, actor }) => `${situation} ${meant} ${actor}`)[0];

describe("a mistyped domain", () => {
  test("is one slip away from a well-known one", () => {
    for (const domain of ["gmial.com", "gamil.com", "gmai.com", "gmaill.com", "gnail.com", "gmail.con"]) {
      assert.equal(meantBy(domain), "gmail.com", domain);
    }
    assert.equal(meantBy("hotmial.com"), "hotmail.com");
    assert.equal(meantBy("outlok.com"), "outlook.com");
    assert.equal(meantBy("yahooo.com"), "yahoo.com");
    assert.equal(meantBy("navre.com"), "naver.com");
    assert.equal(meantBy("hanmial.net"), "hanmail.net");
  });

  test("is not another's that is spelled alike, nor one further away", () => {
    const others = ["gmail.com", "ymail.com", "email.com", "mail.com", "cloud.com", "never.com", "navel.com"];
    for (const domain of [
      ...others,
      "gmx.com",
      "gamli.com",
      "gmixl.com",
      "example.com",
      "yahoo.co.kr",
      "hotmail.fr",
      "",
    ]) {
      assert.equal(meantBy(domain), undefined, domain);
    }
  });
});

describe("what was meant", () => {
  test("is told where the mail failed, and the sender acts where it got nowhere", () => {
    const nowhere = "<kim@gmial.com>: connect to gmial.com[192.0.2.9]:25: Connection timed out";
    assert.equal(told(nowhere), "host-unreachable gmail.com sender");
    assert.equal(
      told("550 5.1.1 <kim@gamil.com>: Recipient address rejected: User unknown"),
      "user-unknown gmail.com undefined",
    );
    assert.equal(
      told("550 5.1.2 <kim@gamil.com>: Recipient address rejected: Domain not found"),
      "domain-unknown gmail.com sender",
    );
  });

  test("is told of a name that DNS does not know, where no address stands there", () => {
    const lookup = (/** @type {string} */ name) =>
      `DNS Error: 12345 DNS type 'mx' lookup of ${name} responded with code NXDOMAIN`;
    assert.equal(told(lookup("hotmial.com")), "domain-unknown hotmail.com sender");
    assert.equal(told(lookup("example.net")), "domain-unknown undefined undefined");
  });

  test("is not told where the mailbox is there, nor to those whose domain it is", () => {
    assert.equal(told("552 5.2.2 <kim@gamil.com>: mailbox full"), "mailbox-full undefined undefined");
    assert.equal(told("451 4.7.1 <kim@gamil.com>: Greylisted"), "greylisted undefined undefined");
    assert.equal(
      told(
        "Nov 28 10:00:00 mx postfix/smtpd[9]: NOQUEUE: reject: RCPT from mx.example.org[203.0.113.9]: " +
          "550 5.1.1 <kim@gamil.com>: Recipient address rejected: User unknown in virtual mailbox table; " +
          "from=<a@example.com> to=<kim@gamil.com> proto=ESMTP helo=<mx.example.org>",
      ),
      "user-unknown undefined undefined",
    );
    for (const [reply, situation] of [
      ["550 5.7.1 <kim@gamil.com>: Relay access denied", "relay-refused"],
      ["554 5.7.1 <kim@gamil.com>: Client host rejected: Access denied", "client-refused"],
      ["550 5.0.0 <kim@gamil.com>: rejected", "refused-unexplained"],
    ]) {
      assert.equal(told(reply).split(" ").slice(0, 2).join(" "), `${situation} gmail.com`);
    }
    const strangers = [
      ["530 5.7.0 Authentication required", "login-asked-of-strangers"],
      ["550 5.7.1 Relay access denied", "server-takes-no-mail"],
    ];
    for (const [reply, situation] of strangers) {
      const notice = `<kim@gamil.com>: host mx.gamil.com[203.0.113.9] said: ${reply} (in reply to RCPT TO command)`;
      assert.equal(told(notice).split(" ").slice(0, 2).join(" "), `${situation} gmail.com`);
    }
  });

  test("is not told of mail that arrived, nor of whoever sent it", () => {
    assert.equal(told("250 2.1.5 <kim@gamil.com> Recipient ok"), "recipient-accepted undefined undefined");
    assert.equal(
      told("550 5.1.8 <kim@gamil.com>: Sender address rejected: Domain not found").split(" ")[0],
      "sender-domain-unknown",
    );
  });
});
