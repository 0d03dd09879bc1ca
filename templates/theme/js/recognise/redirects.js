/** What an answer is for, where a text shows what was asked: where a redirect leads, refused preflights and tokens. */
import { pattern } from "./patterns.js";
import { lookup } from "./tables.js";

/** @import { Finding } from "./findings.js" */
/** @import { Known } from "./tables.js" */

const REDIRECT = /^30[12378]$/;
const LOCATION = /^(?:[<*] )?\s{0,8}location: {0,2}(\S{1,2000})/im;
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
const ASKED = pattern("i")`
  \b(?:curl|wget)\b[^\n]{0,300}? ["']?(https?:\/\/[^\s"']{1,2000})
  |\b(?:get|post|put|patch|delete|fetch|urlopen|request)\(\s{0,8}(?:["'\`](?:GET|POST|PUT|PATCH|DELETE)["'\`],\s{0,8})?
  (?:(?:url|\w{1,20}\.parse)[=(]\s{0,2})?f?["'\`](https?:\/\/[^\s"'\`]{1,2000})
`;
const REQUEST = /^[> ]{0,4}[A-Z]{3,10} (\/\S{0,2000}) HTTP\//m;
const HOST = /^[> ]{0,4}host: {0,2}(\S{1,255})/im;
const ENCRYPTED = /\bport 443\b|\bSSL connection using\b|\bTLS handshake\b/;
const PLAIN = /\bport 80\b/;
const LOGIN = /(?:^|[/_.-])(?:log-?in|sign-?in|sso|oauth2?|saml2?|authori[sz]e)\b/i;
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

// As far as the steps of one call are looked at, line by line.
const LONGEST_CALL = 20_000;
const ASKS = /^[> ]{0,4}([A-Z]{3,10}) \/\S{0,2000} HTTP\//;
const ANSWERS = /^[< ]{0,4}HTTP\/[\d.]{1,3} (\d{3})\b/;
// Led on by these, a client goes on with GET; curl does not where it was told the method with -X (RFC 9110 §15.4).
const TO_GET = /^30[123]$/;
const FETCHES = /^(?:GET|HEAD|OPTIONS)$/;
const OF_RESULT = "see-other";
// People tell of it where both schemes are named: a POST to http becomes a GET to https.
const BECOMES_GET = pattern("i")`
  \b(?:POST|PUT|PATCH|DELETE)\b[^.\n]{0,80}?
  \b(?:becom|becam|chang|turn|convert|treat|arriv|transform|sent as|into|instead)
  [^.\n]{0,80}?\bGET\b
  |\b(?:chang|turn|convert|transform)\w{0,6} [^.\n]{0,40}\bPOST\b[^.\n]{0,60}\b(?:to|into) [^.\n]{0,20}\bGET\b
`;
const BOTH_SCHEMES = /\bhttp\b(?!:\/\/localhost)[^]{0,400}\bhttps\b|\bhttps\b[^]{0,400}\bhttp\b/i;
const MAY_BE_LED = /^(?:30[1-3]|40[05])$/;
const OF_SCHEME = "to-https";

/**
 * The redirect behind which a client repeats its method at the next address; null where none does.
 * @param {string} source
 */
function repeatedBehind(source) {
  let method = "";
  let code = "";
  for (const line of source.slice(0, LONGEST_CALL).split("\n")) {
    const next = ASKS.exec(line)?.[1];
    if (next !== undefined && next === method && TO_GET.test(code) && !FETCHES.test(next)) return code;
    if (next !== undefined) [method, code] = [next, ""];
    code = ANSWERS.exec(line)?.[1] ?? code;
  }
  return null;
}

/**
 * Whether a client repeated its method at the address to which a finding redirects.
 * @param {Finding} finding
 * @param {string} source the whole text
 */
export const isKept = ({ code, situation }, source) =>
  situation === OF_RESULT && repeatedBehind(source) === code;

/**
 * The address that a client asked, with the scheme where the text tells it.
 * @param {string} source
 */
function asked(source) {
  const [, called, passed] = ASKED.exec(source) ?? [];
  const typed = called ?? passed;
  if (typed !== undefined && URL.canParse(typed)) return { url: new URL(typed), isSure: true };
  const [path, host] = [REQUEST, HOST].map((form) => form.exec(source)?.[1]);
  if (path === undefined || host === undefined) return null;
  const scheme = ENCRYPTED.test(source) ? "https" : "http";
  const url = `${scheme}://${host}${path}`;
  const isSure = ENCRYPTED.test(source) || PLAIN.test(source) || /:(?!443$)\d+$/.test(host);
  return URL.canParse(url) ? { url: new URL(url), isSure } : null;
}

/**
 * @param {URL} from
 * @param {URL} to
 * @param {boolean} isSure whether the scheme of the first is known
 */
function purpose(from, to, isSure) {
  const isSameHost = from.hostname === to.hostname;
  const isSamePlace = isSameHost && from.pathname === to.pathname && from.search === to.search;
  if (isSamePlace && from.protocol === "http:" && to.protocol === "https:") return isSure ? "to-https" : null;
  if (isSamePlace && from.protocol === to.protocol && from.port === to.port) {
    return isSure ? "redirect-loop" : null;
  }
  if (isSameHost && to.pathname === `${from.pathname}/`) return "slash-added";
  return LOGIN.test(to.pathname) && !LOGIN.test(from.pathname) ? "to-login-page" : null;
}

// A page is reloaded, and it is the call of an API that fails: the path is none of the app's.
const OF_APP = "app-route-reloaded";
const CALLS_API = /\bapis?\b|\bendpoints?\b/i;

/**
 * What a redirect is for, where nothing else tells it.
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
  const isOf = (/** @type {string | null} */ one) =>
    outcomes.get(one ?? "")?.includes(outcome ?? "") ?? false;
  if (REFUSED.test(code ?? "") && isOf(OF_PREFLIGHT)) {
    const words = "access-control-request-method";
    if (PREFLIGHT.test(source)) return { ...finding, situation: OF_PREFLIGHT, how: "words", words };
    const told = [...source.matchAll(TOLD_OF)].flatMap(([, ...codes]) => codes);
    if (told.includes(String(code))) return { ...finding, situation: OF_PREFLIGHT, how: "question" };
  }
  if (GIVES_NO_TOKEN.test(code ?? "") && isOf(OF_TOKENS) && asksToken(source)) {
    return { ...finding, situation: OF_TOKENS, how: "words", words: "/token" };
  }
  if (MAY_BE_LED.test(code ?? "") && BECOMES_GET.test(source) && BOTH_SCHEMES.test(source)) {
    return { ...finding, situation: OF_SCHEME, how: "question" };
  }
  if (!REDIRECT.test(code ?? "")) return finding;
  if (repeatedBehind(whole) === code) {
    return { ...finding, situation: OF_RESULT, how: "words", words: "location" };
  }
  const from = asked(source);
  const location = LOCATION.exec(source)?.[1];
  if (from === null || location === undefined || !URL.canParse(location, from.url.href)) return finding;
  const situation = purpose(from.url, new URL(location, from.url.href), from.isSure);
  return situation && isOf(situation) ? { ...finding, situation, how: "words", words: "location" } : finding;
}
