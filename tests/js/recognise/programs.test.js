/** What libraries call by name: errors, and constants for codes. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { namedIn } from "../../../templates/theme/js/recognise/programs.js";
import { PROGRAM } from "../../../templates/theme/js/recognise/readers.js";
import { made, read } from "../support/data.js";

const tables = made("en");
/** @typedef {import("../../../templates/theme/js/recognise/programs.js").Library} Library */
/** @type {(protocol: string) => Library[]} */
const librariesOf = (protocol) => read(`made/en/libraries/${protocol}.json`).libraries;
const ofMail = librariesOf("smtp");
const libraries = [...ofMail, ...librariesOf("http"), ...librariesOf("grpc")];

/**
 * @param {string} text
 * @param {Library[]} [all]
 * @param {string | null} [code]
 */
const named = (text, all = ofMail, code = null) =>
  namedIn(all, text, code).map(({ library, name, code: meant }) =>
    [library.name, name, meant].filter(Boolean).join(" "),
  );

describe("an error is known by its name", () => {
  /** @type {[text: string, expected: string[]][]} */
  const cases = [
    ["smtplib.SMTPDataError: (554, b'no')", ["smtplib smtplib.SMTPDataError"]],
    ["SMTPDataError: (554, b'no')", ["smtplib smtplib.SMTPDataError"]],
    ["aiosmtplib.SMTPDataError", ["aiosmtplib aiosmtplib.SMTPDataError"]],
    ["SMTPDataError", ["aiosmtplib aiosmtplib.SMTPDataError", "smtplib smtplib.SMTPDataError"]],
    ["Net::SMTPAuthenticationError", ["Net::SMTP Net::SMTPAuthenticationError"]],
    ["EAUTH", ["Nodemailer EAUTH"]],
    ["Error: getaddrinfo ENOTFOUND smtp.example.com", ["Nodemailer EDNS"]],
    ["com.sun.mail.smtp.SMTPSendFailedException: 550 no", ["Jakarta Mail SMTPSendFailedException"]],
    ["javax.mail.AuthenticationFailedException", ["Jakarta Mail AuthenticationFailedException"]],
    ["SmtpErrorCode.RecipientNotAccepted", ["MailKit SmtpErrorCode.RecipientNotAccepted"]],
    ["SMTP connect() failed", ["PHPMailer SMTP connect() failed."]],
    ["SMTP 오류: 인증할 수 없습니다.", ["PHPMailer SMTP Error: Could not authenticate."]],
    [
      'Expected response code "250" but got code "550"',
      ["Symfony Mailer, Laravel UnexpectedResponseException"],
    ],
    ['Expected response code 250 but got code "550"', ["SwiftMailer Swift_TransportException"]],
    ["smtp: server doesn't support AUTH", ["net/smtp smtp: server doesn't support AUTH"]],
    [
      "lettre::transport::smtp::Error { kind: Permanent(Code { severity: PermanentNegativeCompletion } }",
      ["lettre lettre::transport::smtp::Error { kind: Permanent("],
    ],
    ["error: CorruptMessage", []],
    [
      "System.Net.Mail.SmtpException: Transaction failed. The server response was: xyz",
      ["System.Net.Mail Transaction failed. The server response was: 554"],
    ],
    // 450 and 550 have the same words.
    [
      "System.Net.Mail.SmtpException: Mailbox unavailable. The server response was: xyz",
      ["System.Net.Mail SmtpException"],
    ],
  ];
  for (const [text, expected] of cases) test(text, () => assert.deepEqual(named(text), expected));
});

