/** Questions in words, with the pages that answer them, on the tables made from the content. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { makeSearch } from "../../templates/theme/js/search.js";
import { asHangul, terms } from "../../templates/theme/js/search/terms.js";
import { made, madeSearch, read } from "./support/data.js";
import { field } from "./support/field.js";

const AMONG_FIRST = 3;
const RECALL = 0.95;
// Of fifty phrases that people search for most, by public titles: so many have another page first.
const MISSED = { en: 5, ko: 10 };

/** @type {Record<"en" | "ko", {query: string, pages: string[]}[]>} */
const queries = read("data/queries.json");
/** @type {{language: "en" | "ko", query: string, page: string}[]} */
const phrases = read("data/phrases.json");
/** @type {[query: string, first: string][]} how Koreans type */
const korean = [
  ["수신자가 없다고 합니다", "smtp/situations/user-unknown/"],
  ["퇴사자 메일 반송", "smtp/situations/user-unknown/"],
  ["역방향 조회 안됨", "smtp/situations/reverse-dns/"],
  ["DMARC 때문에 거부", "smtp/situations/dmarc-failed/"],
  ["메일함이 가득 찼을 때", "smtp/situations/mailbox-full/"],
  ["사서함 꽉 참", "smtp/situations/mailbox-full/"],
  ["앱 비밀번호", "smtp/situations/login-extra-step/"],
  ["Spamhaus에서 차단", "smtp/situations/ip-listed/"],
  // What it is that people ask about, before any code.
  ["반송메일", "guides/reading-a-reply/"],
  ["리턴메일", "guides/reading-a-reply/"],
  ["배달 못 함", "guides/reading-a-reply/"],
  ["NDR", "guides/reading-a-reply/"],
  // Somebody of whom there is no page.
  ["하이웍스 반송", "guides/reading-a-reply/"],
  // A provider that is named, however its name runs on.
  ["네이버 반송", "providers/naver/"],
  ["네이버 메일 반송", "providers/naver/"],
  ["다음 메일 반송", "providers/daum/"],
  ["outlook S3150 차단", "providers/outlook/"],
  // The keyboard left in English.
  ["qksthd apdlf", "guides/reading-a-reply/"],
  ["qksthdapdlf", "guides/reading-a-reply/"],
  // First letters.
  ["ㄱㄹㅇㄹㅅㅌ", "smtp/situations/greylisted/"],
  ["ㅇㅈ ㅅㅍ", "smtp/situations/login-wrong/"],
  ["ㅂㅅㅁㅇ", "guides/reading-a-reply/"],
  // A syllable that is not whole yet.
  ["사서하", "smtp/situations/mailbox-full/"],
  ["그레이리스티", "smtp/situations/greylisted/"],
  // HTTP and gRPC, in the words that people use beside those of the site.
  ["무한 리다이렉트", "http/situations/redirect-loop/"],
  ["리디렉션한 횟수가 너무 많습니다", "http/situations/redirect-loop/"],
  ["접근 로그 499", "http/499/"],
  ["업스트림 시간 초과", "http/504/"],
  ["자격 증명 없음 401", "http/401/"],
  ["너무 많은 요청", "http/situations/too-many-requests/"],
  ["혼합 콘텐츠", "http/situations/mixed-content/"],
  ["백엔드 배포서버 https 필요 (Mixed Content 에러)", "http/situations/mixed-content/"],
  ["단일 페이지 앱", "http/situations/app-route-reloaded/"],
  ["접근 금지", "http/situations/not-allowed/"],
  ["페이지를 찾을 수 없습니다", "http/situations/not-found/"],
  ["양식 토큰 419", "http/419/"],
  ["도커 푸시 404오류 질문", "http/situations/not-found/"],
  ["액세스 토큰 만료시 처리", "http/situations/session-expired/"],
  ["사진 업로드 크기 늘리기", "http/situations/body-too-large/"],
  // A number that only one protocol has tells which is meant.
  ["520 오류가 가끔 납니다", "http/situations/backend-answer-invalid/"],
  ["520", "http/situations/backend-answer-invalid/"],
  ["4.7.500 server busy 나중에 다시 시도하세요", "smtp-enhanced/4.7.500/"],
  ["메소드 허용되지 않음", "http/405/"],
  // Words from English, in the spellings that people use.
  ["싸이트 접속 안됨", "http/situations/no-connection/"],
  ["프락시 로그인", "http/situations/proxy-login/"],
  ["gRPC 메세지 크기 초과", "grpc/situations/message-too-big/"],
  ["gRPC 기한 초과", "grpc/situations/deadline-passed/"],
  // Everyday words for what happened, with others around them.
  ["스팸함으로 가요", "smtp/situations/spam-detected/"],
  ["발송 한도에 도달", "smtp/situations/quota-used-up/"],
  ["다량 메일 발송", "smtp/situations/sent-too-fast/"],
  ["응답 지연", "smtp/situations/host-unreachable/"],
  ["자격 증명 오류 SMTP", "smtp/situations/login-wrong/"],
  ["송수신 오류", "guides/reading-a-reply/"],
  ["응답 결과 코드", "smtp/"],
  ["마이크로소프트 반송", "providers/microsoft-365/"],
  // What kind of answer is asked for says nothing of what happened.
  ["중복 데이터 상태 코드", "http/situations/already-exists/"],
  ["유효성 검사 실패 상태 코드", "http/situations/body-invalid/"],
  ["삭제된 페이지 상태 코드", "http/situations/gone-for-good/"],
  ["점검 중 상태 코드", "http/situations/maintenance/"],
  ["로그인 만료 상태 코드", "http/situations/session-expired/"],
  ["상대방 메일 주소 없음", "smtp/situations/user-unknown/"],
  ["도메인 없음 메일", "smtp/situations/domain-unknown/"],
  ["메일 보냈는데 안 갔어요", "guides/no-mail-no-bounce/"],
  ["네이버 아이디로 로그인 토큰 만료", "http/situations/session-expired/"],
  ["구글 로그인 400", "http/400/"],
  ["네이버 메일 로그인 연동", "providers/naver/"],
  ["네이버 로그인 차단", "smtp/situations/login-blocked/"],
  ["CORS 에러", "http/situations/cross-origin-refused/"],
  ["preflight 요청이 막히고 CORS 오류", "http/situations/preflight-refused/"],
  ["프리플라이트 에러", "http/situations/preflight-refused/"],
  // What is done on the web, and a page that names nothing.
  ["주문하기 누르면 500", "http/500/"],
  ["MX 조회 503", "smtp/503/"],
  ["503 점검 페이지", "http/503/"],
];
/** @type {[query: string, first: string][]} questions of which one word tells what they are about */
const english = [
  ["less secure apps", "smtp/situations/login-extra-step/"],
  ["does our forwarder break DMARC", "smtp/situations/dmarc-failed/"],
  ["ratelimit issue", "smtp/situations/sent-too-fast/"],
  ["cannot relay, please help!", "smtp/situations/relay-refused/"],
  ["bounces at Microsoft", "providers/microsoft-365/"],
  ["office 365 smtp auth disabled", "providers/microsoft-365/"],
  // A provider's name that is a word of what is meant.
  ["too many requests openai", "http/providers/openai-api/"],
  ["greylisting how long", "smtp/situations/greylisted/"],
  ["dkim failed reject", "smtp/situations/dkim-failed/"],
  ["email sent but not received", "guides/no-mail-no-bounce/"],
  ["redirect loop wordpress", "http/situations/redirect-loop/"],
  ["validation failed http code", "http/situations/body-invalid/"],
  ["status code for missing required parameter", "http/situations/request-malformed/"],
  ["http status code for already exists", "http/situations/already-exists/"],
  ["no access-control-allow-origin header", "http/situations/cross-origin-refused/"],
  ["CORS preflight 401", "http/situations/preflight-refused/"],
  ["maintenance mode which status code", "http/situations/maintenance/"],
  // A situation that a named provider says nothing of.
  ["redirect loop nginx", "http/situations/redirect-loop/"],
  // Whose server it was tells the protocol: nothing of mail stands above.
  // Everyday words that are names as well.
  ["Requests are failing with status UNAVAILABLE", "grpc/UNAVAILABLE/"],
  // A number beside a name of the web, or that is called an error, is answered itself; whom the question names stands
  // below.
  ["how to solve 403 in spring boot post request", "http/403/"],
  ["how to solve 403 error in spring boot post request", "http/403/"],
  ["how to configure the avatar max file size", "http/situations/body-too-large/"],
  // A reply of which a part is quoted.
  ["gmail says message does not meet ipv6 sending guidelines", "providers/gmail/#ipv6-guidelines"],
  // But of whom somebody names comes first, whoever else says those words.
  ['delivery to gmail failed : "sending IP must have a PTR record"', "providers/gmail/"],
  // An everyday word of a title, in whichever number, names nothing.
  ["mails received from outlook.com", "providers/outlook/"],
  ["AuthenticationFailedException", "smtp/situations/login-wrong/"],
  // Words of the web in a question about mail.
  ["gmail bounce not authenticated", "providers/gmail/"],
];

