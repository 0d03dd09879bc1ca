/** What readers say in words of their own, piece by piece: of what they speak, and what they say of it. */
import { pattern, unwrapped } from "../recognise/patterns.js";

// Between two words of what is said may stand others, but no other sentence.
const GAP = "[^.?!:;]{0,40}";

// A form or a newsletter is about mail too, once it is said to be sent.
export const OF_MAIL = pattern("i")`
  \b(?:e-?mail(?:s|ed|ing|er)?|[a-z]*mail(?:s|er)?|newsletters?|outbox|smtp
  |(?<!\b(?:push|sms|slack|browser|desktop|mobile|app) )notifications?|contact forms?|forms)\b
  |\breceiv\w+\b${GAP}\bsend\b|\b(?:stop(?:s|ped)?|not|never|\w+n['’]t) send(?:ing)?[\s.!?]*$
  |\bsend(?:ing)? to (?:\w+ ){0,2}(?:domains?|address(?:es)?|recipients?|customers?)\b
  |\b(?:verification|confirmation|activation|login|security|reset) (?:codes?|links?)\b|인증 ?(?:코드|링크)
  |\b(?:imap4?|pop3)(?![\w.])|메일|멜|메[시세]지[가이를]? ?(?:수신|도착)|받기는 ?되|수신은 ?되
`;
// Who is to log in and how says another page.
export const OF_LOGIN = pattern("i")`
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
  |distribut(?:es?|ed|ing)|com(?:e|es|ing)|came|went|gone
  |gets?|getting|got|reach(?:es|ed|ing)?|go(?:es|ing)?|(?:show|turn)(?:s|ed|ing)? up|e-?mailed|work(?:s|ing)?)\b
`;
const FAILS = "(?:잘 |자꾸 |계속 )?안 ?(?:되|돼|됨|됩|된|댐|대)";
const MOVES = "(?:발송|전송|송신|수신|송수신|발신|도착|전달|보내기|보내지|받기)";
const WHILE_SENDING = `(?:${MOVES}(?: ?(?:시|중|도중)에?| ?할 ?때)|보[낼내] ?(?:때|면))`;
export const SILENT = pattern("i")`
  ${NOT}${GAP}${GOES}|${GOES} (?:an?y? )?(?:e-?mails? )?(?:problems?|issues?|trouble|fail(?:s|ed|ure)?|no)\b
  |\be?-?mails?(?: \w+)? (?:problems?|issues?|troubles?)\b
  |\b(?:problems?|issues?|troubles?) with (?:the |my )?(?:\w+ )?e?-?mails?\b|(?:메일|smtp)(?: ?서버)?[이가은의]? ?(?:문제|장애|먹통)
  |${GOES}${GAP}\bfail(?:s|ed|ing|ure)?\b|\bwhere (?:is|are|did|do|does)\b
  |(?:동작|작동)[이을은도하]*(?:지| ?안)? ?(?:않|못|안|불가)
  |사라[졌지진]|없어[졌지진]|증발|(?:대기열|큐)[에이가]?(?:서)? ?(?:계속 )?(?:쌓|남[아았는]|멈[추춰췄]|안 ?(?:빠지|빠져|나가))
  |\b(?:missing|lost|disappear(?:s|ed|ing)?|vanish(?:es|ed)?|stuck|pil(?:e|es|ed|ing) up)\b
  |(?:안|못) ?(?:오|와|왔|옴|온|올|옵|가(?!능)|갔|감|간|갈|갑|받|보내|보냄|보낸|보낼|보냈|들어[오온올와왔옴옵]|나[가갔간갈감갑]|날아)
  |(?:오|가|받|보내|보내지|들어오|나가|도착하|수신하|(?:${MOVES}|발송이|전송이|수신이) ?되)지[를은가도]?질? ?(?:않|못|안)
  |(?:보낼|받을|${MOVES}[을를]? ?할) ?수[가는도]? ?없
  |(?:오|가|받|보내|되)질 ?(?:않|못)|(?:발송|전송|수신|도착|${MOVES})(?:하기)?[이가은는도을를]? ?(?:불가|문제|누락)
  |(?:${MOVES}|메일|설정)[^.?!:;]{0,12}(?:${FAILS}|못 ?(?:해|하|합))
  |${WHILE_SENDING}[^.?!:;]{0,10}(?:문제|이슈)
`;

