/** What people paste, kind by kind, as the site itself reads it. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";

const site = made("en");

const read = (/** @type {string[]} */ ...lines) => recognise(lines.join("\n"), site);

/**
 * What each finding tells: its codes, what happened, whose mail it is about.
 * @param {string[]} lines
 */
const told = (...lines) =>
  read(...lines).findings.map(({ code, enhanced, situation, recipient }) =>
    [code, enhanced, situation, recipient].filter(Boolean).join(" "),
  );

describe("a reply whose words begin late", () => {
  test("a page that tells more is enough, if no web server has the number", () => {
    assert.deepEqual(told("554 https://check.spamhaus.org/query/ip/192.0.2.1"), ["554 ip-listed"]);
    assert.deepEqual(told("550 www.postmaster.example.net/errors?ip=192.0.2.1"), ["550"]);
    assert.deepEqual(told("550 kim@example.com"), [], "an address may be anybody's");
  });

  test("the first line of several is read, though it is only an address", () => {
    const address = "a-very-long-name-that-nobody-has@example.com";
    assert.deepEqual(told(`550-'${address}'`, "550 Unknown user"), [`550 user-unknown ${address}`]);
  });
});

describe("a session", () => {
  test("on one line ends with what was not accepted", () => {
    const [first] = told(
      ">> MAIL FROM:<a@example.com> << 250 2.1.0 Ok >> RCPT TO:<kim@example.net> << 550 5.1.1 User unknown " +
        '!! Expected response code 250 but got code "550" >> RSET << 250 2.0.0 Ok',
    );
    assert.equal(first, "550 5.1.1 user-unknown kim@example.net");
  });

  test("in which nothing failed ends with what was said of the message", () => {
    const [first] = told(
      ">> DATA << 354 Go ahead >> . << 250 2.0.0 Ok: queued as 4F2A91C0E5 >> QUIT << 221 2.0.0 Bye",
    );
    assert.equal(first, "250 2.0.0 message-accepted");
    assert.equal(
      told("C: DATA", "S: 354 Go ahead", "C: .", "S: 552 5.3.4 Too big")[0],
      "552 5.3.4 message-too-big",
    );
  });

  test("with any mark before its lines has each reply alone", () => {
    for (const [server, client] of [
      ["S ", "C "],
      ["[out] S: ", "[out] C: "],
      ["  759   SMTP<< ", "  759   SMTP>> "],
      ["app-1  | << ", "app-1  | >> "],
    ]) {
      const [first] = told(
        `${server}250 2.1.0 Ok`,
        `${client}RCPT TO:<kim@example.net>`,
        `${server}550 5.1.1 User unknown`,
        `${server}554 5.5.1 No valid recipients`,
      );
      assert.equal(first, "550 5.1.1 user-unknown kim@example.net", server);
    }
  });

  test("in the log of a container may be wrapped", () => {
    assert.deepEqual(
      told(
        "smtp_1  | Oct 10 08:11:03 smtp postfix/smtp[412]: 3C1D22A: to=<kim@example.net>, relay=mx[192.0.2.7]:25,",
        "smtp_1  | dsn=4.7.1, status=deferred (host mx.example.net[192.0.2.7] said: 450 4.7.1 Client host rejected:",
        "smtp_1  | cannot find your hostname, [192.0.2.1] (in reply to RCPT TO command))",
        "smtp_1  | Oct 10 08:11:04 smtp postfix/qmgr[88]: 3C1D22A: removed",
      ),
      ["450 4.7.1 reverse-dns kim@example.net"],
    );
  });

  test("is not begun by a report of what a reply came after", () => {
    assert.deepEqual(
      told(
        "  kim@example.net",
        "    host mx.example.net [192.0.2.2]",
        "    SMTP error from remote mail server after MAIL FROM:<lee@example.org> SIZE=1024:",
        "    554 5.7.1 Reverse DNS failed.",
      ),
      ["554 5.7.1 reverse-dns kim@example.net"],
    );
  });

  test("may begin with a refusal in place of the greeting", () => {
    assert.equal(told("220-mx1 421 4.7.0 Too many connections")[0], "421 4.7.0 too-many-connections");
    assert.equal(told("220 mx1.example.net 554 5.7.1 Your IP is listed")[0], "554 5.7.1 ip-listed");
    assert.equal(
      told("220-mx1 welcomes you", "220-but 554 5.7.1 Your IP is listed")[0],
      "554 5.7.1 ip-listed",
    );
  });
});

