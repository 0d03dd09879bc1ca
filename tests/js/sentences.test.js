/** Questions that readers put into a sentence of their own, with the page that answers them first. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { askedIn } from "../../templates/theme/js/search/sentences.js";
import { field } from "./support/field.js";

/** @type {Record<"en" | "ko", [query: string, first: string][]>} whole sentences, however they are put */
const sentences = {
  en: [
    // Mail that does not come or go.
    ["contact form not sending email", "guides/no-mail-no-bounce/"],
    ["emails not arriving no bounce", "guides/no-mail-no-bounce/"],
    ["Unable to send mail", "guides/no-mail-no-bounce/"],
    ["we receive but can't send", "guides/no-mail-no-bounce/"],
    ["error when sending mail", "guides/reading-a-reply/"],
    ["newsletter image size", "smtp/situations/message-too-big/"],
    ["how many calls per minute", "http/situations/too-many-requests/"],
    ["curl 60", "http/situations/issuer-not-known/"],
    ["curl: (7) Failed to connect", "http/situations/connection-refused/"],
    ["curl exit code 6", "http/situations/host-not-found/"],
    ["curl error 28", "http/situations/answer-not-awaited/"],
    ["curl 60 seconds", "http/providers/curl/"],
    ["curl 7.68.0", "http/providers/curl/"],
    ["messages pile up in the outbox", "guides/no-mail-no-bounce/"],
    ["email sending problem", "guides/no-mail-no-bounce/"],
    // What is named in the sentence comes first: a situation, a term of the trade, a provider.
    ["greylisted email not arriving", "smtp/situations/greylisted/"],
    ["mail not delivered because of DMARC", "smtp/situations/dmarc-failed/"],
    ["emails not reaching gmail", "providers/gmail/"],
    ["mail problem", "guides/no-mail-no-bounce/"],
    ["reset password email never arrived", "guides/no-mail-no-bounce/"],
    ["emails going into junk folders", "smtp/situations/spam-detected/"],
    ["not in spam, email never came", "guides/no-mail-no-bounce/"],
    ["daily limit of emails", "smtp/situations/quota-used-up/"],
    // Mail that comes back, late, or not past the login.
    ["why is my email bouncing", "guides/reading-a-reply/"],
    ["many undeliverable emails", "guides/reading-a-reply/"],
    ["emails arrive hours late", "smtp/situations/delivery-delayed/"],
    ["smtp auth problem", "smtp/situations/login-wrong/"],
    ["smtp timeout", "smtp/situations/outgoing-server-unreachable/"],
    // Ports, what works at home only, and what is too large to be fastened to a mail.
    ["difference between smtp port 465 and 587", "smtp/situations/outgoing-encryption-mismatch/"],
    ["imap port used for sending mail", "smtp/situations/other-service-answers/"],
    ["port 587 blocked by isp", "smtp/situations/outgoing-server-unreachable/"],
    ["vps cannot send email", "smtp/situations/outgoing-server-unreachable/"],
    ["digitalocean droplet smtp not working", "smtp/situations/outgoing-server-unreachable/"],
    ["vps mail login failed", "smtp/situations/login-wrong/"],
    ["PHPMailer works on local, but not in hosting", "smtp/situations/outgoing-server-unreachable/"],
    ["can not send email with same config on prod vs local", "smtp/situations/outgoing-server-unreachable/"],
    ["site works locally but not on server", "http/situations/host-unknown/"],
    ["email attachment size limit", "smtp/situations/message-too-big/"],
    ["attachment too large email bounced", "smtp/situations/message-too-big/"],
    ["email attachment type not allowed", "smtp/situations/attachment-refused/"],
    // The web, and calls.
    ["file upload cap too small", "http/situations/body-too-large/"],
    ["page keeps redirecting", "http/situations/redirect-loop/"],
    ["keeps logging me out", "http/situations/session-expired/"],
    ["server certificate expired", "http/situations/certificate-not-trusted/"],
    ["refuses connections on port 8443", "http/situations/connection-refused/"],
    ["smtp settings", "smtp/situations/outgoing-encryption-mismatch/"],
    ["have to log in every time", "http/situations/session-expired/"],
    ["server error on upload", "http/situations/program-error/"],
    ["grpc handshake failed", "grpc/situations/tls-failed/"],
    ["website can't be reached", "http/situations/no-connection/"],
    ["idle grpc connections need a retry", "grpc/situations/connection-dropped/"],
    ["grpc status codes explained", "grpc/"],
    ["list of smtp error codes", "smtp/"],
    ["rest api status codes", "http/"],
    ["enhanced status codes", "smtp-enhanced/"],
    ["send as permission denied", "smtp/situations/sender-not-yours/"],
    ["can't send from shared mailbox, permission error", "smtp/situations/sender-not-yours/"],
    ["grpc timed out trying to connect", "grpc/situations/deadline-while-connecting/"],
    ["grpc server not responding", "grpc/situations/cannot-connect/"],
    ["grpc message too large", "grpc/situations/message-too-big/"],
    ["cannot reach the grpc service from another pod", "grpc/situations/cannot-connect/"],
    ["grpc deadline while the connection is made", "grpc/situations/deadline-while-connecting/"],
    ["grpc connection is not working", "grpc/situations/cannot-connect/"],
    // Who gets mail, and by what: codes to confirm an address, a plugin that sends, mail that is fetched.
    ["activation link never arrives", "guides/no-mail-no-bounce/"],
    ["where are my emails", "guides/no-mail-no-bounce/"],
    ["delivery of our mail fails", "guides/no-mail-no-bounce/"],
    ["can't send to two domains", "guides/no-mail-no-bounce/"],
    ["wordpress stopped sending", "guides/no-mail-no-bounce/"],
    ["newsletter is not distributed", "guides/no-mail-no-bounce/"],
    ["thunderbird cannot connect over imap", "guides/no-mail-no-bounce/#fetching"],
    ["pop3 login failed", "smtp/situations/login-wrong/"],
    // Servers that are down, ports that are shut.
    ["is the email server down?", "smtp/situations/outgoing-server-unreachable/"],
    ["homepage is down", "http/situations/no-connection/"],
    ["mx of the recipient times out", "smtp/situations/host-unreachable/"],
    ["isp closed port 25", "smtp/situations/host-unreachable/"],
    ["port 465 is blocked", "smtp/situations/outgoing-server-unreachable/"],
    ["server always times out", "http/situations/backend-silent/"],
    ["connection times out", "http/situations/no-connection/"],
    ["server keeps crashing", "http/situations/program-error/"],
    // Logins and uploads, where nothing tells of mail.
    ["update broke the login", "http/situations/not-logged-in/"],
    ["login form is stuck", "http/situations/not-logged-in/"],
    ["unable to sign in", "http/situations/not-logged-in/"],
    ["photo upload fails", "http/situations/body-too-large/"],
    ["dmarc record missing", "smtp/situations/dmarc-missing/"],
    ["browser says the site is not secure", "http/situations/certificate-not-trusted/"],
    ["domain ownership not verified", "http/situations/domain-not-validated/"],
  ],
  ko: [
    ["메일이 안 와요", "guides/no-mail-no-bounce/"],
    ["인증 메일이 안 와요", "guides/no-mail-no-bounce/"],
    ["비밀번호 재설정 메일이 안 옵니다", "guides/no-mail-no-bounce/"],
    ["메일발송은 안되는건가요?", "guides/no-mail-no-bounce/"],
    ["알림메일 전송이 되질 않습니다.", "guides/no-mail-no-bounce/"],
    ["타사 메일로 메일이 안 보내짐", "guides/no-mail-no-bounce/"],
    ["메일이 사라졌어요", "guides/no-mail-no-bounce/"],
    ["네이버 메일 발송 안됨", "providers/naver/"],
    ["SPF 실패로 메일이 안 가요", "smtp/situations/spf-failed/"],
    ["메일 전송 실패", "guides/reading-a-reply/"],
    ["메일이 늦게 와요", "smtp/situations/delivery-delayed/"],
    ["메일 로그인 안돼요", "smtp/situations/login-wrong/"],
    ["메일 전송 타임 아웃", "smtp/situations/outgoing-server-unreachable/"],
    ["ec2에서 메일 발송 안됨", "smtp/situations/outgoing-server-unreachable/"],
    ["오라클 클라우드에서 메일이 안 가요", "smtp/situations/outgoing-server-unreachable/"],
    ["메일 서버 연결이 안됩니다", "smtp/situations/outgoing-server-unreachable/"],
    ["포워딩시킨 메일이 안들어온 경우", "guides/no-mail-no-bounce/"],
    // A name begins a word: no 한메일 in 발송한 메일.
    ["발송한 메일을 상대방이 못받는 경우", "guides/no-mail-no-bounce/"],
    ["보낸 이메일이 스팸 폴더에 들어갑니다", "smtp/situations/spam-detected/"],
    ["하루에 보낼 수 있는 메시지 한도에 도달", "smtp/situations/quota-used-up/"],
    ["유효하지 않은 토큰 에러", "http/situations/token-invalid/"],
    ["로그인 유지가 안 됩니다", "http/situations/session-expired/"],
    ["웹 소켓 연결 안 됨", "http/situations/websocket-not-opened/"],
    ["인증서 만료", "http/situations/certificate-not-trusted/"],
    ["메일 반송 사용자 없음", "smtp/situations/user-unknown/"],
    ["메일 대기열에 쌓임", "guides/no-mail-no-bounce/"],
    ["메일이 큐에서 안 나가요", "guides/no-mail-no-bounce/"],
    ["465 포트 587 포트 차이", "smtp/situations/outgoing-encryption-mismatch/"],
    ["IMAP 포트로 메일 보내기 안됨", "smtp/situations/other-service-answers/"],
    ["993 포트로 메일 발송", "smtp/situations/other-service-answers/"],
    ["메일 발송이 로컬에서는 되는데 서버에서 안돼요", "smtp/situations/outgoing-server-unreachable/"],
    ["첨부파일 용량 초과로 메일 반송", "smtp/situations/message-too-big/"],
    ["대용량 첨부 메일 반송", "smtp/situations/message-too-big/"],
    ["SMTP 설정 관련 질문", "smtp/situations/outgoing-encryption-mismatch/"],
    ["서버 장애", "http/situations/program-error/"],
    // What everything is called names nothing.
    ["API 주소 문의 400 에러", "http/400/"],
    ["이미지 용량 제한", "http/situations/body-too-large/"],
    ["로그인이 자꾸 풀려요", "http/situations/session-expired/"],
    ["페이지가 안 열려요", "http/situations/no-connection/"],
    ["gRPC 연결이 자꾸 끊겨요", "grpc/situations/connection-dropped/"],
    // Words of the web in English, and a particle behind a number.
    ["503 maintenance", "http/situations/maintenance/"],
    ["HTTP 오류가 전부 403으로 반환되는 문제", "http/403/"],
    ["메일이 안 나갈 때", "guides/no-mail-no-bounce/"],
    ["가입 인증 링크가 안 와요", "guides/no-mail-no-bounce/"],
    ["메일 서버가 작동하지 않아요", "guides/no-mail-no-bounce/"],
    ["SMTP 장애", "guides/no-mail-no-bounce/"],
    ["IMAP 서버 접속 오류", "guides/no-mail-no-bounce/#fetching"],
    ["메일서버가 죽었어요", "smtp/situations/outgoing-server-unreachable/"],
    ["받는 서버 접속 불가", "smtp/situations/host-unreachable/"],
    ["포스트픽스 커넥션 타임아웃", "smtp/situations/host-unreachable/"],
    ["통신사가 25번 포트를 막았어요", "smtp/situations/host-unreachable/"],
    ["465 포트가 막혀요", "smtp/situations/outgoing-server-unreachable/"],
    ["서버 접속 장애", "http/situations/no-connection/"],
    ["홈페이지가 내려갔어요", "http/situations/no-connection/"],
    ["커넥션 타임 아웃", "http/situations/no-connection/"],
    ["타임아웃 에러", "http/situations/backend-silent/"],
    ["서버가 또 터졌어요", "http/situations/program-error/"],
    ["구글 로그인이 안 됩니다", "http/situations/not-logged-in/"],
    ["사진이 안 올라갑니다", "http/situations/body-too-large/"],
    ["파일 업로드 중에 에러", "http/situations/body-too-large/"],
    ["redirect가 무한 반복", "http/situations/redirect-loop/"],
    ["사진 등록이 안돼요", "http/situations/body-too-large/"],
    ["로그인 창에서 에러", "http/situations/not-logged-in/"],
    ["무한 로그인", "http/situations/session-expired/"],
    ["네트워크 연결 오류", "http/situations/no-connection/"],
    ["동영상 업로드 실패", "http/situations/body-too-large/"],
    ["이 사이트는 안전하지 않음", "http/situations/certificate-not-trusted/"],
    ["도메인 소유권 확인", "http/situations/domain-not-validated/"],
    ["레이트 리미트", "http/situations/too-many-requests/"],
    // The codes themselves, of the protocol that is named; a name or a number in the question comes first.
    ["gRPC 통신의 상태 코드와 에러 핸들링", "grpc/"],
    ["HTTP 상태코드 종류", "http/"],
    ["SMTP 오류 코드 목록", "smtp/"],
    ["메일 발송 실패 에러코드", "smtp/"],
    ["확장 상태 코드 목록", "smtp-enhanced/"],
    ["grpc 에러 코드 UNAVAILABLE", "grpc/UNAVAILABLE/"],
    ["HTTP 상태 코드 200 의미", "http/200/"],
    ["네이버 메일 오류 코드", "providers/naver/"],
    ["DMARC 오류 코드", "smtp/situations/dmarc-failed/"],
    ["http 상태 코드 없이 연결이 끊김", "http/situations/connection-dropped/"],
    ["배포 서버에서 이메일 전송 시 발생하는 문제", "guides/no-mail-no-bounce/"],
    // Who is shown an error can read it.
    ["이메일 발송 중 오류가 납니다", "guides/reading-a-reply/"],
    ["메일 보낼 때 에러", "guides/reading-a-reply/"],
    ["이메일 보내면 오류", "guides/reading-a-reply/"],
    ["메일 보낼 때 문제", "guides/no-mail-no-bounce/"],
    ["메일을 보낼 수 없음", "guides/no-mail-no-bounce/"],
    ["메일 발송할 수 없어요", "guides/no-mail-no-bounce/"],
    ["SMTP로 메일 전송 시 인증 오류", "smtp/situations/login-wrong/"],
    ["대용량 파일 올릴 때 오류", "http/situations/body-too-large/"],
    ["대용량 첨부 메일", "smtp/situations/message-too-big/"],
    ["메일 용량 큰 파일", "smtp/situations/message-too-big/"],
    ["메일 첨부 용량", "smtp/situations/message-too-big/"],
    ["메일에 큰 파일 첨부", "smtp/situations/message-too-big/"],
    ["요청 횟수제한 초과", "http/situations/too-many-requests/"],
    ["API 호출 초당 횟수 제한", "http/situations/too-many-requests/"],
    ["분당 요청 수 제한", "http/situations/too-many-requests/"],
    ["하루 발송 횟수 제한", "smtp/situations/quota-used-up/"],
    ["Access Token 만료시 401 에러", "http/situations/session-expired/"],
    ["크롤링 403 오류", "http/situations/blocked-by-filter/"],
    // In another's name.
    ["다른 사람 이름으로 보내기 권한 없음", "smtp/situations/sender-not-yours/"],
    ["공유 사서함에서 보내기 권한 오류", "smtp/situations/sender-not-yours/"],
    ["보내는 사람 주소가 로그인 계정과 다르다고 거부됨", "smtp/situations/sender-not-yours/"],
  ],
};
test("databases and shells connect and refuse as servers do, and have no pages", () => {
  for (const language of /** @type {const} */ (["en", "ko"])) {
    const { hits } = field(language);
    const asked = [
      "redis connection timeout",
      "디비 접속 오류",
      "몽고 연결 실패",
      "postgres login failed",
      "ssh connection refused",
    ];
    assert.deepEqual(asked.flatMap(hits), []);
  }
});

test("an upload is none of mail, whatever a form mails", () => {
  assert.notEqual(askedIn("contact form upload limit")?.page, "smtp/situations/message-too-big/");
});

test("what is said of something else leads to none of these pages", () => {
  const others = [
    "앱 비밀번호로 로그인 실패",
    "wifi password",
    "push notifications not working",
    "mysql refuses the connection",
    "error 465 and 587 in database",
    "video attachment size in jira",
    "푸시 알림이 안 와요",
    "윈도우 업데이트 오류 코드",
    "push 알림 전송 시 문제",
    "공유 폴더 권한 오류",
    "발신 계정 정지",
    "하루에 세 번 오는 알림",
    "요청하신 파일",
    "requests for today",
  ];
  assert.deepEqual(others.filter(askedIn), []);
});

for (const language of /** @type {const} */ (["en", "ko"])) {
  const { hits } = field(language);
  describe(`what is said in a sentence: ${language}`, () => {
    for (const [query, first] of sentences[language]) test(query, () => assert.equal(hits(query)[0], first));
  });
}