// Why mail came back says more than that it did.
export const NO_USER =
  /\b(?:unknown user|user unknown|no such user)\b|사용자[가이]? ?없|없는 ?(?:사용자|주소|계정)/i;
export const BOUNCES = pattern("i")`
  \bbounc\w+|\bundeliver\w+|\breturned\b|\breject(?:s|ed|ion)?\b|\brefus(?:es|ed|al)\b|\bmailer-daemon\b
  |\berror messages?\b|\berrors? (?:when|while|on|in|during) (?:i )?send\w*|\bsend\w* (?:e-?mails? )?errors?\b
  |반송|되돌아|튕[겨김기]|(?:${MOVES}|배달)[이가]? ?(?:실패|오류|에러|거부|거절)
  |${WHILE_SENDING}[^.?!:;]{0,10}(?:오류|에러|예외)
`;

export const IN_SPAM = /\b(?:spam|junk)\b|스팸|정크/i;
// Who has looked there looks for something else.
export const NOT_IN_SPAM = pattern("i")`
  \b(?:not|checked|nothing)\b${GAP}\b(?:spam|junk)\b|(?:스팸|정크)[^.?!:;]{0,6}(?:에도|도) ?(?:없|안)
`;

export const OVER_LIMIT = pattern("i")`
  \b(?:daily|hourly|per (?:day|hour)|sending)\b${GAP}\b(?:limits?|quota)\b
  |(?:하루|일일|시간당|발송|전송|보낼|보내는)[^.?!:;]{0,20}(?:한도|제한|쿼터)
`;
export const OF_SENDING = pattern("i")`
  \bsend\w*|\be?-?mails?\b|메일|보낼|보내|발송|전송
`;

export const LATE = pattern("i")`
  \b(?:late|delay\w*|slow\w*|defer\w*|queued|hours)\b|늦[게은어]|지연|느[리려린]|오래 ?걸|한참
`;

// Down, as people say of servers.
const IS_DOWN = unwrapped`
  \b(?:(?:is|are|was|were|be|been|goes|went|seems|still) (?:down|unreachable|offline)|down[\s?!.]*$)
  |(?:서버|사이트|홈페이지|서비스)[가이는은도]? ?(?:다운|죽|내려[가갔간]|먹통)
`;
export const CONNECTING = pattern("i")`
  ${IS_DOWN}|
  \bsmtp\b${GAP}\btime[sd]?[ -]?out|${NOT}${GAP}\brespond\w*|응답[이은도]? ?(?:없|안)
  |\bconnect\w*\b${GAP}(?:\bfail\w*|\brefus\w+|\btime[sd]?[ -]?out|\berrors?\b|\bproblems?\b|\bissues?\b)
  |${NOT}${GAP}\bconnect\w*|\btime[sd]?[ -]?out\b${GAP}\b(?:connect|send)\w*|\bsend\w*\b${GAP}\btime[sd]?[ -]?out\b
  |(?:연결|접속|[커컨콘]넥션)[^.?!:;]{0,10}(?:실패|${FAILS}|못|불가|오류|에러|거부|타임 ?아웃|시간 ?초과|끊)
  |(?:전송|발송|보내)[^.?!:;]{0,10}(?:타임 ?아웃|시간 ?초과|timeout)
`;
export const TIMES_OUT = /\btime[sd]?[ -]?outs?\b|타임 ?아웃|시간 ?초과/i;
export const UNREACHED_BY_MAIL = pattern("i")`
  ${CONNECTING.source}|${TIMES_OUT.source}
`;
export const OF_OUTGOING =
  /\bsmtp\b|\be?-?mail (?:server|client|app|account)|메일 ?서버|(?:메일|mail)\s?(?:전송|발송|보내|sen[dt])/i;

