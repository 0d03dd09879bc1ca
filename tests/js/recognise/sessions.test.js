/** Which reply ended a session. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";

const site = made("en");

/** @param {string[]} lines */
const endOf = (...lines) => {
  const [{ code, situation }] = recognise(lines.join("\n"), site).findings;
  return `${code} ${situation}`;
};

test("an old server that knows no EHLO has not refused the mail", () => {
  const greeted = ["502 5.5.1 Command not recognized", "HELO client.example.org", "250 mx.example.com"];
  const refused = ["MAIL FROM:<lee@example.org>", "250 2.1.0 Ok", "RCPT TO:<kim@example.com>"];
  const session = ["EHLO client.example.org", ...greeted, ...refused, "452 4.2.2 Mailbox full"];
  assert.equal(endOf(...session), "452 mailbox-full");
});

test("of several servers that are tried one after the other each ends its own session", () => {
  /** @type {(name: string, lines: string[]) => string[]} */
  const session = (name, lines) => [
    ...[`220 ${name} ESMTP`, "EHLO client.example.org", `250 ${name}`],
    ...["MAIL FROM:<lee@example.org>", ...lines, "QUIT", "221 2.0.0 Bye"],
  ];
  const first = session("mx1.example.com", ["451 4.7.1 Try again later"]);
  const second = session("mx2.example.com", [
    ...["250 2.1.0 Ok", "RCPT TO:<kim@example.com>"],
    "550 5.1.1 User unknown",
  ]);
  assert.equal(endOf(...first, ...second), "550 user-unknown");
});
