/** The whole answer to a finding, on the tables made from the content. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { answers } from "../../../templates/theme/js/find/answers.js";
import { make } from "../../../templates/theme/js/find/elements.js";
import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { given, read } from "../support/data.js";
import { install, piece } from "../support/document.js";

install();
const tables = given("en");
const { words } = tables;
const hrefOf = (/** @type {string} */ address) => `https://example.org/en/${address}`;
const { answer, asText, short, spoken } = answers(tables, hrefOf, async (place) =>
  read(`made/en/${place}.json`),
);
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

/** @param {string} text */
function firstOf(text) {
  const { findings, role } = recognise(text, tables);
  return { finding: findings[0], role };
}

/** @type {(text: string, toProgram?: Node | null) => Promise<import("../support/document.js").Piece>} */
async function shown(text, toProgram = null) {
  const { finding, role } = firstOf(text);
  const article = piece(answer(finding, role, toProgram));
  await settled();
  return article;
}

/**
 * What to do in a situation, in a line, by class of the code.
 * @type {(protocol: string, situation: string) => Record<string, string>}
 */
const stepsIn = (protocol, situation) => read(`made/en/${protocol}/situations/${situation}.json`).next;

/** @type {Record<string, [record: string, expected: string][]>} */
const dispositions = read("data/dispositions.json");
const POSTFIX = "Oct  2 09:12:44 mx postfix/smtp[2130]: 2B7F53F87B: to=<kim@example.com>, ";
const UNKNOWN_USER = "550 5.1.1 <minsu@example.net>: Recipient address rejected: User unknown";

