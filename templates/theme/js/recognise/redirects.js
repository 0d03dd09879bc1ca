/** Where a redirect leads, and what a client made of its method on the way. */
import { pattern } from "./patterns.js";

/** @import { Finding } from "./findings.js" */

const REDIRECT = /^30[12378]$/;
const LOCATION = /^(?:[<*] )?\s{0,8}location: {0,2}(\S{1,2000})/im;
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
// People tell of it: 302, Location 필드는 저를 /login 페이지로 안내, redirected to /login.
const TOLD_LOGIN = pattern("i")`
  (?:\blocation\b[^\n]{0,40}?|\bredirect\w{0,5}[ ](?:me[ ]|us[ ])?(?:back[ ])?to[ ])["'\`]?
  (?:https?:\/\/[\w.:-]{1,200})?(?:\/[\w-]{1,40}){0,3}\/(?:log-?in|sign-?in)(?![\w/.?-])
  |\/(?:log-?in|sign-?in)["'\`]?[ ]?(?:페이지|화면)?으?로[^\n.]{0,12}(?:리다이렉|리디렉|redirect|이동|안내|보내)
`;
const ASKS_LOGIN = pattern("i")`
  \b(?:POST|GET) \S{0,200}\/(?:log-?in|sign-?in)|로그인 ?(?:요청|성공|api)|\blog(?:ged)? ?in (?:success|fail)
`;
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

/**
 * Whether people tell of a request that a redirect to https has made a GET of.
 * @param {string | null} code
 * @param {string} source
 */
export const becomesGet = (code, source) =>
  MAY_BE_LED.test(code ?? "") && BECOMES_GET.test(source) && BOTH_SCHEMES.test(source);

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

/**
 * What a redirect is for, as the address asked and the one that it leads to tell; null where they do not.
 * @param {string | null} code
 * @param {string} source all that belongs to it
 * @param {string} whole the whole text
 */
export function ofRedirect(code, source, whole) {
  if (!REDIRECT.test(code ?? "")) return null;
  if (repeatedBehind(whole) === code) return OF_RESULT;
  const from = asked(source);
  const location = LOCATION.exec(source)?.[1];
  if (location === undefined && TOLD_LOGIN.test(source) && !ASKS_LOGIN.test(source)) return "to-login-page";
  if (from === null || location === undefined || !URL.canParse(location, from.url.href)) return null;
  return purpose(from.url, new URL(location, from.url.href), from.isSure);
}
