/** Protocols of which texts tell themselves are loaded for such texts, and on their own pages. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { apartReader } from "../../../templates/theme/js/find/apart.js";
import { unpacked } from "../../../templates/theme/js/find/tables.js";
import { read } from "../support/data.js";

const core = unpacked(read("made/en.json"));

/**
 * A reader on a page, and what it has loaded.
 * @param {string} [page]
 * @param {(place: string) => any} [give]
 */
function readerOn(page = "", give = (place) => read(`made/en/${place}.json`)) {
  /** @type {string[]} */
  const loaded = [];
  const load = async (/** @type {string} */ place) => {
    loaded.push(place);
    return give(place);
  };
  return { reader: apartReader(core, load, page), loaded };
}

/** @import { Result } from "../../../templates/theme/js/recognise/findings.js" */

const REPLY = "550 5.1.1 <minsu@example.net>: Recipient address rejected: User unknown";
const ACCESS = '192.0.2.1 - - [25/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 502 559';

describe("the tables of HTTP", () => {
  test("are not loaded for a reply to a mail", async () => {
    const { reader, loaded } = readerOn("smtp/550/");
    const { findings } = await reader.read(REPLY);
    assert.equal(findings[0].situation, "user-unknown");
    assert.deepEqual(loaded, []);
    assert.equal(reader.tables(), core);
  });
  test("are loaded for a few words alone that may be another protocol's", async () => {
    const { reader } = readerOn();
    const { findings } = await reader.read(
      "failed to connect to all addresses; last error: UNKNOWN: ipv4:127.0.0.1:50051: " +
        "Failed to connect to remote host: Connection refused",
    );
    assert.equal(findings[0].protocol, "grpc");
  });
  test("are loaded for what a call of gRPC only passes on", async () => {
    const { reader } = readerOn();
    const { findings } = await reader.read(
      'Failed to pull image "example/test-service:latest": rpc error: code = Unknown desc = ' +
        "unauthorized: authentication required\nError syncing pod",
    );
    assert.equal(findings[0].protocol, "http");
    assert.equal(findings[0].situation, "not-logged-in");
  });
  test("are loaded where nothing is found, whatever address stands in the text", async () => {
    const { reader } = readerOn();
    const { findings } = await reader.read(
      "AADSTS50105: The signed in user 'kim@example.com' is not assigned to a role for the application",
    );
    assert.equal(findings[0].provider, "microsoft-entra");
  });
  test("are not loaded for a log, but what only logs say is", async () => {
    const { reader, loaded } = readerOn();
    const { findings } = await reader.read(
      "Nov 25 10:00:01 mx postfix/smtp[26538]: 4F2A91C0E5: to=<kim@example.com>, relay=none, delay=0.1, " +
        "dsn=5.4.6, status=bounced (mail for example.com loops back to myself)",
    );
    assert.notEqual(findings[0].reply, null);
    assert.deepEqual(loaded, ["services"]);
  });
  test("are loaded once for a status line or an access log", async () => {
    const { reader, loaded } = readerOn();
    for (const text of [ACCESS, ACCESS, "HTTP/1.1 404 Not Found"]) {
      assert.equal((await reader.read(text)).findings[0].protocol, "http");
    }
    assert.deepEqual(
      loaded.filter((place) => place === "http"),
      ["http"],
    );
    assert.ok(reader.tables().situations.some(({ protocol }) => protocol === "http"));
  });
  test("are loaded for a number that mail has too", async () => {
    const { reader } = readerOn();
    const { findings } = await reader.read("503");
    assert.deepEqual(
      findings.map(({ protocol }) => protocol),
      ["smtp", "http"],
    );
    const known = reader.tables().catalogues.filter(({ classes }) => classes.length > 0);
    assert.deepEqual(
      known.map(({ id }) => id),
      ["smtp", "smtp-enhanced", "http"],
    );
  });
  test("are loaded on its own pages, and where mail says nothing", async () => {
    for (const [page, text] of [
      ["http/404/", REPLY],
      ["http/situations/", REPLY],
      ["", "no code at all"],
    ]) {
      const { reader, loaded } = readerOn(page);
      await reader.read(text);
      assert.ok(loaded.includes("http"), page);
    }
  });
  test("are done without where they cannot be loaded, and asked for again", async () => {
    const { reader, loaded } = readerOn("", () => {
      throw new Error("offline");
    });
    for (const text of [ACCESS, ACCESS]) {
      assert.deepEqual(
        (await reader.read(text)).findings.map(({ code }) => code),
        ["502"],
      );
    }
    assert.equal(loaded.filter((place) => place === "http").length, 2);
    assert.equal(await reader.whole(), core);
  });
  test("are all there for a question in words", async () => {
    const { reader } = readerOn();
    const whole = await reader.whole();
    assert.ok(whole.providers.some(({ protocol }) => protocol === "http"));
    assert.equal(reader.tables(), whole);
  });
});

