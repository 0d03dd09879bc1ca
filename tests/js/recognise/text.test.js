/** The text as it was meant. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { plain } from "../../../templates/theme/js/recognise/text.js";

const lines = (/** @type {string[]} */ ...all) => all.join("\n");

test("line ends of every system are one", () => {
  assert.equal(plain("550 one\r\n550 two\r550 three\n"), "550 one\n550 two\n550 three\n");
});

describe("encodings of mail", () => {
  const QUOTED = "Content-Transfer-Encoding: quoted-printable\n\n";
  const BASE64 = "Content-Transfer-Encoding: base64\n\n";
  const encoded = (/** @type {Uint8Array | string} */ bytes) => Buffer.from(bytes).toString("base64");

  test("quoted-printable is undone where it is said to be", () => {
    assert.equal(plain(`${QUOTED}550 =EC=82=AC=EC=9A=A9=\n=EC=9E=90 a=3Db`), `${QUOTED}550 사용자 a=b`);
    assert.equal(plain("550 a=3Db"), "550 a=3Db");
  });

  test("base64 is undone, however its lines are broken", () => {
    const body = encoded("550 없는 사용자입니다, 주소를 다시 확인해 주십시오").replace(/.{40}/g, "$&\n");
    assert.match(plain(BASE64 + body), /550 없는 사용자입니다, 주소를 다시 확인해 주십시오/);
  });

  test("what is no text is left out, and what is no base64 is left as it is", () => {
    assert.equal(
      plain(BASE64 + encoded(new Uint8Array([0x35, 0, 0xff, 0xfe, 0x35]))),
      `${BASE64.trimEnd()}\n`,
    );
    assert.equal(plain(`${BASE64}550a=b=c`), `${BASE64}550a=b=c`);
  });
});

describe("what pages and programs do to a text", () => {
  test("styles of a page are no text", () => {
    assert.equal(plain("<STYLE>td { width: 550px }</style>550 Unknown<br>Bye"), "550 Unknown\nBye");
  });

  test("within JSON every \\n is a line end, elsewhere only where no path goes on", () => {
    assert.equal(plain(String.raw`{"m":"550 no\nuser\tknown\r\nhere"}`), '{"m":"550 no\nuser known\nhere"}');
    assert.equal(plain(String.raw` ["550 no\nuser"]`), ' ["550 no\nuser"]');
    assert.equal(plain(String.raw`C:\node\test said 550\nUnknown`), "C:\\node\\test said 550\nUnknown");
    assert.equal(plain(String.raw`{"path":"C:\\node\\test"}`), String.raw`{"path":"C:\\node\\test"}`);
  });

  test("marks of quoted mail become spaces, so that places stay; those of a session stay", () => {
    assert.equal(plain("> 550 Unknown\n> > Bye\n| x"), "  550 Unknown\n    Bye\n  x");
    assert.equal(plain(">>> RCPT TO:<user@example.com>"), ">>> RCPT TO:<user@example.com>");
  });
});

describe("headers", () => {
  test("whose numbers mean nothing are left out, with their folded lines", () => {
    const text = lines(
      "Received: from mx.example.com (mx.example.com [192.0.2.1])",
      "\tby mail.example.org with ESMTP id 550",
      "Message-ID: <421@example.com>",
      "X-Mailer: Mailer 5.2.1",
      "X-Failed-Recipients: user@example.com",
      "Subject: Undelivered",
    );
    assert.equal(plain(text).trim(), lines("X-Failed-Recipients: user@example.com", "Subject: Undelivered"));
  });
});

describe("the sender's own message, given back", () => {
  const RETURNED = lines(
    "Content-Type: message/rfc822",
    "",
    "Subject: 421 reasons",
    "",
    "Dear all, 550 euros.",
  );

  test("is left out", () => {
    assert.equal(plain(`550 Unknown\n${RETURNED}`), "550 Unknown\n");
    assert.equal(plain(`550 Unknown\n----- Original message -----\nSubject: 421`), "550 Unknown\n");
    assert.equal(plain(RETURNED), "");
  });

  test("may stand before the report, and more than once", () => {
    const report = lines("Final-Recipient: rfc822; user@example.com", "Status: 5.1.1", "");
    assert.equal(plain(lines("Failed.", RETURNED, report)), lines("Failed.", "", report));
    assert.equal(plain(lines("Failed.", RETURNED, report, RETURNED)), lines("Failed.", "", report, ""));
  });
});
