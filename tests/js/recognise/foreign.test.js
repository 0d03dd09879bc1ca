/** Texts of protocols of which the site has no pages. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { isForeign } from "../../../templates/theme/js/recognise/foreign.js";
import { asMail, prepared } from "../../../templates/theme/js/recognise/mail.js";
import { lookup } from "../../../templates/theme/js/recognise/tables.js";
import { isMailAlone } from "../../../templates/theme/js/recognise/telling.js";
import { made, read } from "../support/data.js";

const known = lookup(made("en"));
/** @type {{kind: string, text: string}[]} */
const all = read("data/said.json");
const texts = [
  ...all.filter(({ kind }) => kind.startsWith("what servers of FTP")).map(({ text }) => text),
  ...read("data/coded.json")
    .filter((/** @type {{kind: string}} */ { kind }) => kind === "a login that is no mail's")
    .map((/** @type {{text: string}} */ { text }) => text),
  // An address in them makes them no mail's.
  "imaplib.IMAP4.error: b'[AUTHENTICATIONFAILED] Invalid credentials' for anna@example.org",
  "ldap_bind: Invalid credentials (49) for mail=anna@example.org",
  "ftplib.error_perm: 550 Failed to open file /home/anna@example.org/list.csv",
];

test("are not taken for mail's alone, so that what knows them is loaded", () => {
  const foreign = texts.filter((text) =>
    isForeign(known, prepared(text), asMail(known, prepared(text)), false, false),
  );
  assert.ok(foreign.length > 10);
  for (const text of foreign) {
    assert.equal(isMailAlone(known, asMail(known, prepared(text)), prepared(text)), false, text);
  }
});