describe("what services say to programs", () => {
  const EVENT = '{"bounceType":"Transient","bounceSubType":"MailboxFull","emailAddress":"kim@example.com"}';
  const isServices = (/** @type {string} */ place) => place === "services";

  test("is loaded once, where a program may have written the text or mail has no code", async () => {
    const { reader, loaded } = readerOn();
    const refused = "421 Domain example.com is not allowed to send: Please activate your Mailgun account";
    for (const text of [EVENT, "Please activate your Mailgun account", refused, `API: ${REPLY}`]) {
      const [{ situation }] = (await reader.read(text)).findings;
      assert.ok(["mailbox-full", "sending-blocked", "user-unknown"].includes(situation ?? ""), text);
    }
    assert.equal(loaded.filter(isServices).length, 1);
  });
  test("is not loaded for a code alone", async () => {
    const { reader, loaded } = readerOn();
    await reader.read("smtp 550");
    assert.deepEqual(loaded.filter(isServices), []);
  });
  test("follows what a provider's table has", async () => {
    const { reader } = readerOn();
    const { findings } = await reader.read("Please activate your Mailgun account");
    const [{ provider, reply }] = findings;
    const names = read("made/en/providers/mailgun.json").map((/** @type {{id: string}} */ { id }) => id);
    assert.equal(provider, "mailgun");
    assert.equal(names[Number(reply)], "activate-account");
  });
  test("is done without where it cannot be loaded, and asked for again", async () => {
    const { reader, loaded } = readerOn("", () => {
      throw new Error("offline");
    });
    for (const text of [EVENT, EVENT]) assert.equal((await reader.read(text)).kind, "none");
    assert.equal(loaded.filter(isServices).length, 2);
  });
});

describe("a long text", () => {
  const long = `${ACCESS}\n`.repeat(1000);
  const load = async (/** @type {string} */ place) => read(`made/en/${place}.json`);
  const readerWith = (/** @type {(text: string) => Promise<Result>} */ aside) =>
    apartReader(core, load, "", aside);

  test("is read aside, and what its findings need is loaded all the same", async () => {
    /** @type {string[]} */
    const given = [];
    const elsewhere = apartReader(core, load, "");
    const reader = readerWith((text) => {
      given.push(text);
      return elsewhere.read(text);
    });
    const { findings } = await reader.read(long);
    assert.equal(findings[0].code, "502");
    assert.deepEqual(given, [long]);
    assert.ok(reader.tables().situations.some(({ protocol }) => protocol === "http"));
  });
  test("is read here where that fails", async () => {
    const reader = readerWith(() => Promise.reject(new Error("no workers")));
    assert.equal((await reader.read(long)).findings[0].code, "502");
  });
  test("is long: others are read here", async () => {
    const reader = readerWith(() => assert.fail("not for so little"));
    assert.equal((await reader.read(REPLY)).findings[0].code, "550");
  });
});
