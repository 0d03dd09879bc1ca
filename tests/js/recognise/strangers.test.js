/** Texts of other software that speak like mail or the web, and of the web that speak like mail. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";

const site = made("en");

/** @param {string} text */
function told(text) {
  const [first] = recognise(text, site).findings;
  if (!first) return "";
  const { protocol, code, enhanced, situation, provider } = first;
  return [protocol, code, enhanced, situation, provider && `by ${provider}`].filter(Boolean).join(" ");
}

describe("databases and queues are not told as mail or the web", () => {
  const texts = [
    "redis.exceptions.ConnectionError: Error while reading from redis:6379 : (104, 'Connection reset by peer')",
    "redis.exceptions.ResponseError: NOAUTH Authentication required.",
    "celery.worker.consumer: Connection to broker lost. Trying to re-establish it... Connection reset by peer",
    "kombu.exceptions.OperationalError: [Errno 111] Connection refused",
    "psycopg2.OperationalError: could not connect to server: Connection refused",
    'psql: error: connection to server at "db.example.com", port 5432 failed: SSL error: certificate verify failed',
    'psql: FATAL: password authentication failed for user "app"',
    "pymongo.errors.ServerSelectionTimeoutError: localhost:27017: [Errno 111] Connection refused",
    "ERROR 2026 (HY000) of mysql: SSL connection error: self signed certificate",
    "Cannot connect to amqp://guest:**@127.0.0.1:5672//: certificate verify failed",
    "kafka: handshake failed, self-signed certificate",
    "pg_hba.conf rejects connection for host: authentication failed",
  ];
  for (const text of texts) test(text, () => assert.equal(told(text), ""));

  test("unless a mail server or a web server asked them", () => {
    const mail = "postfix/trivial-rewrite[1]: warning: connect to mysql server 127.0.0.1: Connection refused";
    assert.match(told(mail), /^smtp /);
    assert.match(told("nginx: HTTP/1.1 502 Bad Gateway while asking redis"), /^http 502/);
    assert.match(
      told("redis: connect() failed (111: Connection refused) while connecting to upstream"),
      /^http /,
    );
    assert.match(told("550 5.1.1 User unknown in mysql table"), /^smtp 550 5\.1\.1/);
  });
});

describe("certificates are the web's where nothing speaks of mail", () => {
  /** @type {[text: string, found: string][]} */
  const texts = [
    [
      "npm ERR! code UNABLE_TO_VERIFY_LEAF_SIGNATURE\nnpm ERR! unable to verify the first certificate",
      "http",
    ],
    ["npm ERR! code CERT_HAS_EXPIRED\nnpm ERR! certificate has expired", "http"],
    ["certificate has expired", "http"],
    ["self-signed certificate in certificate chain", "http"],
    ["yarn: unable to get local issuer certificate", "http"],
    ["smtp: certificate has expired", "smtp"],
    ["TLS to the mail server failed: certificate has expired", "smtp"],
  ];
  for (const [text, protocol] of texts) test(text, () => assert.equal(told(text).split(" ")[0], protocol));
});

describe("an advertisement is no notice", () => {
  for (const text of [
    "Mailbox full of offers!",
    "Mailbox full? Clean it with our app",
    "Mailbox full: 50 % off",
  ]) {
    test(text, () => assert.equal(told(text), ""));
  }

  test("but a notice is", () => {
    assert.equal(told("mailbox is full"), "smtp mailbox-full");
    assert.equal(told("Your newsletter bounced: mailbox full"), "smtp mailbox-full");
    assert.equal(told("Offers to kim@example.com: mailbox full"), "smtp mailbox-full");
    assert.equal(told("552 5.2.2 Mailbox full of mail"), "smtp 552 5.2.2 mailbox-full");
  });
});

describe("the web's own short forms", () => {
  /** @type {[text: string, found: string][]} */
  const texts = [
    ["503 UH", "http 503 no-healthy-backend by envoy"],
    ["404 NR", "http 404 route-unknown by envoy"],
    ["Error (503) code=H10", "http 503 no-healthy-backend by heroku"],
    ["Error (503) code=H12", "http 503 backend-silent by heroku"],
  ];
  for (const [text, found] of texts) test(text, () => assert.equal(told(text), found));

  test("are no mail's, known or not", () => {
    for (const text of ["504 UT", "503 URX", "503 LH", "503 UMSDR"]) assert.match(told(text), /^http 50/);
  });
});

describe("what libraries of AWS say", () => {
  /** @type {[text: string, found: string][]} */
  const texts = [
    [
      "Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied; Request ID: 0A49CE4060975EAC)",
      "http 403 not-allowed",
    ],
    [
      "Rate exceeded (Service: AWSLambda; Status Code: 429; Error Code: TooManyRequestsException; Request ID: 1-2-3)",
    ],
    ["The queue does not exist. (Service: Sqs, Status Code: 400, Request ID: 1b2c)", "http 400"],
    [
      "Rate exceeded (Service: Ecs, Status Code: 400, Request ID: 1) ThrottlingException",
      "http 400 too-many-requests",
    ],
    ["AccessDenied: Access Denied\n\tstatus code: 403, request id: 0A49CE4060975EAC, host id: x", "http 403"],
    ["Slow (Service: Amazon S3; Status Code: 503; Error Code: SlowDown; Request ID: 1)", "http 503"],
    [
      "An error occurred (ThrottlingException) when calling the X operation: Rate exceeded",
      "http too-many-requests",
    ],
    [
      "The token is expired (Service: Sts; Status Code: 403; Error Code: ExpiredTokenException; Request ID: d3)",
      "http 403 session-expired",
    ],
  ].map(([text, found = "http 429 too-many-requests"]) => [text, found]);
  for (const [text, found] of texts) test(text, () => assert.equal(told(text), found));

  test("of a mail is about the mail", () => {
    const text =
      "Email address is not verified. (Service: SES; Status Code: 400; Error Code: MessageRejected; Request ID: 1)";
    assert.match(told(text), /^smtp sender-not-yours/);
  });
});

describe("what .NET calls a number is not what happened", () => {
  const told552 = (/** @type {string} */ reply) =>
    told(`SmtpException: Exceeded storage allocation. The server response was: ${reply}`);

  test("the reply behind it is", () => {
    assert.equal(told552("Message size exceeds maximum permitted"), "smtp 552 message-too-big by exim");
    assert.equal(told552("5.3.4 Error: message file too big"), "smtp 5.3.4 message-too-big by postfix");
    assert.equal(told552("attachment blocked"), "smtp 552 attachment-refused");
    assert.equal(told552("5.7.1 Virus detected"), "smtp 5.7.1 virus-detected");
    assert.equal(told552("kim@example.com mailbox is full"), "smtp 552 mailbox-full");
    assert.equal(told552("552 5.2.2 Over quota"), "smtp 552 5.2.2 mailbox-full");
    const name = "Mailbox name not allowed. The server response was: 5.7.1 Sender not allowed";
    assert.equal(told(name), "smtp 5.7.1 sender-refused");
  });

  test("nor is it of a disk", () => {
    assert.equal(told("Exceeded storage allocation on device /dev/sda1"), "");
    assert.equal(
      told("552 Requested mail action aborted: exceeded storage allocation"),
      "smtp 552 mailbox-full",
    );
  });
});
