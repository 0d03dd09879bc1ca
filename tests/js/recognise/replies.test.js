/** The text of a reply, up to where it ends. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { LONGEST_REPLY, replyAt, told, unrepeated } from "../../../templates/theme/js/recognise/replies.js";

/**
 * The reply that begins with a code in a text, and what the text goes on with behind it.
 * @param {string} source
 */
function reply(source, code = "550") {
  const at = source.indexOf(code);
  const { text, end, closed } = replyAt(source, at, at + code.length, code, null);
  return { text: text.replace(/\s+/g, " ").trim(), rest: source.slice(end), closed };
}

describe("a reply ends", () => {
  for (const [name, source, text, rest] of /** @type {[string, string, string, string][]} */ ([
    ["with the text", "550 User unknown", "User unknown", ""],
    ["before an empty line", "550 User unknown\n\nBye", "User unknown", "\n\nBye"],
    ["before a line of spaces", "550 User unknown\n   \nBye", "User unknown", "\n   \nBye"],
    ["before another code", "550 User unknown\n554 Rejected", "User unknown", "\n554 Rejected"],
    [
      "before another reply on its line",
      "550 User unknown - 554 Rejected",
      "User unknown",
      " - 554 Rejected",
    ],
    ["so, though a line follows", "550 Unknown | 554 Rejected\nBye", "Unknown", " | 554 Rejected\nBye"],
    ["where the other follows at once", "550 - 554 Rejected\nBye", "", " - 554 Rejected\nBye"],
    [
      "with the bracket it stands in",
      "(550 User (or box) unknown) for good",
      "User (or box) unknown",
      ") for good",
    ],
    ["with the bracket, though lines follow", "(550 Unknown)\nBye", "Unknown", ")\nBye"],
    ["not with a bracket around the code", "(550) User unknown) for good", ") User unknown) for good", ""],
    ["not with a word for nothing", "550 The sender is null here", "The sender is null here", ""],
    [
      "before Korean lines about it",
      "550 User unknown\n없는 사용자입니다",
      "User unknown",
      "\n없는 사용자입니다",
    ],
    [
      "with its last Korean line",
      "550 없는 사용자라서\n보낼 수 없습니다",
      "없는 사용자라서 보낼 수 없습니다",
      "",
    ],
  ])) {
    test(name, () => {
      const found = reply(source);
      assert.deepEqual([found.text, found.rest], [text, rest]);
    });
  }

  test("after forty lines, or sixteen hundred characters", () => {
    const lines = (/** @type {number} */ length) =>
      reply(`550 ${Array.from({ length: 100 }, () => "x".repeat(length)).join("\n")}`).text.split(" ").length;
    assert.equal(lines(5), 40);
    assert.equal(lines(100), LONGEST_REPLY / 100);
    assert.equal(lines(LONGEST_REPLY), 1);
  });
});

test("a server that writes a hyphen behind the code has more to say", () => {
  for (const [source, closed] of /** @type {[string, boolean][]} */ ([
    ["550 User unknown", true],
    ["550", true],
    ["550-User", false],
    ["550-User\n550 unknown", true],
    ["550-User\n550", true],
    ["550-User\n550-or\n  550 unknown", true],
    ["550-User\n   550-unknown", false],
    ["550 User\n550-unknown", false],
  ])) {
    assert.equal(reply(source).closed, closed, source);
  }
});

test("codes at the beginning of further lines are left out", () => {
  assert.equal(reply("550-User\n550-or\n550 mailbox unknown").text, "-User or mailbox unknown");
});

test("a reply is told on one line, without brackets that others opened", () => {
  for (const [
    code,
    enhanced,
    raw,
    expected,
  ] of /** @type {[string | null, string | null, string, string][]} */ ([
    ["550", "5.1.1", "  User \n unknown ", "550 5.1.1 User unknown"],
    ["550", null, "User unknown", "550 User unknown"],
    [null, "5.1.1", "User unknown", "5.1.1 User unknown"],
    ["550", null, "  ", "550"],
    ["550", null, "User (box) unknown)", "550 User (box) unknown"],
    ["550", null, 'User "box" unknown"', '550 User "box" unknown'],
  ])) {
    assert.equal(told(code, enhanced, raw), expected);
  }
});

test("a flattened reply repeats its codes; they are left out", () => {
  for (const [text, enhanced, expected] of /** @type {[string, string | null, string][]} */ ([
    ["Refused 550-5.7.1 by 550 5.7.1 policy", "5.7.1", "Refused by policy"],
    ["Refused 550-by 550 policy", null, "Refused by policy"],
    ["Refused 550 by policy", "5.7.1", "Refused by policy"],
    ["Refused 554-by policy", null, "Refused 554-by policy"],
  ])) {
    assert.equal(unrepeated(text, "550", enhanced), expected);
  }
});
