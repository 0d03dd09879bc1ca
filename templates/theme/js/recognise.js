/**
 * Reads SMTP codes and servers' replies out of whatever was pasted: a code, a pair, a reply, a log, a bounce.
 *
 * A number is a code only if what stands around it says so. Spans that hold other numbers (dates, addresses,
 * versions, prices …) are masked first; what is left is weighed by the words and marks beside it. The forms known
 * are data (the lists below), so a new log format or mail library is a line there.
 * No regular expression here nests unbounded repetitions: a paste of any kind takes linear time.
 */

const LONGEST_INPUT = 1_000_000;
const LONGEST_QUERY = 160;
const LONGEST_TEXT = 500;
const MOST_FINDINGS = 50;
// Far more than anybody reads; keeps a paste of nothing but codes quick.
const MOST_HITS = 1500;
const MOST_GROUPS = 500;
// A reply is read to this many characters and lines, so that marks late in a long one are still seen.
const LONGEST_REPLY = 1600;
const MOST_LINES = 40;
// How much beside a number can say what it is.
const BESIDE = 160;
// How far before a number a word that introduces it may begin.
const CUE = 48;
// Neither digit, letter, space nor a mark that may stand beside a code.
const FILL = "·";

const ADDRESS = String.raw`[\w.+%&'*\/=!#$~^{|}-]{1,64}@[A-Za-z0-9\u00a1-\uffff](?:[\w.-]|[\u00a1-\uffff]){0,120}`;
const ENHANCED = String.raw`([245]\.[0-7]\.\d{1,3})(?![\w]|\.\d|-\d)`;

/* ---------------------------------------------------------------- the text as it was meant */

const ENTITIES = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'", nbsp: " ", "#39": "'", "#34": '"', "#60": "<", "#62": ">" };

