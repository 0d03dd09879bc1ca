/** Whether a number is a code, by what stands around it. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { viewOf } from "../../../templates/theme/js/recognise/places.js";
import { lookup } from "../../../templates/theme/js/recognise/tables.js";
import { ENOUGH, weigh, weighEnhanced } from "../../../templates/theme/js/recognise/weights.js";
import { sample } from "../support/data.js";

const known = lookup(sample);

/**
 * Whether the number between two texts is a code; a line may stand above it, and an enhanced code right behind it.
 * @param {string} before
 * @param {string} code
 * @param {string} after
 * @param {{above?: string, session?: boolean}} more
 */
function isCode(before, code, after, { above = "", session = false } = {}) {
  const direct = /^ ([245]\.\d\.\d)/.exec(after);
  return weigh(viewOf("", known, session), code, { before, above, after }, direct) >= ENOUGH;
}

/**
 * @param {string} before
 * @param {string} code
 * @param {string} after
 */
const isEnhanced = (before, code, after, above = "") =>
  weighEnhanced(viewOf("", known), code, { before, above, after }) >= ENOUGH;

// None of the sample's catalogues has these.
const [UNKNOWN, UNKNOWN_ENHANCED] = ["599", "5.7.77"];

describe("a code", () => {
  test("the tables lack what is called unknown here", () => {
    assert.ok(!known.has(UNKNOWN) && !known.has(UNKNOWN_ENHANCED));
  });

  test("words of a server behind it tell it, also where it is in no table", () => {
    assert.ok(isCode("", UNKNOWN, " message refused"));
    assert.ok(isCode("", UNKNOWN, " 메일이 거부되었습니다"));
    assert.ok(isCode("", UNKNOWN, "거부되었습니다"), "Korean needs no space");
    assert.ok(isCode("", "550", ` <${"·".repeat(40)}>: Rejected`), "behind a long address too");
    assert.ok(!isCode("", UNKNOWN, " elephants"));
    assert.ok(!isCode("", UNKNOWN, " 마리의 코끼리"));
  });

  test("an enhanced code right behind it tells it anywhere", () => {
    assert.ok(isCode("and so ", UNKNOWN, " 5.7.1 whatever"));
    assert.ok(isCode("and so ", "502", " 5.5.1 the gateway, an nginx, said"));
    assert.ok(isCode("", "550", " 5.1.1"));
  });

  test("alone on its line it is none, unless the line above leads on to it", () => {
    assert.ok(!isCode("", "550", ""));
    assert.ok(!isCode("  ", "550", "  \nsomething else"));
    assert.ok(isCode("", "550", "", { above: "the remote server said: " }));
  });

  test("the line above tells nothing of a number within a line", () => {
    assert.ok(!isCode("We thought ", "550", " of them", { above: "the remote server said: " }));
  });

  test("a number in a row of numbers is none", () => {
    assert.ok(!isCode("Seoul | 1021 | 2034 | 3011 | 4012 | ", "550", " | 6017 | 7013 | 8011 | 9014 | users"));
    assert.ok(!isCode("1021 | ", "550", " | 6017"));
  });

  test("codes of HTTP and ports are none of mail", () => {
    for (const code of ["404", "403", "429", "465", "587"]) {
      assert.ok(!isCode("", code, " mailbox unavailable"), code);
      assert.ok(!isCode("the server said: ", code, " mailbox unavailable"), code);
    }
  });

  test("a code of a web server is none of mail", () => {
    assert.ok(!isCode("nginx said: ", "502", " bad connection to upstream"));
    assert.ok(isCode("the server said: ", "502", " bad command"));
    assert.ok(isCode("nginx said: ", "550", " user unknown"), "no web server says 550");
  });

  test("in what is framed as HTTP only a clear word leads to a code", () => {
    assert.ok(!isCode("HTTP/2 stream closed; ", "421", " connection refused"));
    assert.ok(!isCode("HTTP/2 server example: ", "421", " connection refused"));
    assert.ok(isCode("POST /send failed, SMTP said: ", "421", " connection refused"));
    assert.ok(isCode("stream closed; ", "421", " connection refused"));
  });

  test("of success and questions a number alone says too little", () => {
    for (const code of ["250", "354"]) {
      assert.ok(!isCode("", code, " nothing to see here"), code);
      assert.ok(isCode("", code, " nothing to see here", { session: true }), code);
    }
    assert.ok(isCode("", "550", " nothing to see here"));
    assert.ok(isCode("", "250", " accepted"));
  });

  test("334 is a code before what it asks in base64", () => {
    assert.ok(isCode("", "334", " VXNlcm5hbWU6"));
    assert.ok(!isCode("", "334", " nothing to see here"));
    assert.ok(!isCode("", "250", " VXNlcm5hbWU6"));
  });

  test("where a line begins in a session, any code is one", () => {
    assert.ok(isCode("", UNKNOWN, " Rule 14", { session: true }));
    assert.ok(!isCode("", UNKNOWN, " Rule 14"));
    assert.ok(!isCode("we thought ", UNKNOWN, " Rule 14", { session: true }));
    assert.ok(isCode("S: ", "250", " recipients accepted", { session: true }));
  });
});

describe("an enhanced code", () => {
  test("where little leads to it, it has to be one that exists", () => {
    assert.ok(isEnhanced("x: ", "5.1.1", " rejected"));
    assert.ok(!isEnhanced("x: ", UNKNOWN_ENHANCED, " rejected"));
    assert.ok(!isEnhanced("x: ", "5.1.1", " elephants"));
    assert.ok(!isEnhanced("version ", "5.1.1", " failed"));
    assert.ok(isEnhanced("", "5.1.1", " rejected"));
  });

  test("where a word leads to it, any is one", () => {
    assert.ok(isEnhanced("status: ", UNKNOWN_ENHANCED, ""));
    assert.ok(isEnhanced("", UNKNOWN_ENHANCED, "", "the status: "), "on the line above");
    assert.ok(!isEnhanced("we thought ", UNKNOWN_ENHANCED, "", "the status: "));
  });

  test("what it says may stand on the next line", () => {
    assert.ok(isEnhanced("x: ", "5.1.1", "\nrejected"));
    assert.ok(isEnhanced("x: ", "5.1.1", "  \nrejected"));
    assert.ok(isEnhanced("it was ", "5.1.1", "\n    error, they said"));
    assert.ok(!isEnhanced("x: ", "5.1.1", " elephants\nrejected"));
    assert.ok(!isEnhanced("x: ", "5.1.1", "\nelephants\nrejected"));
  });
});
