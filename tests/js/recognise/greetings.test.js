/** The name by which a client greets: refused in whatever words, and whose it is. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";

const site = made("en");

/** @param {string} text */
function told(text) {
  const { findings, role } = recognise(text, site);
  return `${findings[0]?.situation} ${findings[0]?.outcome} ${role}`;
}

test("a name is refused in whatever words", () => {
  for (const said of [
    "550 5.7.1 Bad HELO: EHLO [192.168.1.5] not allowed",
    '550 5.7.1 Access denied: HELO name "localhost" is not acceptable',
    "550 REJECTED - Bad HELO - Host impersonating domain name [mail.example.com]",
    "501 5.5.4 Invalid Address for HELO: my_host",
    "550 Your HELO/EHLO greeting (localhost) does not resolve",
    "501 Invalid HELO/EHLO argument",
    "550 Client host sent invalid EHLO/HELO",
    "550 5.7.1 helo/ehlo string is not a FQDN",
    "550 EHLO/HELO localhost.localdomain is forbidden",
    '501 Command "HELO" requires an argument',
    "Diagnostic-Code: SMTP; 550 Please use your real hostname when saying HELO (not HSP-AV01)",
    "504 5.5.2 <scanner>: Help command rejected: need fully-qualified hostname",
    "501 5.5.4 Invalid domain name",
    "550 HELO 이름이 유효하지 않습니다",
  ]) {
    assert.match(told(said), /^helo-refused permanent/, said);
  }
  assert.match(told("450 4.7.1 HELO name could not be resolved, not found"), /^helo-refused transient/);
});

test("that the server wants to be greeted at all, or first, is another thing", () => {
  assert.match(told("550 HELO/EHLO required"), /^wrong-order /);
  for (const said of ["503 5.5.1 Error: send HELO/EHLO first", "503 Duplicate EHLO not allowed"]) {
    assert.doesNotMatch(told(said), /^helo-refused/, said);
  }
});

test("a command that is not known, a list, SPF and a field that names the client say nothing of the name", () => {
  for (const said of [
    "502 5.5.1 EHLO command not implemented",
    "500 unrecognized command: EHLO not supported",
    "550 5.7.1 SPF check of HELO identity failed, rejected",
    "550 5.7.1 Client host rejected; from=<a@example.com> helo=<invalid>",
    "550 Access denied (HELO mx.example.com) blocked",
    "421 timeout waiting for EHLO",
    "250 mail.example.com Hello localhost",
    "rejected EHLO from mx.example.com [192.0.2.1]: listed in zen.spamhaus.org",
    "the EHLO was rejected by my router",
  ]) {
    assert.doesNotMatch(told(said), /^helo-refused/, said);
  }
});

test("what is answered to a greeting is about its name, where it speaks of one", () => {
  const session = (/** @type {string} */ reply) =>
    `220 mx.example.com ESMTP\nEHLO my_pc\n${reply}\nHELO my_pc\n${reply}`;
  assert.match(told(session("501 5.5.2 Syntax error in domain")), /^helo-refused permanent/);
  assert.match(told(session("554 5.7.1 Name is no host")), /^helo-refused permanent/);
  assert.doesNotMatch(told(session("503 5.5.2 domain came twice")), /^helo-refused/);
  assert.doesNotMatch(told(session("502 5.5.2 unknown command or domain")), /^helo-refused/);
  assert.doesNotMatch(told(session("554 5.7.1 Go away")), /^helo-refused/);
  assert.doesNotMatch(
    told("EHLO pc\n250 Ok\nMAIL FROM:<a@b.example>\n550 5.7.1 Not this name"),
    /^helo-refused/,
  );
});

test("Exim writes down whom it did not let in, without a number", () => {
  const record = "rejected EHLO from fe [172.16.1.81]: syntactically invalid argument(s): _";
  assert.equal(told(`With 1.3 my mail fails:\n\n${record}`), "helo-refused permanent receiving-admin");
});

test("the name of a computer is its owner's", () => {
  const reply = "<DESKTOP-AB12CD>: Helo command rejected: need fully-qualified hostname";
  assert.equal(told(`504 5.5.2 ${reply}`), "helo-refused permanent sender");
  assert.equal(
    told("501 Syntactically invalid HELO argument(s)\nIs it my computer's name?").split(" ")[2],
    "sender",
  );
  assert.equal(told(`504 5.5.2 ${reply.replace("DESKTOP-AB12CD", "mx")}`).split(" ")[2], "undefined");
  const record = `postfix/smtpd[9]: NOQUEUE: reject: RCPT from unknown[192.0.2.4]: 504 5.5.2 ${reply}`;
  assert.equal(told(`Nov 27 10:00:01 mx ${record}`).split(" ")[2], "receiving-admin");
});