const UPLOADED = "(?:upload\\w*|files?|images?|photos?|pictures?|videos?|avatars?|media|body|payload)";
const AMOUNT = "(?:(?:max(?:imum)? )?sizes?|limit\\w*|cap|quota|too (?:big|large)|large|big|maximum)";
export const TOO_LARGE = pattern("i")`
  \bupload\w*\b${GAP}\b${AMOUNT}\b|\b${AMOUNT}\b${GAP}\bupload\w*|\b${UPLOADED} size\b
  |\b${UPLOADED}\b is too (?:big|large)\b
  |(?:업로드|파일|이미지|사진|동영상|영상)[^.?!:;]{0,10}(?:용량|크기|사이즈|제한)|(?:용량|크기|사이즈)[^.?!:;]{0,10}업로드
  |(?:용량|크기|사이즈)[이가]? ?[큰크커][^.?!:;]{0,6}(?:파일|이미지|사진|동영상|영상)|대용량 ?(?:파일|이미지|사진|동영상|영상)
`;

// What is uploaded goes to a site, whatever it mails then.
export const OF_UPLOADS = /\bupload|업로드/i;
// A file is too large for the mail that is to carry it.
export const FILE_TOO_LARGE = pattern("i")`
  ${TOO_LARGE.source}|첨부[^.?!:;]{0,10}(?:용량|크기|사이즈|한도|초과)|대용량|큰 ?(?:첨부|파일)
`;
// So many calls in a time.
export const TOO_OFTEN = pattern("i")`
  (?:초당|분당|시간당|하루|일일)[^.?!:;]{0,12}(?:호출|요청|횟수|회수)|(?:호출|요청)[^.?!:;]{0,12}(?:초당|분당|시간당|횟수|회수)
  |(?:초당|분당)[^.?!:;]{0,8}(?:[회건번제한도]|초과)
  |\b(?:calls?|requests?)\b(?: allowed)? ?(?:per|a|each|every|\/) ?(?:second|minute|hour|day)\b
`;

export const NOT_LET_IN = pattern("i")`
  \b(?:auth\w*|log ?in|password)\b${GAP}${NOT}|${NOT}${GAP}\b(?:auth\w*|log ?in|password)\b
  |\b(?:auth\w*|log ?in|password) errors?\b
  |\b(?:wrong|invalid|incorrect|bad|denied|rejected)\b${GAP}\b(?:auth\w*|log ?in|password|credentials)\b
  |(?:로그인|인증|비밀번호|비번)[^.?!:;]{0,8}(?:실패|오류|에러|문제|${FAILS}|못|틀)
`;

export const OF_GRPC = /\bgrpc|지알피시/i;
// The codes themselves, all of them, and not what one of them says.
const CODES =
  "(?:\\b(?:status|error|reply|response|return) ?codes?\\b|(?:상태|에러|오류|응답|회신|리턴|결과) ?코드)";
const LISTED =
  "(?:\\b(?:lists?|tables?|all|overview|meanings?|explained|handling)\\b|정리|목록|종류|모음|일람|핸들링|[의란]? ?(?:의미|뜻))";
