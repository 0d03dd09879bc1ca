/** What programs count that read a day's log. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";

const site = made("en");

/** @param {string[]} lines */
function told(...lines) {
  const { kind, findings } = recognise(lines.join("\n"), site);
  return [kind, ...findings.map(({ situation, outcome, text }) => `${situation} ${outcome}: ${text}`)];
}

describe("pflogsumm", () => {
  test("counts each reason, whose words stand between a number and a sum", () => {
    assert.deepEqual(
      told(
        ...["message reject detail", "---------------------", "  RCPT"],
        "    Sender address rejected: Domain not found (total: 12)",
        ...["           7   spam.example.net", "           5   foo.example.org"],
        ...["    Relay access denied (total: 3)", "           3   unknown[192.0.2.9]"],
      ),
      [
        "log",
        "sender-domain-unknown permanent: Sender address rejected: Domain not found",
        "relay-refused permanent: Relay access denied",
      ],
    );
  });

  test("counts a single reason too", () => {
    assert.deepEqual(
      told(
        ...[
          "Grand Totals",
          "------------",
          "messages",
          "",
          "     87   received",
          "      3   rejected (6%)",
          "",
        ],
        ...["message reject detail", "---------------------", "  RCPT"],
        ...["    Relay access denied (total: 3)", "           3   unknown[192.0.2.9]"],
      ),
      ["log", "relay-refused permanent: Relay access denied"],
    );
  });

  test("says which mails wait, also on its first line", () => {
    assert.deepEqual(
      told(
        ...["message deferral detail", "-----------------------", "  smtp (total: 9)"],
        ...["         9   Mailbox is full", "  local (total: 2)"],
        "         2   User unknown in local recipient table",
      ),
      [
        "log",
        "mailbox-full transient: Mailbox is full",
        "user-unknown transient: User unknown in local recipient table",
      ],
    );
  });
});

test("Logwatch counts with shares behind", () => {
  assert.deepEqual(
    told(
      ...[" --------------------- Postfix Begin ------------------------ ", "", "        9   Rejected"],
      "        4   5xx Reject relay denied      44.44%",
      "        5   5xx Reject unknown user      55.56%",
      " ---------------------- Postfix End ------------------------- ",
    ),
    [
      "log",
      "relay-refused permanent: 5xx Reject relay denied",
      "user-unknown permanent: 5xx Reject unknown user",
    ],
  );
});

test("other totals are no mail's", () => {
  assert.deepEqual(told("Grand Totals", "------------", "Sales 120", "Returned 3"), ["none"]);
});
