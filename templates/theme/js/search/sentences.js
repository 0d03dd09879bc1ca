/** What readers say in a sentence of their own, however they put it: mail does not come, a file is too large. */
import { placeOf } from "../find/tables.js";
import { pattern, unwrapped } from "../recognise/patterns.js";
import { terms } from "./terms.js";

/** @import { Found } from "../search.js" */
/** @import { FindTables, SearchTables } from "../find/tables.js" */

// Between two words of what is said may stand others, but no other sentence.
const GAP = "[^.?!:;]{0,40}";

// A form or a newsletter is about mail too, once it is said to be sent.
const OF_MAIL = pattern("i")`
  \b(?:e-?mail(?:s|ed|ing|er)?|[a-z]*mail(?:s|er)?|newsletters?|outbox|smtp
  |(?<!\b(?:push|sms|slack|browser|desktop|mobile|app) )notifications?|contact forms?|forms)\b
  |\breceiv\w+\b${GAP}\bsend\b|메일|멜|메[시세]지[가이를]? ?(?:수신|도착)|받기는 ?되|수신은 ?되
`;
// Who is to log in and how says another page.
const OF_LOGIN = pattern("i")`
  (?<!\b(?:reset|forg[eo]t|forgotten|change) (?:my |the )?)\b(?:auth\w*|log(?:ging)? ?in|password)\b
  (?! ?(?:reset|change|e-?mail))|로그인|(?:비밀번호|비번)(?! ?(?:재설정|찾기|변경|초기화))
  |인증 ?(?:실패|오류|에러)
`;

const NOT = unwrapped`
  (?:\b(?:not?|never|none|nothing|nobody|without|cannot|can not|unable|problems?|issues?|trouble|fail(?:s|ed|ing|ure)?
  |stop(?:s|ped)?|(?:ca|do|does|did|is|are|was|were|wo|have|has)nt)\b|\b\w+n['’]t\b)
`;
const GOES = unwrapped`
  \b(?:sen[dt]|sends|sending|rec(?:ei|ie|i)v(?:e|es|ed|ing|eing)|arriv(?:e|es|ed|ing)|deliver(?:s|ed|y|ing)?
  |com(?:e|es|ing)|came|went|gone
  |gets?|getting|got|reach(?:es|ed|ing)?|go(?:es|ing)?|(?:show|turn)(?:s|ed|ing)? up|e-?mailed|work(?:s|ing)?)\b
`;
const FAILS = "(?:잘 |자꾸 |계속 )?안 ?(?:되|돼|됨|됩|된|댐|대)";
const MOVES = "(?:발송|전송|송신|수신|송수신|발신|도착|전달|보내기|보내지|받기)";
const SILENT = pattern("i")`
  ${NOT}${GAP}${GOES}|${GOES} (?:an?y? )?(?:e-?mails? )?(?:problems?|issues?|trouble|fail(?:s|ed|ure)?|no)\b
  |\be?-?mails?(?: \w+)? (?:problems?|issues?|troubles?)\b
  |\b(?:problems?|issues?|troubles?) with (?:the |my )?(?:\w+ )?e?-?mails?\b|메일[이가은]? ?(?:문제|장애)
  |사라[졌지진]|없어[졌지진]|증발
  |\b(?:missing|lost|disappear(?:s|ed|ing)?|vanish(?:es|ed)?|stuck|pil(?:e|es|ed|ing) up)\b
  |(?:안|못) ?(?:오|와|왔|옴|온|옵|가(?!능)|갔|감|간|갑|받|보내|보냄|보낸|보냈|들어[오온와왔옴옵]|나가|나갔|날아)
  |(?:오|가|받|보내|보내지|들어오|나가|도착하|수신하|(?:${MOVES}|발송이|전송이|수신이) ?되)지[를은가도]?질? ?(?:않|못|안)
  |(?:오|가|받|보내|되)질 ?(?:않|못)|(?:발송|전송|수신|도착|${MOVES})(?:하기)?[이가은는도을를]? ?(?:불가|문제|누락)
  |(?:${MOVES}|메일|설정)[^.?!:;]{0,12}(?:${FAILS}|못 ?(?:해|하|합))
`;

const BOUNCES = pattern("i")`
  \bbounc\w+|\bundeliver\w+|\breturned\b|\breject(?:s|ed|ion)?\b|\brefus(?:es|ed|al)\b|\bmailer-daemon\b
  |\berror messages?\b
  |반송|되돌아|튕[겨김기]|(?:${MOVES}|배달)[이가]? ?(?:실패|오류|에러|거부|거절)
`;