/**
 * Whether a page answers: the one that was wanted, that of a provider who is named and quoted with it,
 * or that of a code which is named and mostly stands for it.
 * @param {import("../../templates/theme/js/find/tables.js").FindTables} tables
 * @param {{query: string, page: string}} asked
 * @param {string} hit
 */
function answers(tables, { query, page }, hit) {
  if (hit === page) return true;
  const situation = /^smtp\/situations\/(.*)\/$/.exec(page)?.[1];
  if (!situation) return false;
  const words = query.toLowerCase();
  const provider = tables.providers.find(({ address }) => address === hit);
  if (provider) {
    const isNamed = [provider.id, provider.name, ...provider.aliases].some((name) =>
      words.includes(name.toLowerCase()),
    );
    return isNamed && provider.replies.some((reply) => reply.situation === situation);
  }
  return tables.catalogues.some(({ id, codes }) =>
    codes.some(
      ({ code, situations }) =>
        hit === `${id}/${code}/` && situations[0] === situation && words.split(/[\s,-]+/).includes(code),
    ),
  );
}

for (const language of /** @type {const} */ (["en", "ko"])) {
  describe(language, () => {
    const search = makeSearch(made(language), madeSearch(language));

    test("the right page is among the first three", () => {
      const missed = queries[language].flatMap(({ query, pages }) => {
        const first = search(query)
          .slice(0, AMONG_FIRST)
          .map(({ id }) => id);
        return first.some((id) => pages.includes(id)) ? [] : [`${query} → ${first.join(" ")}`];
      });
      assert.ok(missed.length <= (1 - RECALL) * queries[language].length, missed.join("\n"));
    });
  });
}

