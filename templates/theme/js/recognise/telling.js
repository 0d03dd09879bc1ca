/** Which protocols a text speaks of, as its words tell. */
import { pattern } from "./patterns.js";
import { MAIL } from "./tables.js";

/** @import { Result } from "./findings.js" */
/** @import { Known } from "./tables.js" */

// What a text is about is soon told.
const LONGEST_LOOK = 20_000;
// Korean particles are attached to what they follow, and are no part of it: 401과 403의 차이.
export const WORD = pattern("gu")`
  [가-힣]+|(?:(?![가-힣])[\p{L}\d])+(?:[._](?:(?![가-힣])[\p{L}\d])+)*
`;
// An address says nothing of what a text is about, unless it is that of a mail server or of a gRPC service.
const LINK = /\b(?!smtp|grpc)[a-z]{2,9}:\/\/[^\s"'<>]{0,2000}/gi;

// Nor does a field of a form or of data that is called so; an address in it may be that of a recipient.
const FIELD = pattern("gi")`
  ["']\w{0,20}e-?mail\w{0,20}["']\s{0,4}:\s{0,4}\[?\s{0,4}(?:"[^"\n@]{0,200}")?
  |\be-?mail (?:field|must be(?: an? (?:valid )?e-?mail)?|is required)\b
`;

const ABOUT_MAIL = pattern("i")`
  \b(?:e?smtp|lmtp|(?:e-?)?mail|recipient|relay|sender|rcpt|helo|ehlo|dsn|ndr|bounce|postfix|exim
  |sendmail|(?:client)?mqueue|sm-mta|qmail|dovecot|amavis|rspamd|postgrey|milter
  |starttls|mx(?:s| of| for| records?)\b|sending limit
  |from'? address|opendkim|dkim|opendmarc|dmarc|spam|deliver(?:y|ed|able)\b
  |other server returned|cannot start tls|status=(?:bounced|deferred|expired))
  |[^\s/@](?<!git)@[\w.-]+\.[a-z]+(?![.:]?[\w~/]| \S*\])|메일|수신|발신|반송|스팸
`;

/** @param {string} text */
export const withoutLinks = (text) => text.replace(LINK, "");

/** @param {string} text */
const withoutNames = (text) => withoutLinks(text).replace(FIELD, "");

/**
 * Whether words of a text are those of mail.
 * @param {string} text
 */
export const isAboutMail = (text) => ABOUT_MAIL.test(text) && ABOUT_MAIL.test(withoutNames(text));

/**
 * The protocols that a text names.
 * @param {Known} known
 * @param {string} text
 */
const protocolsNamed = ({ catalogues, called }, text) => {
  const typed = new Set(withoutLinks(text).toLowerCase().match(WORD));
  return new Set(
    catalogues
      .filter(({ id, protocol }) =>
        /** @type {string[]} */ ([id, protocol, called.get(protocol)]).some((name) => typed.has(name)),
      )
      .map((one) => one.protocol),
  );
};

/**
 * The protocols that a text speaks of.
 * @param {Known} known
 * @param {string} text
 */
export function protocolsSpoken(known, text) {
  const beginning = text.slice(0, LONGEST_LOOK);
  return new Set([
    ...protocolsNamed(known, beginning),
    ...[...known.speaks].flatMap(([protocol, words]) => (words.test(beginning) ? [protocol] : [])),
  ]);
}

/**
 * The protocols that the words of a question tell; none where they are those of any.
 * @param {Known} known
 * @param {string} text
 */
export const protocolsTold = (known, text) =>
  new Set([...protocolsSpoken(known, text), ...(isAboutMail(text) ? [MAIL] : [])]);

// What else may have said what looks like an answer to mail, such as an application in JSON; a day's summary of a log,
// or what Exim says of its work; what a browser or client asked for; what people write themselves; and a notice that
// only warns.
const FOREIGN = pattern("im")`
  ftp|ldap|nntp|imap|pop3|NO \[AUTH|STARTTLS|[*+] ?OK\b|\\x16|\\026|\^V|postgres|psql|mongo|redis|mysql|pam_
  |ssh|sudo|FATAL:|\bload resource:|\b(?:GET|POST|PUT|PATCH|DELETE)[ ]{1,4}(?:https?:|[\w.-]{0,60}\/)
  |"(?:status|code|statusCode|message|error|errors|errorCode|errorMessage|detail)" ?:
  |^[ ]*\d+[ ](?:LOG|[RT]):|\w detail$|^Grand Totals|-- \w+ Begin[ ]
  |\b(?:i|we|he|she|last|before)\b|delay(?!s?=)|warning|지만|는데|니다
  |oauth|sasl|orig_to=|(?:expanded|generated) from|forward
`;
// Where more has to be looked at: who asks for a login or lets a client in, who has no name, whose list it is, whose
// connection broke, whom a server did not reach, what a good answer was taken for, what nobody knows the reason of, and
// domains that look like those of large services.
const IS_OPEN = pattern("")`
  ^(?:login-required|reverse-dns|connection-lost|client-refused|relay-refused|sender-not-yours|spam-detected
  |content-refused)$
`;
const LOOKS_KNOWN = pattern("")`
  ^(?!(?:gmail|hotmail|outlook|yahoo|icloud|naver)\.com$|hanmail\.net$)
  (?:g\w{3,10}|ho\w{4,7}|ou\w{4,7}|y\w{3,5}|ic\w{3,6}|na\w{2,5}|ha\w{4,7})\.[a-z]{2,4}$
`;
const isOpen = (/** @type {Result["findings"][0]} */ { code, situation, reply, domain }) =>
  situation === null ||
  (code === null ? reply === null : /^[23]/.test(code)) ||
  (situation === "ip-listed" && reply === null) ||
  IS_OPEN.test(situation) ||
  LOOKS_KNOWN.test(domain ?? "");

/**
 * Whether a text is so clearly a mail's that nothing else need be looked for in it.
 * @param {Known} known
 * @param {Result} mail what it says about mail
 * @param {string} source
 */
export function isMailAlone(known, { kind, findings }, source) {
  if (kind === "none" || kind === "code" || kind === "pair") return false;
  const spoken = protocolsSpoken(known, source);
  spoken.delete(MAIL);
  const isSigned = findings.some(({ enhanced, provider }) => enhanced !== null || provider !== null);
  const isOfMail = isSigned || (findings[0].code !== null && isAboutMail(source));
  if (findings.some(isOpen)) return false;
  return spoken.size === 0 && !FOREIGN.test(source) && isOfMail;
}