// What pasting, quoting and encoding do to a text, undone. In this order.
const REPAIRS = [
  [/\r\n?/g, "\n"],
  [/[\u00a0\u2000-\u200a\u202f\u3000]/g, " "],
  [/[\u200b-\u200f\u2060\ufeff\u00ad]/g, ""],
  [/[０-９．／：；，－]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)],
  [/[‐‑‒–—−]/g, "-"],
  [/[“”„]/g, '"'],
  [/[‘’]/g, "'"],
  [/&(lt|gt|amp|quot|apos|nbsp|#39|#34|#60|#62);/g, (_, name) => ENTITIES[name]],
  [/\\{1,4}"/g, '"'],
  [/\\{1,4}r\\{1,4}n/g, "\n"],
  // Not before a lower-case letter: C:\node is a path.
  [/\\{1,4}n(?![a-z])/g, "\n"],
  [/\\{1,2}t(?![a-z])/g, " "],
  [/<(?:br|\/p|\/div|\/tr|\/li|\/h\d)\s?\/?>/gi, "\n"],
  [/<\/?(?:a|b|i|p|td|th|tr|li|ul|ol|h\d|em|div|pre|code|span|font|html|head|body|table|tbody|strong|blockquote|img|meta|hr|wbr)(?:\s[^<>]{0,400})?>/gi, ""],
  // Quoted mail: > or | before each line, but not a session's >>>.
  [/^[ \t]{0,8}(?:[>|] ?){1,6}(?![>|])/gm, (mark) => (/>>>/.test(mark) ? mark : " ".repeat(mark.length))],
];

const fromBytes = (bytes) => new TextDecoder().decode(Uint8Array.from(bytes));

function unquoted(text) {
  return text
    .replace(/=\n/g, "")
    .replace(/(?:=[0-9A-F]{2}){1,400}/g, (run) => fromBytes(run.slice(1).split("=").map((hex) => parseInt(hex, 16))));
}

function decodedBase64(whole, head, body) {
  try {
    const text = fromBytes([...atob(body.replace(/\s/g, ""))].map((character) => character.charCodeAt(0)));
    return /[\0\ufffd]/.test(text) ? head : `${head}\n${text}\n`;
  } catch {
    return whole;
  }
}

// Headers of a message whose numbers mean nothing here, with their folded lines.
const IDLE_HEADERS =
  /^(?:Received(?:-SPF)?|DKIM-[\w-]+|ARC-[\w-]+|Authentication-Results|DomainKey-[\w-]+|Message-I[dD]|References|In-Reply-To|Thread-[\w-]+|Content-(?:ID|Language|Disposition)|MIME-Version|Date|Arrival-Date|Last-Attempt-Date|User-Agent|List-[\w-]+|X-(?!Failed-Recipients|SMTP|Postfix|Actual|[\w-]{0,30}(?:[Ee]rror|[Dd]iagnostic|[Rr]eason|[Bb]ounce|Supplementary))[\w-]+):[^\n]*(?:\n[ \t][^\n]*)*/gm;

// Where a bounce gives the sender's own message back, and where the report goes on after it.
const RETURNED =
  /^[ \t]*(?:Content-Type:[ \t]*(?:message\/rfc822|text\/rfc822-headers)|-{2,}[ \t]?(?:This is a copy of|Below this line is a copy|Original message -|Message header follows|Unsent message follows|Returned message|The header of the original|Undelivered message follows)|Original message headers:|원본 메시지 헤더)/im;
const REPORT_AGAIN = /^[ \t]*(?:Content-Type:[ \t]*message\/delivery-status|Reporting-MTA:|Final-Recipient:|Original-Recipient:)/im;

function withoutReturned(text) {
  let rest = text;
  let kept = "";
  for (let found = RETURNED.exec(rest); found; found = RETURNED.exec(rest)) {
    kept += rest.slice(0, found.index);
    const after = rest.slice(found.index + found[0].length);
    const again = after.search(REPORT_AGAIN);
    if (again < 0) return kept;
    kept += "\n";
    rest = after.slice(again);
  }
  return kept + rest;
}

/** The text with encodings, quoting and typography undone. */
function plain(text) {
  let result = text.replace(/\r\n?/g, "\n");
  if (/^Content-Transfer-Encoding:[ \t]*base64/im.test(result)) {
    result = result.replace(
      /(^Content-Transfer-Encoding:[ \t]*base64[^\n]*\n(?:[^\n]+\n){0,15})\n((?:[A-Za-z0-9+/=]{1,100}\n?)+)/gim,
      decodedBase64,
    );
  }
  if (/^Content-Transfer-Encoding:[ \t]*quoted-printable/im.test(result)) result = unquoted(result);
  if (result.includes("<style")) result = result.replace(/<style[^<]*<\/style>/gi, "");
  // Within JSON every \n is a line end; elsewhere it may begin a path's name.
  if (/^\s*[{["]/.test(result)) result = result.replace(/(?<!\\)(?:\\r)?\\n/g, "\n").replace(/(?<!\\)\\t/g, " ");
  for (const [pattern, replacement] of REPAIRS) result = result.replace(pattern, replacement);
  return withoutReturned(result).replace(IDLE_HEADERS, "");
}

/* ---------------------------------------------------------------- spans that hold other numbers */

const PRODUCTS =
  "exim|postfix|sendmail|dovecot|cyrus|courier|qmail|php|phpmailer|python|ruby|rails|perl|node|nodejs|npm|yarn|openssl|gnutls|libressl|nginx|apache|mysql|mariadb|postgres|postgresql|redis|linux|kernel|ubuntu|debian|centos|fedora|rhel|windows|macos|ios|android|chrome|firefox|safari|thunderbird|java|jdk|jre|spring|django|flask|laravel|symfony|wordpress|woocommerce|drupal|joomla|magento|swaks|spamassassin|clamav|amavis|amavisd-new|rspamd|roundcube|zimbra|mailman|plesk|cpanel|docker|kubernetes|go|golang|rust|nodemailer|mailkit|mimekit|swiftmailer|jquery|react|vue|angular|bootstrap|git|bash|curl|libcurl|wget|openssh|samba|squid|haproxy|tomcat|jenkins|elasticsearch|kibana|mongodb|sqlite|vim|emacs|gcc|glibc|systemd|mailer|package|plugin|library|firmware|sdk|api|app|build|release|rev|revision|ver|version|section|chapter|figure|table|버전";
const COUNTED =
  "errors?(?= (?:were|found|occurred|per|out|and \\d))|bytes?|octets?|kb|mb|gb|tb|kib|mib|ms|msecs?|secs?|seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|people|persons?|users|visitors|mails|e-?mails|messages|recipients|addresses|customers|employees|members|subscribers|items|files|lines|rows|pages|words|points|times|tests|requests|connections|attempts|retries|threads|dollars|euros|pounds|won|usd|krw|eur|gbp|percent|miles?|meters?|metres?|feet|ft|km|cm|mm|kg|g|grams?|ml|l|lbs?|oz|px|pt|em|rem|dpi|hz|khz|mhz|ghz|mbps|kbps|kcal|calories|watts?|volts?|degrees|cups?|tbsp|tsp|rooms|seats|copies|units|pieces|guests|children|students|houses|cars|million|billion|thousand|hundred|unread|pending|online";
const KOREAN_COUNTED =
  "명|개|건(?!가)|원|통|회|분|초|시간|일(?![까반])|년|월|주년|달러|엔|유로|위안|권|장|층|호|쪽|페이지|바이트|킬로|메가|기가|점|위|살|세|도|미터|그램|리터|평|번지|번 ?버스|번째|인분|퍼센트|곳|줄|차례|여 ?명|여 ?개|만 ?원|천 ?원|대(?! ?[\\dx])";

// Each takes a whole span in which no code stands.
const MASKS = [
  /\b(?:https?|ftp|mailto):\S+|\bwww\.\S+/gi,
  new RegExp(String.raw`(?<![\w.+%&'*\/=!#$~^{|}-])${ADDRESS}|(?<=[=/'])${ADDRESS}`, "g"),
  // HTTP.
  /\bHTTP(?:S|\/\d(?:\.\d)?)?["']?[ :_-]{0,2}(?:status|error|code|response|status code|response code|상태|상태 코드|오류|에러)?(?: ?code)?[ :=-]{0,3}\d{3}\b/gi,
  /\b(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)\s\S{1,300}(?:\sHTTP\/[\d.]+)?"?\s\d{3}(?:\s[\d.-]+)?/g,
  /\(?\b[45]\d\d\)? (?:Bad\sGateway|Internal\sServer Error|Service\sUnavailable(?! ?[;,-])|Gateway\sTime-?out|Not\sFound|Forbidden|Unauthorized|Bad Request|Not Implemented|Misdirected Request|Unprocessable|Too Many Requests|Unavailable For Legal|Expectation Failed)|\b(?:200 OK|20[1-4] (?:No Content|Created|Accepted)|30\d (?:Found|Moved))\b|Request failed with status code \d{3}/gi,
  /\bstatus_?code["']?\s?[=:]\s?["']?(?:[1-3]\d\d|4(?:0\d|1\d|22|29)|50[0-4])\b/gi,
  /\b(?:[Ss]tatus|[Cc]ode)["']?\s?[:=]\s?["']?(?:200|201|202|204|30[1-8]|40[0-9])\b(?! ?[-.]\d| [A-Z])/g,
  /\b(?:status|http_status|upstream_status)[=:](?:[1-3]\d\d|4(?:0\d|1\d|22|29)|50[0-4])\b/g,
  // Dates and times, with zone.
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? /g,
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? {1,2}\d{1,2}(?:,? \d{4})?(?:[ T,]{1,2}\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?)?/g,
  /\b\d{1,2}[- ](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}[- ,]{1,2}\d{2,4}/g,
  /\b\d{4}[-/.]\s?\d{1,2}[-/.]\s?\d{1,2}(?:[T _]{0,2}\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,9})?)?(?:Z| ?[+-]\d\d:?\d\d)?/g,
  /\b\d{1,2}[-/]\d{1,2}[-/]\d{2,4}\b/g,
  /\b\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,9})?(?: ?[AP]M)?(?: ?[+-]\d{4})?/gi,
  /(?<=\s)[+-]\d{4}\b(?! ?[-.]\d)/g,
  // Addresses and ports. An IPv6 address has at least two colons.
  /\b\d{1,3}(?:\.\d{1,3}){3,5}\b(?::\d+)?(?:\/\d+)?/g,
  /(?:\b[0-9a-f]{1,4}|(?<=[\s[(=]):):(?:[0-9a-f]{0,4}:){1,6}[0-9a-f]{0,4}/gi,
  /\bports?\W{0,3}\d+/gi,
  /(?:\.[a-z]{2,10}|\blocalhost):\d+/gi,
  // Telephone numbers, Korean and international.
  /\+\d{1,3}[-. (]{1,2}\d{1,4}[-. )]{1,2}\d{2,4}(?:[-. ]\d{2,4}){0,2}/g,
  /\(?\b0\d{1,3}\)?[-. ]{1,2}\d{3,4}[-. ]\d{4}\b/g,
  /\b\d{3,4}-\d{4}\b(?!\.)/g,
  /(?:\b1[-. ])?\(?\b\d{3}\)?[-. ]{1,2}\d{3}[-. ]\d{4}\b/g,
  /\b(?:tel|phone|fax|call|전화|팩스|내선)\W{0,3}[\d() -]{3,20}/gi,
  // Other groups of digits with hyphens: order, tracking and account numbers.
  /\b\d{1,6}(?:-\d{2,8}){2,5}\b/g,
  // Identifiers and hashes: letters and digits mixed.
  /\b\w{4,40}(?:-\w{1,40}){1,6}\b(?!\.\d)/g,
  /(?<!(?:error|code|smtp|status|오류|에러|코드)[ :=]{1,2})\[\d{1,7}\](?! ?[245]\.\d)/gi,
  /#\d+\]/g,
  /(?<!\d)(?:\d{1,2}|\d{4,9})\s?~\s?\d+/g,
  /(?:\binbox|\bspam|메일함|편지함|보관함)\s?[:(]\s?\d+/gi,
  /\[\d{1,6}\/\d{1,6}\]|\b\d{1,6} of \d{1,6}\b/g,
  /\bexit(?:ed)?(?: with)?(?: status| code)?[ :=]{1,3}\d+/gi,
  /[-=_]{3,}[\w.=-]+/g,
  // Numbers that a name stands before.
  /\b(?:uid|gid|pid|ppid|size|delays?|xdelay|nrcpts?|msgid|line|lines|bytes|count|total|len(?:gth)?|timeout|timeout of|retry|retries|pri|class|width|height|top|left|margin|padding|priority|sequence|seq|score|hits|ttl|max|min|limit|spam_score|bits|exit|exitcode|errno|signal|userid|user_id|order_id|id|day|week|step|elapsed|took|duration|time)(?:\s?[=:]\s?|\s)['"]?\d+(?:\.\d+)*/gi,
  /\b(?:lines?|rooms?|suite|apt|page|chapter|section|ticket|issue|order|invoice|case|pr|pull request|bug|flight|bus|route|highway|gate|unit|floor|building|model|rfc|iso|ks|kb|area|group|team|bed|lot|exhibit|figure|table|psalm|bmw|boeing|airbus|galaxy|windows|office|microsoft|no\.|nr\.?|№|방|제)\s?#?\d[\d.]*/gi,
  // A value of some key; but not of one that names a reply.
  /(?<!(?:code|status|smtp|reply|stat|reject|resp|response|led|result|err|error|rc|msg|reason|dsn|text|diag|said|bounce|[^\w"'])["']?)=["']?\d+(?:\.\d+)?["']?(?=[;,\]&)]|\s+[\w-]{1,30}=|\s*$)/gim,
  /(?:Socket error code|errno|signal|error code[ =:]{1,2})\s?\d{4,6}/gi,
  /[$₩€£¥￦]\s?\d[\d,.]*|\b(?:USD|KRW|EUR|GBP|JPY|US\$)\s?\d[\d,.]*/g,
  /\b\d{1,5} (?:(?:[NSEW]\.? )?[A-Z0-9][\w.']{1,20} ){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Way|Place|Court|Square|Parkway|Terrace)\b/g,
  new RegExp(String.raw`(?<![\d.])\b\d{1,4}(?:[.,]\d+)?[ -]?(?:${COUNTED})\b(?!['’]|\s(?:rejected|denied|blocked|not|too|from|temporarily|deferred|refused|exceed|over|limit))`, "gi"),
  new RegExp(String.raw`(?<![\d.])\d{1,4}(?:[.,]\d+)? ?(?:${KOREAN_COUNTED})(?=[\s가-힣.,!?)]|$)`, "g"),
  /(?<![\d.])\d{1,4}(?:\.\d+)? ?[%°℃℉]/g,
  // Versions.
  new RegExp(String.raw`\b(?:${PRODUCTS})(?:\.js)?[ /_:-]{1,2}v?\d+(?:\.\d+)+[\w.+~-]*`, "gi"),
  /\bv\d+(?:\.\d+)+|§+\s?\d[\d.]*/gi,
  /(?<=[A-Za-z_-])\/\d+(?:\.\d+)+/g,
  // What was expected is not what was answered.
  /\b(?:Expected|expecting|expected)(?:\sresponse)?(?:\scode)?[:\s]{1,2}["']?\d{3}(?:["']?(?:\/| or )["']?\d{3})*/g,
];
const FRAMED_HTTP = /\b(?:GET|POST|PUT|DELETE|PATCH|HEAD) \/|\bmethod=|HTTP\/[12]/;

const filled = (span) => (span.includes("\n") ? span.replace(/[^\n]/g, FILL) : FILL.repeat(span.length));

function mask(text) {
  let result = text;
  for (const pattern of MASKS) result = result.replace(pattern, filled);
  return result;
}

/* ---------------------------------------------------------------- the lists codes are weighed by */

const STEM = 4;

/** A test for a text that holds one of the words: a set for whole words, and their first letters for stems. */
function wordList(words) {
  const whole = new Set();
  const stems = new Map();
  for (const word of words.split(" ")) {
    if (!word.endsWith("*")) whole.add(word);
    else stems.set(word.slice(0, STEM), [...(stems.get(word.slice(0, STEM)) ?? []), word.slice(0, -1)]);
  }
  const isListed = (word) => whole.has(word) || (stems.get(word.slice(0, STEM))?.some((stem) => word.startsWith(stem)) ?? false);
  return { test: (text) => text.toLowerCase().match(/[a-z0-9]{2,30}/g)?.some(isListed) ?? false };
}

// Words that servers answer with; those ending in * stand for all that begin so.
const REPLY_WORDS = wordList(
  "mailbox mail mails user users recipient* relay* denied deny unknown reject* spam* sender addressee address addresses command* quota block* auth* account* message* smtp esmtp lmtp service server* policy syntax grey* gray* unavailable deliver* domain host hosts tls starttls helo ehlo data ok okay queue* ready bye again temporar* permanent* transient allowed invalid refused such exist dmarc spf dkim blacklist* blocklist* listed limit* exceed* size virus content access client connection* password* credentials closing hello accepted sorry verif* bounce* error* fail* rate defer* disabled inactive protocol sequence parameter* resources storage requested action transaction prohibit* envelope header* attachment dns mx ip reputation welcome pipelining 8bitmime enhancedstatuscodes chunking smtputf8 help rcpt quit unrecognized unrecognised implemented bad loop hop full ahead later try",
);
const FAILURE_WORDS =
  /\b(?:den(?:y|ied)|reject\w*|unknown|unavailable|not|fail\w*|errors?|invalid|full|exceed\w*|timed|timeout|refused|disabled|unsuccessful|block\w*|spam|sorry|no|quota|bad|expired|unable|required|cannot|can't|limit|too|suspended|inactive|loop|again|later|prohibited|undeliverable|lookup|greylist\w*|graylist\w*|deferred|delayed)\b/i;
const OPENING_WORDS =
  /^["']?[ :-]{1,3}(?:mailbox|user unknown|user not|no such|unknown user|unknown recipient|relay|relaying|requested|unable to|administrative|recipient|sender|command|syntax|bad sequence|message|mail (?:rejected|content)|access denied|permanent|temporary|service|authentication|user's|over quota|spam|blocked|rejected)\b/i;

// What may stand before a code, and how much it says.
const BEFORE = [
  [/\bsmtp;\s{0,3}$/i, 4],
  [/\b(?:said|says|replied|replies|responded|answered|response|reply|replied with|responded with|response was|reply was|server error|server message|returned|returned status|was returned|got|gave|error was|the error|reason|stat|result|message|failed|failure|rejected|reject|refused|denied|unexpected|unaccepted|with message|talk to me|bounced|deferred|temporarily)(?:["']?[\s:=>("'[{-]{1,4})$/i, 3],
  [/(?:\be?smtp|\blmtp)(?:[-_ ]?(?:server|status|error|code|reply|response|command))?["']?[\s:=("'-]{1,4}$/i, 4],
  [/(?:\b(?:error|errors|code|codes|status|bounce|ndr|dsn|nonzero)|에러|오류|코드|응답|반송)(?: ?(?:code|status|number|was|is|of|번호|코드|는|은|가|이))?["']?[\s:=("'#-]{0,4}$/i, 3],
  [/(?:Code|Status|_code|_status|-code|Error|Exception)["']?[\s:=("']{1,4}$/, 3],
  [/(?:<<<|<-{1,3}|<~|<\*\*|<~\*|<==|←|SMTP<<|\bS:|\[S\]|SERVER -> CLIENT:|server:|<,|>,|\bRX:|<< )\s{0,3}["']?$/i, 3],
  [/(?:LED=|reject=|reply=|stat=|\[?\{)\s?$/, 3],
  [/#<?\s?$/, 1],
  [/\b(?:code|response|status|error|reply)\b[^.\n(]{0,30}\(\s?$/i, 3],
  [/\b(?:server|host|after [\w ]{2,30})\b[^:\n]{0,40}: ?$/i, 2],
  [/[:"'(\[>=|;/]\s?$|,$/, 1],
];
const AFTER = [
  [/^["')\]]?,? ?(?:smtp |permanent |temporary |server |delivery )?(?:errors?|codes?|status|response|repl(?:y|ies)|bounces?|rejection)\b/i, 3],
  [/^["')\]]?(?:번)? ?(?:smtp |메일 )?(?:에러|오류|코드|응답|반송)/i, 3],
  [/^-(?=[^\s\d-])/, 1],
];
const ENOUGH = 3;
// 334 is followed by a question in base64.
const CHALLENGE = /^ [A-Za-z0-9+/]{8,}={0,2}\s*$/;
const LETTER = /\p{L}/u;
const LINE_START = new RegExp(String.raw`^[\s${FILL}>|*•▶►●■◆◈※→-]*$`);
// A plural right after a number counts something, unless servers speak so.
const COUNTS = /^ (?:[a-z]+ )?(?!errors|access|address|process|users|messages|recipients|connections|does|has|is|was|this|unless|always)[A-Za-z]{3,}s\b(?<!ss|us|is)/;
// One number of several: 550 active, 421 deferred; Bounced: 421, Delivered: 550
const LISTED = /^ [a-z]+, \d+ [a-z]|^, ?\w+:? ?\d+(?![.\d])/i;
// Not how a server begins: 421 vs the world, 550 of them.
const GOES_ON = /^ (?:vs|and|or|of|to|in|at|by|is|was|are|were|plus|times|x)\b/i;
const KOREAN_REPLY = /사용자|메일|수신|발신|거부|서버|주소|차단|도메인|인증|용량|스팸|연결|시스템|존재|찾을|계정|전송|명령|구문|요청|오류|실패|초과|권한/;
const WEB = /\b(?:upstream|nginx|apache|https?|gateway|cdn|url|browser|webserver)\b/i;
const WEB_STATUS = /^(?:[23]0\d|40\d|50[0-4])$/;
const NEVER = new Set(["465", "587", "365"]);
const HTTP_ONLY = /^4(?:0[3-9]|1[0-689]|2[4-9])$/;

// Forms in which only an enhanced code is told.
const ENHANCED_BEFORE = [
  [/\bdsn[=:]\s?$/i, 4],
  [/\b(?:status|status code|enhanced status(?: code)?|enhanced code|error|error code|code|errors|said|reply|response|response was|reason|server error|ndr|smtp|smtp;|dsn|esmtp|failed|returned|bounce|exception|rejected)["']?[\s:=("'#[-]{1,4}$/i, 3],
  [/(?:에러|오류|코드|응답|반송)(?:는|은|이|가)?[\s:("'#]{0,3}$/, 3],
  [/#<?\s?$/, 3],
  [/(?:<<<|<-|<\*\*|\bS:)\s{0,3}$/, 3],
  [/[(["'[]\s?$/, 1],
  [/[:;=>,]\s?$/, 1],
];
const ENHANCED_AFTER = [
  [/^["')\]]?,? ?(?:smtp |permanent |temporary |delivery |ndr )?(?:errors?|codes?|status|response|repl(?:y|ies)|bounces?|rejection|ndr)\b/i, 3],
  [/^["')\]]? ?(?:에러|오류|코드|응답|반송)/, 3],
];

function sum(cues, text) {
  let best = 0;
  for (const [pattern, points] of cues) if (points > best && pattern.test(text)) best = points;
  return best;
}

/* ---------------------------------------------------------------- looking at a place in the text */

function viewOf(source, known, session = false) {
  return { source, masked: mask(source), known, session };
}

const startOfLine = (source, at, most) => {
  const from = Math.max(0, at - most);
  const cut = source.slice(from, at).lastIndexOf("\n");
  return cut < 0 ? from : from + cut + 1;
};
// Lines are looked at piece by piece: a log or JSON file can be one line.
const LONGEST_LINE = 4000;
const endOfLine = (source, at) => {
  const cut = source.slice(at, at + LONGEST_LINE).indexOf("\n");
  return cut < 0 ? Math.min(source.length, at + LONGEST_LINE) : at + cut;
};

/** What stands before and after a place, masked: before it on its line, after it on the next too. */
function around({ masked }, at, length) {
  const before = masked.slice(Math.max(0, at - BESIDE), at);
  const cut = before.lastIndexOf("\n");
  // What a wrapped line goes on from; only a line that ends open leads on.
  const above = cut < 0 ? "" : before.slice(before.lastIndexOf("\n", cut - 1) + 1, cut).trimEnd();
  return { before: before.slice(cut + 1), above: /[:>=("'-]$|\b(?:was|is|said|code|error|status)$/i.test(above) ? `${above} ` : "", after: masked.slice(at + length, at + length + BESIDE) };
}

const BASIC =
  /(?<=^|[\s"'`([{<>:;=,|#*/▶►●■◆◈※→]|에러|오류|코드|응답)(?!(?<=\d )\d{3} \d{3}\b)([2-5]\d\d)(?=$|[\s"')\]}<>;?!\\(|]|\/(?=[245]\.\d)|-(?!\d{2})|[:,](?!\d)|\.(?!\w)|[가-힣])/gm;
// The enhanced code right behind the code, in every punctuation seen; on the next line where a mail was wrapped.
const DIRECT = new RegExp(
  String.raw`^(?:[\s\-:;,/#("'[>)\]]{1,24}|, ?[bu]["']|["')]?[\s.,;]{0,3}["']?(?:Additional SMTP info|[a-z][a-z_-]{2,24})["']?\s?[:=]>?[\s"']{0,3})${ENHANCED}`,
  "i",
);
const ALONE = new RegExp(String.raw`(?<=^|[\s"'\`([{<>:;=,|#*-]|에러|오류|코드|응답)${ENHANCED}`, "gm");
const MARKED = new RegExp(String.raw`#\s?${ENHANCED}|\(${ENHANCED}\)`);
const FALLBACK = new RegExp(String.raw`(?:^|[\s:;(\[#-])${ENHANCED}`);

/** The rest of a line, or the next line where the rest was wrapped away. */
function firstLine(after) {
  const [rest, next = ""] = after.split("\n", 2);
  return rest.trim() === "" ? ` ${next.trim()}` : rest;
}

function weigh(view, code, { before, above, after }, direct) {
  // Among numbers only.
  if (!direct && !view.session && !LETTER.test(before.slice(-24)) && !LETTER.test(after.slice(0, 24))) return 0;
  const isKnown = view.known.has(code);
  if (!direct && (NEVER.has(code) || (code[0] === "3" && !isKnown) || (HTTP_ONLY.test(code) && !isKnown))) return 0;
  const lineStart = LINE_START.test(before);
  const introduced = /\d\s?$/.test(before) ? 0 : sum(BEFORE, (lineStart && above ? above : before).slice(-CUE));
  const delimited = lineStart || introduced > 0;
  const rest = after.split("\n", 1)[0];
  // A number among others, or alone on its line.
  if (!direct && lineStart && introduced < 3 && rest.trim() === "") return 0;
  if (!direct && !delimited && !/^[^\p{L}\d]{0,4}\p{L}/u.test(rest)) return 0;
  let points = Math.max(introduced, lineStart ? 2 : 0) + sum(AFTER, rest) + (isKnown ? 1 : -1) + (direct ? 4 : 0);
  if (view.session && (lineStart || points >= 3)) points += 2;
  const speaking = delimited && (REPLY_WORDS.test(rest.slice(0, 110)) || KOREAN_REPLY.test(rest.slice(0, 60)) || (code === "334" && CHALLENGE.test(rest)));
  if (speaking || (!delimited && OPENING_WORDS.test(rest))) points += 2;
  if (direct || points < ENOUGH) return points;
  if (LISTED.test(rest) || (COUNTS.test(rest) && !FAILURE_WORDS.test(rest))) points -= 4;
  if (lineStart && !speaking && (GOES_ON.test(rest) || /^ [가-힣]/.test(rest))) points -= 2;
  if (WEB_STATUS.test(code) && WEB.test(before + rest)) points -= 4;
  if (lineStart && /^(?:[.)]\s|:)/.test(rest) && !speaking) points -= 2;
  if (lineStart && !speaking && !view.session && (code[0] === "2" || code[0] === "3")) points -= 1;
  if (introduced < 3 && FRAMED_HTTP.test(before + rest)) points -= 4;
  return points;
}

function weighEnhanced(view, code, { before, above, after }) {
  const rest = firstLine(after);
  const lineStart = LINE_START.test(before);
  const introduced = sum(ENHANCED_BEFORE, (lineStart && above ? above : before).slice(-CUE));
  let points = Math.max(introduced, lineStart ? 1 : 0) + sum(ENHANCED_AFTER, rest) + (view.known.has(code) ? 1 : 0);
  if ((lineStart || introduced > 0) && FAILURE_WORDS.test(rest.slice(0, 110))) points += 1;
  return points;
}

/* ---------------------------------------------------------------- where a reply ends */

// A line that begins something new, so that no reply runs on into it: records, marks of a session, stack traces …
const NEW_RECORD = [
  /^\s*(?:<\d{1,3}>)?\p{L}{3,4}\.? {1,2}\d{1,2} \d\d:\d\d/u,
  /^\s*(?:[-*•▶►●■◆◈※→] ?[2-5]\d\d[ -]|[▶►●■◆◈※])/,
  /^\s*(?:\[?\d{4}-\d\d-\d\d|\[?\d{1,2}:\d\d[:\s]|\d\d\/\d\d\/|\d{1,2} [A-Z][a-z]{2} \d{4}|@4[0-9a-f]{15})/,
  /^\s*(?:<<<|>>>|<-|->|<~|~>|<\*\*|===|\*\*\*|\*\* |[SC]:\s|SMTP[<>]|--|__|==|##|\+\+|\* |• )/,
  /^\s*(?:at [\w.$<>[\]]+[\s(:]|at .{1,200}:\d+|File "|\^|Traceback|[}\])]|from \/|Caused by|; nested|nested exception|\.\.\. \d+ more|in \S+ on line)/,
  /^(?:starting )?delivery \d+: |^(?:end|new|info) msg \d|^status: local/,
  /^\s*(?:DEBUG|INFO|WARN|WARNING|ERROR|FATAL|NOTICE|CRITICAL)\b/,
];
// … and fields, commands, lone addresses.
const NEW_FIELD = [
  /^\s{0,3}(?:[A-Z][A-Za-z]*(?:-[A-Za-z]+)+|Status|Action|Subject|From|To|Date|Cc|Sent|Received|Reason|Recipient|Recipients)\s?:/,
  /^\s*["']?[\w-]{1,30}["']?\s?(?:[:=]|=>)\s?(?:['"{[]|\d|true|false|null|undefined|\S+,?$)/,
  /^\s*(?:Giving up on|I'm not going to try|Remote host|Reporting-MTA|STARTTLS$|QUIT|RSET$|DATA$|NOOP$|EHLO |HELO |MAIL FROM:|RCPT TO:|AUTH |CLIENT ->|SERVER ->|Connection closed|Connection to|Additional SMTP info|SMTP code)/i,
  /^\s*[^\s<>@]+@[^\s<>@]+\s*:?$/,
];
const startsRecord = (line) => NEW_RECORD.some((pattern) => pattern.test(line));
const startsNew = (line) => startsRecord(line) || NEW_FIELD.some((pattern) => pattern.test(line));
const HANGUL_LINE = /^\s*[가-힣]/;
const CLOSERS = { "(": ")", "[": "]", "{": "}" };
const OPENERS = { ")": "(", "]": "[", "}": "{" };

/** The mark that was opened before a place on its line and not closed: the reply ends where it closes. */
function openBefore(source, at) {
  const start = startOfLine(source, at, 300);
  const closed = { "(": 0, "[": 0, "{": 0 };
  for (let place = at - 1; place >= start; place -= 1) {
    const character = source[place];
    if (character === '"' || ((character === "'" || character === "`") && place >= at - 2)) {
      const previous = source[place - 1] ?? " ";
      if (/[\s:,([{=>\\bu]/.test(previous)) return character;
      if (character === '"') place = Math.max(start, source.lastIndexOf('"', place - 1));
    } else if (OPENERS[character]) closed[OPENERS[character]] += 1;
    else if (CLOSERS[character]) {
      if (closed[character] === 0) return character;
      closed[character] -= 1;
    } else if (character === "<" && /^#?<\s?#?/.test(source.slice(place - 1, place + 3)) && /#/.test(source.slice(place - 1, place + 3))) return "<";
  }
  return null;
}

const MARKS_OF = { "(": /[()]/g, "[": /[[\]]/g, "{": /[{}]/g };

/** Where the opened mark closes in a piece of text, or -1. `state.depth` counts marks opened inside. */
function closing(piece, open, state) {
  if (open === "<") return piece.search(/>\s?#|>\s*$/);
  if (!CLOSERS[open]) return piece.search(new RegExp(`${open}(?!\\w)`));
  for (const { 0: character, index } of piece.matchAll(MARKS_OF[open])) {
    if (character === open) state.depth += 1;
    else if (state.depth === 0) return index;
    else state.depth -= 1;
  }
  return -1;
}

const continued = new Map();

/** How a further line of a reply begins. Made once for each pair of codes. */
function continuations(code, enhanced) {
  const key = `${code} ${enhanced}`;
  const made = continued.get(key);
  if (made) return made;
  const patterns = {
    again: new RegExp(`^[\\s>|]*(?:${code}[- ]\\s*)?(?:${(enhanced ?? "-").replaceAll(".", "\\.")}(?![\\d.])\\s*)?`),
    sameCode: new RegExp(`^[\\s>|]*${code}(?:[- ]|$)`),
  };
  continued.set(key, patterns);
  return patterns;
}

// Replies listed on one line: 550 User unknown - 554 Rejected
const ANOTHER = /\s[-•|;,]\s(?=[2-5]\d\d[ -](?:\d\.\d|[A-Z]))/;

/** The lines of the reply that begins at a place, joined, without repeated codes; and where it ends. */
function replyAt(source, at, begin, code, enhanced) {
  // (550): the bracket holds the code only.
  const open = /[)\]]/.test(source[at + code.length] ?? "") ? null : openBefore(source, at);
  const state = { depth: 0 };
  const pieces = [];
  const { again, sameCode } = continuations(code, enhanced);
  let from = begin;
  let length = 0;
  let end = begin;
  let closed = source[at + code.length] !== "-" || source.slice(at, begin).includes("\n");
  // Something between brackets that does not close on these lines does not bound the reply.
  for (let count = 0; count < MOST_LINES && length < LONGEST_REPLY; count += 1) {
    const lineEnd = endOfLine(source, from);
    let piece = source.slice(from, Math.min(lineEnd, from + LONGEST_REPLY));
    const another = piece.search(ANOTHER);
    if (another >= 0) piece = piece.slice(0, another);
    const close = open ? closing(piece, open, state) : -1;
    end = from + (close >= 0 ? close : piece.length);
    if (close >= 0) piece = piece.slice(0, close);
    pieces.push(count === 0 ? piece : piece.replace(again, " "));
    length += piece.length;
    if (close >= 0 || another >= 0 || lineEnd >= source.length) break;
    from = lineEnd + 1;
    const next = source.slice(from, Math.min(endOfLine(source, from), from + 300));
    if (next.trim() === "") break;
    if (sameCode.test(next)) {
      closed = next.trimStart()[code.length] !== "-";
      continue;
    }
    if (/^[\s>|]*[2-5]\d\d(?:[- ]|$)/.test(next) || startsNew(next)) break;
    if (HANGUL_LINE.test(next) && !/[가-힣]/.test(piece)) break;
  }
  return { text: pieces.join(" "), end, closed };
}

/** Without brackets and quotation marks at the end that close what was opened before the reply. */
function balanced(text) {
  const count = (character) => text.split(character).length - 1;
  if (/\)$/.test(text) && count(")") > count("(")) return balanced(text.slice(0, -1).trimEnd());
  if (/"$/.test(text) && count('"') % 2 === 1) return balanced(text.slice(0, -1).trimEnd());
  return text;
}

/** One line: code, enhanced code and what the server said. */
function told(code, enhanced, raw) {
  const rest = balanced(raw.slice(0, LONGEST_REPLY).replace(/\s+/g, " ").trim());
  const parts = [code, enhanced].filter(Boolean).join(" ");
  return rest === "" ? parts : `${parts} ${rest}`;
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Codes that a flattened multi-line reply repeats: 550-5.7.26 … 550-5.7.26 … 550 5.7.26 … */
function unrepeated(text, code, enhanced) {
  const repeat = new RegExp(`\\s${code}[- ]${enhanced ? `(?:${escaped(enhanced)}\\s?|(?=\\S))` : "(?=\\S)"}`, "g");
  return text.replace(repeat, " ");
}

/* ---------------------------------------------------------------- finding replies */

// (550, b'5.1.1 …'): the code is one value and the text another.
const ARGUMENT = /^["']?,\s?[bu]?(["'])/;

/** The text without the quotation mark that closes it, where it is a value of its own. */
function unquotedArgument(source, after, content) {
  const quote = ARGUMENT.exec(source.slice(after, after + 8))?.[1];
  if (!quote) return content;
  const end = content.search(new RegExp(`${quote}(?=[\\s,;)\\]}]|$)`));
  return end < 0 ? content : content.slice(0, end);
}

/** Whether a line is one of comma-separated values. */
const isRow = (before) => (before.match(/,(?=\S|$)/g)?.length ?? 0) >= 4 && !/[a-z] [a-z]+ [a-z]/.test(before);

function basicHit(view, at, code) {
  const beside = around(view, at, code.length);
  const direct = DIRECT.exec(beside.after);
  if (weigh(view, code, beside, direct) < ENOUGH) return null;
  const offset = at + code.length + (direct ? direct[0].length : 0);
  let enhanced = direct?.[1] ?? null;
  const reply = replyAt(view.source, at, offset, code, enhanced);
  const multi = view.source[at + code.length] === "-";
  let content = reply.text.replace(/^["']?,\s?[bu]?["']|^[)\]]?[\s:;,>"'-]+/, "");
  // Another value follows: smtpstatus=550 smtpmsg='…'
  const isValue = !direct && /=["']?$/.test(beside.before) && /^[\w.-]{2,30}=\S/.test(content);
  if (isValue) content = "";
  content = unquotedArgument(view.source, at + code.length, content);
  if (isRow(beside.before)) content = content.replace(/,(?:\S.*)?$/s, (tail) => tail.slice(0, tail.search(/,(?!\s\S)/)));
  content = content.replace(/\s*Giving up on \S*$/, "");
  if (multi) content = unrepeated(content, code, enhanced);
  if (!enhanced) {
    const ahead = new RegExp(String.raw`${ENHANCED}(?:>|["')\]]?[ :;-]{1,3}(?:smtp; ?)?)$`).exec(beside.before);
    const marked = ahead ?? MARKED.exec(mask(content.slice(0, 600))) ?? FALLBACK.exec(mask(content.slice(0, 300)));
    const other = marked?.[1] ?? marked?.[2] ?? null;
    if (other && (other[0] === code[0] || ahead)) enhanced = other;
    if (ahead) content = `${enhanced} ${content}`;
  }
  const shown = direct ? told(code, enhanced, content) : told(code, null, content);
  return { at, end: isValue ? offset : reply.end, code, enhanced, raw: shown, open: !reply.closed };
}

/** An enhanced code told without a reply code. `next` is the reply after it, before which it ends: dsn=5.1.1, status=bounced (… said: 550 …) */
function enhancedHit(view, at, code, next) {
  const beside = around(view, at, code.length);
  if (weighEnhanced(view, code, beside) < ENOUGH) return null;
  if (next && next.at - at < LONGEST_LINE && !view.source.slice(at, next.at).includes("\n")) {
    return { at, end: next.at, code: null, enhanced: code, raw: code, before: next };
  }
  const reply = replyAt(view.source, at, at + code.length, code, code);
  const content = reply.text.replace(/^[\s:;,>"')\]-]+/, "");
  return { at, end: reply.end, code: null, enhanced: code, raw: told(null, code, content) };
}

/** Every reply in the text, in its order. */
function scan(view) {
  const hits = [];
  const { source, masked } = view;
  let until = 0;
  for (const match of masked.matchAll(BASIC)) {
    if (hits.length >= MOST_HITS) break;
    const at = match.index;
    if (at < until) continue;
    const hit = basicHit(view, at, match[1]);
    if (!hit) continue;
    until = hit.end;
    const last = hits.at(-1);
    // The lines of one reply, each with its own prefix in a session or log.
    if (last?.open && last.code === hit.code && source.slice(last.end, at).split("\n", 3).length === 2) {
      last.raw = `${last.raw} ${hit.raw.slice(last.enhanced && hit.enhanced ? 4 + hit.enhanced.length : 4)}`.slice(0, LONGEST_REPLY);
      last.end = hit.end;
      last.open = hit.open;
      last.enhanced ??= hit.enhanced;
    } else hits.push(hit);
  }
  const basics = [...hits];
  let index = 0;
  let taken = -1;
  for (const match of masked.matchAll(ALONE)) {
    if (hits.length >= MOST_HITS) break;
    const at = match.index;
    while (index < basics.length && basics[index].end <= at) index += 1;
    if (at < taken || (index < basics.length && basics[index].at <= at)) continue;
    const next = basics[index];
    const hit = enhancedHit(view, at, match[1], next);
    if (!hit) continue;
    if (next && hit.end > next.at) Object.assign(hit, { end: next.at, raw: hit.enhanced, before: next });
    taken = hit.end;
    hits.push(hit);
  }
  return hits.sort((one, other) => one.at - other.at);
}

/* ---------------------------------------------------------------- whose reply it is */

const RECIPIENT_BESIDE = [
  /(?:\bto|\brcpt|\brecipients?|\baddr)=<?["']?(ADDRESS)/gi,
  /\bRCPT TO:\s?<?(ADDRESS)/gi,
  /\b(?:rejected|recipients?|recipients? failed:|RCPT|delivering to|delivered to|deliver to|delivery to|sending to|addressed to|mail to|email to|message to)[\s:(]{1,3}<?(ADDRESS)/gi,
  /(?:^|\s)(?:\*\*|==|=>|->) <?(ADDRESS)/g,
  /["'](ADDRESS)["']:\s?\[?[({]/g,
  /(?:수신자|받는 ?사람|수신인|받는이)[\s:()]{0,4}<?(ADDRESS)/g,
].map((pattern) => new RegExp(pattern.source.replace("ADDRESS", () => ADDRESS), pattern.flags));
const ADDRESS_LINE = new RegExp(String.raw`^[\s"']*(?:(?:To|rfc822|Recipient|Recipient address|Email|받는 ?사람|수신자|받는이)\s?[:;]\s*)?(?:[^<>@\n]{0,60}\s)?[<(\[]?(?:mailto:)?(${ADDRESS})[>)\]]?(?:<mailto:[^>]*>|\s?\([^)\n]{0,80}\))?[\s"']*[:,]?\s*$`, "i");
const LONE_ADDRESS = new RegExp(String.raw`^\s*<?${ADDRESS}>?:?\s*$`);
const ADDRESS_FIRST = new RegExp(String.raw`^\s*<(${ADDRESS})>(?:[:,]|\s*\(|\s*$|\s\.\.\.)`);
const ADDRESS_NAMED = new RegExp(String.raw`(?:delivered to|deliver(?:y|ing)?(?: your (?:message|mail|email))? to|message to|couldn't reach|RCPT TO:|recipients? failed:|X-Failed-Recipients:|받는 ?사람\s?:?|수신자\s?:?)\s*<?(${ADDRESS})`, "i");
const IN_TEXT = new RegExp(String.raw`^(?:\d{3} )?(?:[245]\.\d+\.\d+ )?[:\s]{0,2}(?:(?:RUSR|cuda_nsu)\S* \S* )?[<[(]?(${ADDRESS})[>\])]?`);
const NO_SUCH = new RegExp(String.raw`(?:no such (?:user|recipient|address|mailbox)|user unknown|unknown user|recipient|mailbox|user|account)[\s:]{1,3}[<(\["']{0,2}(${ADDRESS})`, "i");

const tidy = (address) => address.replace(/^[<'"]+/, "").replace(/[>.,;:'")\]]+$/, "").replace(/'$/, "");
const isAddress = (address) => /^[^@\s]+@[^@\s]+\.?[^@\s]+$/.test(address) && !/^(?:mailer-daemon|postmaster)@/i.test(address);

function lastIn(pattern, text) {
  let found = null;
  for (const match of text.matchAll(pattern)) found = match[1];
  return found;
}

/** The recipient a reply is about, from its own line or its text. */
function recipientBeside(view, hit) {
  const start = startOfLine(view.source, hit.at, 700);
  const isCut = start > 0 && view.source[start - 1] !== "\n";
  const before = view.source.slice(start, hit.at).replace(isCut ? /^\S*/ : "", "");
  const after = view.source.slice(hit.at, Math.min(endOfLine(view.source, hit.at), hit.at + 1500));
  for (const pattern of RECIPIENT_BESIDE) {
    const found = lastIn(pattern, before);
    if (found) return found;
  }
  const first = ADDRESS_FIRST.exec(before);
  if (first) return first[1];
  const aside = /\sto=<([^<>\s]+@[^<>\s]+)>/.exec(after);
  if (aside) return aside[1];
  return recipientInText(hit.raw);
}

function recipientInText(raw) {
  if (/\b(?:sender|mail ?from|helo|from address)\b/i.test(raw.slice(0, 160))) return null;
  return (IN_TEXT.exec(raw) ?? NO_SUCH.exec(raw.slice(0, 300)))?.[1] ?? null;
}

// A line of a bounce that names one address, and not the sender's.
const ONLY_ADDRESS = new RegExp(String.raw`^[^@]*?(?<![\w.+-])(${ADDRESS})[^@]*$`);
const OF_OTHERS = /from|sender|sent by|postmaster|daemon|reply|return-path|contact|admin|message-id|received|보낸|발신|von:|de:|expéditeur|\bto: /i;
const COMMAND_RCPT = new RegExp(String.raw`\bRCPT TO:\s?<?(${ADDRESS})`, "i");
const COMMAND_RESET = /\b(?:MAIL FROM:|RSET\b|EHLO |HELO |AUTH (?:LOGIN|PLAIN|CRAM|XOAUTH)|QUIT\b|STARTTLS\b)/i;
const QMAIL_START = /starting delivery (\d+): msg \d+ to (?:remote|local) (\S+)/;
const QMAIL_RESULT = /delivery (\d+): (?:failure|deferral|success):/;

/** Gives each hit the recipient that the lines above it speak of. */
function assignRecipients(view, hits, kind) {
  const { source } = view;
  const deliveries = new Map();
  let current = null;
  let from = 0;
  for (const hit of hits) {
    while (from <= hit.at) {
      const end = endOfLine(source, from);
      const line = source.slice(from, Math.min(end, from + 1500));
      if (line.includes("@")) {
        const start = QMAIL_START.exec(line);
        if (start) deliveries.set(start[1], start[2]);
        const found =
          COMMAND_RCPT.exec(line) ??
          (kind === "bounce" && end < hit.at ? (ADDRESS_LINE.exec(line.slice(0, 300)) ?? ADDRESS_NAMED.exec(line)) : null) ??
          (kind === "bounce" ? ADDRESS_FIRST.exec(line) : null);
        if (found) current = found[1];
        else if (kind === "bounce" && !current && end < hit.at && !OF_OTHERS.test(line)) current = ONLY_ADDRESS.exec(line.slice(0, 400))?.[1] ?? null;
        else if (kind !== "bounce" && COMMAND_RESET.test(line)) current = null;
      } else if (kind !== "bounce" && COMMAND_RESET.test(line)) current = null;
      if (end >= hit.at) {
        const result = QMAIL_RESULT.exec(line);
        if (result) hit.recipient = deliveries.get(result[1]) ?? null;
        break;
      }
      from = end + 1;
    }
    const beside = recipientBeside(view, hit);
    const lines = kind === "bounce" || view.session ? current : null;
    hit.recipient ??= [beside, lines].map((address) => address && tidy(address)).find((address) => address && isAddress(address)) ?? null;
    hit.host = hostBefore(source, hit.at);
  }
}

const HOST = String.raw`([\w-]+(?:\.[\w-]+)+)`;
const HOSTS = [
  new RegExp(String.raw`\b(?:host|relay|H|server|talking to|connect(?:ed)? to|by|from)[ =:]+<?${HOST}\.?(?=[\s[:,)(>]|$)`, "gi"),
];

/** The host that said it: the last named before the reply on its line or just above. */
function hostBefore(source, at) {
  const before = source.slice(Math.max(0, at - 400), at);
  const paragraph = before.slice(before.lastIndexOf("\n\n") + 1);
  return HOSTS.map((pattern) => lastIn(pattern, paragraph)).find(Boolean) ?? null;
}

/* ---------------------------------------------------------------- what kind of text it is */

const FIELD_LINE =
  /^[ \t]{0,8}["'*]{0,2}(Final-Recipient|Original-Recipient|X-Actual-Recipient|Action|Status|Diagnostic-Code|Remote-MTA)["'*]{0,2}[ \t]?:["'*]{0,2}[ \t]?(.*)$/i;
const REPORT = /^[ \t]{0,8}\*{0,2}(?:Final-Recipient|Original-Recipient|Diagnostic-Code)[ \t]?:/im;
const BOUNCE =
  /this is the mail system at|could ?n(?:'|o)t be delivered|could not be delivered|was ?n(?:'|o)t delivered|was not delivered|has ?n(?:'|o)t been delivered|undeliver(?:ed|able)|returned mail|delivery has failed|delivery failed|delivery to the following|mail delivery failed|qmail-send program|failure notice|wasn't able to deliver|unable to deliver (?:your )?(?:message|mail|the following)|transcript of session|delivery status notification|generating server|diagnostic information for admin|remote server returned|the response (?:from the remote server )?was:|other server returned was|message blocked|message not delivered|address not found|remote host said:|did not reach (?:the following|some or all)|can ?not be delivered|can't be delivered|permanent fatal errors|transient non-fatal|this is a permanent error|not relayed to|rejected by a remote|non-?delivery report|送信できません|配信できません|无法投递|退信|nicht zugestellt|unzustellbar|n'a pas pu être (?:remis|livré|distribué)|non remis|no se (?:pudo|ha podido) entregar|non è stato (?:consegnato|recapitato)|не доставлено|mail-daemon message|반송|전송되지 (?:못|않)|배달되지 (?:못|않)|배달하지 못|전달되지 (?:못|않)|전달하지 못|(?:발송|전송|배달|전달)(?:에|이|을)? ?실패|보내지 못|보낼 수 없|전송할 수 없|배달할 수 없|리턴 ?메일/i;
const LOG = [
  /^.{0,40}\b\d\d:\d\d:\d\d\b.{0,80}?[\w/.-]+\[\d+\]:? /m,
  /\b(?:postfix|sendmail|sm-mta|exim|qmail|haraka|smtpd|dovecot|opensmtpd|zimbra|amavis|rspamd|opendkim)\b\S{0,30}\[\d+\]/i,
  /\bdsn=[245]\.\d|\bstatus=(?:bounced|deferred|sent|expired|undeliverable|deliverable)\b|NOQUEUE: |\bstat=\S|\bresult="?(?:Perm|Temp)Fail|\brelay: (?:Perm|Temp)Fail/,
  /^\[?\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d.{0,40} (?:\*\*|==|=>|->|<=|H=|1\w{5}-\w{6,11}-\w{2,4})/m,
  /^(?:<\d{1,3}>)?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S|^time="?\d{4}-|^\d\d:\d\d:\d\d[.,]\d{3} |^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d\d|\bl(?:evel)?=(?:error|warn|info|debug)\b|^[A-Z], \[\d{4}-|^"SMTP[DC]"\t|^[bdt],\d{4}-\d\d-\d\d /m,
  /\b(?:delivery \d+: (?:failure|deferral|success)|starting delivery \d)/,
  /^\S+T\d\d:\d\d:\d\d\.\d{3}Z,[^,\n]*,/m,
  /\{LED=|\{LRT=/,
  /\[(?:NOTICE|INFO|PROTOCOL|WARN|ERROR|DEBUG|CRIT)\] \[[\w.-]+\] \[/,
  /^(?:[A-Z]+ +)?\[?\d{4}[-/]\d\d[-/]\d\d[ T,]\d\d:\d\d:\d\d/m,
];
const COMMAND = /^[^\n]{0,200}?(?:(?:>>>|->|~>|C:|>|CLIENT -> SERVER:|SMTP>>)\s{0,3})?(?<!command["']?: ?["'])\b(?:EHLO|HELO|MAIL FROM:|RCPT TO:|AUTH (?:LOGIN|PLAIN)|STARTTLS\s*$|DATA\s*$|QUIT\s*$)/im;
const ANSWER_MARK = /^[^\n]{0,200}?(?:<<<|<-{1,3}|<~|<\*\*|<~\*|\bS:|SMTP<<|SERVER -> CLIENT:|^\s{0,8}<|[<>],|SENT:|reply: b?["'])\s{0,3}"?[2-5]\d\d[- ]/m;
const GREETING = /^\W{0,6}220[ -]/m;

const isSession = (text) =>
  (COMMAND.test(text) && (ANSWER_MARK.test(text) || /^[^\n]{0,80}[2-5]\d\d[- ]/m.test(text)) && text.includes("\n")) ||
  /<\*\* [2-5]\d\d/.test(text) ||
  (GREETING.test(text) && /\n\W{0,6}[2-5]\d\d[- ]/.test(text)) ||
  (text.match(/^[^\n]{0,60}?(?:<<<|<-{1,3}|<~|\bS:|SMTP<<|SERVER -> CLIENT:)\s{0,3}[2-5]\d\d[- ]/gm)?.length ?? 0) > 1;

/* ---------------------------------------------------------------- reports: fields of a DSN and of JSON events */

/** The groups of fields of a delivery status notification, one for each recipient. */
function reportGroups(source) {
  if (!REPORT.test(source) && !(/^[ \t]{0,8}Action[ \t]?:[ \t]?(?:failed|delayed)/im.test(source) && /^[ \t]{0,8}Status[ \t]?:[ \t]?[245]\./im.test(source))) return [];
  const groups = [];
  let group = {};
  let name = null;
  const flush = () => {
    const last = groups.at(-1);
    const hasWho = group["final-recipient"] || group["original-recipient"];
    // Lines set apart by pasting: what has no recipient belongs to the recipient above.
    if (!hasWho && last && !Object.keys(group).some((key) => key in last)) Object.assign(last, group);
    else if (group.status || group["diagnostic-code"]) groups.push(group);
    group = {};
    name = null;
  };
  for (const line of source.split("\n")) {
    const field = FIELD_LINE.exec(line);
    if (field) {
      const key = field[1].toLowerCase();
      if (key in group || (key === "original-recipient" && group.status)) flush();
      group[key] = field[2].trim();
      name = key;
    } else if (line.trim() === "") {
      name = null;
      if ((group.status || group["diagnostic-code"]) && group["final-recipient"]) flush();
    } else if (name && !/^[A-Z][\w-]{1,40}:\s/.test(line) && !/^--/.test(line)) group[name] = `${group[name]}\n${line.trim()}`.slice(0, LONGEST_REPLY);
    else name = null;
  }
  flush();
  return groups.map((fields) => ({
    recipient: fields["final-recipient"] ?? fields["original-recipient"] ?? fields["x-actual-recipient"],
    status: fields.status,
    diagnostic: fields["diagnostic-code"],
    host: fields["remote-mta"],
    action: fields.action,
  }));
}

const EVENT_KEYS = new Map(
  Object.entries({
    recipient: "emailaddress email recipient rcpt_to rcptto rcpt final_recipient finalrecipient to_email toemail address",
    status: "status enhanced-code enhancedcode enhanced_status enhanced_code statuscode enhancedstatuscode smtp-status dsn",
    diagnostic: "diagnosticcode diagnostic_code diagnostic diag reason raw_reason details response smtp_response smtpresponse message error errormessage bounce_reason bouncereason detail description",
    code: "code smtp-code smtp_code smtpcode smtpreplycode error_code errorcode responsecode response_code reply_code replycode",
    action: "action event",
    host: "remotemtaip reportingmta mx-host mx_host mxhost remote_mta",
  }).flatMap(([field, names]) => names.split(" ").map((name) => [name, field])),
);
const EVENT_PART = /"([\w.-]{1,40})"\s{0,4}:\s{0,4}(?:"([^"]{0,2500})"|(\d{3})\b)|[{}]/g;

/** The recipients of the JSON events that mail services send about bounces. */
function eventGroups(source) {
  if (!/"[\w.-]{1,40}"\s{0,4}:/.test(source)) return [];
  const groups = [];
  let group = {};
  const isWhole = () => group.recipient && (group.diagnostic || group.code || /^[245]\.\d/.test(group.status ?? ""));
  const flush = () => {
    if (isWhole()) groups.push(group);
    group = {};
  };
  for (const [part, key, text, number] of source.matchAll(EVENT_PART)) {
    if (part === "}") {
      if (isWhole()) flush();
      continue;
    }
    const field = key && EVENT_KEYS.get(key.toLowerCase());
    const value = text ?? number;
    if (!field || !value) continue;
    if (field === "recipient" && !value.includes("@")) continue;
    if (field === "code" && !/^[245]\d\d$/.test(value)) continue;
    if (field === "status" && !/^[245]\.\d/.test(value)) continue;
    if (field === "recipient" && group.recipient && isWhole()) flush();
    // Of several texts the one that holds a code says most.
    if (field === "diagnostic" && group.diagnostic && !/(?:^|\D)[245]\d\d\D|[245]\.\d\.\d/.test(value)) continue;
    group[field] = value;
  }
  flush();
  return groups;
}

const FIRST_ENHANCED = new RegExp(String.raw`^\s*#?${ENHANCED}`);
const STATUS = new RegExp(String.raw`^\s*${ENHANCED}`);
const PROTOCOL = /^\s*["']?(?:x-)?[a-z][\w-]{0,30}\s?;\s*/i;

/** What a diagnostic text says: code, enhanced code and text. */
function diagnosed(view, diagnostic) {
  const value = diagnostic.replace(PROTOCOL, "");
  const joined = value.replace(/\n\s*/g, "\n");
  const inner = viewOf(/^[\s<(]*[2-5]\d\d(?!\d)/.test(joined) ? `smtp; ${joined.replace(/^[\s<(]+/, "")}` : joined, view.known);
  const hit = scan(inner).find(({ code }) => code) ?? null;
  const ahead = FIRST_ENHANCED.exec(value)?.[1] ?? null;
  const said = joined.replace(/\s+/g, " ").trim();
  if (!hit) return { code: null, enhanced: ahead ?? scan(viewOf(joined, view.known))[0]?.enhanced ?? null, raw: said };
  return { code: hit.code, enhanced: hit.enhanced ?? ahead, raw: ahead ? said : hit.raw };
}

/** The findings of one group of fields. The diagnostic's numbers win over the status. */
function grouped(view, group) {
  const status = STATUS.exec(group.status ?? "")?.[1] ?? null;
  const said = group.diagnostic ? diagnosed(view, group.diagnostic) : { code: null, enhanced: null, raw: "" };
  const code = said.code ?? group.code ?? null;
  const enhanced = said.enhanced ?? status;
  if (!code && !enhanced) return null;
  const recipient = tidy((group.recipient ?? "").replace(PROTOCOL, "").split("\n", 1)[0].trim());
  return {
    code,
    enhanced,
    raw: said.raw || [code, enhanced].filter(Boolean).join(" "),
    recipient: isAddress(recipient) ? recipient : null,
    host: (group.host ?? "").replace(PROTOCOL, "").split(/[\s(]/, 1)[0] || null,
    passed: /^\s*(?:delivered|relayed|expanded)/i.test(group.action ?? ""),
  };
}

/** Puts what the human part says into what the report says. */
function completed(reported, human) {
  const lacking = reported.filter(({ code }) => !code);
  const who = new Set(reported.map(({ recipient }) => recipient?.toLowerCase()).filter(Boolean));
  const extra = [];
  for (const hit of human) {
    const about = hit.recipient?.toLowerCase();
    const open = lacking.find(
      (item) => !item.code && (about ? item.recipient?.toLowerCase() === about : true) && hit.enhanced !== null && (item.enhanced === hit.enhanced || /\.0\.0$/.test(item.enhanced ?? "")),
    );
    if (open && hit.code) Object.assign(open, { code: hit.code, enhanced: hit.enhanced, raw: hit.raw, host: open.host ?? hit.host });
    else if (hit.code && about && !who.has(about)) extra.push(hit);
  }
  return [...reported, ...extra];
}

/* ---------------------------------------------------------------- logs that tell the code apart from the reply */

const EXIM_REJECTED = new RegExp(String.raw`^.{0,400}?\bH=.{0,300}? (temporarily )?rejected (?:RCPT|MAIL|EHLO or HELO|connection|after DATA|during MIME ACL checks|VRFY|AUTH)\S*(?: <?(${ADDRESS})>?)?[^:\n]{0,80}: (.{1,400})$`, "gm");

/** Exim's log leaves the number out where it answered with the usual one: 550, or 451 for the time being. */
function eximRejections(source, hits) {
  if (!/\brejected (?:RCPT|MAIL|EHLO|connection|after DATA|during MIME)/.test(source)) return;
  for (const match of source.matchAll(EXIM_REJECTED)) {
    const [line, later, recipient, said] = match;
    const end = match.index + line.length;
    if (hits.some(({ at, code }) => code && at >= match.index && at < end)) continue;
    const code = later ? "451" : "550";
    hits.push({ at: match.index, end, code, enhanced: null, raw: told(code, null, said), recipient: recipient ? tidy(recipient) : null });
  }
  hits.sort((one, other) => one.at - other.at);
}

const STATUS_FIELD = /\b(?:dsn|status|enhanced\w*)["']?[=:]\s?["']?$/i;
const NEXT_RECORD = /\n\s*\n|\n(?:[A-Z][a-z]{2} [ \d]\d |\d{4}-)/;

/** The reply on the record of a status: the next one, or the last where the status stands behind it. */
function replyBeside(source, hit, last) {
  if (hit.before && !NEXT_RECORD.test(source.slice(hit.at, hit.before.at))) return hit.before;
  if (!last || hit.at - last.at > LONGEST_LINE) return null;
  const lines = source.slice(last.at, hit.at).split("\n", 3).length;
  return lines === 1 || (lines === 2 && !last.enhanced && last.raw === last.code) ? last : null;
}

/** The reply a lone enhanced code belongs to: "5.1.0 - Unknown address error 550-'…'", "Error (550): … (5.1.1 …)". */
function sameReply(source, hit, last) {
  const fits = (reply, from, to) => reply && to - from < BESIDE && reply.code[0] === hit.enhanced[0] && !/\n|\b(?:and|or|vs)\b|[,/]\s*$/.test(source.slice(from, to));
  if (hit.before && fits(hit.before, hit.at, hit.before.at)) return hit.before;
  return last && !last.enhanced && fits(last, last.at, hit.at) ? last : null;
}

/** A dsn= on the line of a reply fills that reply's enhanced code; alone on its line it stands for itself. */
function joinStatus(view, hits) {
  const { source } = view;
  const kept = [];
  let last = null;
  for (const hit of hits) {
    if (hit.code) {
      last = hit;
      kept.push(hit);
      continue;
    }
    const isField = STATUS_FIELD.test(source.slice(Math.max(0, hit.at - 30), hit.at));
    const reply = isField ? replyBeside(source, hit, last) : sameReply(source, hit, last);
    if (reply) {
      // The text stands with the enhanced code where the code is told alone.
      if (!reply.enhanced && reply.raw === reply.code) reply.raw = told(reply.code, null, hit.raw.replace(/(?<=\d )["']?,? ?[\w-]{2,20}[:=] ?["']?/, ""));
      reply.enhanced ??= hit.enhanced;
    } else {
      if (isField) hit.raw = statusText(source.slice(hit.at, endOfLine(source, hit.at)), hit);
      kept.push(hit);
    }
  }
  return kept;
}

function statusText(rest, hit) {
  const reason = /\bstatus=\w+ \((.*?)\)?$/.exec(rest.slice(0, 900))?.[1] ?? /\bstat=(.*)$/.exec(rest.slice(0, 900))?.[1];
  return reason ?? hit.raw;
}

const QMAIL_REPORT = /^.{0,80}\bdelivery \d{1,12}: (?:failure|deferral|success): .*$/gm;

/** qmail writes its reports with underscores for spaces and slashes for line ends. */
const spaced = (source) => (/delivery \d{1,12}: \w{7,8}: /.test(source) ? source.replace(QMAIL_REPORT, (line) => line.replaceAll("_", " ").replace(/\/(?=$|[A-Z])/g, " ")) : source);

const PHPMAILER_DETAIL = /Detail: (.{1,600}?)\s{0,3}SMTP code:\s?$/s;

/** PHPMailer tells the text before the number. */
function detailBefore(source, hit) {
  const detail = PHPMAILER_DETAIL.exec(source.slice(Math.max(0, hit.at - 700), hit.at))?.[1];
  if (detail) hit.raw = told(hit.code, hit.enhanced, detail);
}

/* ---------------------------------------------------------------- findings */

const lookups = new WeakMap();

/** The tables in the form that looking up needs; made once. */
function lookup(tables) {
  const made = lookups.get(tables);
  if (made) return made;
  const catalogues = tables.catalogues.map(({ id, codes }) => ({ id, codes, order: new Map(codes.map((code, index) => [code.toUpperCase(), index])) }));
  const has = (code) => catalogues.some(({ order }) => order.has(code) || (code.includes(".") && order.has(`X${code.slice(1)}`)));
  const clean = (text) => text.replace(/\s+/g, " ").trim().toLowerCase();
  const marks = tables.providers.flatMap(({ id, signs, replies }) =>
    replies.map((reply) => ({ provider: id, reply: reply.id, mark: clean(plain(reply.mark)), codes: reply.codes, signs })),
  );
  const signs = tables.providers.flatMap(({ id, signs: all }) => all.map((sign) => ({ provider: id, sign: sign.toLowerCase() })));
  const names = new Set(tables.providers.flatMap(({ id }) => [id, id.split("-")[0]]));
  const known = { catalogues, has, marks, signs, names, clean };
  lookups.set(tables, known);
  return known;
}

/** Where a sign ends last in a text, not inside a longer name nor in an address; 0 where it is not. */
function signEnd(text, sign) {
  for (let at = text.lastIndexOf(sign); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(sign, at - 1)) {
    const previous = text[at - 1] ?? " ";
    const next = text[at + sign.length] ?? " ";
    const inWord = (/[a-z0-9@-]/.test(previous) && /^[a-z0-9]/.test(sign)) || (/[a-z0-9-]/.test(next) && /[a-z0-9]$/.test(sign));
    if (!inWord && !/@[\w.-]*$/.test(text.slice(Math.max(0, at - 60), at))) return at + sign.length;
  }
  return 0;
}

function bySign({ signs }, text) {
  let best = { end: 0, length: 0, provider: null };
  for (const { provider, sign } of signs) {
    if (!text.includes(sign)) continue;
    const end = signEnd(text, sign);
    if (end > 0 && (end > best.end || (end === best.end && sign.length > best.length))) best = { end, length: sign.length, provider };
  }
  return best.provider;
}

/** Who said it: by the most telling mark in the text, else by a sign in the text, else by the host. */
function attributed(known, hit) {
  const text = known.clean(hit.raw);
  const host = (hit.host ?? "").toLowerCase();
  const signed = bySign(known, text) ?? bySign(known, host);
  let best = null;
  for (const item of known.marks) {
    if (!text.includes(item.mark)) continue;
    const agrees = item.codes.filter((code) => code === hit.code || code === hit.enhanced).length;
    const points = (item.provider === signed ? 1000 : 0) + agrees * 300 + item.mark.length;
    if (!best || points > best.points) best = { ...item, points };
  }
  return best ? { provider: best.provider, reply: best.reply } : { provider: signed, reply: null };
}

const severity = ({ code, enhanced, passed }) => (passed ? "2" : (code ?? enhanced)[0]);
const byTelling = (one, other) => severity(other).localeCompare(severity(one));
const failuresFirst = (one, other) => (severity(one) < "4" ? 1 : 0) - (severity(other) < "4" ? 1 : 0);

const covers = (whole, part) =>
  whole !== part &&
  (part.code === null || part.code === whole.code) &&
  (part.enhanced === null || part.enhanced === whole.enhanced) &&
  (part.recipient === null || part.recipient === whole.recipient);

/** Without what another finding says too, and more fully. */
function distinct(hits) {
  const seen = new Map();
  for (const hit of hits) {
    const key = `${hit.code} ${hit.enhanced} ${hit.recipient?.toLowerCase()}`;
    const known = seen.get(key);
    if (!known) seen.set(key, hit);
    else if (hit.raw.length > known.raw.length && known.raw.length <= 12) known.raw = hit.raw;
  }
  const all = [...seen.values()];
  if (all.length > 400) return all;
  return all.filter((part) => !all.some((whole) => covers(whole, part)));
}

function finding(known, hit) {
  const text = hit.raw.replace(/\s+/g, " ").trim();
  return {
    code: hit.code,
    enhanced: hit.enhanced,
    known: { code: hit.code !== null && known.has(hit.code), enhanced: hit.enhanced !== null && known.has(hit.enhanced) },
    ...attributed(known, hit),
    recipient: hit.recipient ?? null,
    domain: hit.recipient ? hit.recipient.slice(hit.recipient.lastIndexOf("@") + 1).toLowerCase() : null,
    text: text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text,
  };
}

function result(known, kind, hits, order, pair = null) {
  const findings = distinct(hits.map((hit) => ({ recipient: null, host: null, ...hit })))
    .sort(order)
    .slice(0, MOST_FINDINGS)
    .map((hit) => finding(known, hit));
  return findings.length === 0 ? { kind: "none", findings, pair: null } : { kind, findings, pair };
}

/* ---------------------------------------------------------------- short questions: a code or a pair */

const QUERY_WORDS = new Set(
  "smtp esmtp lmtp error errors err code codes mail email e-mail server response reply replies status bounce bounced ndr dsn enhanced what what's whats is are does do did it mean means meaning the a an how to of in for on with and or vs versus between difference compare comparison compared from get got getting receive received why when which fix solve solution reason cause explain explained help problem issue message rfc same as my i me this that than not about basic extended number permanent temporary failure failed vs. smtp; sent sending send".split(" "),
);
const COMPARING = /\bvs\b|\bversus\b|\bdiff[eé]r|\bdiferen|\bdifferenz|unterschied|verschil|\bcompar|instead of|rather than|차이|비교|다른 ?점|대비|구분|구별|違い|区别|區別|разниц/i;
// Words that join two codes, and words that show they are codes.
const JOINING = /^[\s"']*(?:or|and|und|oder|et|ou|y|o|e|og|of|to|와|과|랑|이랑|하고|대|또는|혹은|및|그리고|나|이나|と|和|и|или|[&/,+])[\s"']*(?:(?:smtp|error|code|에러|오류|코드)\s)?$/iu;
const ABOUT_MAIL = /smtp|mail|server|gr[ea]ylist|bounce|codes?\b|errors?\b|repl(?:y|ies)|answer|respon|\?|메일|서버|응답|반송|코드|오류|에러/i;
const KOREAN_QUERY =
  /에러|오류|코드|뜻|의미|원인|해결|방법|뭐|무엇|무슨|뭔|왜|이유|차이|비교|반송|메일|응답|서버|발송|거부|해석|설명|어떻게|이란|인가|나요|가요|예요|에요|알려|때문|발생|지메일|아웃룩|네이버|다음|한메일|구글|다른|구분|구별|둘|중|궁금|확장|상태|일시|영구/;
const KOREAN_PARTICLES = new Set("은 는 이 가 을 를 과 와 의 에 로 으로 도 만 대 랑 이랑 하고 또는 혹은 및 그리고 나 이나 란 이란 에서 번 야 이야 요 좀 간 사이 vs".split(" "));
const QUERY_CODE = /(?<![\p{Script=Latin}\d.:@$₩€£¥#/]|[\p{Script=Latin}\d]-|\d,)#?(?:[xX245]\.[0-7]\.\d{1,3}|[1-5]\d\d)(?![\p{Script=Latin}\d_@%°]|\.\d|-\d|,\d{3},)|(?<=(?:^|\D)\d{3},\s?|(?:^|\D)\d{3}\s?[/~]\s?|(?:^|\D)\d\.\d\.\d{1,3}\s?[/,~]\s?)(?:[xX245]\.[0-7]\.\d{1,3}|[1-5]\d\d)(?![\w@%°.]|,\d)/gu;
const JOINED_PAIR = /^[\s"'([]*([1-5]\d\d|[xX245]\.[0-7]\.\d{1,3})(?:\s?-\s?|[\s_-]{0,2}vs?\.?[\s_-]{0,2}|\s?[:;&+<>|~,/]\s?)([1-5]\d\d|[xX245]\.[0-7]\.\d{1,3})[\s"')\]?.!]*$/i;
const ADDRESS_OF_CODE = /(?:^|\/)([\w-]+)\/([\dxX.]+)(?:-vs-([\dxX.]+))?\/?(?:[?#"\s]|$)/;

/** The code that was meant: x.1.1 is its permanent form, or else the one that exists. */
function resolved(known, code) {
  const upper = code.toUpperCase();
  if (upper[0] !== "X") return upper;
  const tail = upper.slice(1);
  return ["5", "4", "2"].map((first) => first + tail).find((member) => known.catalogues.some(({ order }) => order.has(member))) ?? `5${tail}`;
}

function pairOf(known, one, other) {
  if (one === other) return null;
  for (const { id, order, codes } of known.catalogues) {
    const places = [one, other].map((code) => order.get(code) ?? (code.includes(".") ? order.get(`X${code.slice(1)}`) : undefined));
    if (places.includes(undefined)) continue;
    const [a, b] = places.sort((first, second) => first - second).map((place) => codes[place]);
    return { catalogue: id, a, b };
  }
  return null;
}

const bare = (code) => (code.includes(".") ? { at: 0, end: 0, code: null, enhanced: code, raw: code } : { at: 0, end: 0, code, enhanced: null, raw: code });
const inOrder = () => 0;

function fromAddress(known, text) {
  if (!/^\s*(?:https?:\/\/|\/|www\.)\S+\s*$|^\s*[\w.-]+\/\S+\s*$/i.test(text)) return null;
  const found = ADDRESS_OF_CODE.exec(`${text.trim()} `);
  if (!found || !known.catalogues.some(({ id }) => id === found[1])) return null;
  const [one, other] = [found[2], found[3]].map((code) => code && resolved(known, code));
  const pair = other ? pairOf(known, one, other) : null;
  if (pair) return result(known, "pair", [bare(pair.a), bare(pair.b)], inOrder, pair);
  return !other && known.has(one) ? result(known, "code", [bare(one)], inOrder) : null;
}

/** The words of a query that are neither its codes nor what one asks about codes with. */
function otherWords(known, text) {
  const words = text.toLowerCase().match(/[\p{Script=Latin}][\p{Script=Latin}\d'.;-]*|[가-힣]+/gu) ?? [];
  return words.filter((raw) => {
    const word = raw.replace(/[.';-]+$/, "");
    if (/^[가-힣]/.test(word)) return !KOREAN_PARTICLES.has(word) && !KOREAN_QUERY.test(word);
    return !QUERY_WORDS.has(word) && !known.names.has(word) && !/^(?:hotmail|office365|o365|exchange|hanmail|kakao|googlemail|workspace|ms365)$/.test(word);
  });
}

function asPair(known, codes, text, words, between) {
  if (codes.length !== 2) return null;
  const pair = pairOf(known, codes[0], codes[1]);
  const isAskedFor = words.length === 0 || COMPARING.test(text) || (JOINING.test(between) && ABOUT_MAIL.test(text));
  if (!pair || !isAskedFor) return null;
  return result(known, "pair", [bare(pair.a), bare(pair.b)], inOrder, pair);
}

/** A short text that asks about codes; null for anything that is to be read as a message. */
function asQuery(known, source) {
  const text = source.trim();
  if (text.length > LONGEST_QUERY || text.includes("\n")) return null;
  const address = fromAddress(known, text);
  if (address) return address;
  const joined = JOINED_PAIR.exec(text);
  if (joined) {
    const codes = [resolved(known, joined[1]), resolved(known, joined[2])];
    const pair = pairOf(known, codes[0], codes[1]);
    if (pair) return result(known, "pair", [bare(pair.a), bare(pair.b)], inOrder, pair);
  }
  const spread = text.replace(/(\d)[ -]?vs?\.?[ -]?(?=[\dxX])/gi, "$1 vs ").replace(/smtp(?=\d)/gi, "smtp ");
  const masked = COMPARING.test(spread) ? spread.replace(MASKS[0], filled) : mask(spread);
  const found = [...masked.matchAll(QUERY_CODE)].filter(({ index }) => !countsKorean(masked.slice(index)));
  if (found.length === 0) return null;
  const codes = [...new Set(found.map(([code]) => resolved(known, code.replace("#", ""))))];
  const words = otherWords(known, masked.replace(QUERY_CODE, " "));
  const [one, other] = codes;
  const isReply = codes.length === 2 && !one.includes(".") && other.includes(".") && !COMPARING.test(text);
  if (isReply) {
    if (words.length > 0 || !/^[2-5]/.test(one)) return null;
    const said = masked.replace(QUERY_CODE, " ").replace(/[^\p{L}]/gu, "") === "";
    const hit = { at: 0, end: 0, code: one, enhanced: other, raw: `${one} ${other}` };
    return result(known, said ? "reply" : "code", [hit], inOrder);
  }
  const between = found.length === 2 ? masked.slice(found[0].index + found[0][0].length, found[1].index) : "";
  const pair = asPair(known, codes, masked, words, between);
  if (pair) return pair;
  if (masked.includes(FILL)) return null;
  if (words.length > 0 || !codes.every((code) => isAsked(known, code, text))) return null;
  return result(known, "code", codes.map(bare), inOrder);
}

const countsKorean = (rest) => new RegExp(String.raw`^#?[\d.]+ ?(?:${KOREAN_COUNTED})(?=[\s가-힣.,!?)]|$)`).test(rest);

/** Whether somebody who wrote nothing else can have meant this code. */
function isAsked(known, code, text) {
  if (known.has(code)) return true;
  if (code.includes(".")) return /^[245]/.test(code);
  if (NEVER.has(code)) return false;
  if (HTTP_ONLY.test(code)) return /smtp/i.test(text);
  return /^[245]/.test(code);
}

/* ---------------------------------------------------------------- messages */

const MESSAGE_NOISE = /[^\p{Script=Latin}]+/gu;

// 550 error …; 550, and …; 550 for … : words about a code, not a server's.
const ABOUT = /^[245]\d\d["')]?(?:[.,;!?]? (?:smtp )?(?:errors?|codes?|and|or|for|from|when|if|on|in|at|because|since|but|whenever|after|while|to|is|means|what|how|why|should|can|could|please|help|i|we|my|our|this|that|response|repl(?:y|ies)|status)\b(?!:)|[.,;!?]*$)/i;

/** Whether a hit holds words of a server, not only of somebody who asks. */
const speaks = (known, hit) => (hit.enhanced !== null || !ABOUT.test(hit.raw)) && otherWords(known, hit.raw.replace(MESSAGE_NOISE, " ")).length > 0;

function kindOf(source, session, reported) {
  if (reported.length > 0) return "bounce";
  const isLog = LOG.slice(0, -1).some((pattern) => pattern.test(source));
  if (!isLog && BOUNCE.test(source) && (source.includes("\n") || source.length > LONGEST_QUERY)) return "bounce";
  if (isLog || session || LOG.at(-1).test(source)) return "log";
  return "reply";
}

/** Whether an address stands alone on a line above a reply: the plainest form of a bounce. */
const isUnderAddress = (source, { at }) =>
  source
    .slice(Math.max(0, at - 400), at)
    .split("\n")
    .slice(1, -1)
    .concat(source.slice(0, Math.min(at, 400)).split("\n", 1))
    .some((line) => line.length < 120 && /@/.test(line) && !COMMAND.test(line) && LONE_ADDRESS.test(line));

const RECORD = /^\s*(?:<\d{1,3}>)?(?:(?:starting )?delivery \d+: |\p{L}{3,4}\.? {1,2}\d{1,2} \d\d:\d\d:\d\d|\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d|@4[0-9a-f]{15})/u;
const WRAPPED = 30;

/** The lines of a log that pasting wrapped, as one line each. */
function rejoined(text) {
  if (!text.split("\n", 50).some((line) => RECORD.test(line))) return text;
  const lines = [];
  let inside = false;
  let last = "";
  for (const line of text.split("\n")) {
    const isRecord = RECORD.test(line);
    const leadsOn = /[:(=,]$/.test(last.trimEnd());
    if (inside && !isRecord && line.trim() !== "" && last.length >= WRAPPED && (leadsOn || !(startsRecord(line) || /^\s*[2-5]\d\d[ -]/.test(line)))) {
      lines.push(`${lines.pop()} ${line.trim()}`);
    } else {
      inside = isRecord;
      lines.push(line);
    }
    last = line;
  }
  return lines.join("\n");
}

function asMessage(known, text) {
  const source = spaced(rejoined(text));
  const session = isSession(source);
  const view = viewOf(source, known, session);
  const groups = reportGroups(source);
  const events = groups.length > 0 ? [] : eventGroups(source);
  const reported = [...groups, ...events].slice(0, MOST_GROUPS).map((group) => grouped(view, group)).filter(Boolean);
  let kind = kindOf(source, session, reported);
  // An event of a mail service says everything in its fields.
  let hits = events.length > 0 && reported.every(({ code }) => code) ? [] : scan(view);
  eximRejections(source, hits);
  hits = joinStatus(view, hits);
  for (const hit of hits) detailBefore(source, hit);
  if (kind === "reply" && source.includes("@") && hits.some((hit) => hit.at > 0 && isUnderAddress(source, hit))) kind = "bounce";
  assignRecipients(view, hits, kind);
  if (kind === "bounce") return result(known, kind, reported.length > 0 ? completed(reported, hits) : hits, failuresFirst);
  const asked = kind === "reply" && /\p{L}/u.test(source) && !source.trim().includes("\n") && hits.every((hit) => !speaks(known, hit));
  if (asked) return result(known, "code", hits.map((hit) => ({ ...hit, raw: [hit.code, hit.enhanced].filter(Boolean).join(" ") })), byTelling);
  return result(known, kind, hits, byTelling);
}

/**
 * What codes and replies a text holds.
 * @param {string} text whatever was pasted or typed
 * @param {{catalogues: {id: string, codes: string[]}[], providers: {id: string, signs: string[], replies: {id: string, mark: string, codes: string[]}[]}[]}} tables
 * @returns {{kind: "pair"|"code"|"reply"|"log"|"bounce"|"none", findings: {code: string|null, enhanced: string|null, known: {code: boolean, enhanced: boolean}, provider: string|null, reply: string|null, recipient: string|null, domain: string|null, text: string}[], pair: {catalogue: string, a: string, b: string}|null}}
 *   findings: the most telling first (a bounce's in the order of the message, failures first), at most 50;
 *   pair: in the order of the catalogue.
 */
export function recognise(text, tables) {
  const known = lookup(tables);
  const source = plain(String(text ?? "").slice(0, LONGEST_INPUT));
  if (!/\d/.test(source)) return { kind: "none", findings: [], pair: null };
  return asQuery(known, source) ?? asMessage(known, source);
}