const IN_SPAM = pattern("i")`
  \b(?:spam|junk)\b|스팸|정크
`;
// Who has looked there looks for something else.
const NOT_IN_SPAM = pattern("i")`
  \b(?:not|checked|nothing)\b${GAP}\b(?:spam|junk)\b|(?:스팸|정크)[^.?!:;]{0,6}(?:에도|도) ?(?:없|안)
`;

const OVER_LIMIT = pattern("i")`
  \b(?:daily|hourly|per (?:day|hour)|sending)\b${GAP}\b(?:limits?|quota)\b
  |(?:하루|일일|시간당|발송|전송|보낼|보내는)[^.?!:;]{0,20}(?:한도|제한|쿼터)
`;
const OF_SENDING = pattern("i")`
  \bsend\w*|\be?-?mails?\b|메일|보낼|보내|발송|전송
`;

const LATE = pattern("i")`
  \b(?:late|delay\w*|slow\w*|defer\w*|queued|hours)\b|늦[게은어]|지연|느[리려린]|오래 ?걸|한참
`;

const CONNECTING = pattern("i")`
  \bsmtp\b${GAP}\btime[sd]?[ -]?out|${NOT}${GAP}\brespond\w*|응답[이은도]? ?(?:없|안)
  |\bconnect\w*\b${GAP}(?:\bfail\w*|\brefus\w+|\btime[sd]?[ -]?out|\berrors?\b|\bproblems?\b|\bissues?\b)
  |${NOT}${GAP}\bconnect\w*|\btime[sd]?[ -]?out\b${GAP}\b(?:connect|send)\w*|\bsend\w*\b${GAP}\btime[sd]?[ -]?out\b
  |(?:연결|접속|[커컨콘]넥션)[^.?!:;]{0,10}(?:실패|${FAILS}|못|불가|오류|에러|거부|타임 ?아웃|시간 ?초과|끊)
  |(?:전송|발송|보내)[^.?!:;]{0,10}(?:타임 ?아웃|시간 ?초과|timeout)
`;
const OF_OUTGOING =
  /\bsmtp\b|\bmail (?:server|client|app)|메일 ?서버|(?:메일|mail)\s?(?:전송|발송|보내|sen[dt])/i;

const UPLOADED = "(?:upload\\w*|files?|images?|photos?|pictures?|videos?|avatars?|media|body|payload)";
const AMOUNT = "(?:(?:max(?:imum)? )?sizes?|limit\\w*|cap|quota|too (?:big|large)|large|big|maximum)";
const TOO_LARGE = pattern("i")`
  \bupload\w*\b${GAP}\b${AMOUNT}\b|\b${AMOUNT}\b${GAP}\bupload\w*|\b${UPLOADED} size\b
  |\b${UPLOADED}\b is too (?:big|large)\b
  |(?:업로드|파일|이미지|사진|동영상|영상)[^.?!:;]{0,10}(?:용량|크기|사이즈|제한)|(?:용량|크기|사이즈)[^.?!:;]{0,10}업로드
`;

const NOT_LET_IN = pattern("i")`
  \b(?:auth\w*|log ?in|password)\b${GAP}${NOT}|${NOT}${GAP}\b(?:auth\w*|log ?in|password)\b
  |\b(?:auth\w*|log ?in|password) errors?\b
  |\b(?:wrong|invalid|incorrect|bad|denied|rejected)\b${GAP}\b(?:auth\w*|log ?in|password|credentials)\b
  |(?:로그인|인증|비밀번호|비번)[^.?!:;]{0,8}(?:실패|오류|에러|문제|${FAILS}|못|틀)
`;

const OF_GRPC = /\bgrpc|지알피시/i;
const BREAKS_OFF = pattern("i")`
  \bidle\b|\bkeep-?alive\b|\bdisconnect\w*|\bdrop(?:s|ped|ping)?\b|\bclos(?:e|es|ed|ing)\b|\bre-?connect\w*
  |끊[기긴겨겼어김]|유휴|재연결
`;
const MESSAGE_TOO_BIG = pattern("i")`
  \b(?:messages?|payloads?|requests?|responses?|data|files?)\b${GAP}\b(?:large|big|sizes?|limits?|exceed\w*)\b
  |\b(?:max\w*|large|big)\b${GAP}\b(?:messages?|payloads?|sizes?|data|files?)\b
  |(?:메시지|메세지|페이로드|데이터|파일|요청|응답)[^.?!:;]{0,10}(?:크기|용량|사이즈|한도|제한|초과|[이가]? ?[큰크커])
`;
const CONNECTS_LATE = pattern("i")`
  \btime[sd]?[ -]?out\b${GAP}\bconnect\w*|\bconnect\w*\b${GAP}\btime[sd]?[ -]?out\b
  |(?:연결|접속)[^.?!:;]{0,10}(?:타임 ?아웃|시간 ?초과)
`;

