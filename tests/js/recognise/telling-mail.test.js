/** Which protocols a text speaks of, and whether it is so clearly a mail's that no other is looked for. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { plainFinding } from "../../../templates/theme/js/recognise/findings.js";
import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { asMail, prepared } from "../../../templates/theme/js/recognise/mail.js";
import { lookup } from "../../../templates/theme/js/recognise/tables.js";
import { isMailAlone, protocolsTold } from "../../../templates/theme/js/recognise/telling.js";
import { made, read } from "../support/data.js";

/** @import { Finding, Result } from "../../../templates/theme/js/recognise/findings.js" */

const known = lookup({
  catalogues: [
    { id: "web-status", protocol: "web", codes: [{ code: "404" }] },
    { id: "smtp", protocol: "smtp", codes: [{ code: "550" }] },
  ],
  providers: [],
  particles: [],
  protocols: [{ id: "web", speaks: ["browser tab"] }, { id: "lamp" }],
});

test("a question tells its protocols by their names and words, not by a link", () => {
  const told = (/** @type {string} */ text) => [...protocolsTold(known, text)];
  assert.deepEqual(told("Web 404"), ["web"]);
  assert.deepEqual(told("404 in a  browser tab"), ["web"]);
  assert.deepEqual(told("mail 550"), ["smtp"]);
  assert.deepEqual(told("550 of web mail"), ["web", "smtp"]);
  assert.deepEqual(told("404 at https://web/alpha?mail"), []);
  assert.deepEqual(told("404 at smtp://alpha:25"), ["smtp"]);
  assert.deepEqual(told("404 at https://web/alpha"), []);
  assert.deepEqual(told("what is 550"), []);
});

test("a field that is called so is not about mail", () => {
  const told = (/** @type {string} */ text) => [...protocolsTold(known, text)];
  assert.deepEqual(told('{"email": ["The email field is required."]}'), []);
  assert.deepEqual(told('{"userEmail": "is taken"}'), []);
  assert.deepEqual(told('{"email": "kim@example.com", "event": "deferred"}'), ["smtp"]);
  assert.deepEqual(told("email must be an email"), []);
});

describe("a text is a mail's alone", () => {
  const bare = {
    ...plainFinding({ id: "smtp", protocol: "smtp" }, "550", "550 no"),
    situation: "user-unknown",
    reply: "r",
  };
  /**
   * @param {string} source
   * @param {Partial<Finding>[]} rest
   * @param {Result["kind"]} kind
   */
  const isAlone = (source, rest = [{}], kind = "reply") =>
    isMailAlone(known, { kind, pairs: [], findings: rest.map((one) => ({ ...bare, ...one })) }, source);

  test("by words of mail, or by what only mail servers say", () => {
    assert.equal(isAlone("550 no such mailbox"), true);
    assert.equal(isAlone("550 no"), false);
    assert.equal(isAlone("550 5.1.1 no", [{ enhanced: "5.1.1" }]), true);
    assert.equal(isAlone("550 no", [{ provider: "alpha" }]), true);
    assert.equal(isAlone("550 no", [{}, { provider: "alpha" }]), true);
    assert.equal(isAlone("smtp 550 no mailbox"), true);
  });

  test("but not where its reason is not known", () => {
    assert.equal(isAlone("550 no such mailbox", [{ situation: null }]), false);
    assert.equal(isAlone("no such mailbox", [{ code: null, reply: null }]), false);
  });

  test("but not where more tells who acts, or a domain looks like a large service's", () => {
    for (const situation of ["client-refused", "relay-refused", "sender-not-yours", "spam-detected"]) {
      assert.equal(isAlone("550 5.7.1 no such mailbox", [{ situation }]), false, situation);
    }
    for (const domain of [
      "gmial.com",
      "hotmial.com",
      "outlok.com",
      "yahooo.com",
      "navre.com",
      "hanmial.net",
    ]) {
      assert.equal(isAlone("550 no such mailbox", [{ domain }]), false, domain);
    }
    for (const domain of ["gmail.com", "naver.com", "hanmail.net", "example.com", null]) {
      assert.equal(isAlone("550 no such mailbox", [{ domain }]), true, String(domain));
    }
  });

  test("but not where it speaks of another, nor as a question", () => {
    assert.equal(isAlone("550 no such mailbox in the browser tab"), false);
    assert.equal(isAlone("550 5.1.1 web", [{ enhanced: "5.1.1" }]), false);
    for (const kind of /** @type {const} */ (["none", "code", "pair"])) {
      assert.equal(isAlone("550 no such mailbox", [{}], kind), false, kind);
    }
  });
});

test("looking for more would not change what a text tells that is a mail's alone", () => {
  const site = made("en");
  const knownHere = lookup(site);
  /** @type {{text: string}[]} */
  const cases = read("data/said.json");
  const alone = cases.filter(({ text }) => {
    const mail = asMail(knownHere, prepared(text));
    if (!isMailAlone(knownHere, mail, prepared(text))) return false;
    assert.deepEqual(recognise(text, site).findings[0], mail.findings[0], text);
    return true;
  });
  assert.ok(alone.length > 100);
});
