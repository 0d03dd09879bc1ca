/** That a mail came back says nothing of why: what stands beside it in a Korean question does. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { field } from "./support/field.js";

const { hits } = field("ko");

/** @type {[query: string, first: string][]} */
const cases = [
  ["스팸 반송", "smtp/situations/spam-detected/"],
  ["메일이 스팸으로 반송돼요", "smtp/situations/spam-detected/"],
  ["메일함 용량 초과 반송", "smtp/situations/mailbox-full/"],
  ["반송 메일 용량 초과", "smtp/situations/mailbox-full/"],
  ["차단 반송 메일", "smtp/situations/ip-listed/"],
  ["블랙리스트 반송메일", "smtp/situations/ip-listed/"],
  ["첨부파일 용량 반송", "smtp/situations/message-too-big/"],
  ["수신 거부로 반송", "smtp/situations/blocked-by-recipient/"],
  ["릴레이 거부 반송", "smtp/situations/relay-refused/"],
  ["반송 메일 읽는 법", "guides/reading-a-reply/"],
  ["반송 메일이란", "guides/reading-a-reply/"],
  ["메일이 반송됐어요", "guides/reading-a-reply/"],
  ["반송 메일 자동 삭제", "guides/reading-a-reply/"],
  ["반송 메일 차단하기", "guides/reading-a-reply/"],
  ["반송 메일함 만들기", "guides/reading-a-reply/"],
  ["영구 반송", "guides/soft-and-hard-bounces/"],
];

describe("the first result of a question about a bounce", () => {
  for (const [query, first] of cases) {
    test(query, () => assert.equal(hits(query)[0].replace(/^(?:\.\.\/)+(?:ko\/)?/, ""), first));
  }
});
