/** Logs that wrap a record, or tell the code apart from the reply. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import {
  detailBefore,
  eximRejections,
  joinStatus,
  rejoined,
  spaced,
  tellingRecords,
} from "../../../templates/theme/js/recognise/logs.js";
import { viewOf } from "../../../templates/theme/js/recognise/places.js";
import { scan } from "../../../templates/theme/js/recognise/scan.js";
import { lookup } from "../../../templates/theme/js/recognise/tables.js";
import { sample } from "../support/data.js";

/** @import { Hit } from "../../../templates/theme/js/recognise/scan.js" */

const known = lookup(sample);

const brief = (/** @type {Hit} */ { code, enhanced, raw }) => `${code} ${enhanced}: ${raw}`;

describe("Exim's rejections", () => {
  const refused = (/** @type {string} */ what, said = "Relay not permitted") =>
    `2026-11-25 10:00:01 H=(client.example.com) [192.0.2.1] F=<kim@example.org> ${what}: ${said}`;

  test("have the usual code where none is told", () => {
    for (const [what, code] of [
      ["rejected RCPT <user@example.com>", "550"],
      ["temporarily rejected RCPT <user@example.com>", "451"],
      ["rejected VRFY user@example.com", "550"],
      ["rejected after DATA", "550"],
    ]) {
      /** @type {Hit[]} */
      const hits = [];
      eximRejections(refused(what), hits);
      assert.deepEqual(hits.map(brief), [`${code} null: ${code} Relay not permitted`], what);
    }
  });

  test("name the recipient where there is one", () => {
    /** @type {Hit[]} */
    const hits = [];
    eximRejections(
      [refused("rejected RCPT <user@example.com>"), refused("rejected connection")].join("\n"),
      hits,
    );
    assert.deepEqual(
      hits.map(({ recipient }) => recipient),
      ["user@example.com", null],
    );
  });

  test("are left as they are where the line tells a code, and stand in the order of the log", () => {
    const source = [
      refused("rejected RCPT <one@example.com>"),
      refused("rejected RCPT <two@example.com>", "451 4.7.1 Greylisted"),
      refused("rejected RCPT <three@example.com>"),
    ].join("\n");
    const hits = scan(viewOf(source, known));
    eximRejections(source, hits);
    assert.deepEqual(
      hits.map(({ code }) => code),
      ["550", "451", "550"],
    );
  });
});

describe("a status beside a reply", () => {
  // What stands above says nothing about it.
  const FAR_ABOVE = "The mail system at example.org wrote this down for you to read.\n\n".repeat(60);

  const CASES = [
    ["behind the reply on its line", "(host said: 550 User unknown) dsn=5.1.1", ["550 5.1.1"]],
    ["without a name, of the same class", "(521 User unknown) error 5.1.1", ["521 5.1.1"]],
    ["of another class", "(550 User unknown) error 4.2.2", ["550 null", "null 4.2.2"]],
    ["of its own", "(550 User unknown) and error 5.2.2", ["550 null", "null 5.2.2"]],
    ["where the reply has one", "(550 5.1.1 User unknown) error 5.2.2", ["550 5.1.1", "null 5.2.2"]],
    ["before the reply", "dsn=5.1.1, status=bounced (host said: 550 User unknown)", ["550 5.1.1"]],
    [
      "far before the reply",
      `dsn=5.1.1, status=bounced (${"so ".repeat(60)}said: 550 Unknown)`,
      ["550 5.1.1"],
    ],
    ["below a code told alone", "{\n  responseCode: 550,\n      status: '5.1.1',\n}", ["550 5.1.1"]],
    [
      "two lines below",
      "responseCode: 550,\n  attempts: many,\n  status: '5.2.2'",
      ["550 null", "null 5.2.2"],
    ],
    ["below a whole reply", "said: 550 User unknown\nlog: done\nid=x, dsn=4.2.2", ["550 null", "null 4.2.2"]],
    ["on the next record", "(said: 550 User unknown)\nid=x dsn=5.2.2", ["550 null", "null 5.2.2"]],
    ["below a code that has one", "code: 550 5.1.1\n      status: '5.2.2'", ["550 5.1.1", "null 5.2.2"]],
  ];

  for (const [name, text, expected] of /** @type {[string, string, string[]][]} */ (CASES)) {
    test(name, () => {
      for (const above of ["", FAR_ABOVE]) {
        const view = viewOf(above + text, known);
        const found = joinStatus(view, scan(view)).map(({ code, enhanced }) => `${code} ${enhanced}`);
        assert.deepEqual(found, expected, text);
      }
    });
  }

  const told = (/** @type {string} */ text) => {
    const view = viewOf(text, known);
    return joinStatus(view, scan(view)).map(({ raw }) => raw);
  };

  test("brings its text to a code told alone, without the names of fields", () => {
    assert.deepEqual(told("code: 550,\n        status: 5.1.1, message: User unknown"), [
      "550 5.1.1 User unknown",
    ]);
    assert.deepEqual(told("(550 User unknown) error 5.1.1 Bad address"), ["550 User unknown"]);
  });

  test("alone on its line has the reason that the log gives", () => {
    assert.deepEqual(told("dsn=5.1.1, stat=User unknown"), ["User unknown"]);
    assert.deepEqual(told("to=<x>, dsn=4.4.1, status=deferred (connect timed out)"), ["connect timed out"]);
    assert.deepEqual(told("status: 5.1.1"), ["5.1.1"]);
  });
});

