/** Replies in the many wordings of servers, by what happened. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { placeOf } from "../../../templates/theme/js/recognise/phrases.js";
import { clean, lookup } from "../../../templates/theme/js/recognise/tables.js";
import { given, read } from "../support/data.js";

/** @type {Record<string, string[]>} */
const worded = read("data/worded.json");
const tables = given("en");

for (const [situation, texts] of Object.entries(worded)) {
  describe(situation, () => {
    for (const text of texts) {
      test(text.slice(0, 100), () => assert.equal(recognise(text, tables).findings[0]?.situation, situation));
    }
  });
}

// One server means by it something else than all others, or is told by where it says it.
const OF_ITS_OWN = new Set([
  "alibaba: 551 main account unavailable",
  "au-kddi: 550 : user unknown",
  "cpanel: has exceeded the max emails per hour",
  "korean-bounces: 417 temporary delivery error",
  "laposte: service refused, please try later. lpn _510",
  "mailpit: exceeded storage allocation (",
  "mxroute: 550 authentication required",
  "postfix: 450 4.3.2 service currently unavailable",
  "postfix: 459 < >: service unavailable",
  "postfix: esmtp not accepting connections",
  "postfix: service unavailable - try again later",
  "sendmail: rejecting open proxy",
]);
const MOST = 0.75;

test("a phrase that is most of a quoted reply means what the reply means", () => {
  const { marks, phrases } = lookup(tables);
  const contrary = marks.flatMap(({ provider, pieces, length, situation }) => {
    const text = clean(pieces.join(" "));
    const held = phrases.filter((phrase) => situation !== null && placeOf(text, phrase.pieces) >= 0);
    const longest = Math.max(0, ...held.map((phrase) => phrase.length));
    const told = held.filter((phrase) => phrase.length === longest).map((phrase) => phrase.situation);
    return longest < MOST * length || told.includes(situation ?? "") ? [] : [`${provider}: ${text}`];
  });
  assert.deepEqual(
    contrary.filter((one) => !OF_ITS_OWN.has(one)),
    [],
  );
});
