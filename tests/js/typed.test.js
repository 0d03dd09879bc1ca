/** Codes that are typed beside a name of the web and nothing else, on the tables made from the content. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { recognise } from "../../templates/theme/js/recognise/index.js";
import { makeSearch } from "../../templates/theme/js/search.js";
import { made, madeSearch } from "./support/data.js";
import { field } from "./support/field.js";

/** @type {Record<"en" | "ko", [text: string, code: string, first?: string][]>} with the situation that comes first */
const typed = {
  en: [
    ["github push 403", "403", "not-allowed"],
    ["S3 403 but object exists", "403", "not-allowed"],
    ["spring security 403 post", "403", "csrf-failed"],
    ["django 403 on POST", "403", "csrf-failed"],
    ["django 403 page", "403", "csrf-failed"],
    ["kubernetes ingress 503s", "503"],
    ["react router 404 on refresh", "404", "app-route-reloaded"],
    ["github pages 404 after refresh", "404"],
    ["502 Gateway Error after reboot", "502"],
    ["spring 401 instead of the login page", "401"],
    // Nothing is named, and the number is called a code.
    ["415 response from POST/PUT", "415"],
    ["[Bug]: a lot of error 526", "526"],
    ["Error 500 after recent upgrade to v2.3.14", "500"],
    ["After installing I got error 500", "500"],
    ["Error 429: when trying to get items", "429"],
    ["response code: 403 when saving", "403"],
    ["Could not load data: 401", "401"],
    ["example.io returning 521", "521"],
    ["my shop shows 502", "502"],
    ["failed to load image: 403", "403"],
    ["error loading page (404)", "404"],
    ["server failed to fetch 403", "403"],
    ["Login button not working, 400", "400"],
    // A letter of a long name is wrong.
    ["cloudfornt 403", "403"],
  ],
  ko: [
    ["깃허브 push 403", "403", "not-allowed"],
    ["S3 업로드 403", "403", "not-allowed"],
    ["스프링 403 POST 요청만", "403", "csrf-failed"],
    ["업데이트 후 에러 500", "500"],
    ["에러 415 나는데요", "415"],
    ["응답 코드 403 이라는데", "403"],
    ["[오류] p.27 글 등록시 404 경로 에러", "404"],
    ["주소 입력하면 404 경로 에러가 나요", "404"],
    ["[오류] p.30에 나오는 403 (권한거부) 질문입니다", "403"],
  ],
};

/** @type {Record<"en" | "ko", string[]>} */
const others = {
  en: [
    // Numbers that count or name something else.
    "website with 500 visitors",
    "deploy took 403 seconds",
    "api limit of 100 rps",
    "docker with 300 containers",
    "api over 200 calls",
    "page shows 404 results",
    "app shows 404 km range",
    "api quota: 1,000 requests per day",
    "nginx: at most 100",
    "page 404 of the website",
    "proxy port 404",
    "https://example.com/404 on docker",
    "api for $403",
    "nginx 1.404",
    // Nothing of the web is named, or mail is.
    "room 404",
    "exit code 503",
    "failed to compile, line: 404",
    "failed to send it: 503",
    "error on 404 lines",
    "sql error 404 on insert",
    "I found 500 errors in the log of my program",
    "outlook error 500 when opening",
    "error 503 and 504 after update",
    "boeing 404",
    // What fails is no request, the number says where or how many, or no site is said to show it.
    "unable to lift 500",
    "Error in chapter 404",
    "Error count: 500",
    "error TS2304: 500",
    "the scale shows 403",
    "he is returning 521",
    "process exited with code 404",
    // A line of a program.
    'if (!user) return res.status(401).json({ message: "Unauthorized" });',
    "// error 404 where nothing is found",
    "composed 404",
    "gmail 403",
    "email api 403",
    // Two codes are compared, or nobody asks for one.
    "s3 403 vs 404",
    "github 403 404",
    "github 299",
    "nginx\n403",
    "docker",
  ],
  ko: [
    "사이트 방문자 500명",
    "배포 403초",
    "메일 api 403",
    "페이지 404개",
    "api 초당 100건",
    "api 최대 200",
    "API가 404건을 반환",
    "오류 404호실",
    "설문 응답 500",
  ],
};

for (const language of /** @type {const} */ (["en", "ko"])) {
  describe(`typed beside a name (${language})`, () => {
    const search = makeSearch(made(language), madeSearch(language));
    for (const [text, code, first] of typed[language]) {
      test(text, () => {
        const finding = search.typed(text);
        assert.equal(finding?.code, code);
        assert.equal(finding?.protocol, "http");
        if (first) assert.equal(finding && search.among(text, finding)[0], first);
      });
    }
    for (const text of others[language]) test(text, () => assert.equal(search.typed(text), null));
  });
}

test("a question that plainly is the web's is not answered by mail", () => {
  const { hits } = field("en");
  const found = hits(
    "Couldn't reach the MCP server. You can check the server URL and verify the server is running.",
  );
  assert.equal(found[0], "http/situations/no-connection/");
  assert.deepEqual(
    found.filter((page) => page.startsWith("smtp")),
    [],
  );
});