test("qmail's reports are written with spaces and line ends", () => {
  const report =
    "delivery 3: failure: 192.0.2.1_does_not_like_recipient./Remote_host_said:_550_User_unknown/";
  assert.equal(
    spaced(`new msg 7\n${report}`),
    "new msg 7\ndelivery 3: failure: 192.0.2.1 does not like recipient. Remote host said: 550 User unknown ",
  );
  assert.equal(spaced("a_name /Path"), "a_name /Path");
});

test("PHPMailer's text stands before the number", () => {
  const detailed = (/** @type {string} */ text) => {
    const hit = { at: text.indexOf("550"), end: text.length, code: "550", enhanced: null, raw: "550" };
    detailBefore(text, hit);
    return hit.raw;
  };
  assert.equal(detailed("Detail: User unknown SMTP code: 550"), "550 User unknown");
  assert.equal(
    detailed("SMTP Error: data not accepted. Detail: User\n unknown SMTP code: 550"),
    "550 User unknown",
  );
  assert.equal(detailed("SMTP code: 550"), "550");
});

describe("wrapped records", () => {
  const RECORD = "Nov 25 10:00:01 mx postfix/smtp[1]: A1: to=<user@example.com>";

  test("are one line each again", () => {
    assert.equal(
      rejoined(`${RECORD},\n      status=bounced\n${RECORD}`),
      `${RECORD}, status=bounced\n${RECORD}`,
    );
    assert.equal(rejoined("one\n two"), "one\n two", "no log");
  });

  test("go on with a code only where the line leads on to it", () => {
    assert.equal(rejoined(`${RECORD} said: \n550 Unknown`), `${RECORD} said:  550 Unknown`);
    assert.equal(rejoined(`${RECORD} said\n550 Unknown`), `${RECORD} said\n550 Unknown`);
    assert.equal(rejoined(`${RECORD} said\nERROR: Unknown`), `${RECORD} said\nERROR: Unknown`);
  });

  test("end with an empty line, and where a line was too short to be wrapped", () => {
    for (const gap of ["", "   "]) {
      const text = `${RECORD}\n${gap}\nand so on`;
      assert.equal(rejoined(text), text);
    }
    const short = "Nov 25 10:00:01 mx cron[1]: A1";
    assert.equal(rejoined(`${short}\nmore`), `${short} more`, "thirty characters");
    assert.equal(rejoined(`${short.slice(0, -1)}\nmore`), `${short.slice(0, -1)}\nmore`, "fewer");
  });
});

describe("a long log of a mail server", () => {
  const IDLE =
    "Nov 26 10:00:01 mx postfix/qmgr[2450]: 4F2A: from=<a@example.org>, size=1450, nrcpt=1 (queue active)\n";
  const BOUNCED =
    "Nov 26 10:00:02 mx postfix/smtp[77]: 4F2A: to=<kim@example.com>, status=bounced (host said: no)\n";
  const WRAPPED = "    and this is the rest of it\n";

  test("is read by the records that may tell something, with the lines that go on from them", () => {
    const long = `${IDLE.repeat(9000)}${BOUNCED}${WRAPPED}${IDLE}`;
    assert.ok(long.length > 800_000);
    assert.equal(tellingRecords(long).trim(), `${BOUNCED}${WRAPPED}`.trim());
  });
  test("is read whole where it is short", () => {
    assert.equal(tellingRecords(IDLE + BOUNCED), IDLE + BOUNCED);
  });
  test("is not read further than anybody looks", () => {
    assert.ok(tellingRecords(BOUNCED.repeat(9000)).length < 130_000);
  });
  test("is known by its records: any other text is read whole", () => {
    const other = "Dear all,\nthe mail did not arrive.\n".repeat(3000);
    assert.equal(tellingRecords(other), other);
    const access = '192.0.2.1 - - [25/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 502 559\n'.repeat(2000);
    assert.equal(tellingRecords(access), access);
  });
});
