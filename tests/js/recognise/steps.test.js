/** Dialogues in which server and program are out of step. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";

const site = made("en");

/** @param {string[]} lines */
const told = (...lines) => recognise(lines.join("\n"), site).findings.map(({ situation }) => situation);

test("an answer that belongs to an earlier command says that the two are out of step", () => {
  assert.deepEqual(
    told("C: MAIL FROM:<a@example.com>", "S: 220 2.0.0 Ready to start TLS", "C: QUIT", "S: 250 2.1.0 Ok"),
    ["wrong-order"],
  );
  assert.deepEqual(
    told("CLIENT -> SERVER: STARTTLS", "SERVER -> CLIENT: 250 mx.example.com", "CLIENT -> SERVER: QUIT"),
    ["wrong-order"],
  );
});

test("commands sent at once are answered one after the other", () => {
  const sent = ["C: MAIL FROM:<a@example.com>", "C: RCPT TO:<kim@example.com>", "C: DATA"];
  const all = told(...sent, "S: 250 2.1.0 Ok", "S: 250 2.1.5 Ok", "S: 354 End data with <CR><LF>.<CR><LF>");
  assert.ok(!all.includes("wrong-order"));
});

test("a dialogue in which each command has its answer is in step", () => {
  const login = ["C: AUTH LOGIN", "S: 334 VXNlcm5hbWU6", "C: QUIT", "S: 221 2.0.0 Bye"];
  assert.ok(!told(...login).includes("wrong-order"));
});
