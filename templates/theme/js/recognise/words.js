/** The words that servers answer with. */
import { pattern, words } from "./patterns.js";

// Words that servers answer with; those ending in * stand for all that begin so.
const LISTED = words`
  mailbox mail mails user users recipient* relay* denied deny unknown reject* spam* sender addressee
  address addresses command* quota block* auth* account* message* smtp esmtp lmtp service server* policy
  syntax grey* gray* unavailable deliver* domain host hosts tls starttls helo ehlo data ok okay queue*
  ready bye again temporar* permanent* transient allowed invalid refused such exist dmarc spf dkim
  blacklist* blocklist* listed limit* exceed* size virus content access client connection* password*
  credentials closing hello accepted sorry verif* bounce* error* fail* rate defer* disabled inactive
  protocol sequence parameter* resources storage requested action transaction prohibit* envelope header*
  attachment dns mx ip reputation welcome pipelining 8bitmime enhancedstatuscodes chunking smtputf8 help
  rcpt quit unrecognized unrecognised implemented bad loop hop full ahead later try
`;

export const REPLY_WORDS = new RegExp(
  `(?<![a-z0-9])(?:${LISTED.join("|").replaceAll("*", "[a-z0-9]*")})(?![a-z0-9])`,
  "i",
);

export const FAILURE_WORDS = pattern("i")`
  \b(?:den(?:y|ied)|reject\w*|unknown|unavailable|not|fail\w*|errors?|invalid|full|exceed\w*|timed|timeout
  |refused|disabled|unsuccessful|block\w*|spam|sorry|no|quota|bad|expired|unable|required|cannot|can't
  |limit|too|suspended|inactive|loop|again|later|prohibited|undeliverable|lookup|greylist\w*|graylist\w*
  |deferred|delayed)\b
`;

export const OPENING_WORDS = pattern("i")`
  ^["']?[ :-]{1,3}(?:mailbox|user unknown|user not|no such|unknown user|unknown recipient|relay|relaying
  |requested|unable to|administrative|recipient|sender|command|syntax|bad sequence|message
  |mail (?:rejected|content)|access denied|permanent|temporary|service|authentication|user's|over quota
  |spam|blocked|rejected)\b
`;

export const KOREAN_REPLY =
  /사용자|메일|수신|발신|거부|서버|주소|차단|도메인|인증|용량|스팸|연결|시스템|존재|찾을|계정|전송|명령|구문|요청|오류|실패|초과|권한/;

// Codes, addresses and links, and what a server that asked another adds: they give no reason.
const NO_WORDS = pattern("gi")`
  \b\d\.\d\.\d - [a-z ]{3,40}(?=[ ][245]\d\d-')|\(delivery attempts: \d{1,4}\)
  |\b(?<!\d\.)[245](?:\d\d|\.\d{1,3}\.\d{1,3})\b(?!\.\d)|<[^<>]*>|\S+@\S+|https?:\/\/\S+
  |\((?:in reply to|state) [^)]*\)|\b[\da-f]{16,64}\b
`;
const REFUSAL =
  /\b(?:rejected|refused|denied|blocked|not (?:accepted|authorized|allowed|permitted)|violation)\b/i;
const NO_REASON = pattern("i")`
  ^(?:\W|\b(?:access|delivery|message|mail|e-?mail|command|request(?:ed)?|action|taken|recipient|address
  |connection|transaction|the|your|you|this|has|been|is|was|are|sorry|error|rejected|refused|denied|blocked|not
  |accepted|authorized|allowed|permitted|by|for|of|due|to|because|local|site|server|send|policy|policies
  |reasons?|violation|permanently|temporarily|please|try|again|later|see|visit|and|from)\b)+$
`;
// A reply that only refuses is short.
const LONGEST_REFUSAL = 160;

/**
 * What a reply says, without its codes, addresses and links.
 * @param {string} raw
 */
export const saidIn = (raw) => raw.replace(NO_WORDS, " ").replace(/\s+/g, " ").trim();

/**
 * The words of a reply that only says that it refuses; null where there is more in it, or less.
 * @param {string} raw
 */
export function bareRefusal(raw) {
  const said = saidIn(raw);
  if (said.length > LONGEST_REFUSAL || !REFUSAL.test(said) || !NO_REASON.test(said)) return null;
  return said.replace(/^\W+|\W+$/g, "").toLowerCase();
}