/** @type {Record<"en" | "ko", [text: string, page: string][]>} what the words beside a code say of it */
const settled = {
  en: [
    ["History Mode - Cannot Refresh Page Without 404", "http/situations/app-route-reloaded/"],
    ["docker 404 on page reload", "http/situations/app-route-reloaded/"],
    ["vercel 404 on refresh", "http/situations/app-route-reloaded/"],
    ["Netlify page not found when I refresh", "http/situations/app-route-reloaded/"],
    ["python requests 403 works in browser", "http/situations/blocked-by-filter/"],
    // What nobody says with this code is something else that stands beside it.
    ["S3 403 but object exists", "http/403/"],
    // A word for whatever is asked for.
    ["Error downloading file: 401 Unauthorized", "http/situations/not-logged-in/"],
    ["s3 409 already exists", "http/situations/already-exists/"],
    // A word of a situation that the product never answers with.
    ["git push in session is getting 403 error", "http/403/"],
    ["laravel session expired 403", "http/situations/session-expired/"],
    // A code that stands for one thing tells more than a client that broke off because of it.
    ["Unexpected response code 431 in Vite Websocket", "http/situations/header-too-large/"],
    // A number that is mostly the web's comes first as one of the web.
    ["403 after successful authentication", "http/403/"],
    ["api version error 400", "http/400/"],
    // A redirect on the way.
    ["POSTMAN does GET request when POST is selected", "guides/which-redirect/"],
    ["Post request converts to get", "guides/which-redirect/"],
    ["GET instead of POST", "guides/which-redirect/"],
    ["why does my webhook POST come in as GET in PHP", "guides/which-redirect/"],
    ["I send a POST from Postman but my view says request.method is GET", "guides/which-redirect/"],
    ["form method post being sent as get", "guides/which-redirect/"],
    ["jquery ajax type POST sends GET", "guides/which-redirect/"],
  ],
  ko: [
    ["왜 리액트 배포하고 새로고침하면 404에러가 뜰까?", "http/situations/app-route-reloaded/"],
    ["Vercel에서 새로 고침하면 404 Not Found..?", "http/situations/app-route-reloaded/"],
    // What is no server's answer may follow upon any code.
    ["프리플라이트 요청이 405로 실패", "http/situations/preflight-refused/"],
    ["FrontEnd<->BackEnd 통신 중 Cors OPTIONS 403", "http/situations/preflight-refused/"],
    ["api key 403 에러 리턴 문제.", "http/situations/api-key-missing/"],
    ["POST로 보냈는데 GET으로 요청이 가요", "guides/which-redirect/"],
  ],
};

for (const language of /** @type {const} */ (["en", "ko"])) {
  describe(`what a question says of its code (${language})`, () => {
    const { hits } = field(language);
    for (const [text, page] of settled[language]) {
      test(text, () => assert.equal(hits(text)[0], page));
    }
  });
}

describe("a small number that a code has beside its name", () => {
  const { hits, tables } = field("en");
  test("is answered where it is called a code", () => {
    for (const [text, code] of [
      ["code 14", "UNAVAILABLE"],
      ["code: 4", "DEADLINE_EXCEEDED"],
      ["status code 14", "UNAVAILABLE"],
      ["what does status code 4 mean", "DEADLINE_EXCEEDED"],
      ["code=7", "PERMISSION_DENIED"],
      ["코드 14", "UNAVAILABLE"],
      ["상태 코드 16은 무슨 뜻인가요?", "UNAUTHENTICATED"],
    ]) {
      const { findings } = recognise(text, tables);
      assert.deepEqual(
        findings.map((finding) => finding.code),
        [code],
        text,
      );
    }
  });
  test("is looked up where it may be anything's", () => {
    for (const [text, code] of [
      ["14", "UNAVAILABLE"],
      ["0", "OK"],
      ["error code 13", "INTERNAL"],
      ["error 5", "NOT_FOUND"],
      ["14번 오류", "UNAVAILABLE"],
      ["오류 코드 13이 뭐예요?", "INTERNAL"],
    ]) {
      assert.deepEqual(recognise(text, tables).findings, [], text);
      assert.deepEqual(hits(text), [`grpc/${code}/`], text);
    }
  });
  test("is none where it counts or numbers something else", () => {
    for (const text of [
      "25",
      "99",
      "5 recipients",
      "port 14",
      "exit code 1",
      "exit status code 1",
      "process exited with code 1",
      "windows error code 5",
      "smtp code 5",
      "bounce code 5",
      "http code 14",
      "country code 7",
      "code 17",
      "5번",
    ]) {
      assert.deepEqual(recognise(text, tables).findings, [], text);
      assert.ok(!/^grpc\/[A-Z]/.test(hits(text)[0] ?? ""), `${text}: ${hits(text)}`);
    }
  });
});
