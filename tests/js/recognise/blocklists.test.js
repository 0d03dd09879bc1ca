/** Whose list it is on which somebody stands. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";

const site = made("en");

/** @param {string} text */
const told = (text) => recognise(text, site).findings[0].situation;

test("a list of the server's own is no public one", () => {
  for (const list of [
    "our block list",
    "our internal blacklist",
    "my blocklist",
    "the recipient server's blocklist",
  ]) {
    assert.equal(told(`550 5.7.1 Your IP address is on ${list}`), "ip-blocked", list);
  }
  assert.equal(told("554 Client host rejected: in our local blacklist"), "ip-blocked");
  assert.equal(told("421 4.7.0 your server is blacklisted by our system, try later"), "ip-blocked");
  assert.equal(told("554 5.7.1 198.51.100.4 is locally blacklisted"), "ip-blocked");
});

test("a list that nobody claims may be a public one, and so may one that is named", () => {
  assert.equal(told("554 Your IP is on a block list"), "ip-listed");
  assert.equal(told("554 5.7.1 Rejecting mail, 198.51.100.4 is blacklisted"), "ip-listed");
  assert.equal(told("550 Your server is in the block list of Spamhaus."), "ip-listed");
  assert.equal(told("550 5.7.1 mail from kim@example.org rejected, listed at zen.spamhaus.org"), "ip-listed");
  assert.equal(told("550 5.7.1 You are on a block list"), "ip-listed");
});

test("on it may stand a sender, a domain or a link instead of a server", () => {
  assert.equal(told("550 5.7.1 blocked: sender is on the block list"), "sender-refused");
  assert.equal(told("550 5.7.1 mail from kim@example.org is blocklisted"), "sender-refused");
  assert.equal(told("550 5.7.1 Message rejected: your domain is in our local block list"), "sender-refused");
  assert.equal(told("550 5.7.1 Message rejected: your domain is on a block list"), "domain-listed");
  assert.equal(told("550 URL in message is blacklisted"), "link-refused");
});

test("a recipient has a list of their own", () => {
  assert.equal(told("550 Sender kim@example.com is on the recipient's block list"), "blocked-by-recipient");
  assert.equal(told("550 You are on the user's personal blacklist"), "blocked-by-recipient");
  assert.equal(told("550 Recipient has you on their blacklist"), "blocked-by-recipient");
});

test("what cannot come to what the code says is left as it is", () => {
  assert.equal(told("450 4.7.1 sender is on the block list"), "ip-listed");
});
