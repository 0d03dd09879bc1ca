/** Failures of the web that people and programs tell in words: my site shows error 502, status code: 403, 502가 떠요. */
import { isOfWeb, webOf } from "./bodies.js";
import { MOST_HITS } from "./forms.js";
import { pattern } from "./patterns.js";
import { COMPARING } from "./queries.js";
import { isAboutMail } from "./telling.js";
import { MOSTLY_HTTP } from "./weights.js";

/** @import { FormHit } from "./forms.js" */
/** @import { Known } from "./tables.js" */

const NUMBER = /(?<![\w.:/$€£₩#-])[45]\d\d(?![\d%°@]|[.:]\d|\([a-z]|,\d{3})/g;
const LOOK = 60;
// Words of programs, which need no others.
const NAMED = pattern("i")`
  (?:\b(?:status|response|return)[ _-]?codes?(?: (?:is|of|was|unacceptable|returned)){0,2}\]?
  |\bhttp status error \[(?=\d|$)|<Response \[|\bunacceptableStatusCode\((?:code: )?
  |(?<!\bheader with )\bstatus(?=[=:]))["']?\s?[:=]?\s?["'([]?$
`;
const ANSWERED = /\b(?:returned|received|got|with|unexpected)(?: an?)?(?: HTTP)? status ["'([]?$/i;
const NAMED_BEHIND = pattern("i")`
  ^["')\]]? ?(?:(?:GET|POST|PUT|PATCH|DELETE)\b(?= ?[/{\n]| http)
  |(?:HTTP )?(?:status|response) codes?\b|[!=]= 20\d\b)
  |^[ \t]{1,4}(?:GET|POST|PUT|PATCH|DELETE)[ \t]{1,4}(?:\/|[\w.-]{3,40}\.[a-z]{2,10}\/)
`;
const RESPONSES = /^ ?responses?\b/i;
// A number that mostly is the web's needs less: failed with error code: 401.
const ERROR_CODE =
  /\berror code:? ["'(]?$|\berror ?[([]$|(?:에러|오류|응답) ?코드[는가]?:? ?(?:error ?)?["'([]?$/i;
// People's; they tell where something of the web stands beside them.
const TOLD = pattern("i")`
  \b(?:errors?|codes?|status|shows?|showing|says?|gets?|getting|got|gives?|giving|gave|returns?|returning|returned
  |throws?|throwing|respond(?:s|ed|ing)?|nginx|fails? with|failing with|failed with|with|sees?|seeing|having|have)
  (?: (?:me|us|back|an?|the|this|only|always|still|lots|of|many|http|errors?|codes?|status)){0,4} ["'(]?$
`;
const ENDS = pattern("i")`
  ^s?["')]?(?=\s*$|[.,!?;:]|\s{1,2}(?:errors?|codes?|status|pages?|response|message
  |when|if|on|from|for|in|at|after
  |before|and|but|or|while|every|since|instead|now|again|all|by|because|as|how|what|why|please|even|despite|so)\b)
`;
// It comes again and again, or stands first: always 502 when using a proxy, 403 during npm install.
const ALWAYS = pattern("i")`
  \b(?:always|constant(?:ly)?|random(?:ly)?|intermittent(?:ly)?|sporadic(?:ally)?|sometimes) (?:an? )?$
`;
const WHILE = /^ (?:errors? )?(?:when|while|during|after|on|from|if)\b/i;
const WEB_THING = pattern("i")`
  \b(?:(?:web ?)?(?:sites?|apps?|pages?)|urls?|browser|apis?|endpoints?|shop|store|blog|backend|frontend|uploads?
  |downloads?|laravel|wordpress|django|postman|nginx|ingress
  |load ?balancer|requests?|web ?hook|caddy|traefik|apache|haproxy|cloudflare|(?:reverse )?proxy|proxying
  |npm (?:install|ci|publish)|pip install|docker (?:push|pull|build))\b|사이트|홈페이지|페이지|브라우저|쇼핑몰|블로그|api|swagger|스웨거
  |엔드포인트|백엔드|프론트|게시|(?:구글|카카오|네이버|소셜|깃허브|google|github) ?로그인|로그인 ?(?:버튼|화면)
`;
// An API is called for mail as well: 이메일 인증 API 호출 시 500 에러.
const CALLED = /(?:api|엔드포인트|endpoint|swagger|스웨거)[^\n]{0,40}(?:호출|요청)(?:(?!smtp)[^\n]){0,20}$/i;
// What somebody asks in a line of their own: 서비스 배포 후 404오류, login gives a 400 error.
const LONGEST_LINE = 80;
const COUNTED = /\b(?:lines?|pages?|ports?|all) $/i;
const ERROR_BEHIND = /^ {0,2}(?:번 ?)?(?:error(?![\w:])|오류|에러)/i;
const SHOWS =
  /^ {0,2}(?:번 ?)?(?:에러|오류)?(?:코드)?(?:가|이|만)? {0,2}(?:자꾸 |계속 )?(?:뜨|떠|떴|뜹|뜬|뜸)/;
const COMES = pattern("")`
  ^(?: ?\])? {0,2}(?:번 ?)?(?:에러|오류)?(?:코드)?(?:가|이|만|를|을)? {0,2}(?:자꾸 |계속 )?(?:나오|나와|나옵|나요|나서|납니|발생|반환|리턴)
`;
// With its name between, as of an issue: 403 Forbidden 에러, 500 Server Error 발생, 404 error 에러.
const KOREAN_ERROR =
  /^ {0,2}(?:번 ?)?(?:error )?(?:[A-Z][A-Za-z]+ ){0,3}(?:에러|오류|Error (?:발생|반환|가 |남))/;
// 요청하면 429로만 응답이 옵니다, 서버에서 401을 반환.
const RETURNED = /^(?:으?로만?|[을를이가]) {0,2}(?:응답(?!자)|반환|리턴|내려|떨어)/;
const KOREAN_STATUS = /(?<!확장 )상태 ?코드(?:는|가|로|로는)?:? ?$/;

// Its name alone, as what somebody got: Too Many Request를 받는다, Bad Gateway 에러.
const BY_NAME = pattern("g")`
  (?<![\w-] ?)([A-Z][a-z]+(?: [A-Z][a-z]+){1,3})["'\`]?(?:[가이를을]|라는|라고)? ?(?:에러|오류|받[는아았습]|발생|반환|응답|[뜨뜹떠떴])
`;

/**
 * Codes of the web that people tell by their names.
 * @param {NonNullable<ReturnType<typeof webOf>>} catalogue
 * @param {string} source
 * @returns {FormHit[]}
 */
const byNames = (catalogue, source) =>
  [...source.matchAll(BY_NAME)].flatMap(({ 1: name, index: at }) => {
    const title = name.toUpperCase();
    const code = catalogue.byTitle.get(title) ?? catalogue.byTitle.get(`${title}S`);
    return code === undefined ? [] : [{ at, end: at + name.length, catalogue, code }];
  });

/**
 * Codes that words tell, where the text is about nothing else.
 * @param {Known} known
 * @param {string} source
 */
export function spokenHits(known, source) {
  const catalogue = webOf(known);
  if (!catalogue || COMPARING.test(source)) return [];
  const isMail = isAboutMail(source);
  const isWeb = WEB_THING.test(source);
  const isLine = source.trim().length <= LONGEST_LINE && !source.trim().includes("\n");
  /** @type {FormHit[]} */
  const hits = [];
  for (const { 0: number, index: at } of source.matchAll(NUMBER)) {
    const code = catalogue.meant.get(number);
    if (code === undefined || !isOfWeb(known, code)) continue;
    const end = at + number.length;
    const [before, after] = [source.slice(Math.max(0, at - LOOK), at), source.slice(end, end + LOOK)];
    const isKorean =
      SHOWS.test(after) ||
      (isWeb && (COMES.test(after) || KOREAN_ERROR.test(after))) ||
      ((MOSTLY_HTTP.test(code) || !known.has(code)) && (KOREAN_STATUS.test(before) || RETURNED.test(after)));
    if (isMail && !(isKorean && CALLED.test(before))) continue;
    // Its own name before it: bad request 400, Bad Request (400).
    const title = (catalogue.titles.get(code) ?? "").toLowerCase();
    const isTitled =
      title !== "" && before.toLowerCase().replace(/\($/, "").endsWith(`${title} `) && ENDS.test(after);
    const isAsked = isLine && ERROR_BEHIND.test(after) && !COUNTED.test(before);
    const isTold =
      isWeb &&
      ((TOLD.test(before) && ENDS.test(after)) ||
        ((ALWAYS.test(before) || before.trim() === "") && WHILE.test(after)));
    const isNamed =
      NAMED.test(before) ||
      (isWeb && RESPONSES.test(after)) ||
      ((MOSTLY_HTTP.test(code) || !known.has(code)) && ERROR_CODE.test(before)) ||
      NAMED_BEHIND.test(after) ||
      (ANSWERED.test(before) && ENDS.test(after));
    if (isKorean || isTitled || isAsked || isTold || isNamed) hits.push({ at, end, catalogue, code });
  }
  return (hits.length > 0 || isMail || !isWeb ? hits : byNames(catalogue, source)).slice(0, MOST_HITS);
}
