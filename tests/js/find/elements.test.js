/** The elements of the field, and the small parts made of them. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { folded, foldedLater, later, laterText, make } from "../../../templates/theme/js/find/elements.js";
import { pairLines } from "../../../templates/theme/js/find/pairs.js";
import { programLines } from "../../../templates/theme/js/find/programs.js";
import { resultList } from "../../../templates/theme/js/find/results.js";
import { made, read } from "../support/data.js";
import { install, piece } from "../support/document.js";

/** @import { FindTables } from "../../../templates/theme/js/find/tables.js" */
/** @import { Found } from "../../../templates/theme/js/search.js" */

install();
const settled = () => new Promise((resolve) => setImmediate(resolve));
const hrefOf = (/** @type {string} */ address) => `https://example.org/en/${address}`;

describe("an element", () => {
  test("has its attributes and children, without those that are null", () => {
    const shown = piece(make("p", { class: "next" }, "a", null, make("b", {}, "<i>")));
    assert.equal(shown.attributes.class, "next");
    assert.equal(shown.textContent, "a<i>");
    assert.equal(shown.children.length, 2);
  });
  test("is folded under a line", () => {
    const { tag, children } = piece(folded("more", make("p", {}, "told"), null));
    assert.equal(tag, "details");
    assert.deepEqual(
      children.map((child) => piece(child).textContent),
      ["more", "told"],
    );
  });
});

describe("what is loaded", () => {
  test("comes when it is there", async () => {
    const place = piece(later(Promise.resolve("text"), (text) => [make("p", {}, text), null]));
    assert.equal(place.textContent, "");
    await settled();
    assert.equal(place.textContent, "text");
  });
  test("leaves no empty place where it cannot be had", async () => {
    const place = later(Promise.reject(new Error("gone")), () => []);
    const around = piece(make("div", {}, place));
    await settled();
    assert.deepEqual(around.children, []);
  });
  test("may be a text in a line", async () => {
    const place = piece(laterText(Promise.resolve({ name: "Mailbox full" }), ({ name }) => name));
    const none = piece(
      make(
        "p",
        {},
        laterText(Promise.reject(new Error("gone")), () => ""),
      ),
    );
    await settled();
    assert.equal(place.textContent, "Mailbox full");
    assert.deepEqual(none.children, []);
  });
  test("is asked for when somebody opens it", async () => {
    let asked = 0;
    const load = async () => {
      asked += 1;
      return "text";
    };
    const details = piece(foldedLater("more", load, (text) => [make("p", {}, text)]));
    await settled();
    assert.equal(asked, 0);
    await details.dispatch("toggle");
    await settled();
    assert.equal(asked, 1);
    assert.equal(details.textContent, "moretext");
  });
});

test("results are links with what each answers", () => {
  const found = /** @type {Found[]} */ ([
    { id: "smtp/550/", title: "550", answer: "It says no." },
    { id: "providers/gmail/", title: "Gmail", answer: "" },
    { id: "grpc/situations/quota/", title: "Used up", answer: "" },
    { id: "guides/", title: "Guides", answer: "" },
  ]);
  const tables = /** @type {FindTables} */ (
    /** @type {unknown} */ ({
      catalogues: [{ id: "smtp", protocol: "smtp" }],
      providers: [{ protocol: "smtp", address: "providers/gmail/" }],
      protocols: [
        { id: "smtp", name: "SMTP" },
        { id: "grpc", name: "gRPC" },
      ],
    })
  );
  const list = piece(resultList(found, "Here", hrefOf, tables));
  assert.equal(list.all("h2")[0].textContent, "Here");
  assert.deepEqual(
    list.all("a").map(({ attributes, textContent }) => [attributes.href, textContent]),
    [
      ["https://example.org/en/smtp/550/", "550"],
      ["https://example.org/en/providers/gmail/", "Gmail"],
      ["https://example.org/en/grpc/situations/quota/", "Used up"],
      ["https://example.org/en/guides/", "Guides"],
    ],
  );
  // One number, and one name of a situation, may be that of several protocols.
  assert.deepEqual(
    list.all("small").map(({ textContent }) => textContent),
    ["SMTP", "SMTP", "gRPC", ""],
  );
  assert.deepEqual(
    list.all("span").map(({ textContent }) => textContent),
    ["It says no."],
  );
});

