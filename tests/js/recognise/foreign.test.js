/** Texts of protocols of which the site has no pages. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { asksWords } from "../../../templates/theme/js/find/asked.js";
import { foreignIn } from "../../../templates/theme/js/recognise/foreign.js";
import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { asMail, prepared } from "../../../templates/theme/js/recognise/mail.js";
import { lookup } from "../../../templates/theme/js/recognise/tables.js";
import { isMailAlone } from "../../../templates/theme/js/recognise/telling.js";
import { made, read } from "../support/data.js";

const site = made("en");
const known = lookup(site);
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
    foreignIn(known, prepared(text), asMail(known, prepared(text)), false, false),
  );
  assert.ok(foreign.length > 10);
  for (const text of foreign) {
    assert.equal(isMailAlone(known, asMail(known, prepared(text)), prepared(text)), false, text);
  }
});

describe("what is about a protocol without pages is said to be", () => {
  const strangers = /** @type {import("../../../templates/theme/js/recognise/foreign.js").Foreign[]} */ (
    read("made/en/foreign.json")
  );
  const idOf = (/** @type {string | undefined} */ told) => strangers.find(({ says }) => says === told)?.id;
  /** @type {Record<string, string[]>} */
  const pasted = {
    ftp: [
      "ftp> put report.csv\n200 PORT command successful\n550 report.csv: Permission denied",
      "530 Login incorrect.",
      "curl: (78) RETR response: 550",
      "The remote server returned an error: (550) File unavailable (e.g., file not found, no access).",
      "vsftpd: 500 OOPS: cannot change directory:/home/ftpuser",
      "Command:\tPASS ********\nResponse:\t530 Login incorrect.\nError:\tCritical error: Could not connect to server",
      "FTP 550 오류",
      "ftplib.error_perm: 550 Failed to open file /home/anna@example.org/list.csv",
      "< 220 Welcome\n> AUTH SSL\n< 500 This security scheme is not implemented",
      "200 PORT command successful. Consider using PASV.\n426 Failure writing network stream.",
      "150 Opening BINARY mode data connection for report.csv.\n426 Failure writing network stream.",
      "425 Can't open data connection.",
      "425 Unable to build data connection",
      "500 OOPS: failed to open xferlog log file:/var/log/vsftpd.log",
      "STOR a.css\n150 Ok to send data.\n451 Failure",
      "curl: (18) server did not report OK, got 450",
      "227 Entering Passive Mode (192,0,2,1,200,10).\n550 Permission denied.",
      "229 Entering Extended Passive Mode (|||43239|)\n550 Permission denied.",
      "Response:\t425 Failed\nError:\tFailed to retrieve directory listing",
      "Response:\t421 Timeout - try typing a little faster next time",
      "STOR a.css\n226 Transfer complete.\n500 Unknown",
    ],
    sip: [
      "SIP/2.0 486 Busy Here\nVia: SIP/2.0/UDP 192.0.2.1:5060",
      "SIP/2.0 503 Service Unavailable",
      "sip 503",
      "SIP trunk registration fails with 403 Forbidden",
      'My softphone shows "503 Service Unavailable" when I dial an external number',
      "Our VoIP gateway answers 404 Not Found to every call",
      "The PBX says 480 Temporarily Unavailable, 408 Request Timeout",
      "FreePBX: 403 Forbidden on outbound calls",
      "linphone: 408 Request Timeout on registration",
      "Zoiper shows 408 Request Timeout on registration",
      "JsSIP: calls to PSTN end with 403 Forbidden",
      "calls to the PSTN end with 403 Forbidden",
      "소프트폰에서 외부로 걸면 503 Service Unavailable이 나옵니다",
      "인터넷 전화 등록이 403 Forbidden으로 실패합니다",
    ],
    stun: [
      "TURN allocate error: 486 Allocation Quota Reached",
      "437 Allocation Mismatch",
      "coturn: session 001: error 508",
      "STUN server returned 420 for the binding",
      "turnserver: error 441 for user anna",
    ],
    payments: [
      "Is there any explanation for error code 515 Declined? ApplePay - VISA",
      "error code 515 Declined, Apple Pay",
      "Google Pay: error code 515",
      "The payment gateway gave error code 515",
      "Mastercard declined with error code 515",
      "PayFlow: error code 515",
      "Braintree: error code 515 processor declined",
      "Moneris: error code 515",
      "The issuing bank gave error code 515",
      "error code 515 from the acquirer",
    ],
    radius: [
      "Access-Reject id 550 Reply-Message=Authentication failed",
      "Access-Challenge id 550 code 421",
      "freeradius: error 550",
      "radiusd: error 550",
    ],
    rtsp: ["RTSP/1.0 454 Session Not Found\nCSeq: 12", "rtsp stream of the camera: 404 Not Found"],
    nntp: ["NNTP: 430 No such article; 441 Posting failed"],
    ldap: ["LDAP: error code 49 - 80090308: LdapErr: DSID-0C09042A", "ldap_bind: Invalid credentials (49)"],
    imap: ["* NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)"],
    pop3: ["-ERR [SYS/TEMP] pop3: mailbox locked by another session"],
    mqtt: ["MQTT: CONNACK return code 5: Connection refused, not authorised"],
    amqp: [
      "protocol method: #method<channel.close>(reply-code=404, reply-text=NOT_FOUND - no queue 'mail' in vhost '/')",
      "pika.exceptions.ChannelClosedByBroker: (406, 'PRECONDITION_FAILED - inequivalent arg for queue')",
    ],
    kafka: [
      "org.apache.kafka.common.errors.TimeoutException: Topic test not present in metadata after 60000 ms.",
    ],
    redis: [
      "redis.exceptions.AuthenticationError: WRONGPASS invalid username-password pair or user is disabled.",
      "NOAUTH Authentication required.",
    ],
    mongodb: ["MongoServerError: bad auth : Authentication failed. code: 8000, codeName: 'AtlasError' ok: 0"],
    "oracle-database": [
      "ORA-12541: TNS:no listener",
      "ORA-00421 and then java.sql.SQLException: Connection reset",
    ],
    mysql: ["ERROR 1045 (28000): Access denied for user 'root'@'localhost' (using password: YES)"],
    postgresql: [
      'FATAL:  password authentication failed for user "postgres"',
      '2024-05-04 12:11:10.503 UTC [550] ERROR:  duplicate key value violates unique constraint "users_pkey"',
    ],
    sql: [
      "Duplicate entry 'anna@example.org' for key 'users.email' SQLSTATE[23000]: Integrity constraint violation",
    ],
    ssh: ["ssh: handshake failed: ssh: unable to authenticate, attempted methods [none publickey]"],
  };
  for (const [id, said] of Object.entries(pasted)) {
    for (const text of said) {
      test(`${id}: ${text}`, () => {
        const { kind, foreign } = recognise(text, site);
        assert.deepEqual([kind, idOf(foreign?.says)], ["none", id]);
      });
    }
  }
  // What only mentions one is what it was.
  for (const text of [
    "HTTP/1.1 500 Internal Server Error\n\nNOAUTH Authentication required.",
    'POST /api/jobs HTTP/1.1" 502 157 "-" "curl/8.0" upstream: redis',
    "550 5.1.1 <anna@example.org>: Recipient address rejected: User unknown (mysql lookup)",
    "451 4.3.0 <anna@example.org>: Temporary lookup failure, ldap server down",
    "Failed to connect to ftp.example.com, mail deferred: 421 4.4.2 connection timed out",
    "rpc error: code = Unavailable desc = connection error while dialing redis:6379",
    "대기열(redis)이 밀려 메일 발송이 늦어집니다",
    "https://example.com/sip/503",
    "HTTP 503 Service Unavailable from our PBX",
    "Our VoIP provider's REST API returns 503 Service Unavailable",
    "nginx 502 Bad Gateway in front of FreePBX",
    "Err:1 ftp://ftp.debian.org/debian stretch Release\n  404  Not Found",
    "payment gateway API returned error 500",
    "550 Account suspended due to unpaid transactions",
    "554 Transaction failed: too many transactions",
  ]) {
    test(text, () => assert.equal(recognise(text, site).foreign, undefined));
  }
});

test("pages about mail are offered only where a protocol without pages is near to it", () => {
  const asks = (/** @type {string} */ text) => asksWords(text, recognise(text, site));
  assert.equal(asks("* NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)"), true);
  assert.equal(asks("SIP/2.0 486 Busy Here"), false);
  assert.equal(asks("FTP 550 오류"), false);
});
