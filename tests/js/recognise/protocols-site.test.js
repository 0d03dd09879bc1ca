/** Whose number it is, as the site itself reads it. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";

const site = made("en");

/** @param {string[]} lines */
function told(...lines) {
  const { kind, findings } = recognise(lines.join("\n"), site);
  return [
    kind,
    ...findings.map(({ protocol, code, situation }) => [protocol, code, situation].filter(Boolean).join(" ")),
  ];
}

test("a number that one has and the other not is not asked of both", () => {
  assert.deepEqual(told("what is 201"), ["code", "http 201 created"]);
});

test("a number that neither has is still what a server answered", () => {
  assert.deepEqual(told("558 Access denied"), ["reply", "smtp 558 refused-unexplained"]);
});

test("words beside one number tell nothing of another", () => {
  const [, ...findings] = told("503 Rate limit exceeded", "421 closing transmission channel");
  assert.deepEqual(findings, [
    ...["smtp 503 sent-too-fast", "http 503 too-many-requests"],
    ...["smtp 421", "http 421 wrong-connection"],
  ]);
});

test("what servers of any kind say of themselves may be the web's, which comes first", () => {
  for (const [text, web, mail] of [
    ["500 Internal Error after finishing all installion", "http 500", "smtp 500 server-error"],
    ["500 server error when saving post", "http 500", "smtp 500 server-error"],
    ["503 server too busy", "http 503", "smtp 503 server-overloaded"],
    ["Server Error\n503\nService Temporarily Unavailable", "http 503", "smtp 503 server-closing"],
    ["502 unable to connect", "http 502", "smtp 502 host-unreachable"],
    ["503 too many connections", "http 503", "smtp 503 too-many-connections"],
    // Nearly the name of the code.
    ["503 Service not available", "http 503", "smtp 503 wrong-order"],
    ["502 proxy error", "http 502", "smtp 502"],
    ["504 timeout", "http 504 backend-silent", "smtp 504 login-mechanism-refused"],
  ]) {
    assert.deepEqual(told(text), ["reply", web, mail], text);
  }
  assert.deepEqual(told("502 Bad command"), ["reply", "smtp 502", "http 502"]);
  assert.deepEqual(told("500 user not found"), ["reply", "smtp 500 user-unknown"]);
  assert.deepEqual(told("550 internal error"), ["reply", "smtp 550 server-error"]);
  assert.deepEqual(told("smtp: 500 internal error"), ["reply", "smtp 500 server-error"]);
});

test("the answer of a web service that has to do with mail is a reply", () => {
  assert.deepEqual(told("Our mail API said: HTTP/1.1 502 Bad Gateway"), ["reply", "http 502"]);
});

test("what a mail server says to whom it takes for a browser is mail's", () => {
  assert.deepEqual(told("421 HTTP requests not allowed", "500 unrecognized command"), [
    ...["reply", "smtp 500 command-unknown", "smtp 421 not-smtp"],
  ]);
});

test("what the web says in words of mail alone is not told as mail's", () => {
  for (const text of ["nginx basic auth: user not found", "grpc: authentication failed"]) {
    assert.deepEqual(told(text), ["none"], text);
  }
});

test("what a client says of the answer of a web service is told beside its code", () => {
  const lines = ["curl https://api.example.com/v3/mail/send", "HTTP/1.1 502 Bad Gateway"];
  assert.deepEqual(told(...lines, "curl: (56) Recv failure: Connection reset by peer"), [
    ...["log", "http 502", "http connection-dropped"],
  ]);
});

describe("a web page that fails because something behind it does", () => {
  test("tells of the database only what the web server said", () => {
    assert.deepEqual(told("redis timeout, 504 Gateway Time-out"), ["reply", "http 504 backend-silent"]);
  });

  test("tells of the mail server that the program does not reach", () => {
    const refused = 'Errno::ECONNREFUSED (Connection refused - connect(2) for "smtp.example.com" port 587)';
    assert.deepEqual(told("Completed 500 Internal Server Error in 30ms", refused), [
      ...["reply", "smtp outgoing-server-unreachable"],
    ]);
    assert.deepEqual(
      told("POST /contact 500 Internal Server Error", "Error: connect ECONNREFUSED 127.0.0.1:587"),
      ["reply", "smtp outgoing-server-unreachable"],
    );
  });

  test("but not where another server does not answer a page about mail", () => {
    const [, first] = told(
      "2026/11/27 10:00:01 [error] 7#7: *1 upstream timed out (110: Connection timed out) while reading response " +
        'header from upstream, client: 192.0.2.1, server: webmail.example.com, request: "GET /mail/ HTTP/1.1", ' +
        'upstream: "fastcgi://unix:/run/php.sock", host: "webmail.example.com"',
    );
    assert.equal(first, "http 504 backend-silent");
  });
});
