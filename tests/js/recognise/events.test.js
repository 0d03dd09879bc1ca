/** The JSON events that mail services send about bounces. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { eventGroups } from "../../../templates/theme/js/recognise/events.js";

/** @type {(text: string | object) => object[]} */
const groups = (text) => eventGroups(typeof text === "string" ? text : JSON.stringify(text));

test("each service's names for a field are known, whatever their case", () => {
  for (const [event, expected] of [
    [
      { emailAddress: "user@example.com", status: "5.1.1", diagnosticCode: "smtp; 550 5.1.1 Unknown" },
      { recipient: "user@example.com", status: "5.1.1", diagnostic: "smtp; 550 5.1.1 Unknown" },
    ],
    [
      { RCPT_TO: "user@example.com", code: 550, event: "bounce", mx_host: "mx.example.com", other: "x" },
      { recipient: "user@example.com", code: "550", action: "bounce", host: "mx.example.com" },
    ],
    [
      { email: "user@example.com", status: "4.2.2" },
      { recipient: "user@example.com", status: "4.2.2" },
    ],
  ]) {
    assert.deepEqual(groups(event), [expected]);
  }
});

test("a recipient without a result is no event, nor is a result without a recipient", () => {
  for (const event of [{ email: "user@example.com" }, { reason: "550 Unknown", code: 550 }, {}]) {
    assert.deepEqual(groups(event), []);
  }
  assert.deepEqual(groups("550 Unknown"), []);
});

test("values that are no recipient, code or status are passed over, and so are empty ones", () => {
  assert.deepEqual(
    groups([
      { email: "user@example.com", code: 550 },
      { email: "", recipient: "unknown", code: 199, status: "bounced", reason: "" },
      { code: "5.0", email: "other@example.com", status: "2026", diagnostic: "452 Full" },
    ]),
    [
      { recipient: "user@example.com", code: "550" },
      { recipient: "other@example.com", diagnostic: "452 Full" },
    ],
  );
  assert.deepEqual(groups({ email: "user@example.com", address: "unknown", code: 550, responseCode: 7 }), [
    { recipient: "user@example.com", code: "550" },
  ]);
  assert.deepEqual(
    groups({ email: "user@example.com", code: 550, error_code: 199, status: "5.1.1", dsn: "x" }),
    [{ recipient: "user@example.com", code: "550", status: "5.1.1" }],
  );
});

test("of several texts the one that holds a code says most, else the first", () => {
  const email = "user@example.com";
  for (const texts of [
    { reason: "550 5.1.1 Unknown", description: "The address is bad" },
    { description: "The address is bad", reason: "550 5.1.1 Unknown" },
    { description: "The address is bad", reason: "x 550-Unknown" },
    { description: "The address is bad", reason: "Unknown (5.1.1)" },
  ]) {
    const diagnostic = Object.values(texts).find((text) => /\d/.test(text));
    assert.deepEqual(groups({ email, ...texts }), [{ recipient: email, diagnostic }]);
  }
  assert.deepEqual(groups({ email, code: 550, reason: "Bad", details: "The address is bad" }), [
    { recipient: email, code: "550", diagnostic: "Bad" },
  ]);
});

test("each recipient is an event, in whatever order its fields stand", () => {
  const expected = [
    { recipient: "one@example.com", diagnostic: "550 Unknown" },
    { recipient: "two@example.com", diagnostic: "452 Full" },
  ];
  const one = '"email":"one@example.com","reason":"550 Unknown"';
  for (const text of [
    `[{${one}},{"email":"two@example.com","reason":"452 Full"}]`,
    `[{${one}},{"reason":"452 Full","email":"two@example.com"}]`,
    `${one},"email":"two@example.com","reason":"452 Full"`,
    `{"list":[{${one}},{"email":"two@example.com","reason":"452 Full"`,
  ]) {
    assert.deepEqual(groups(text), expected, text);
  }
});

test("fields of one event may stand in objects within it", () => {
  assert.deepEqual(groups({ envelope: { rcpt: "user@example.com" }, result: { reason: "550 Unknown" } }), [
    { recipient: "user@example.com", diagnostic: "550 Unknown" },
  ]);
  assert.deepEqual(
    groups({ message: { to_email: "list@example.com" }, email: "user@example.com", code: 550 }),
    [{ recipient: "user@example.com", code: "550" }],
  );
});
