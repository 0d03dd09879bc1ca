/** A further protocol whose lines look like those of mail: what each text is read as, and that mail loses nothing. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";

const tables = {
  catalogues: [
    { id: "smtp", protocol: "smtp", forms: ["{code}"], codes: [{ code: "421" }, { code: "550" }] },
    { id: "smtp-enhanced", protocol: "smtp", forms: ["{code}"], codes: [{ code: "5.1.1" }] },
    {
      id: "ftp",
      protocol: "ftp",
      forms: ["{code}"],
      codes: [
        { code: "226", name: "Transfer complete" },
        { code: "550", name: "File unavailable" },
      ],
    },
    {
      id: "close",
      protocol: "ws",
      forms: ["{code}"],
      codes: [
        { code: "1006", name: "Abnormal Closure" },
        { code: "1011", name: "Internal Error" },
      ],
    },
    { id: "cause", protocol: "sip", forms: ["cause={code}"], codes: [{ code: "17", name: "User busy" }] },
  ],
  providers: [],
  situations: [
    { id: "domain-unknown", protocol: "smtp", said: ["host not found"], outcomes: { permanent: {} } },
  ],
  particles: [],
  protocols: [
    { id: "smtp", name: "SMTP" },
    { id: "ftp", name: "FTP", speaks: ["ftp"] },
    { id: "ws", name: "WebSocket", speaks: ["socket closed"] },
    { id: "sip", name: "SIP", speaks: ["sip", "q.850"] },
    { id: "dns", name: "DNS", speaks: ["nxdomain"] },
  ],
};

/** @param {string} text */
function told(text) {
  const { kind, findings } = recognise(text, tables);
  return `${kind}: ${findings.map(({ protocol, code, enhanced }) => `${protocol} ${code ?? enhanced}`).join(", ")}`;
}

describe("a code that stands in no form of its own", () => {
  test("is mail's in a text of mail", () => {
    assert.equal(told("550 5.1.1 user unknown"), "reply: smtp 550");
    assert.equal(told("421 4.7.0 closing connection, queue 1006"), "reply: smtp 421");
  });

  test("is asked of every protocol that has it", () => {
    assert.equal(told("550"), "code: smtp 550, ftp 550");
  });

  test("is the other's where the text speaks of it, whatever it has in common with mail", () => {
    assert.equal(told("ftp: 550 Failed to open file."), "reply: ftp 550");
    assert.equal(told("220 (vsFTPd 3.0.3)\nftp error 226"), "log: ftp 226");
  });

  test("is not of a protocol of which the text does not speak, because it speaks of a third", () => {
    assert.equal(told("550 Host not found (NXDOMAIN)"), "reply: smtp 550");
  });

  test("may have four digits, and is told by the protocol's name", () => {
    assert.equal(told("1006 vs 1011"), "pair: ws 1006, ws 1011");
    assert.equal(told("WebSocket closed in the end: error code 1006"), "reply: ws 1006");
  });

  test("is told by a word of its protocol that has digits itself", () => {
    assert.equal(told("q.850 17"), "code: sip 17");
    assert.equal(told("17"), "none: ");
  });
});