describe("an answer", () => {
  test("never stands behind another question, whichever catalogue the code is of", () => {
    const place = new Map();
    for (const { codes, protocol } of tables.catalogues) {
      for (const { code, verdict = [], own = {} } of codes) {
        for (const told of [verdict, ...Object.values(own)]) {
          told.forEach((value, at) => {
            if (value === null) return;
            const key = `${protocol}: ${value}`;
            assert.equal(place.get(key) ?? at, at, `${code} answers question ${at} with "${value}"`);
            place.set(key, at);
          });
        }
      }
    }
    assert.ok(place.size > 10);
  });
  test("to a number alone says where the reason stands before what the number may stand for", async () => {
    const toProgram = make("p", {}, "In your code");
    const { textContent } = await shown("AxiosError: Request failed with status code 403", toProgram);
    assert.ok(textContent.indexOf("In your code") < textContent.indexOf(words.by_code_alone));
    assert.ok(textContent.includes(words.by_code_alone));
  });
  test("says first what happened, where that is known", async () => {
    const toProgram = make("p", {}, "In your code");
    const { textContent } = await shown("TypeError: fetch failed", toProgram);
    assert.match(textContent, /What happened: .*In your code/s);
  });
  test("says to whoever wrote a program that nothing repeats a mail for it", async () => {
    const exception = "smtplib.SMTPDataError: (451, b'4.3.0 Temporary lookup failure')";
    const told = (await shown(exception)).textContent;
    assert.ok(told.includes(words.left_to_program));
    assert.ok(told.includes("Never handed over") && !told.includes("Waits on the sending side"));
    const log = `${POSTFIX}dsn=4.3.0, status=deferred (host mx.example.net[192.0.2.1] said: 451 4.3.0 Try later)`;
    const kept = (await shown(log)).textContent;
    assert.ok(kept.includes("Waits on the sending side") && !kept.includes(words.left_to_program));
  });
  test("of a web server is for whoever wrote the program that met it", async () => {
    const exception = "System.Net.WebException: The remote server returned an error: (401) Unauthorized.";
    for (const [text, who] of [
      [exception, "Developer of the client"],
      [
        "java.io.IOException: Server returned HTTP response code: 404 for URL: http://example.com/x",
        "Developer of the client",
      ],
      [
        "requests.exceptions.HTTPError: 404 Client Error: Not Found for url: http://example.com/x",
        "Developer of the client",
      ],
      ["401 Unauthorized", "User at the browser"],
      // A record of a server's own log that is explained is for whoever runs the server; others may tell of anybody.
      [
        '[error] 1#0: *1 open() "/w/a" failed (2: No such file or directory), client: 192.0.2.1, server: a',
        "Operator of server or proxy",
      ],
      [
        '2023/01/01 00:00:00 [error] 12#0: *1 FastCGI sent in stderr: "Primary script unknown" while reading',
        "Operator of server or proxy",
      ],
      ['192.0.2.1 - - [01/Jan/2023:00:00:00 +0000] "GET /a.css HTTP/1.1" 404 153', "User at the browser"],
    ]) {
      const article = await shown(text);
      assert.equal(article.all("dd").at(-1)?.textContent, who, text);
    }
    const { finding, role } = firstOf(exception);
    assert.match(await asText(finding, role), /Who acts: Developer of the client/);
    assert.match(spoken(finding, role), /Developer of the client/);
  });
  test("begins with what happened, and leads to its page", async () => {
    const article = await shown(UNKNOWN_USER);
    assert.deepEqual(
      article.all("a")[0].attributes.href,
      "https://example.org/en/smtp/situations/user-unknown/#permanent",
    );
    assert.equal(article.all("dl")[0].attributes.class, "verdict");
    assert.equal(article.all("dt").length, 3);
  });
  test("tells what to do in every situation that a quoted reply is read as, but for waiting in vain", async () => {
    /** @type {{text: string}[]} */
    const quoted = read("made/quoted.json");
    const told = quoted
      .map(({ text }) => ({ text, ...firstOf(text) }))
      .filter(({ finding }) => finding?.situation && finding.outcome !== "permanent")
      .map(({ text, finding, role }) => ({ text, article: piece(answer(finding, role)) }));
    await settled();
    const untold = told.filter(
      ({ article }) => !article.all("p").some(({ attributes }) => attributes.class === "next"),
    );
    assert.deepEqual(
      untold.map(({ text }) => text),
      [],
    );
  });
  test("says what a quoted reply means, and leads to it on its provider's page", async () => {
    const article = await shown(
      "550-5.7.26 Your email has been blocked because the sender is unauthenticated. Gmail requires … - gsmtp",
    );
    const [first] = read("made/en/providers/gmail.json").filter(
      (/** @type {{id: string}} */ { id }) => id === "unauthenticated",
    );
    assert.ok(article.textContent.includes(first.means));
    const provider = article.all("a").find((one) => one.textContent === "Gmail");
    assert.equal(provider?.attributes.href, "https://example.org/en/providers/gmail/#unauthenticated");
  });
  test("says what to do with a quoted reply, and not what its situation says to everybody", async () => {
    const text = "npm ERR! 403 403 Forbidden - PUT https://registry.npmjs.org/a - You cannot publish over b";
    const { finding, role } = firstOf(text);
    const provider = tables.providers.find(({ id }) => id === finding.provider);
    const told = read(`made/en/${provider?.address.replace(/\/$/, "")}.json`)[Number(finding.reply)];
    const article = await shown(text);
    const steps = article.all("p").filter(({ attributes }) => attributes.class === "next");
    assert.deepEqual(
      steps.map(({ textContent }) => textContent),
      [`${words.do}: ${told.do}`],
    );
    assert.ok((await asText(finding, role)).includes(told.do));
    const withoutProviders = async (/** @type {string} */ place) => {
      if (place.includes("providers/")) throw new Error("offline");
      return read(`made/en/${place}.json`);
    };
    const unread = piece(answers(tables, hrefOf, withoutProviders).answer(finding, role));
    await settled();
    const general = stepsIn(finding.protocol, finding.situation ?? "")[finding.outcome ?? ""];
    assert.ok(
      general && unread.textContent.includes(general),
      "without the reply's own the general step stays",
    );
    const offline = answers(tables, hrefOf, () => Promise.reject(new Error("offline")));
    const bare = piece(offline.answer(finding, role));
    assert.match(await offline.asText(finding, role), /^403 · /);
    await settled();
    assert.equal(bare.all("dl").length, 1, "without a connection the verdict stays");
  });
  test("tells the role whose text it is, and folds the others", async () => {
    const log =
      "postfix/smtpd[1]: NOQUEUE: reject: RCPT from a.example[192.0.2.1]: 554 5.7.1 Relay access denied";
    const article = await shown(log);
    const open = article
      .all("p")
      .filter(({ parent, attributes }) => attributes.class === "role" && parent?.tag === "div");
    assert.equal(open.length, 1);
    assert.match(open[0].textContent, /^Receiving server's administrator: /);
  });
  test("tells a program what its sender and its server do", async () => {
    const article = await shown(
      `smtplib.SMTPRecipientsRefused: {'a@b.example': (550, b'5.1.1 User unknown')}`,
    );
    const open = article
      .all("p")
      .filter(({ parent, attributes }) => attributes.class === "role" && parent?.tag === "div");
    assert.ok(open.length >= 1);
    assert.ok(open.every(({ textContent }) => !textContent.startsWith("Receiving")));
  });
  test("holds what is told to whoever wrote the program", async () => {
    const article = await shown(UNKNOWN_USER, make("p", {}, "to the program"));
    assert.match(article.textContent, /to the program/);
  });
  test("of a code alone lists what it may stand for", async () => {
    const article = await shown("450");
    assert.match(article.textContent, new RegExp(words.by_code_alone.slice(0, 20)));
    assert.ok(article.all("li").length > 1);
  });
  test("says how it is known", async () => {
    assert.ok(
      (await shown("552 5.2.2 sorry, over quota today")).textContent.includes(
        `${words.how}: ${words.by_words}`,
      ),
    );
    const { finding } = firstOf("550 what does it mean");
    const asked = piece(
      answer({ ...finding, situation: "user-unknown", outcome: "permanent", how: "question" }, undefined),
    );
    assert.ok(asked.textContent.includes(words.by_question));
  });
  test("says that the mail is back where a queue gave up", async () => {
    const { finding, role } = firstOf(UNKNOWN_USER);
    const article = piece(answer({ ...finding, returned: true }, role));
    assert.ok(article.textContent.includes(words.returned));
    assert.match(article.attributes.class, /fail/);
  });
  test("does not tell to wait for a queue that gave up", async () => {
    const [record] = dispositions.postfix.find(([text]) => text.includes("4.4.1, status=expired")) ?? [];
    const article = await shown(`${POSTFIX}${record}`);
    const { transient, permanent } = stepsIn("smtp", "host-unreachable");
    assert.ok(permanent && article.textContent.includes(permanent));
    assert.ok(transient && !article.textContent.includes(transient));
  });
  test("tells the class where a log gives neither code nor a known reason", async () => {
    const { finding, role } = firstOf(`${POSTFIX}relay=none, delay=1, status=deferred (something else)`);
    const { label, meaning } = tables.catalogues[0].classes.find(({ id }) => id === "transient") ?? {};
    const article = piece(answer(finding, role));
    assert.ok(label && article.textContent.startsWith(`kim@example.com${label}`), article.textContent);
    assert.ok(meaning && article.textContent.includes(meaning));
  });
  test("tells what a queue does that gave up where the cause has no words for it", async () => {
    const { finding, role } = firstOf("421 4.7.0 Too many connections");
    const article = piece(answer({ ...finding, situation: "greylisted", returned: true }, role));
    await settled();
    assert.ok(article.textContent.includes(stepsIn("smtp", "expired").transient));
  });
});

describe("an answer to hand on", () => {
  const { finding } = firstOf(UNKNOWN_USER);
  test("names codes, situation, verdict and page, and nothing of the text", async () => {
    const text = await asText(finding);
    assert.match(text, /^550 5\.1\.1 · The recipient's address does not exist\n/);
    assert.match(text, /\nhttps:\/\/example\.org\/en\/smtp\/situations\/user-unknown\/#permanent$/);
    assert.doesNotMatch(text, /minsu/);
  });
  test("is spoken with its verdict", () => {
    assert.match(spoken(finding), /^The recipient's address does not exist\. The mail: /);
  });
  test("is short among several", () => {
    const line = piece(short(finding));
    assert.equal(line.tag, "li");
    assert.equal(line.all("details").length, 0);
  });
});