for (const language of /** @type {const} */ (["en", "ko"])) {
  const { hits, tables } = field(language);
  test(`what people search for most has the right page first: ${language}`, () => {
    const asked = phrases.filter((phrase) => phrase.language === language);
    const missed = asked.filter((phrase) => !answers(tables, phrase, hits(phrase.query)[0]));
    assert.ok(
      missed.length <= MISSED[language],
      missed.map(({ query, page }) => `${query} → ${hits(query)[0]}, not ${page}`).join("\n"),
    );
  });
}

describe("how Koreans type", () => {
  const { hits } = field("ko");
  for (const [query, first] of korean) test(query, () => assert.equal(hits(query)[0], first));
  test("an account at another site is of the web", () => {
    for (const query of ["네이버 로그인 Unauthorized", "구글 소셜 로그인 콜백"]) {
      assert.ok(hits(query).length > 0, query);
      assert.ok(!hits(query).some((page) => /^(?:smtp|providers)/.test(page)), query);
    }
  });
  test("a number of one protocol leads to the list of no other", () => {
    const found = hits("결과 코드가 404로 나와요");
    assert.equal(found[0], "http/404/");
    assert.ok(!found.includes("smtp/"));
  });
});

describe("how English readers ask", () => {
  const { hits } = field("en");
  for (const [query, first] of english) test(query, () => assert.equal(hits(query)[0], first));
});

describe("what a program prints", () => {
  const { hits } = field("en");
  const printed = [
    ["TokenExpiredError: jwt expired", "http/situations/session-expired/"],
    ["** (Mint.TransportError) connection refused", "http/situations/connection-refused/"],
    ["Error [ERR_HTTP_HEADERS_SENT]: Cannot set headers after they are sent", ""],
  ];
  for (const [text, first] of printed) {
    test(`${text} leads to no mail`, () => {
      const found = hits(text);
      if (first) assert.equal(found[0], first);
      assert.deepEqual(
        found.filter((page) => page.startsWith("smtp")),
        [],
      );
    });
  }
  test("is of mail where it says so", () => {
    assert.match(hits("AuthenticationFailedException: mail password refused")[0], /^smtp/);
  });
});

test("words that are names of what every object has are words like others", () => {
  for (const word of ["constructor", "toString", "hasOwnProperty", "__proto__"]) {
    assert.doesNotThrow(() => field("en").hits(`grpc ${word} connecting`), word);
  }
});

test("letters that make no syllables are left as they are", () => {
  assert.equal(asHangul("how"), "how");
  assert.equal(asHangul("qksthd"), "반송");
});

test("Hangul is cut into pairs of syllables, across single spaces too", () => {
  assert.deepEqual(terms("반송 메일 550"), ["반송", "송메", "메일", "550"]);
});

// What is only asked, and what a number's own title says, tells nothing of which situation is meant.
/** @type {Record<"en" | "ko", [query: string, page: string][]>} */
const told = {
  en: [
    ["how to fix 550 email error", "smtp/550/"],
    ["502 bad gateway how to fix", "http/502/"],
    ["how to solve 403 forbidden", "http/403/"],
    // Everyday words tell whose number it is, one of it or several, unless mail is spoken of or it is mostly mail's.
    ["the shop's page shows 502", "http/502/"],
    ["503s since the last deployment", "http/503/"],
    ["500s on kubernetes", "http/500/"],
    ["503 in the app when mail is sent", "smtp/situations/wrong-order/"],
    ["530 login required", "smtp/situations/login-required/"],
  ],
  ko: [
    ["502 bad gateway 해결 방법", "http/502/"],
    ["502 bad gateway 원인", "http/502/"],
    ["403 forbidden 왜", "http/403/"],
    ["nginx 403 forbidden 에러", "http/403/"],
    ["550 수신 거부", "smtp/situations/blocked-by-recipient/"],
    ["홈페이지에 들어가면 502", "http/502/"],
    ["새로 배포하니 503", "http/503/"],
    ["회원가입할 때 500", "http/500/"],
    ["메일 보내는 앱에서 503", "smtp/503/"],
  ],
};
for (const language of /** @type {const} */ (["en", "ko"])) {
  const { hits } = field(language);
  for (const [query, page] of told[language]) {
    test(`what is told first of ${query}`, () => assert.equal(hits(query)[0], page));
  }
}