export const OF_CODES = pattern("i")`
  ${CODES}[이가은는을를란표]?\s*[?!.]*$|${CODES}${GAP}${LISTED}|${LISTED}${GAP}${CODES}
`;
export const OF_ENHANCED = /\benhanced\b|확장/i;
// To send in another's name, as programs of mail call it, and what keeps somebody from it.
export const IN_ANOTHERS_NAME = pattern("i")`
  \bsend ?as\b|\bsend(?:ing)? (?:on behalf|from (?:a |the )?(?:shared|another|different))
  |\bshared mailbox(?:es)?\b${GAP}\bsend\w*
  |이름으로 ?(?:보내|발송)|다음으로 보내기|대신 ?(?:보내|발송)
  |공유 ?(?:메일함|사서함|편지함|계정)[^.?!:;]{0,10}(?:보내|발송)|(?:from|발신|보내는)[^.?!:;]{0,8}(?:계정|로그인)[^.?!:;]{0,6}(?:다르|달라|다른|불일치)
`;
export const NOT_PERMITTED = pattern("i")`
  \bpermissions?\b|\bden(?:y|ied)\b|\bnot (?:allowed|permitted)\b|\brefus\w+|\breject\w*|\berrors?\b|\bfail\w*
  |권한|거부|거절|오류|에러|실패|${FAILS}
`;
export const OF_HTTP = /\bhttps?\b|\brest(?:ful)?\b/i;
export const BREAKS_OFF = pattern("i")`
  \bidle\b|\bkeep-?alive\b|\bdisconnect\w*|\bdrop(?:s|ped|ping)?\b|\bclos(?:e|es|ed|ing)\b|\bre-?connect\w*
  |끊[기긴겨겼어김]|유휴|재연결
`;
export const MESSAGE_TOO_BIG = pattern("i")`
  \b(?:messages?|payloads?|requests?|responses?|data|files?)\b${GAP}\b(?:large|big|sizes?|limits?|exceed\w*)\b
  |\b(?:max\w*|large|big)\b${GAP}\b(?:messages?|payloads?|sizes?|data|files?)\b
  |(?:메시지|메세지|페이로드|데이터|파일|요청|응답)[^.?!:;]{0,10}(?:크기|용량|사이즈|한도|제한|초과|[이가]? ?[큰크커])
`;
export const UNREACHED_BY_CALLS = pattern("i")`
  ${CONNECTING.source}|\bunreachable\b|${NOT}${GAP}\b(?:reach\w*|access\w*)\b|\bconnections?\b${GAP}${NOT}
`;
export const CONNECTS_LATE = pattern("i")`
  \bdeadline\w*${GAP}\bconnect\w*|\bconnect\w*\b${GAP}\bdeadline|
  \btime[sd]?[ -]?out\b${GAP}\bconnect\w*|\bconnect\w*\b${GAP}\btime[sd]?[ -]?out\b
  |(?:연결|접속)[^.?!:;]{0,10}(?:타임 ?아웃|시간 ?초과)
`;

export const OF_SITE =
  /\b(?:(?:web ?)?sites?|(?:home|web)?pages?|url|server|api)\b|사이트|홈페이지|웹페이지|페이지|서버|싸이트/i;
export const UNREACHED = pattern("i")`
  ${NOT}${GAP}\b(?:load(?:s|ing|ed)?|open(?:s|ing|ed)?|reach(?:ed|ing)?|access(?:ed|ing|ible)?|connect\w*
  |respond(?:ing|s)?)\b
  |${IS_DOWN}
  |(?:접속|연결)[이을은도]? ?(?:${FAILS}|불가|못|실패)|(?:안|못) ?(?:열[려리림]|뜨[고는]|떠|뜸|뜹|들어가)|열리[지질] ?않
`;
// Where no page, server or site is named, people still reach a site by these words.
const REACHED = "(?:접속|사이트|홈페이지|페이지|서버)";
export const NOT_REACHED = pattern("i")`
  네트워크 ?연결[이은도]? ?(?:${FAILS}|불가|못|실패|오류|에러)|
  \b(?:site|page|website|homepage|server)s?(?: is| was)? (?:still )?(?:down|dead)\b
  |접속[이을은도]? ?(?:${FAILS}|불가|못|실패|오류|에러|장애)|서버[가는은이]? ?(?:다운|죽|내려[가갔간]|먹통)
  |${REACHED}[^.?!:;]{0,10}들어가[지질]*지? ?(?:않|못|안)
`;
export const CRASHES =
  /\bserver(?: keeps?)? crash\w*|서버[가는은이]? ?(?:자꾸 |계속 |또 )?(?:터[졌지진짐져]|뻗)/i;
export const REDIRECTS_ON = pattern("i")`
  \b(?:keeps?|constantly|always|endless\w*|infinite\w*)\b${GAP}\bredirect\w*
  |\bredirect\w*\b${GAP}\b(?:loops?|forever|endless\w*|infinite\w*|again)\b
  |(?:무한|계속|반복)[^.?!:;]{0,10}(?:리다이렉|리디렉|redirect)|(?:리다이렉|리디렉|redirect)[^.?!:;]{0,10}(?:무한|계속|반복|루프)
`;
export const LOGGED_OUT = pattern("i")`
  \b(?:keeps?|getting|gets|got|being|was|am)\b${GAP}\b(?:log(?:ged|ging|s)|sign(?:ed|ing|s)|kick(?:ed|ing
  |s))(?: me)? ?out\b
  |\b(?:session|login|token)s?\b${GAP}\b(?:expir\w*|times? out|timed? ?out)\b
  |로그인[이은도]? ?(?:자꾸 ?|계속 ?)?풀[려리림]|로그아웃[이은도]? ?(?:되|돼|됨|됩)
  |\b(?:log|sign) ?in\b${GAP}\b(?:(?:each|every) time|again)\b|\bstay\w* (?:logged|signed) in\b
  |\b(?:unexpected|random|sudden|automatic)(?:ly)? (?:log|sign)(?:ged|ed)? ?outs?\b
  |무한 ?로그인|로그인[이을]? ?무한|재 ?로그인|로그인 ?(?:상태)?[이가은도]? ?유지
  |세션[이은도]? ?(?:끊|풀)|토큰 ?재발급|(?:다시|매번|자꾸|계속) ?로그인|(?:세션|토큰|로그인)[이은도]? ?만료
`;