const OF_SITE =
  /\b(?:(?:web ?)?sites?|(?:home|web)?pages?|url|server|api)\b|사이트|홈페이지|웹페이지|페이지|서버|싸이트/i;
const UNREACHED = pattern("i")`
  ${NOT}${GAP}\b(?:load(?:s|ing|ed)?|open(?:s|ing|ed)?|reach(?:ed|ing)?|access(?:ed|ing|ible)?|connect\w*
  |respond(?:ing|s)?)\b
  |\b(?:is|are|was|be|goes|went) (?:down|unreachable|offline)\b
  |(?:접속|연결)[이을은도]? ?(?:${FAILS}|불가|못|실패)|(?:안|못) ?(?:열[려리림]|뜨[고는]|떠|뜸|뜹|들어가)|열리[지질] ?않
`;
const REDIRECTS_ON = pattern("i")`
  \b(?:keeps?|constantly|always|endless\w*|infinite\w*)\b${GAP}\bredirect\w*
  |\bredirect\w*\b${GAP}\b(?:loops?|forever|endless\w*|infinite\w*|again)\b
  |(?:무한|계속|반복)[^.?!:;]{0,10}(?:리다이렉|리디렉)|(?:리다이렉|리디렉)[^.?!:;]{0,10}(?:무한|계속|반복|루프)
`;
const LOGGED_OUT = pattern("i")`
  \b(?:keeps?|getting|gets|got|being|was|am)\b${GAP}\b(?:log(?:ged|ging|s)|sign(?:ed|ing|s)|kick(?:ed|ing
  |s))(?: me)? ?out\b
  |\b(?:session|login|token)s?\b${GAP}\b(?:expir\w*|times? out|timed? ?out)\b
  |로그인[이은도]? ?(?:자꾸 ?|계속 ?)?풀[려리림]|로그아웃[이은도]? ?(?:되|돼|됨|됩)
  |\b(?:log|sign) ?in\b${GAP}\b(?:(?:each|every) time|again)\b|\bstay\w* (?:logged|signed) in\b
  |\b(?:unexpected|random|sudden|automatic)(?:ly)? (?:log|sign)(?:ged|ed)? ?outs?\b
  |재 ?로그인|로그인 ?(?:상태)?[이가은도]? ?유지|세션[이은도]? ?(?:끊|풀)|토큰 ?재발급|(?:다시|매번|자꾸|계속) ?로그인|(?:세션|토큰|로그인)[이은도]? ?만료
`;

const PROGRAM_FAILS = pattern("i")`
  \b(?:internal )?server errors?\b|서버[^.?!:;]{0,3}(?:오류|에러|장애)|내부 ?(?:오류|에러)
`;
const OF_TLS = pattern("i")`
  \bhandshake\b|\btls\b|\bssl\b|\bcert(?:s|ificates?|ification)?\b|핸드 ?[셰쉐]이크|인증서
`;

const NOT_VALID = pattern("i")`
  \bexpir\w*|\binvalid\b|\buntrusted\b|\bnot (?:valid|trusted|secure)\b|\berrors?\b|\bissues?\b|\bproblems?\b
  |만료|오류|에러|문제|신뢰
`;
const REFUSES = pattern("i")`
  \brefus\w+\b${GAP}\bconnect\w*|\bconnect\w*\b${GAP}\brefus\w+|연결[이을]? ?거[부절]
`;
// Of databases and queues there are no pages.
const OF_OTHERS = pattern("i")`
  ${OF_MAIL.source}|\b(?:databases?|db|mysql|mariadb|postgres\w*|mongo\w*|redis|kafka|rabbitmq)\b|데이터베이스|디비
`;
const OF_SOCKET = /\bweb ?sockets?\b|\bsocket\.io\b|웹 ?소켓|소켓/i;
const SET_UP = /\b(?:set ?ups?|settings?|config\w*|ports?)\b|설정|세팅|셋팅|포트/i;

/**
 * @typedef {{page: string, of?: RegExp, unless?: RegExp, says: RegExp, isSure?: boolean}} Sentence
 */

/**
 * Which page a question asks for, of what it has to speak and of what not, what it says of that, and whether that
 * tells more than the words by themselves; the first that fits is meant.
 * @type {Sentence[]}
 */
