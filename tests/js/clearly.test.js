/** The situation that a question without a code names for sure, on the tables made from the content. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { makeSearch } from "../../templates/theme/js/search.js";
import { made, madeSearch } from "./support/data.js";

/** @type {Record<"en" | "ko", [text: string, situation: string | null][]>} what is named clearly, without any code */
const clear = {
  en: [
    ["CORS error in react app", "cross-origin-refused"],
    ["dkim signature invalid", "dkim-failed"],
    ["HELO rejected", "helo-refused"],
    // What a sentence says that can be nothing else.
    ["CDN - Clouflare - Too many redirection", "redirect-loop"],
    ["how do I fix too many redirects", "redirect-loop"],
    ["too many redirects, fixed", null],
    ["how to raise the gateway time-out", "backend-silent"],
    ["Outgoing port 25 is blocked by my provider", "host-unreachable"],
    ["incoming port 25 is blocked", null],
    ["grpc-web behind a proxy timeout", null],
    // Nobody says that something failed, or somebody asks how a thing is done.
    ["CORS in react", null],
    ["how to enable CORS, error in docs", null],
    // Another situation fits nearly as well, another protocol may be meant, or a code stands there.
    ["mail login refused, SMTP AUTH", null],
    ["DNS lookup failed", null],
    ["CORS error\n403", null],
    // It did not happen or is over, somebody asks for advice, or two things are told of.
    ["CORS error in browser but works in Postman", "cross-origin-refused"],
    ["CORS error, no access to my headers", "cross-origin-refused"],
    ["no more CORS errors after the update, thanks", null],
    ["There are no CORS issues", null],
    ["CORS works now, the error is away", null],
    ["CORS error fixed", null],
    ["CORS problem? Never had one.", null],
    ["CORS error no longer comes", null],
    ["CORS error: nothing to see", null],
    ["CORS without any errors", null],
    ["CORS error disappeared after deploy", null],
    ["the CORS error went away", null],
    ["I thought it was CORS but the server failed", null],
    ["CORS is not the issue here", null],
    ["CORS isn't the problem", null],
    ["is a CORS error a security problem?", null],
    ["rejected by DMARC, should we care", null],
    ["CORS errors course", null],
    ["CORS and CSRF errors in the same app", null],
    ["login failed", null],
    ["Authentication-Results: mx.google.com; spf=fail; dkim=pass; dmarc=pass", null],
  ],
  ko: [
    ["[오류]프론트엔드 에서 백엔드로 Axios 요청시 CORS 에러 발생", "cross-origin-refused"],
    ["프론트엔드 배포 환경에서 CORS 이슈 발생", "cross-origin-refused"],
    ["DMARC 때문에 반송", "dmarc-failed"],
    ["리디렉션이 너무 많다고 합니다", "redirect-loop"],
    ["게이트웨이 타임아웃 늘리는 방법", "backend-silent"],
    ["통신사에서 25번 포트를 막았어요", "host-unreachable"],
    ["CORS 에러 해결 방법", null],
    ["DKIM 실패", null],
    ["DMARC 정책으로 거부됨", "dmarc-failed"],
    ["CORS 문제 해결이 안 돼요", "cross-origin-refused"],
    ["DMARC 문제 없음", null],
    ["CORS 문제는 아닌 것 같은데 에러가 나요", null],
    ["CORS 에러 해결했습니다", null],
    ["CORS 문제라고 생각했는데 아니었어요", null],
    ["CORS 오류인 줄 알았는데 서버가 꺼져 있었어요", null],
    ["CORS 에러가 사라졌어요", null],
    ["CORS 오류 처리 코드 작성하는 법", null],
    ["DMARC 거부 정책 추천", null],
    ["DMARC 문제와 SPF 문제", null],
    ["DNS 조회 실패", null],
  ],
};

for (const language of /** @type {const} */ (["en", "ko"])) {
  describe(`what a question names clearly (${language})`, () => {
    const search = makeSearch(made(language), madeSearch(language));
    for (const [text, situation] of clear[language]) {
      test(text, () => {
        const finding = search.typed(text, search(text));
        assert.equal(finding?.situation ?? null, situation);
        if (finding) assert.ok(finding.outcome);
      });
    }
  });
}

test("the number of a version is no code", () => {
  const search = makeSearch(made("en"), madeSearch("en"));
  const found = search("500 errors fixed in version 5.5.0").map(({ id }) => id);
  assert.ok(found.includes("http/500/"));
  assert.ok(!found.includes("smtp-enhanced/5.5.0/"));
});
