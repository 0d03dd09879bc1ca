/** Of which of a code's situations the words beside it tell, on the tables made from the content. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { recognise } from "../../templates/theme/js/recognise/index.js";
import { makeSearch } from "../../templates/theme/js/search.js";
import { made, madeSearch } from "./support/data.js";

/** @type {Record<"en" | "ko", [text: string, first: string | undefined][]>} */
const cases = {
  en: [
    ["403 Forbidden / CSRF verification fails when behind reverse proxy", "csrf-failed"],
    ["403 Forbidden / my office IP address is not on the allowlist", "address-blocked"],
    ["502 Bad Gateway docker compose: service host name not resolved", "backend-name-unknown"],
    ["301 Moved Permanently / infinite redirect behind Cloudflare", "redirect-loop"],
    ["302 Found / ajax call is redirected to the login page", "to-login-page"],
    ["503 Service Temporarily Unavailable / ALB target group has no healthy targets", "no-healthy-backend"],
    // In the words of a reader, of which the site has others.
    ["403 Forbidden / WAF in front of our API", "blocked-by-filter"],
    // A provider that is named sends the code in these.
    ["aws s3 cp raises error 403 instead of 404 when key does not exist", "not-allowed"],
    // Of the code that tells more, not of the number before it.
    ["Problems sending email to gmail addresses 550 5.7.26", "spf-failed"],
    // The code's own name and words of no situation tell nothing.
    ["403 Forbidden", undefined],
    ["403 Forbidden / after updating everything on Friday", undefined],
  ],
  ko: [
    ["403 Forbidden / Spring Security POST 요청만 CSRF 토큰 때문에 막힘", "csrf-failed"],
    ["502 Bad Gateway / nginx 뒤 톰캣 연결 거부", "backend-refused"],
    ["3장 시카고 맛집 순위 웹스크래핑 시 http 403 오류", "blocked-by-filter"],
    ["무중단 배포까지 완료하고 테스트 중 403에러", undefined],
    ["403 Forbidden 오류가 떠요", undefined],
  ],
};

for (const language of /** @type {const} */ (["en", "ko"])) {
  describe(`beside a code (${language})`, () => {
    const tables = made(language);
    const { among } = makeSearch(tables, madeSearch(language));
    for (const [text, first] of cases[language]) {
      test(text, () => {
        const [finding] = recognise(text, tables).findings;
        assert.equal(among(text, finding)[0], first);
      });
    }
  });
}

test("nothing is told of a code without a page", () => {
  const { among } = makeSearch(made("en"), madeSearch("en"));
  const unknown = {
    protocol: "http",
    code: "999",
    enhanced: null,
    catalogue: { code: "http", enhanced: null },
  };
  assert.deepEqual(among("999 CSRF", unknown), []);
});

test("what a provider that is named says with a code comes behind what the words tell of", () => {
  const tables = made("en");
  const { among } = makeSearch(tables, madeSearch("en"));
  const text = "nginx 403 Forbidden / CSRF cookie missing";
  const [first, ...others] = among(text, recognise(text, tables).findings[0]);
  assert.equal(first, "csrf-failed");
  assert.ok(others.includes("file-unreadable"));
});
