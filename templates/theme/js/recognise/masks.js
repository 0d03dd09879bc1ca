/** Spans that hold other numbers (dates, addresses, versions, prices …), filled so that no code is seen there. */
import { ADDRESS, SAID_BEFORE, SAID_BEHIND, pattern, unwrapped } from "./patterns.js";

// Neither digit, letter, space nor a mark that may stand beside a code.
export const FILL = "·";

const PRODUCTS = unwrapped`
  exim|postfix|sendmail|dovecot|cyrus|courier|qmail|php|phpmailer|python|ruby|rails|perl|node|nodejs|npm
  |yarn|openssl|gnutls|libressl|nginx|apache|mysql|mariadb|postgres|postgresql|redis|linux|kernel|ubuntu
  |debian|centos|fedora|rhel|windows|macos|ios|android|chrome|firefox|safari|thunderbird|java|jdk|jre
  |spring|django|flask|laravel|symfony|wordpress|woocommerce|drupal|joomla|magento|swaks|spamassassin
  |clamav|amavis|amavisd-new|rspamd|roundcube|zimbra|mailman|plesk|cpanel|docker|kubernetes|go|golang|rust
  |nodemailer|mailkit|mimekit|swiftmailer|jquery|react|vue|angular|bootstrap|git|bash|curl|libcurl|wget
  |openssh|samba|squid|haproxy|tomcat|jenkins|elasticsearch|kibana|mongodb|sqlite|vim|emacs|gcc|glibc
  |systemd|mailer|package|plugin|library|firmware|sdk|api|app|build|release|rev|revision|ver|version
  |section|chapter|figure|table|버전
`;

const COUNTED = unwrapped`
  errors?(?= (?:were|found|occurred|per|out|and \d))|bytes?|octets?|kb|mb|gb|tb|kib|mib|ms|msecs?|secs?
  |seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|people|persons?|users|visitors|mails
  |e-?mails|messages|recipients|addresses|customers|employees|members|subscribers|items|files|lines|rows
  |pages|words|points|times|tests|requests|connections|attempts|retries|threads|dollars|euros|pounds|won
  |usd|krw|eur|gbp|percent|miles?|meters?|metres?|feet|ft|km|cm|mm|kg|g|grams?|ml|l|lbs?|oz|px|pt|em|rem
  |dpi|hz|khz|mhz|ghz|mbps|kbps|kcal|calories|watts?|volts?|degrees|cups?|tbsp|tsp|rooms|seats|copies
  |units|pieces|guests|children|students|houses|cars|million|billion|thousand|hundred|unread|pending
  |online
`;

// What is counted, whole or with what may follow it in its word: 421명, 421명이나; but 421 명령.
const KOREAN_COUNTED = unwrapped`
  (?:명|개|건(?!가)|원|통(?!과)|회|분|초(?!과)|시간(?!이? (?:초과|만료))|일(?![까반])|년|월|주년|달러|엔|유로|위안|권|장|층|호실?|동|쪽|페이지|바이트|킬로
  |메가|기가|점|위|살|세|도|미터|그램|리터|평|번지|번 ?버스|번째|인분|퍼센트|곳|줄|차례|여 ?명|여 ?개|만 ?원|천 ?원|대(?! ?[\dx]))
  (?=[\s.,!?)]|$|(?:[이가은는을를의에도만로과와나씩쯤째간당들뿐여대]|부터|까지|정도|이상|이하|미만|가량|동안|밖에)(?![가-힣])
  |입니|이[었에다며라나랑]|였|으로|에[서게]|짜리|보다|마다|한테|어치|들[이은의]|씩[이은]|만[에의]|째[로]|간[의에])
`;

// A good answer of mail where a program expected another one, with what else it says of it.
export const OUT_OF_STEP = pattern("g")`
  (?:\bbut got (?:code )?|\bSMTP\w*(?:Error|Exception|Refused): \(|Exception\(code: |\bcommand failed:[ ]
  |\bcould not get \dxx \(|\bnot accepted from server:[ ]|\brejected \w{1,9} command:[ ]
  |\bInvalid greeting(?:\. response=| from server:\s{1,2})(?!["']?220))
  ["']?(?:2[1-5]|3[35])\d\b[^\n]{0,80}
`;

