/** What a reply says in plain words, however they are put together. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { plainly, plainlyIn } from "../../../templates/theme/js/recognise/plainly.js";

/** @type {Record<string, string[]>} */
const SAID = {
  "user-unknown": [
    "550 Mailbox not present",
    "550 5.0.0 <kim@example.com>... Account does not exist",
    "553 address unknown",
    "550 unknown mailbox",
    "550 not a valid user",
    "550 User kim doesn't exist",
    "550 e-mail address is invalid",
    "550 no mailbox by that name",
    "550 no such account",
    "550 recipient unrecognised",
    "550 email account could not be found",
    "553 5.3.0 <kim@example.com>... Recipient address no longer exists",
    "550 unable to find the user",
    "550 user (kim) unknown",
    "554 undeliverable address",
  ],
  "mailbox-disabled": [
    "554 user not active",
    "550 The account kim has been suspended",
    "550 this email address is no longer in use",
    "550 recipient is currently deactivated",
    "550 account has been terminated",
    "550 mailbox deleted",
  ],
  "mailbox-full": [
    "552 user is over the quota",
    "552 recipient reached disk quota",
    "452 Quota is exceeded",
    "452 the mailbox is nearly full, mailbox full",
    "550 maildir delivery failed: userdisk quota",
    "452 not enough space in mailbox",
    "452 kim does not have enough space",
    "554 Disc quota exceeded",
  ],
  "relay-refused": [
    "553 unauthorized relay traffic prohibited",
    "550 relaying is not permitted",
    "550 5.7.1 not authorised to relay",
  ],
  "mail-loop": ["554 MailLoop", "554 message looping", "554 loop was found"],
  "spam-detected": [
    "550 JunkMail rejected",
    "550 spamming not allowed",
    "550 failed several anti-spam checks",
    "550 this mail is spam from your domain",
    "550 from: appears to be unsolicited",
  ],
  // Of the sender, of the server that sends, of the server that answers, of the mail.
  "reverse-dns": ["550 your host has no PTR", "550 client without reverse name"],
  "sent-too-fast": [
    "450 too many new mails from you",
    "421 your frequency limit",
    "550 Throttling quota exceeded",
    "421 sending too fast",
  ],
  "sender-refused": ["421 sender blocked", "550 sender address is not welcome", "554 banned sender"],
  "ip-blocked": [
    "550 Error - Blocked for abuse. See http://att.net/blocks",
    "550 192.0.2.222 blocked by ldap:ou=rblmx,dc=example,dc=net",
    "550 Your IPs blocked",
    "550 mail server at 192.0.2.1 is blocked",
    "550 mail from 192.0.2.1 refused",
    "554 your host is sending spam",
  ],
  "domain-unknown": ["550 no such domain", "550 host name is unknown", "553 mx.example.com does not exist"],
  "message-malformed": ["554 your From header is invalid", "554 multiple From headers"],
  "server-overloaded": ["451 System(u) busy", "451 the server is overloaded", "421 your load is too high"],
  "host-unreachable": ["451 could not connect from here", "421 your network is down"],
  "server-error": ["451 domain: unexpected failure", "451 4.0.0 I/O error"],
};

for (const [situation, all] of Object.entries(SAID)) {
  describe(situation, () => {
    for (const text of all) test(text, () => assert.equal(plainly(text)?.situation, situation));
  });
}

describe("nothing is told", () => {
  for (const text of [
    "550 sender address does not exist",
    "550 your account is disabled",
    "554 daily quota exceeded",
    "450 recipient domain temporarily disabled",
    "535 invalid user or password",
    "550 the MX of this address is unknown",
    "5.1.0 - Unknown address error 550-'5.7.1 Access denied' (delivery attempts: 0)",
    "250 user is here",
    "450 too many messages in the mailbox",
    "550 from: example.com does not exist",
    `550 ${"a user who writes at length ".repeat(20)} user unknown`,
  ]) {
    test(text.slice(0, 80), () => assert.equal(plainly(text), null));
  }
});

test("the words are those that tell", () => {
  assert.deepEqual(plainly("550 <kim@example.com> Mailbox IS Inactive"), {
    situation: "mailbox-disabled",
    words: "mailbox is inactive",
  });
});

test("a notice tells it in a paragraph that is no header", () => {
  const notice = "Subject: account unknown\n\nHello.\n\nkim@example.com: account closed\n\nmailbox full";
  assert.equal(plainlyIn(notice)?.situation, "mailbox-disabled");
  assert.equal(plainlyIn("Subject: account unknown"), null);
  assert.equal(plainlyIn(`${"Hello.\n\n".repeat(30)}account unknown`), null);
});