describe("what others call so, too, is no proof", () => {
  for (const text of [
    "ETIMEDOUT",
    "AuthenticationFailedException",
    "Error: no such file",
    "SyntaxError: Unexpected token",
    "a SyntaxError in line 3",
    "EAUTHORIZED",
    "getaddrinfo ENOTFOUND api.example.com",
    "MySMTPDataError",
    "550 5.1.1 User unknown",
    "How do I send mail with MailKit?",
    "",
  ]) {
    test(text, () => assert.deepEqual(named(text), []));
  }
  test("beside a sign of the library it is", () => {
    assert.deepEqual(named("code: 'ETIMEDOUT', command: 'CONN'"), ["Nodemailer ETIMEDOUT"]);
  });
  test("a name far down a log says little", () => {
    assert.deepEqual(named(`${"x ".repeat(4000)}smtplib.SMTPDataError`), []);
  });
});

describe("where a code is known, only what is raised for it is named", () => {
  const text = "AxiosError: Request failed with status code 503";
  test("the code tells which of several errors it is", () => {
    assert.deepEqual(named(text, libraries, "503"), ["axios ERR_BAD_RESPONSE"]);
    assert.deepEqual(named(text.replace("503", "403"), libraries, "403"), ["axios ERR_BAD_REQUEST"]);
  });
  test("what no code leads to may stand beside it", () => {
    assert.deepEqual(named("httpx.ReadTimeout", libraries, "504"), ["httpx httpx.ReadTimeout"]);
  });
  test("it may be raised for codes of several classes", () => {
    const thrown = "httpx.HTTPStatusError: Client error '404 Not Found' for url 'https://api.example.com/'";
    assert.deepEqual(named(thrown, libraries, "404"), ["httpx httpx.HTTPStatusError"]);
  });
  test("a pattern may leave codes out", () => {
    const thrown = (/** @type {string} */ code) => named(`Net::SMTPFatalError: ${code} no`, ofMail, code);
    assert.deepEqual(thrown("550"), ["Net::SMTP Net::SMTPFatalError"]);
    assert.deepEqual(thrown("535"), []);
  });
  test("a pattern may stand for every code", () => {
    assert.deepEqual(named("io.grpc.StatusRuntimeException: UNAVAILABLE", libraries, "UNAVAILABLE"), [
      "grpc-java io.grpc.StatusRuntimeException",
    ]);
  });
  test("of errors that fit alike the one with the longer name tells", () => {
    assert.deepEqual(named("AxiosError: Network Error", libraries), ["axios ERR_NETWORK"]);
    // As older versions of axios say it.
    const older = "Uncaught (in promise) Error: Network Error\n    at XMLHttpRequest.onError (xhr.js:117)";
    assert.deepEqual(named(older, libraries), ["axios ERR_NETWORK"]);
    const cause = "TypeError: fetch failed\n  [cause]: ConnectTimeoutError: Connect Timeout Error";
    assert.deepEqual(named(cause, libraries), ["fetch UND_ERR_CONNECT_TIMEOUT"]);
  });
  test("an error tells more than the constant for its code", () => {
    const thrown = "Error: 14 UNAVAILABLE: no connection {\n  code: 14,\n  metadata: Metadata { flags: 0 }";
    assert.deepEqual(named(thrown, libraries, "UNAVAILABLE"), ["grpc-js ServiceError"]);
  });
});

