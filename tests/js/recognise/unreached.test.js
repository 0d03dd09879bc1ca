/** Programs that do not reach their own server, and what looks like it. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";

const site = made("en");

/** @param {string[]} lines */
const told = (...lines) => recognise(lines.join("\n"), site).findings.map(({ situation }) => situation);

test("what a program does not reach is no mail server where a line names another's port", () => {
  const sends = "Failed to send email: connection refused";
  assert.deepEqual(told(sends), ["outgoing-server-unreachable"]);
  assert.deepEqual(told(sends, "Error: connect ECONNREFUSED 127.0.0.1:587"), ["outgoing-server-unreachable"]);
  assert.deepEqual(told(sends, "Error: connect ECONNREFUSED 127.0.0.1:6379"), []);
});

test("who says that mails fail tells what it is that does not trust a certificate", () => {
  const failed =
    "OpenSSL::SSL::SSLError: SSL_connect returned=1 errno=0 state=error: certificate verify failed";
  const untrusted = ["outgoing-certificate-untrusted"];
  assert.deepEqual(told("I go hundred of Mail issue while sending them:", "", failed), untrusted);
  assert.deepEqual(told("Our mails by this service fail", failed), untrusted);
  assert.deepEqual(told("curl https://api.example.com/v3/mail/issues", failed).includes(untrusted[0]), false);
});

test("a server that answers, if with an enhanced code alone, was reached", () => {
  assert.deepEqual(told("Failed to send mail: 4.4.1 Connection timed out"), ["host-unreachable"]);
  assert.deepEqual(told("failed to send email: 5.7.3 Authentication unsuccessful: EOF"), ["login-wrong"]);
});

test("in a mail that came back it is the recipient's server that was not reached", () => {
  assert.deepEqual(
    told(
      ...["Mail delivery failed: returning message to sender", ""],
      "A message that you sent could not be delivered to one or more of its recipients. This is a permanent",
      ...["error. The following address failed:", "", "  kim@example.com"],
      "    could not connect to mail server mx.example.com port 25: Connection timed out",
    ),
    ["host-unreachable"],
  );
});

test("in a mail server's own log it is another server whose certificate it does not trust", () => {
  const failed = "TLS error on connection to smtp.example.com [192.0.2.1]: certificate verification failed";
  assert.deepEqual(told(`2026-11-27 10:00:01 1abcde-000001-AB ${failed}`), ["certificate-refused"]);
  assert.deepEqual(told(`smtplib: ${failed}`), ["outgoing-certificate-untrusted"]);
});

/** @param {string} text */
const first = (text) => {
  const [finding] = recognise(text, site).findings;
  return finding ? `${finding.protocol} ${finding.situation}` : "";
};

test("what any program says of a connection is mail's only where a port, host or library of mail is named", () => {
  assert.equal(first("dial tcp 10.0.0.5:8080: connect: no route to host"), "http no-connection");
  assert.equal(first("dial tcp [2001:db8::5]:443: connect: network is unreachable"), "http no-connection");
  assert.equal(first("dial tcp 192.0.2.5:443: i/o timeout"), "http no-connection");
  assert.equal(first("Error: connect EHOSTUNREACH 10.0.0.4:8080"), "http no-connection");
  assert.equal(first("Error: connect ECONNREFUSED 127.0.0.1:8080"), "http connection-refused");
  for (const text of [
    "dial tcp 10.1.2.3:5432: connect: network is unreachable",
    "Error: connect ECONNREFUSED 127.0.0.1:3306",
    "Error: read ECONNRESET",
    "java.net.SocketException: Connection reset",
    "java.net.NoRouteToHostException: No route to host (Host unreachable)",
    "OSError: [Errno 101] Network is unreachable",
    "ssh: connect to host 10.0.0.1 port 22: No route to host",
  ]) {
    assert.equal(first(text), "", text);
  }
  assert.equal(first("dial tcp 10.0.0.5:587: connect: no route to host"), "smtp outgoing-server-unreachable");
  assert.equal(
    first("smtplib: OSError: [Errno 101] Network is unreachable"),
    "smtp outgoing-server-unreachable",
  );
  assert.equal(first("connect to mx.example.com[192.0.2.1]:25: No route to host"), "smtp host-unreachable");
});

test("that no address of a gRPC service was reached is gRPC's, with an alias of its code before it", () => {
  const retried = "google.api_core.exceptions.RetryError: Deadline of 600.0s exceeded, last exception: ";
  assert.match(first(`${retried}503 failed to connect to all addresses`), /^grpc /);
});

test("a program and a server that have no TLS version in common did reach each other", () => {
  const differ = ["tls-versions-differ"];
  const nested = "  nested exception is:";
  const disabled = "No appropriate protocol (protocol is disabled or cipher suites are inappropriate)";
  assert.deepEqual(
    told(
      ...["javax.mail.MessagingException: Could not convert socket to TLS;", nested],
      `\tjavax.net.ssl.SSLHandshakeException: ${disabled}`,
    ),
    differ,
  );
  assert.deepEqual(
    told(
      ...[
        "jakarta.mail.MessagingException: Could not connect to SMTP host: mail.example.com, port: 465;",
        nested,
      ],
      "\tjavax.net.ssl.SSLHandshakeException: Received fatal alert: handshake_failure",
    ),
    differ,
  );
  const python = "[SSL: UNSUPPORTED_PROTOCOL] unsupported protocol (_ssl.c:1129)";
  assert.deepEqual(told(`smtplib.SMTP('mail.example.com', 587): ssl.SSLError: ${python}`), differ);
  assert.deepEqual(told("SSLHandshakeException when sending mail"), differ);
  assert.deepEqual(told("메일 전송 중 SSLHandshakeException 발생"), differ);
  assert.deepEqual(
    told("POST https://api.example.com: SSLHandshakeException: no cipher suites in common"),
    [],
  );
});

test("a browser that a program's own web page displeases is none of its mail's connections", () => {
  const page =
    "2026/11/27 10:00:01 http: TLS handshake error from 192.0.2.9:50476: remote error: tls: bad certificate";
  const mail = 'level=error msg="failed to send email: dial tcp 203.0.113.5:587: i/o timeout"';
  assert.deepEqual(told(page, mail), ["outgoing-server-unreachable"]);
});

test("a port with a wrong digit was meant as one of mail, any other is that of some server", () => {
  const sends = "level=error path=/send_welcome_mail msg=";
  assert.deepEqual(told(`${sends}"dial tcp 203.0.113.5:486: i/o timeout"`), ["no-connection"]);
  assert.deepEqual(told(`${sends}"dial tcp 203.0.113.5:565: i/o timeout"`), ["outgoing-server-unreachable"]);
  assert.deepEqual(told(`${sends}"dial tcp 203.0.113.5:445: i/o timeout"`), []);
});
