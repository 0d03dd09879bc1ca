/** Spans that hold other numbers. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { countsKorean, filled, mask } from "../../../templates/theme/js/recognise/masks.js";

test("what is filled keeps its lines and places", () => {
  assert.equal(filled("ab 1\n2\n"), "····\n·\n");
});

test("a Korean counter makes a number a count, with what may follow it in its word", () => {
  for (const text of [
    "421명",
    "550번째 메일",
    "250원.",
    "550통을 보냄",
    "421명에게",
    "421대입니다",
    "550원짜리",
  ]) {
    assert.ok(countsKorean(text), text);
    assert.doesNotMatch(mask(text), /\d/, text);
  }
});

test("a name stands before its number on one line", () => {
  for (const text of ["size 550", "timeout: 550", "issue #550", "Room 421"]) {
    assert.doesNotMatch(mask(text), /\d/);
  }
  for (const text of ["Connection timeout\n550 Rejected", "Issue\n550 Rejected"]) {
    assert.equal(mask(text), text);
  }
});

test("a word that only begins like a counter makes none", () => {
  for (const text of [
    "500 명령을 인식할 수 없습니다",
    "451 일시적인 오류입니다",
    "550 도메인을 찾을 수 없습니다",
    "550 원격 서버가 거부했습니다",
    "535 회원 인증 실패",
    "450 대기열이 가득 찼습니다",
    "550 권한이 없는 사용자",
    "554 호스트를 찾을 수 없음",
    "550 일부 수신자에게 전송 실패",
    "552 초과된 용량",
    "421",
  ]) {
    assert.ok(!countsKorean(text), text);
    assert.equal(mask(text), text);
  }
});