const SENTENCES = [
  {
    page: "smtp/situations/outgoing-server-unreachable/",
    of: OF_OUTGOING,
    unless: OF_LOGIN,
    says: CONNECTING,
    isSure: true,
  },
  { page: "smtp/situations/quota-used-up/", of: OF_SENDING, says: OVER_LIMIT },
  { page: "smtp/situations/spam-detected/", of: OF_MAIL, unless: NOT_IN_SPAM, says: IN_SPAM },
  { page: "guides/no-mail-no-bounce/", of: OF_MAIL, unless: OF_LOGIN, says: SILENT },
  { page: "guides/reading-a-reply/", of: OF_MAIL, unless: OF_LOGIN, says: BOUNCES },
  { page: "smtp/situations/delivery-delayed/", of: OF_MAIL, unless: OF_LOGIN, says: LATE },
  { page: "smtp/situations/login-wrong/", of: OF_MAIL, says: NOT_LET_IN },
  { page: "grpc/situations/message-too-big/", of: OF_GRPC, says: MESSAGE_TOO_BIG },
  { page: "grpc/situations/tls-failed/", of: OF_GRPC, says: OF_TLS },
  { page: "grpc/situations/deadline-while-connecting/", of: OF_GRPC, says: CONNECTS_LATE },
  { page: "grpc/situations/connection-dropped/", of: OF_GRPC, says: BREAKS_OFF },
  { page: "grpc/situations/cannot-connect/", of: OF_GRPC, says: CONNECTING },
  { page: "http/situations/body-too-large/", unless: OF_MAIL, says: TOO_LARGE },
  { page: "http/situations/redirect-loop/", unless: OF_MAIL, says: REDIRECTS_ON },
  { page: "http/situations/session-expired/", unless: OF_MAIL, says: LOGGED_OUT },
  { page: "http/situations/websocket-not-opened/", of: OF_SOCKET, says: CONNECTING },
  { page: "http/situations/certificate-not-trusted/", of: OF_TLS, unless: OF_MAIL, says: NOT_VALID },
  { page: "http/situations/connection-refused/", unless: OF_OTHERS, says: REFUSES },
  { page: "http/situations/no-connection/", of: OF_SITE, unless: OF_MAIL, says: UNREACHED },
  { page: "http/situations/program-error/", unless: OF_MAIL, says: PROGRAM_FAILS },
  { page: "smtp/situations/outgoing-encryption-mismatch/", of: OF_OUTGOING, says: SET_UP },
];

/**
 * What a question asks for in a sentence; null where it says nothing that is known.
 * @param {string} query
 */
export function askedIn(query) {
  const fits = (/** @type {Sentence} */ { of, unless, says }) =>
    (!of || of.test(query)) && !unless?.test(query) && says.test(query);
  return SENTENCES.find(fits) ?? null;
}

/**
 * The page that a whole sentence asks for stands behind what is named in it, and before whatever its words may mean.
 * @param {string} query
 * @param {Found[]} found
 * @param {number} named the least score of what a question names
 * @param {{tables: FindTables, texts: SearchTables, protocols: string[]}} among
 * @returns {Found[]}
 */
export function withSentence(query, found, named, { tables, texts, protocols }) {
  // Of a code its own page tells more.
  const isCoded = terms(query).some((term) =>
    tables.catalogues.some(({ codes }) => /^\d/.test(term) && codes.some(({ code }) => code === term)),
  );
  const sentence = isCoded ? null : askedIn(query);
  if (!sentence) return found;
  const { page: id, isSure = false } = sentence;
  const page = texts.pages.find(({ address }) => address.endsWith(id));
  const situation = tables.situations.find((one) => placeOf(one) === id && protocols.includes(one.protocol));
  const protocolOf = (/** @type {string} */ address) =>
    tables.protocols.find((one) => address.startsWith(`${one.id}/`))?.id ?? tables.protocols[0].id;
  const first = found.filter(
    (one) =>
      one.id !== id &&
      protocolOf(one.id) === protocolOf(id) &&
      (one.score >= named || one.isSaid || (one.isClear && !isSure)),
  );
  /** @type {Found[]} */
  const meant = [];
  if (page) {
    meant.push({ id: `../${page.address}`, kind: "page", title: page.title, answer: page.text, score: 0 });
  }
  if (situation) {
    meant.push({ id, kind: "situation", title: situation.name, answer: texts.situations[id], score: 0 });
  }
  return [...first, ...meant, ...found];
}