export const NOT_LOGGED_IN = pattern("i")`
  ${NOT}${GAP}\b(?:log|sign)(?:ging)?[ -]?in\b|\b(?:log|sign)(?:ging)?[ -]?in\b${GAP}${NOT}
  |\b(?:log|sign)[ -]?in errors?\b|\blog ?in (?:page |screen |form )?(?:is |was )?(?:broken|stuck|hangs)\b
  |\b(?:prevents?|breaks?|broke|blocks?)\b${GAP}\b(?:log|sign)[ -]?in\b
  |로그인[^.?!:;]{0,8}(?:실패|오류|에러|문제|불가|장애|${FAILS}|못|되지 ?않|할 ?수 ?없)
`;
// With an account at another site.
export const OF_ACCOUNT = pattern("i")`
  (?:소셜|간편|sns) ?로그인|아이디로 ?로그인|로그인 ?연동
  |로그인[^.?!:;]{0,12}(?:\bunauthorized\b|토큰|인가 ?코드|콜백|\b40[0134]\b)|\bsocial log ?in\b|\bsign[ -]?in with\b
`;
export const CONNECTS = /\bconnect\w*|연결|접속|[커컨콘]넥션/i;
export const NOT_UPLOADED = pattern("i")`
  (?:파일|이미지|사진|동영상|영상) ?(?:등록|첨부)[이가을은도]? ?(?:실패|오류|에러|문제|불가|${FAILS}|못)|
  \bupload\w*\b${GAP}${NOT}|${NOT}${GAP}\bupload\w*|\bupload\w* (?:errors?|problems?|issues?)\b
  |업로드[^.?!:;]{0,6}(?:실패|오류|에러|문제|불가|${FAILS}|못|되지 ?않)
  |(?:파일|이미지|사진|동영상|영상|첨부)[이가을를은도]? ?(?:안|못) ?올[라려리]
`;

export const PROGRAM_FAILS = pattern("i")`
  \b(?:internal )?server errors?\b|서버[^.?!:;]{0,3}(?:오류|에러|장애)|내부 ?(?:오류|에러)
`;
export const OF_TLS = pattern("i")`
  \bhandshake\b|\btls\b|\bssl\b|\bcert(?:s|ificates?|ification)?\b|핸드 ?[셰쉐]이크|인증서
`;

export const NOT_VALID = pattern("i")`
  \bexpir\w*|\binvalid\b|\buntrusted\b|\bnot (?:valid|trusted|secure)\b|\berrors?\b|\bissues?\b|\bproblems?\b
  |만료|오류|에러|문제|신뢰
`;
export const REFUSES = pattern("i")`
  \brefus\w+\b${GAP}\bconnect\w*|\bconnect\w*\b${GAP}\brefus\w+|연결[이을]? ?거[부절]
`;
// Of databases, queues, shells and file servers there are no pages.
export const OF_ELSEWHERE = pattern("i")`
  \b(?:databases?|db|mysql|mariadb|postgres\w*|mongo\w*|redis|kafka|rabbitmq|oracle|ssh|s?ftps?|ldap)\b
  |데이터 ?베이스|디비|레디스|몽고|오라클|카프카
`;
// Servers are mail's too, where they send or receive.
export const OF_DELIVERY = pattern("i")`
  \b(?:recipients?|sender|sending|mx|relay\w*|bounc\w*|deliver\w*|app password)\b
  |수신|발신|송신|발송|반송|배달|(?:받는|보내는|상대)(?: ?쪽| ?편)? ?서버|포스트픽스|센드메일|엑심|앱 ?비밀번호
`;
export const OF_OTHERS = pattern("i")`
  ${OF_MAIL.source}|${OF_ELSEWHERE.source}|${OF_DELIVERY.source}
`;
// Mail is fetched by other protocols than it is sent by; a guide says what that means.
export const OF_FETCHING = /\b(?:imap4?s?|pop3s?)(?![\w.])/i;
export const PORT_25 = /\bport 25\b|\b25 port\b|25 ?번? ?포트|포트 ?25/i;
export const PORT_OF_OUTGOING =
  /\bport (?:465|587|2525)\b|(?:465|587|2525) ?번? ?포트|포트 ?(?:465|587|2525)/i;