describe("errors of other protocols are known by their names", () => {
  /** @type {[text: string, expected: string[]][]} */
  const cases = [
    ["requests.exceptions.SSLError", ["requests requests.exceptions.SSLError"]],
    ["ConnectTimeout", ["httpx httpx.ConnectTimeout", "requests requests.exceptions.ConnectTimeout"]],
    [
      "aiohttp.client_exceptions.ServerDisconnectedError: Server disconnected",
      ["aiohttp aiohttp.ServerDisconnectedError"],
    ],
    ["urllib.error.URLError: <urlopen error timed out>", ["urllib.request urllib.error.URLError"]],
    ["TypeError: fetch failed", ["fetch TypeError: fetch failed"]],
    ['Get "https://api.example.com/": context deadline exceeded', ["net/http *url.Error"]],
    ["java.net.UnknownHostException: api.example.com", ["HttpURLConnection java.net.UnknownHostException"]],
    [
      "java.net.UnknownHostException: a.example\n\tat okhttp3.Dns$Companion$DnsSystem.lookup(Dns.kt:49)",
      ["OkHttp java.net.UnknownHostException"],
    ],
    [
      "response: Response{protocol=h2, code=404, message=, url=https://a.example/}",
      ["OkHttp Response{protocol="],
    ],
    ["retrofit2.HttpException: HTTP 403", ["Retrofit retrofit2.HttpException"]],
    [
      "org.springframework.web.client.HttpClientErrorException$Forbidden: 403 : [no body]",
      ["Spring RestTemplate, RestClient HttpClientErrorException"],
    ],
    [
      "System.Net.Http.HttpRequestException: No such host is known.",
      ["System.Net.Http System.Net.Http.HttpRequestException"],
    ],
    [
      "GuzzleHttp\\Exception\\ConnectException: cURL error 7",
      ["Guzzle GuzzleHttp\\Exception\\ConnectException"],
    ],
    ["Faraday::ForbiddenError", ["Faraday Faraday::ForbiddenError"]],
    ["Net::ReadTimeout with #<TCPSocket:(closed)>", ["Net::HTTP Net::ReadTimeout"]],
    [
      'reqwest::Error { kind: Status(403), url: "https://a.example/" }',
      ["reqwest reqwest::Error { kind: Status("],
    ],
    ["rpc error: code = Unavailable desc = x", ["grpc-go rpc error: code ="]],
    ["grpc._channel._InactiveRpcError: <_InactiveRpcError of RPC", ["grpcio grpc.RpcError"]],
    ["Error: 14 UNAVAILABLE: No connection established", ["grpc-js ServiceError"]],
    ['Grpc.Core.RpcException: Status(StatusCode="Internal"', ["Grpc.Net.Client Grpc.Core.RpcException"]],
    ["Status { code: NotFound, message: x }", ["tonic tonic::Status"]],
    [
      "HTTPError: 404",
      ["got HTTPError", "requests requests.exceptions.HTTPError", "urllib.request urllib.error.HTTPError"],
    ],
    // Anybody's names.
    ["ETIMEDOUT", []],
    ["ConnectionError", []],
    ["RequestException", []],
    ["java.net.SocketTimeoutException: timeout", []],
    ["response = call.execute()", []],
  ];
  for (const [text, expected] of cases) {
    test(text, () => assert.deepEqual(named(text, libraries), expected));
  }
});

describe("whoever wrote the program has its error in front of them", () => {
  for (const text of [
    "smtplib.SMTPRecipientsRefused: {'a@b.example': (550, b'5.1.1 User unknown')}",
    "Error: Invalid login: 535-5.7.8 Username and Password not accepted. code: 'EAUTH', responseCode: 535",
    "Error: Message failed: 554 5.7.1 no\n    at SMTPConnection._formatError (/app/index.js:784:19)",
    "com.sun.mail.smtp.SMTPSendFailedException: 550 5.7.1 relaying denied",
    "Mailbox unavailable. The server response was: 5.7.1 Unable to relay",
    "Net::SMTPServerBusy: 450 4.2.1 Mailbox busy",
    "SMTP Error: Could not authenticate.",
    "SMTP ERROR: Password command failed: 535 5.7.8 Error: authentication failed",
    'Expected response code 250 but got code "550", with message "550 5.7.1 Relaying denied"',
    "panic: 504 5.7.4 Unrecognized authentication type",
  ]) {
    test(text, () => assert.equal(recognise(text, tables).role, PROGRAM));
  }
  for (const text of [
    "550 5.7.1 SPF PermError in domain example.com, mail rejected",
    "550 5.1.1 User unknown",
    "Nov 26 10:00:00 mx postfix/smtpd[1]: NOQUEUE: reject: RCPT from a[192.0.2.1]: 554 5.7.1 Relay access denied",
  ]) {
    test(`not of ${text}`, () => assert.notEqual(recognise(text, tables).role, PROGRAM));
  }
});