describe("two codes", () => {
  const tables = /** @type {FindTables} */ (
    /** @type {unknown} */ ({
      catalogues: [{ id: "smtp", short: "SMTP" }],
      protocols: [{ id: "smtp" }],
      words: { compare: "Compare" },
    })
  );
  /** @type {Record<string, unknown>} */
  const files = {
    search: { insights: [{ catalogue: "smtp", a: "450", b: "550", answer: "One waits." }] },
    "smtp/421": { gist: "421 closes." },
    "smtp/450": { gist: "450 waits." },
  };
  const lines = pairLines(tables, hrefOf, async (place) => files[place]);

  test("lead to their comparison, with what settles it", async () => {
    const shown = piece(lines({ catalogue: "smtp", a: "450", b: "550" }));
    await settled();
    assert.equal(shown.all("a")[0].attributes.href, "https://example.org/en/smtp/450-vs-550/");
    assert.equal(shown.textContent, "Compare: 450\u00a0· 550One waits.");
  });
  test("that nobody has explained are told one by one", async () => {
    const shown = piece(lines({ catalogue: "smtp", a: "421", b: "450" }));
    await settled();
    assert.equal(shown.textContent, "Compare: 421\u00a0· 450421 closes.450 waits.");
  });
  test("of one protocol among several say which", () => {
    const several = { ...tables, protocols: [...tables.protocols, ...tables.protocols] };
    const shown = piece(
      pairLines(several, hrefOf, async (place) => files[place])({ catalogue: "smtp", a: "1", b: "2" }),
    );
    assert.match(shown.textContent, /1\u00a0· 2 \(SMTP\)/);
  });
});

describe("whoever wrote the program", () => {
  /** @param {string[]} protocols */
  const linesOf = (...protocols) =>
    programLines(protocols.map((protocol) => read(`made/en/libraries/${protocol}.json`)));
  const tables = made("en");
  const { byNames, lines } = linesOf("smtp");

  test("is told what failed, and where code and words are", () => {
    const shown = piece(lines("smtplib.SMTPDataError: (554, b'no')"));
    assert.match(
      shown.textContent,
      /^Whoever wrote the program:smtplib \(Python\): smtplib\.SMTPDataError\. DATA or/,
    );
    assert.deepEqual(
      shown.all("code").map(({ textContent }) => textContent),
      ["smtplib.SMTPDataError", "e.smtp_code", "e.smtp_error"],
    );
  });
  test("is told which code a constant is", () => {
    assert.match(piece(lines("SmtpStatusCode.MustIssueStartTlsFirst")).textContent, /First = 530\./);
    assert.equal(byNames(tables, "SmtpStatusCode.MustIssueStartTlsFirst").result?.findings[0].code, "530");
  });
  test("is told nothing of names that nobody knows", () => {
    assert.equal(lines("550 5.1.1 User unknown"), null);
    assert.deepEqual(byNames(tables, "550 5.1.1 User unknown"), {
      result: null,
      protocol: null,
      toProgram: null,
    });
  });
  test("is told where the body of an answer is, in the words of the protocol", () => {
    const text = "AxiosError: Request failed with status code 403";
    const shown = piece(linesOf("http").lines(text, "403"));
    assert.match(shown.textContent, /^In your code:axios \(JavaScript\): ERR_BAD_REQUEST\. /);
    assert.match(
      shown.textContent,
      /The code: error\.response\.status\. The body, with the reason: error\.response\.data\./,
    );
  });
  test("is told of the error's own words where no answer came", () => {
    const shown = piece(linesOf("http").lines("httpx.ReadTimeout"));
    assert.match(shown.textContent, /The message: str\(e\)\./);
    assert.doesNotMatch(shown.textContent, /The code:|The body|raise_for_status/);
  });
  test("is told only of libraries of the protocol that was spoken", () => {
    assert.equal(linesOf("grpc").lines("AxiosError: Network Error"), null);
  });
  test("learns from a name alone which protocol it is of", () => {
    const { result, protocol, toProgram } = linesOf("smtp", "http", "grpc").byNames(tables, "ERR_NETWORK");
    assert.equal(protocol, "http");
    assert.equal(result?.findings[0].situation, "no-response");
    assert.match(piece(toProgram).textContent, /^In your code:axios/);
  });
  test("is told nothing where a database may have failed", () => {
    const text = "org.postgresql.util.PSQLException: java.net.UnknownHostException: postgres";
    const { result, toProgram } = linesOf("smtp", "http", "grpc").byNames(tables, text);
    assert.deepEqual([result, toProgram], [null, null]);
  });
});