// Two ports of one's own server, of which one is to be chosen.
export const PORTS_OF_OUTGOING = pattern("i")`
  (?<![\d.])(?:25|465)(?![\d.])[^\n]{0,40}(?<![\d.])587(?![\d.])
  |(?<![\d.])587(?![\d.])[^\n]{0,40}(?<![\d.])(?:25|465)(?![\d.])
`;
// Sending by way of what mail is read from.
export const PORT_OF_READING = pattern("i")`
  \b(?:imap4?s?|pop3s?) ?(?:port|server|host|포트|서버)|\bport (?:143|993|110|995)\b|(?:143|993|110|995) ?번? ?포트
`;
export const SENDS_BY_IT = /\bsend(?:s|ing)?\b|\bsmtp\b|\boutgoing\b|보내|보낼|발송|전송/i;
export const OF_PORTS = /\bports?\b|포트|smtp|mail|메일|\b(?:tls|ssl)\b/i;
export const OF_MAILING = /mail|smtp|메일/i;
// Machines of others, whose ports for mail are mostly closed.
const CLOUD = unwrapped`
  (?:(?<![a-z])(?:ec2|lightsail|gcp|google cloud|oracle cloud|hetzner|vultr|digital ?ocean|linode|contabo|vps|droplet)
  (?![a-z])|오라클 ?클라우드|클라우드 ?(?:서버|인스턴스)|가상 ?서버)
`;
export const SILENT_IN_CLOUD = new RegExp(`^(?=.*${CLOUD})(?!.*\\d{3}).*(?:${SILENT.source})`, "is");
// What works at the writer's desk and not where it is to run.
export const WORKS_AT_HOME = pattern("i")`
  \b(?:local(?:host|ly)?|my (?:own )?(?:pc|machine|computer|laptop)|dev(?:elopment)?)\b[^\n]{0,60}
  \b(?:but|not|n['’]t)\b[^\n]{0,40}
  \b(?:servers?|host(?:ing|ed)?|prod(?:uction)?|live|vps|deploy\w*|docker|cloud|cpanel)\b
  |\b(?:server|hosting|prod(?:uction)?|live|vps|docker|cloud)\b[^\n]{0,30}\b(?:vs|but|not)\b[^\n]{0,40}
  \blocal(?:host|ly)?\b
  |(?:로컬|내 ?(?:컴퓨터|PC|피시))[^\n]{0,30}(?:서버|운영|배포|호스팅|도커|클라우드)[^\n]{0,20}(?:안|못|실패)
`;
// What is fastened to a mail.
export const ATTACHED_TOO_LARGE = pattern("i")`
  \battach\w*\b[^\n]{0,30}\b(?:too (?:big|large)|size|limit\w*|exceed\w*)\b
  |\b(?:too (?:big|large)|size limit|oversized?)\b[^\n]{0,30}\battach\w*|첨부[^\n]{0,14}(?:용량|크기|사이즈|대용량)|대용량 ?첨부
`;
export const CLOSED =
  /\b(?:block(?:s|ed|ing)?|clos(?:es|ed)|filter(?:s|ed))\b|차단|막[힘혀혔힌았아]|닫[혀힘힌혔]/i;
export const OF_SOCKET = /\bweb ?sockets?\b|\bsocket\.io\b|웹 ?소켓|소켓/i;
export const SET_UP = /\b(?:set ?ups?|settings?|config\w*|ports?)\b|설정|세팅|셋팅|포트/i;
