/** Whose text it is. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { readerOf } from "../../../templates/theme/js/recognise/readers.js";

const ANSWERED = "postfix/smtpd[1]: NOQUEUE: reject: RCPT from unknown[192.0.2.1]: 550 5.1.1 no";
const HANDED = "postfix/smtp[1]: 4F2A91C0E5: to=<kim@example.com>, dsn=5.1.1, status=bounced (550 no)";

test("a bounce is in front of whoever sent the mail, whatever it quotes", () => {
  for (const text of ["no such user", ANSWERED, HANDED]) assert.equal(readerOf(text, "bounce"), "sender");
});

test("a log is in front of whose server wrote it", () => {
  assert.equal(readerOf(ANSWERED, "log"), "receiving-admin");
  assert.equal(readerOf(HANDED, "log"), "sending-admin");
  assert.equal(readerOf(`${HANDED}\n${ANSWERED}`, "log"), "receiving-admin");
  assert.equal(readerOf("10:00:01 [1] something else", "log"), undefined);
});

test("a lone reply does not tell", () => {
  for (const kind of /** @type {const} */ (["reply", "code", "pair", "none"])) {
    assert.equal(readerOf(ANSWERED, kind), undefined, kind);
    assert.equal(readerOf(HANDED, kind), undefined, kind);
  }
});