// Each takes a whole span in which no code stands.
export const MASKS = [
  /\b(?:https?|ftp|mailto):\S+|\bwww\.\S+/gi,
  pattern("g")`(?<![\w.+%&'*\/=!#$~^{|}-])(?![2-5]\d\d-')${ADDRESS}|(?<=[=/'])${ADDRESS}`,
  // HTTP.
  pattern("gi")`
    \bHTTP(?:S|\/\d(?:\.\d)?)?["']?[ :_-]{0,2}(?:status|error|code|response|status code|response code|상태
    |상태 코드|오류|에러)?(?: ?code)?[ :=-]{0,3}\d{3}\b
  `,
  /\b(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)\s\S{1,300}(?:\sHTTP\/[\d.]+)?"?\s\d{3}(?:\s[\d.-]+)?/g,
  pattern("gi")`
    (?<!${SAID_BEFORE})\(?\b[45]\d\d\)?(?!${SAID_BEHIND})
    [ ](?:Bad\sGateway|Internal\sServer Error|Service\sUnavailable(?! ?[;,-])
    |Gateway\sTime-?out|Not\sFound|Forbidden|Unauthorized|Bad Request|Not Implemented|Misdirected Request
    |Unprocessable|Too Many Requests|Unavailable For Legal|Expectation Failed)|\b(?:200 OK
    |20[1-4] (?:No Content|Created|Accepted)|30\d (?:Found|Moved))\b|Request failed with status code \d{3}
  `,
  /\b(?:Forbidden|Unauthorized|Bad Request|Too Many Requests|Misdirected Request) \(4\d\d\)/gi,
  /\bstatus_?code["']?\s?[=:]{1,3}\s?["']?(?:[1-3]\d\d|4(?:0\d|1\d|22|29)|50[0-4])\b/gi,
  /\b(?:[Ss]tatus|[Cc]ode)(?:["']?\s?[:=]\s?["']?(?:20[0124]|30[1-8]|40\d)|": ?4(?:1\d|22|29))\b(?! ?[-.]\d| [A-Z])/g,
  /\b(?!e?smtp|lmtp|mail)(?:[a-z]{1,20}_)?status[=:](?:[1-3]\d\d|4(?:0\d|1\d|22|29)|50[0-4])\b/g,
  // What a server would answer, in its settings or the log of its policy.
  /\b(?:reject action|\w{1,60}reject_code)["']?\s?[:=]\s?["']?\d{3}(?: [245]\.\d\.\d{1,3})?/gi,
  // What a program asks or tells by: if (code == 550), case 535:, {535: "…", 550: "…"}
  /(?:[=!]==?|\bcase) ?["']?\d{3}\b/g,
  /(?<=[{,]\s{0,20})["']?[245]\d\d["']?: ?"[^"\n]{1,80}"(?=,\s{0,20}["']?[245]\d\d["']?: ?"|,?\s{0,20}\})/g,
  // The process that writes a record: 2016-12-12T04:14:09.782Z 501 TID-1u5770
  pattern("gm")`
    ^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]? {1,3}
    \d{3}
    (?= (?:TID-|\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL|System|Note|Warning)\b(?!:| [245]\.)))
  `,
  // Dates and times, with zone.
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? /g,
  pattern("g")`
    \b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov
    |Dec)[a-z]{0,6}\.? {1,2}\d{1,2}(?:,? \d{4})?(?:[ T,]{1,2}\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?)?
  `,
  /\b\d{1,2}[- ](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}[- ,]{1,2}\d{2,4}/g,
  pattern("g")`
    \b\d{4}[-/.]\s?\d{1,2}[-/.]\s?\d{1,2}(?:[T _]{0,2}\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,9})?)?(?:Z
    | ?[+-]\d\d:?\d\d)?
  `,
  /\b\d{1,2}[-/]\d{1,2}[-/]\d{2,4}\b/g,
  /\b\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,9})?(?: ?[AP]M)?(?: ?[+-]\d{4})?/gi,
  // Addresses and ports. An IPv6 address has at least two colons.
  /\b\d{1,3}(?:\.\d{1,3}){3,5}\b(?::\d+)?(?:\/\d+)?/g,
  /(?:\b[0-9a-f]{1,4}|(?<=[\s[(=]):):(?:[0-9a-f]{0,4}:){1,6}[0-9a-f]{0,4}/gi,
  /\bports?\W{0,3}\d+/gi,
  /(?:\.[a-z]{2,10}|\blocalhost):\d+/gi,
  // Telephone numbers.
  /(?:\b1[-. ])?\(?\b\d{3}\)?[-. ]{1,2}\d{3}[-. ]\d{4}\b/g,
  /(?:\b(?:tel|phone|fax|call)|전화|팩스|내선)\W{0,3}[\d() -]{3,20}/gi,
  // Identifiers and hashes: letters and digits mixed.
  /\b\w{4,40}(?:-\w{1,40}){1,6}\b(?!\.\d)/g,
  /(?<!(?:error|code|smtp|status|오류|에러|코드)[ :=]{1,2})\[\d{1,7}\](?! ?[245]\.\d)/gi,
  /#\d+\]/g,
  // Codes of other kinds.
  pattern("gi")`
    \b(?:verification|security|promo|discount|coupon|zip|postal|area|country) code(?: is)?\W{1,3}\d{3,8}(?: \d{3,4})?
    |\b\d{3} ?\d{3,4}(?= is your )
    |(?<!SMTP )(?:인증|보안) ?(?:코드|번호)(?:[는은가]|:| :) ?\d{3,8}
  `,
  /(?<!\d)(?:\d{1,2}|\d{4,9})\s?~\s?\d+/g,
  /(?:\binbox|\bspam|메일함|편지함|보관함)\s?[:(]\s?\d+/gi,
  /\[\d{1,6}\/\d{1,6}\]|\b\d{1,6} of \d{1,6}\b/g,
  /\bexit(?:ed)?(?: with)?(?: status| code)?[ :=]{1,3}\d+/gi,
  // Values of fields that are no code: "processingTimeMillis":500, <count>550</count>
  pattern("gi")`
    (?<=["'](?!\w{0,40}(?:code|stat|smtp|dsn|reply|response|result|err|reason|diag|bounce|msg))[\w.-]{1,40}["']\s?:\s?)
    \d{3}(?=\s?[,}\]\n])
    |(?<=<count>)\d+
  `,
  // Numbers that a name stands before.
  pattern("gi")`
    \b(?:uid|gid|pid|ppid|size|delays?|xdelay|nrcpts?|msgid|line|lines|bytes|count|total|len(?:gth)?|timeout
    |timeout of|retry|retries|pri|class|width|height|top|left|margin|padding|priority|sequence|seq|score
    |hits|ttl|max|min|limit|spam_score|bits|exit|exitcode|errno|signal|userid|user_id|order_id|id|day|week
    |step|elapsed|took|duration|time)["']?(?:[ \t]?[=:][ \t]?|[ \t])['"]?\d+(?:\.\d+)*
  `,
  pattern("gi")`
    \b(?:lines?|rooms?|suite|apt|page|chapter|section|ticket|issue|order|invoice|case|pr|pull request|bug
    |flight|bus|route|highway|gate|unit|floor|building|model|rfc|iso|ks|kb|area|group|team|bed|lot|exhibit
    |figure|table|psalm|bmw|boeing|airbus|galaxy|windows|office|microsoft|no\.|nr\.?|№|방|제)[ \t]?#?\d[\d.]*
  `,
  // A value of some key; but not of one that names a reply.
  pattern("gim")`
    (?<!(?:code|status|smtp|reply|stat|reject|resp|response|led|result|err|error|rc|msg|reason|dsn|text|diag
    |said|bounce|[^\w"'])["']?)=["']?\d+(?:\.\d+)?["']?(?=[;,\]&)]|\s+[\w-]{1,30}=|\s*$)
  `,
  /[$₩€£¥￦]\s?\d[\d,.]*|\b(?:USD|KRW|EUR|GBP|JPY|US\$)\s?\d[\d,.]*/g,
  pattern("g")`
    \b\d{1,5} (?:(?:[NSEW]\.? )?[A-Z0-9][\w.']{1,20} ){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd
    |Lane|Ln|Drive|Dr|Way|Place|Court|Square|Parkway|Terrace)\b
  `,
  pattern("gi")`
    (?<![\d.])\b\d{1,4}(?:[.,]\d+)?[ -]?(?:${COUNTED})\b(?!['’]|\s(?:rejected|denied|blocked|not|too|from
    |temporarily|deferred|refused|exceed|over|limit))
  `,
  pattern("g")`(?<![\d.])\d{1,4}(?:[.,]\d+)? ?${KOREAN_COUNTED}`,
  /(?<![\d.])\d{1,4}(?:\.\d+)? ?[%°℃℉]/g,
  // Versions.
  pattern("gi")`\b(?:${PRODUCTS})(?:\.js)?[ /_:-]{1,2}v?\d+(?:\.\d+)+[\w.+~-]*`,
  /\bv\d+(?:\.\d+)+|§+\s?\d[\d.]*/gi,
  // What was expected is not what was answered.
  pattern("g")`
    \b(?:Expected|expecting|expected)(?:\sresponse)?(?:\scode)?[:\s]{1,2}["']?\d{3}
    (?:["']?(?:\/| or )["']?\d{3})*
  `,
  // What applications answer their own callers, and FluentSMTP says of every failure.
  /"(?:status": ?50[0-4]|code": ?423),(?=\s*"(?:error|message)")/g,
  OUT_OF_STEP,
];

/**
 * As many marks as a span has characters; its lines stay lines.
 * @param {string} span
 */
export const filled = (span) => span.replace(/[^\n]/g, FILL);

/**
 * A text of the same length in which no number stands that is no code.
 * @param {string} text
 */
export function mask(text) {
  let result = text;
  for (const form of MASKS) result = result.replace(form, filled);
  return result;
}

const KOREAN_COUNT = pattern("")`^#?[\d.]+ ?${KOREAN_COUNTED}`;

/**
 * Whether a text begins with a number that counts something, as in 421명.
 * @param {string} rest
 */
export const countsKorean = (rest) => KOREAN_COUNT.test(rest);
