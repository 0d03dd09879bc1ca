/** What an answer is for, where a text shows what was asked: redirects, preflights, tokens, an app's own paths. */
import { pattern } from "./patterns.js";
import { becomesGet, ofRedirect } from "./redirects.js";
import { lookup } from "./tables.js";

/** @import { Finding } from "./findings.js" */
/** @import { Known } from "./tables.js" */

// A browser, or somebody in its place, asks whether another site's page may send its request.
const PREFLIGHT =
  /\bOPTIONS\b[^]{0,3000}\baccess-control-request-method\b|\baccess-control-request-method\b[^]{0,3000}\bOPTIONS\b/i;
// The same in words, or in a record: preflight request fails with 405, "OPTIONS /api HTTP/1.1" 403.
const TOLD_OF = pattern("gi")`
  (?:\b(?:preflight|OPTIONS[ ](?:requests?|calls?|method))\b|OPTIONS ?(?:요청|메서드|호출)|프리플라이트)
  (?:(?!\b(?:GET|POST|PUT|PATCH|DELETE|[23]\d\d)\b)[^\n]){0,60}?
  \b(4\d\d)\b
  |"OPTIONS \/[\w.-][^"\n]{0,2000} HTTP\/[\d.]{1,3}" (40[135])\b
`;
// Nor do browsers follow a redirect of it.
const REFUSED = /^[34]/;
const OF_PREFLIGHT = "preflight-refused";
// An OAuth server is asked for a token here, and answers with these where it gives none (RFC 6749, section 5.2).
const GIVES_NO_TOKEN = /^40[01]$/;
const OF_TOKENS = "oauth-refused";
const TOKENS =
  /\/(?:oauth2?(?:[./]v?\d[\d.]*)?|openid-connect|connect)\/token(?![\w/-])|\boauth2\.googleapis\.com\/token\b/i;
const ASKED_AT = /https?:\/\/[^\s"'<>)]{1,2000}|\b(?:GET|POST|PUT|PATCH|DELETE) \/\S{0,2000}/g;
const OF_AUTHORIZING = /authori[sz]e|redirect_uri/i;
// What was asked with the token is answered by somebody else.
const HAS_TOKEN = /\bbearer\b|받은[^.\n]{0,10}(?:토큰|token)|\btokens? (?:received|obtained|from)\b/i;

/**
 * Whether a token was asked for, and nothing else.
 * @param {string} source
 */
function asksToken(source) {
  const addresses = (source.match(ASKED_AT) ?? []).filter((address) => !OF_AUTHORIZING.test(address));
  return (
    addresses.length > 0 && addresses.every((address) => TOKENS.test(address)) && !HAS_TOKEN.test(source)
  );
}

// A page is reloaded, and it is the call of an API that fails: the path is none of the app's.
const OF_APP = "app-route-reloaded";
const CALLS_API = /\bapis?\b|\bendpoints?\b/i;
const OF_SCHEME = "to-https";

// Google knows no such client, and says so to whoever presses the button: 구글 로그인 버튼 클릭 시 Error 401 발생.
const OF_GOOGLE = pattern("i")`
  (?:구글|google)[^\n]{0,20}(?:로그인|log ?in|sign ?in)[^\n]{0,40}(?:버튼|클릭|누르|눌러|button|click)[^\n]{0,60}\b401\b
  |구글 ?401 ?(?:오류|에러)|401 ?(?:오류|에러)[^\n]{0,20}승인|승인[^\n]{0,20}401 ?(?:오류|에러)
`;
const OF_OWN = /\b(?:apis?|tokens?|postman|swagger|bearer|jwt)\b|토큰|백엔드|로그인 ?후|로그인 ?성공/i;
// New tokens are asked for, and a token that is not valid is in the way: refresh 요청시 401 에러, /auth/reissue 401.
const OF_REFRESHED = "token-invalid";
const REFRESHING = pattern("i")`
  (?:(?:refresh|reissue|리프레[시쉬])(?:[ ]?(?:token|토큰))?[ ]?(?:api|요청|호출|엔드포인트|endpoint|request)
  |(?:토큰|token)[^\n.]{0,12}(?:재발급|재발행|갱신)[^\n.]{0,10}(?:요청|호출|api|시에?\b|할[ ]?때|하면)
  |\/(?:refresh|reissue|renew)(?:-?token)?(?![\w/-])
  |\brefresh(?:ing)?[ ](?:the[ ]|an?[ ]|my[ ])?(?:access[ ])?tokens?\b)
  [^\n.]{0,50}(?<![\w.])401\b
`;

/**
 * A finding with what its answer is for, where nothing else tells what happened.
 * @param {Known} known
 * @param {Finding} finding
 * @param {string} source all that belongs to it
 * @param {string} whole the whole text
 * @returns {Finding}
 */
export function withPurpose(known, finding, source, whole) {
  const { code, how, outcome, protocol } = finding;
  if (finding.situation === OF_APP && CALLS_API.test(source)) {
    return { ...finding, situation: null, how: "code", words: null };
  }
  if (how === "mark" || how === "words") return finding;
  const { outcomes } = lookup(known.tables, protocol);
  const isOf = (/** @type {string} */ one) => outcomes.get(one)?.includes(outcome ?? "") ?? false;
  if (REFUSED.test(code ?? "") && isOf(OF_PREFLIGHT)) {
    const words = "access-control-request-method";
    if (PREFLIGHT.test(source)) return { ...finding, situation: OF_PREFLIGHT, how: "words", words };
    const told = [...source.matchAll(TOLD_OF)].flatMap(([, ...codes]) => codes);
    if (told.includes(String(code))) return { ...finding, situation: OF_PREFLIGHT, how: "question" };
  }
  if (GIVES_NO_TOKEN.test(code ?? "") && isOf(OF_TOKENS) && asksToken(source)) {
    return { ...finding, situation: OF_TOKENS, how: "words", words: "/token" };
  }
  if (code === "401" && isOf(OF_TOKENS) && OF_GOOGLE.test(source) && !OF_OWN.test(source)) {
    return { ...finding, situation: OF_TOKENS, how: "question" };
  }
  if (code === "401" && isOf(OF_REFRESHED) && REFRESHING.test(source)) {
    return { ...finding, situation: OF_REFRESHED, how: "question" };
  }
  if (becomesGet(code, source)) return { ...finding, situation: OF_SCHEME, how: "question" };
  const situation = ofRedirect(code, source, whole);
  return situation && isOf(situation) ? { ...finding, situation, how: "words", words: "location" } : finding;
}