describe("a report", () => {
  test("says by smtp; whose number it is", () => {
    assert.deepEqual(told("Diagnostic-Code: smtp; 404 mailbox not found"), ["404 user-unknown"]);
    assert.deepEqual(told("smtp; 404 Not Found"), ["404"]);
    assert.deepEqual(told("the server said: 404 mailbox not found"), ["user-unknown"], "words alone");
  });

  test("tells an exit status from a reply", () => {
    const report = (/** @type {number} */ status) =>
      told(
        "Final-Recipient: rfc822; kim@example.org",
        "Action: failed",
        "Status: 5.3.0",
        `Diagnostic-Code: X-Unix; ${status}`,
      );
    assert.deepEqual(report(255), ["5.3.0 server-error kim@example.org"]);
    assert.deepEqual(report(77), ["5.3.0 server-misconfigured kim@example.org"]);
    assert.deepEqual(report(67), ["5.3.0 user-unknown kim@example.org"]);
  });

  test("may give the reply behind what its code means", () => {
    assert.deepEqual(told("4.3.0 - Other mail system problem 452-'Insufficient system storage'"), [
      "452 4.3.0 server-storage-full",
    ]);
    assert.deepEqual(told("5.3.0 - Other mail system problem 552-'Mailbox is full' (delivery attempts: 1)"), [
      "552 5.3.0 mailbox-full",
    ]);
  });

  test("goes on behind a page on a line of its own", () => {
    const lines = [
      "550 5.7.1 Messages weren't sent, see",
      "http://mail.example.com/help#errors.",
      "[mx.olc]",
    ];
    assert.match(read(...lines).findings[0].text, /\[mx\.olc\]$/);
  });

  test("names its sender in prose, who is not the recipient", () => {
    const notice = "Mail delivery failed: it could not be delivered.";
    const reply = ["", "550 5.1.1 User unknown"];
    assert.deepEqual(told(notice, "The sender is kim@example.com.", ...reply), ["550 5.1.1 user-unknown"]);
    assert.deepEqual(told(notice, "The sender is kim@example.com.", "lee@example.org", ...reply), [
      "550 5.1.1 user-unknown lee@example.org",
    ]);
  });

  test("without any number tells by its words, of which a Korean syllable is worth two letters", () => {
    assert.deepEqual(told("수신 서버가 응답하지 않아 메일을 전달하지 못했습니다."), ["host-unreachable"]);
  });
});

describe("a list of recipients", () => {
  for (const between of [": ", " - ", " → ", " -> ", " => ", " | "]) {
    test(`has each with its reply, in its order: "${between}"`, () => {
      assert.deepEqual(
        told(
          `* kim@example.com${between}450 4.7.1 Greylisted, try again`,
          `* lee@example.org${between}552 5.2.2 Mailbox full`,
          `* park@example.net${between}550 5.1.1 User unknown`,
        ),
        [
          "450 4.7.1 greylisted kim@example.com",
          "552 5.2.2 mailbox-full lee@example.org",
          "550 5.1.1 user-unknown park@example.net",
        ],
      );
    });
  }
});

test("a recipient may stand in brackets at the end of the reply", () => {
  assert.deepEqual(told("550 5.1.1 User unknown (kim@example.com)"), [
    "550 5.1.1 user-unknown kim@example.com",
  ]);
  assert.deepEqual(
    told("550 5.7.1 Sender refused (kim@example.com)").map((one) => /@/.test(one)),
    [false],
  );
});

describe("prose in other languages", () => {
  test("quotes a reply, which is known by its quotation marks", () => {
    assert.deepEqual(told("Le serveur a répondu « 550 Utilisateur inconnu », que faire ?"), [
      "550 user-unknown",
    ]);
    assert.deepEqual(told('Il server risponde "550 Utente sconosciuto" sempre'), ["550 user-unknown"]);
    assert.deepEqual(told("Сервер отвечает: «550 Почтовый ящик не существует»"), ["550 user-unknown"]);
    assert.deepEqual(told("サーバーから「550 ユーザーが存在しません」と返ってきました"), [
      "550 user-unknown",
    ]);
    assert.deepEqual(told("服务器返回“550 用户不存在”，怎么办？"), ["550 user-unknown"]);
    assert.deepEqual(told("메일을 보내면 '550 사용자를 찾을 수 없음'으로 반송됩니다"), ["550 user-unknown"]);
    assert.deepEqual(told("Serveur SMTP : « 451 Réessayez plus tard » depuis hier"), ["451"]);
  });

  test("quotes other things too", () => {
    assert.deepEqual(told("Ils ont vendu « 550 Chaises anciennes » hier"), []);
    assert.deepEqual(told('Il server risponde "500 Giorni insieme" sempre'), []);
  });
});

test("a reply that begins with a plural counts nothing", () => {
  assert.deepEqual(told("503 Commands out of sequence"), ["503 wrong-order"]);
  assert.deepEqual(told("550 Visitors came"), []);
});

test("a server that says only no gives no reason", () => {
  assert.deepEqual(told("550 Rejected"), ["550 refused-unexplained"]);
  assert.deepEqual(told("550 5.7.1 Requested action not taken: message refused"), [
    "550 5.7.1 refused-unexplained",
  ]);
});
