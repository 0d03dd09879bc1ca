/** What the rest of a text says of the one code in it. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { given } from "../support/data.js";

const site = given("en");

/** @param {string} text */
const told = (text) => {
  const [{ code, situation, beside }] = recognise(text, site).findings;
  return beside ? `${code} ${situation}: ${beside.join(", ")}` : `${code} ${situation}`;
};

const REQUEST = "Error: Request failed with status code 403";

describe("what stands elsewhere than beside the code", () => {
  /** @type {[text: string, expected: string][]} */
  const texts = [
    ["Updater Error Code: 403\nThe API's rate limit will reset in 29 minutes.", "403 too-many-requests"],
    ["The rate limit will reset in 29 minutes.\nUpdater Error Code: 403", "403 too-many-requests"],
    [`${REQUEST}\nThe caller does not have permission.`, "403 not-allowed"],
    ["googleapi: Error 403: The caller does not have permission, forbidden", "403 not-allowed"],
    ["http status 403: Country, region, or territory not supported", "403 address-blocked"],
    [`${REQUEST}\n{"reason": "failed", "message": "You have exceeded your quota."}`, "403 quota-used-up"],
    ["500 : Internal Server Error\nRedirect loop detected.", "500 misconfigured"],
    ["HTTP/1.1 503 Service Unavailable\n\nThe site is down for maintenance.", "503 maintenance"],
    ["요청이 실패했습니다: HTTP 403\n이 작업을 할 권한이 없습니다.", "403 not-allowed"],
    [`${REQUEST}\n${REQUEST}\nYou are being throttled.`, "403 too-many-requests"],
    [`2026-11-28T10:00:01Z ${REQUEST}\n  permission denied for this file`, "403 not-allowed"],
  ];
  for (const [text, expected] of texts) test(text, () => assert.equal(told(text), expected));
});

describe("where several things are told, or one that the number seldom stands for", () => {
  test("they come first in the list", () => {
    assert.equal(
      told(`${REQUEST}\nPermission denied.\nThe rate limit is reached soon.`),
      "403 null: not-allowed, too-many-requests",
    );
    assert.equal(
      told("Server error (401) for URL https://db.example.com/test.json: Permission denied"),
      "401 null: not-allowed, not-logged-in",
    );
  });

  test("those on the line of the code tell more", () => {
    assert.equal(told(`${REQUEST}: permission denied\nThe rate limit is 60.`), "403 not-allowed");
  });
});

describe("nothing is told", () => {
  /** @type {[name: string, text: string, expected: string][]} */
  const texts = [
    [
      "by what the code is not sent for",
      "HTTP/1.1 404 Not Found\n\nThe rate limit resets soon.",
      "404 not-found",
    ],
    ["by what is denied", `${REQUEST}\nI am not above the rate limit.`, "403 null"],
    ["by what is only possible", `${REQUEST}\nIt is gone or you do not have permission.`, "403 null"],
    ["by what is asked", `${REQUEST}\nIs it the rate limit?`, "403 null"],
    ["by one of several", `${REQUEST}\nYou do not have permission or it is gone.`, "403 null"],
    ["by the system", `${REQUEST}\nopen /run/app.sock: permission denied`, "403 null"],
    ["by the system, of a file", `${REQUEST}\n/var/log/app.log: Permission denied`, "403 null"],
    ["by another request", `${REQUEST}\nGET /limits rate limit 60`, "403 null"],
    ["by a line of a program", `${REQUEST}\nthrow new Error("permission denied")`, "403 null"],
    ["by a statement", `${REQUEST}\nshow("permission denied");`, "403 null"],
    [
      "by another record",
      `2026-11-28T10:00:01Z ${REQUEST}\n2026-11-28T10:00:02Z disk: permission denied`,
      "403 null",
    ],
    ["by a long text", `${REQUEST}\n${"one more line\n".repeat(20)}permission denied`, "403 null"],
    ["by one with long lines", `${REQUEST}\n${"word ".repeat(400)}\npermission denied`, "403 null"],
  ];
  for (const [name, text, expected] of texts) test(name, () => assert.equal(told(text), expected));

  test("where other codes stand", () => {
    assert.equal(told(`${REQUEST}\nRequest failed with status code 404\npermission denied`), "403 null");
  });

  test("of what a quoted reply explains", () => {
    const text =
      "npm error code E404\nnpm error 404 Not Found - PUT https://registry.npmjs.org/x - Not found";
    assert.equal(told(`${text}\nnpm error permission denied`), "404 hidden-from-strangers");
    assert.equal(told(`npm notice Access token expired or revoked.\n${text}`), "404 token-invalid");
  });

  test("of a number that is one product's own", () => {
    assert.equal(told("HTTP/1.1 529 Site is overloaded\nServer: Apache Tomcat/9.0"), "529 null");
  });
});
