/** Numbers that people tell in words, which may be those of mail as well. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made } from "../support/data.js";

const site = made("ko");

/** @param {string} text */
const told = (text) =>
  recognise(text, site).findings.map(({ protocol, code }) => [protocol, code].filter(Boolean).join(" "));

test("what a test expected and got is told by the status that it got", () => {
  for (const text of [
    "E       assert 404 == 200",
    "AssertionError: 404 != 201",
    "java.lang.AssertionError: Status expected:<200> but was:<404>",
    'Error: expected 200 "OK", got 404 "Not Found"',
    "    Expected: 200\n    Received: 404",
  ]) {
    assert.equal(told(text)[0], "http 404", text);
  }
  assert.deepEqual(told("expected 200 rows but got 404 rows"), []);
  assert.deepEqual(told("assert 404 == len(rows)"), []);
  assert.deepEqual(told("expected 200 but got 404 apples"), []);
  assert.deepEqual(told("Expected smtp code 250, got 552"), ["smtp 552"]);
});

test("servers that stand before others are of the web, and so is what they keep answering", () => {
  assert.deepEqual(told("I get nginx 503 from my ingress, other apps are fine"), ["http 503"]);
  assert.deepEqual(told("the endpoint keeps responding 401"), ["http 401"]);
  assert.deepEqual(told("getting 504s from the load balancer since yesterday"), ["http 504"]);
  assert.deepEqual(told("we're seeing lots of 499 in nginx logs"), ["http 499"]);
});

test("an error code is the web's where mail has no such number", () => {
  assert.deepEqual(told("Connection failed with error code: 401"), ["http 401"]);
  assert.deepEqual(told("Connection failed with error code: 550"), ["smtp 550"]);
  assert.deepEqual(told("DioError [DioErrorType.response]: Http status error [422]"), ["http 422"]);
  assert.deepEqual(told("getting 503 responses from the api"), ["http 503"]);
  assert.deepEqual(told("ticket 503 responses are due tomorrow"), []);
});

test("what only servers of mail send is mail's, and what both send is both's", () => {
  assert.deepEqual(told("에러 554가 떠요 왜 그런가요"), ["smtp 554"]);
  assert.deepEqual(told("아웃룩 421 오류 뜨는데 왜 그러나요"), ["smtp 421", "http 421"]);
  assert.deepEqual(told("에러 404가 떠요 왜 그런가요"), ["http 404"]);
});

test("what is called for mail may be of the web, and what a mail server said to it is not", () => {
  assert.deepEqual(told("이메일 인증 api 호출시 500 에러가 발생합니다"), ["http 500"]);
  assert.deepEqual(told("이메일 API 요청하면 smtp 500 에러 발생"), ["smtp 500"]);
  assert.deepEqual(told("메일 발송 api 호출 시 535 에러가 납니다"), ["smtp 535"]);
  assert.deepEqual(told("API로 메일을 보내면 550 에러 발생"), ["smtp 550"]);
});

test("what is counted or given back is no code", () => {
  assert.deepEqual(told("총 404 응답자 중 212명"), []);
  assert.deepEqual(told("재고 429 반환 예정"), []);
  assert.deepEqual(told("호출하면 403을 리턴합니다"), ["http 403"]);
});

test("what a client says of its own call is in front of whoever wrote the client, in a log too", () => {
  const line =
    "2023-08-11 14:03:20.527 ERROR (MainThread) [custom_components.weather] Failed to update: " +
    "403, message='Forbidden', url='https://search.example.com/weather'";
  assert.equal(recognise(line, site).role, "client-developer");
});

test("what a program says its request got is in front of whoever wrote the program", () => {
  for (const text of [
    "Request failed with status code 401",
    "[8/2/2021, 6:31:34 AM] [Weather] warning: weather request 1: http status 401 Unauthorized",
    "The request returned HTTP status 503",
    "request got status: 403",
  ]) {
    assert.equal(recognise(text, site).role, "client-developer", text);
  }
  assert.equal(recognise("Your request has status 401", site).role, undefined);
});

/** @param {string} text */
const situations = (text) =>
  recognise(text, site)
    .findings.slice(0, 1)
    .map(({ code, situation }) => `${code} ${situation}`);

test("what people say of a button that logs in by another service is of the web", () => {
  assert.deepEqual(told("구글 로그인 버튼 클릭 시, 로그인 화면이 아닌 404 error 에러"), ["http 404"]);
  assert.deepEqual(told("카카오 로그인을 누르면 [ 404 ] 발생합니다"), ["http 404"]);
  assert.deepEqual(told("[ Error 404 ] kernel module missing"), []);
  assert.deepEqual(told("네이버 메일 로그인 화면에서 535 error 에러"), ["smtp 535"]);
});

test("a 401 of Google's own login is about the program that asks", () => {
  for (const text of [
    '구글 로그인 버튼 추가 후 "Google Login" 클릭 시 [ Error 401 ] 발생',
    "도메인으로 접속 후 구글 로그인 하면 구글 401오류 권한 승인거부가 뜹니다",
    "구글 로그인 버튼을 누르면 401 에러가 발생합니다",
  ]) {
    assert.deepEqual(situations(text), ["401 oauth-refused"], text);
  }
  assert.deepEqual(situations("구글 로그인 후 API를 호출하면 401 에러가 납니다"), ["401 not-logged-in"]);
});

test("a 401 where new tokens are asked for is about a token", () => {
  for (const text of [
    "refresh 요청시 401 에러",
    "토큰 재발급 API 호출 시 401 에러가 발생합니다",
    "POST http://localhost:8080/api/auth/reissue 401 (Unauthorized)",
    "GET /auth/refresh-token returns 401 although the refresh token is valid",
  ]) {
    assert.deepEqual(situations(text), ["401 token-invalid"], text);
  }
  for (const text of [
    "401 에러가 나면 refresh 요청을 보내 토큰을 재발급합니다",
    "When I refresh the page I get 401",
  ]) {
    assert.deepEqual(situations(text), ["401 not-logged-in"], text);
  }
});

test("a redirect to the login page is told in words as well", () => {
  for (const text of [
    "PUT /posts/1 요청을 보내면 302 Found 가 나오고 /login 으로 리다이렉트 됩니다",
    "POST 요청에 302 Found 오류, 응답 헤더의 Location 필드는 저를 /login 페이지로 안내",
    "GET /api/posts returns 302 and redirects me to /users/sign-in instead of JSON",
  ]) {
    assert.deepEqual(situations(text), ["302 to-login-page"], text);
  }
  for (const text of [
    "POST /login 요청하면 302 로 /login 페이지로 이동합니다",
    "GET /api/posts returns 302 and redirects me to /login-help/faq",
  ]) {
    assert.notEqual(situations(text)[0], "302 to-login-page", text);
  }
});

test("a code of the web is told by its name alone, where somebody got it", () => {
  assert.deepEqual(told("전략을 8개 이상 돌리면 Upbit에서 `Too Many Request`를 받는다"), ["http 429"]);
  assert.deepEqual(told("API 호출하면 Too Many Requests 에러가 납니다"), ["http 429"]);
  assert.deepEqual(told("배포한 사이트에서 Bad Gateway 오류가 발생합니다"), ["http 502"]);
  assert.deepEqual(told("API 서버에서 Class Not Found 에러가 납니다"), []);
  assert.deepEqual(told("메일을 보내면 Too Many Requests 에러가 납니다"), []);
  assert.deepEqual(told("Too Many Cooks 오류가 API에 있다"), []);
});
