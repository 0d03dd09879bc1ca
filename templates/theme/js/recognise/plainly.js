/** What a reply says of an address or a mail in plain words, put together in whatever way. */
import { pattern, unwrapped } from "./patterns.js";
import { saidIn } from "./words.js";

const WHOSE = unwrapped`
  (?:user|mail[ -]?(?:box|folder)|recipient|addressee|address(?:es)?|e-?mail(?: address| account)?|account|alias)
`;
// The user kim is currently …
const IS = unwrapped`
  (?: (?:name|address|account|here))?(?: \(?[\w.-]{0,30} ?\)?)?,? (?:(?:is|was|are|has been|does) )?
  (?:temporarily |permanently |currently )?
`;

/**
 * What happened, and how a reply says so.
 * @type {[situation: string, form: RegExp][]}
 */
const FORMS = [
  [
    "mailbox-full",
    pattern("i")`
      \b(?:over|exceed(?:s|ed|ing)?|reached|violat(?:es|ed|ing))\b[^.;:]{0,30}\bquota\b
      |quota\b[^.;:]{0,20}\b(?:exceed\w*|full|reached|violation)|\b${WHOSE}${IS}full\b
      |\b(?:user|domain)?dis[kc] ?(?:space )?quota\b|\bnot have enough space\b|\bnot enough storage space\b
      |\b(?:not (?:have )?enough|out of|no) (?:storage |disk )?space\b[^.;:]{0,20}\b${WHOSE}
    `,
  ],
  [
    "mailbox-disabled",
    pattern("i")`
      \b${WHOSE}${IS}(?:disabled|inactive|suspended|locked|closed|deactivated|not active|no longer active
      |no longer in use|expired|terminated|deleted|removed|frozen|cancell?ed|discontinued|dormant|blocked)\b
    `,
  ],
  [
    "user-unknown",
    pattern("i")`
      \b${WHOSE}${IS}(?:unknown|invalid|unrecogni[sz]ed|not (?:found|known|exists?|present|valid|recogni[sz]ed|listed)
      |doesn['’]?t exist|nonexist[ae]nt|could(?: not|n['’]?t) be found|no longer (?:exists?|valid|known|available))\b
      |\b(?:unknown|no such|invalid|non-?exist[ae]nt|not a valid|no|wrong|undeliverable) (?:local |virtual |e-?mail )?
      ${WHOSE}\b
      |\b(?:cannot|could(?: not|n['’]?t)|can['’]?t|unable to) (?:find|accept) (?:the |that )?${WHOSE}\b
      |\b(?:not|n['’]t) have an? (?:account|mailbox)\b|\bunknown name:
    `,
  ],
  [
    "relay-refused",
    pattern("i")`
      \brelay(?:ing)?\b[^.;:]{0,20}\b(?:denied|prohibited|refused|forbidden|disabled
      |not (?:allowed|permitted|authori[sz]ed))\b
      |\b(?:not (?:allowed|permitted|authori[sz]ed)|unable|cannot|refus\w+) to relay\b
    `,
  ],
  ["mail-loop", /\bmail ?loop|\blooping\b|\bloop (?:was )?(?:found|detected)\b/i],
  ["spam-detected", /\banti-?spam|\bspamming\b|\bspam-|\bjunk ?mail|\bbulk mail\b/i],
];

// Something between two words of a sentence; a dot or colon may stand in an address.
const GAP = String.raw`(?:[^.;:]|[.:](?=\S)){0,40}`;
// Whose a sender's address has to be.
const LOGIN = "(?:user(?:name)?|accounts?|login|auth\\w*)";
const FITS = "\\b(?:match|same|equal|belong)";
const WAS = "(?: (?:is|are|was|were|has|have|been|temporarily|permanently|currently)){0,3}";
const NO_DOMAIN = "(?:(?:\\w+ )?not (?:exist|found|known|valid|resolve)|(?:is )?(?:unknown|invalid))";

/**
 * What a reply says of the sender, of the server that sends, of itself or of the mail; the particular first.
 * @type {[situation: string, form: RegExp][]}
 */
const FORMS_OF_OTHERS = [
  ["reverse-dns", /\b(?:ptr|rdns|reverse[ -](?:dns|lookup|mapping|(?:host)?name))\b/i],
  [
    "sent-too-fast",
    pattern("i")`
      \btoo (?:many|much)(?: \w+){0,2} (?:messages|e?-?mails?)\b(?! (?:in|on|for) )
      |\b(?:rate|frequency)[ -]?limit|\bthrottl|\bslow down\b|\btoo (?:fast|quickly|often)\b
    `,
  ],
  [
    "sender-not-yours",
    pattern("i")`
      \b(?:sender|from)\b${GAP}${FITS}${GAP}\b${LOGIN}\b|\b${LOGIN}\b${GAP}\b(?:sender|from)\b${GAP}${FITS}
    `,
  ],
  [
    "sender-refused",
    pattern("i")`
      \bsender(?: e-?mail)?(?: address| domain)?${WAS} (?:rejected|refused|denied|blocked|banned
      |not (?:accepted|allowed|permitted|welcome))\b|\b(?:blocked|banned|rejected|invalid) senders?\b
    `,
  ],
  [
    "ip-blocked",
    pattern("i")`
      \b(?:ips?|ip[ -]address(?:es)?|network|subnet|hosts?|server|client)\b${GAP}\b(?:blocked|banned)\b
      |\b\d{1,3}(?:\.\d{1,3}){3}\]?${WAS} (?:blocked|banned|refused)\b
      |\b(?:ip|host|server)\b${GAP}\b(?:sending|sent|source of) spam\b|\bblocked for abuse\b
    `,
  ],
  [
    "domain-unknown",
    pattern("i")`
      ^(?!.*\b(?:sender|from|your|helo|ehlo|client|return)\b).*(?:\b(?:no such|unknown) (?:domain|host)\b
      |\b(?:domain|host)(?: ?name)?(?: \S{1,60})? ${NO_DOMAIN}\b|^\W*[\w-]+(?:\.[\w-]+)+ ${NO_DOMAIN})
    `,
  ],
  [
    "message-malformed",
    pattern("i")`
      \b(?:headers?|mime|message-id)\b${GAP}\b(?:missing|invalid|malformed|duplicate\w*
      |not (?:valid|compliant|allowed|present))\b
      |\b(?:missing|invalid|malformed|duplicate|multiple)(?: \w+){0,2} (?:headers?|mime|message-id)\b
    `,
  ],
  ["spam-detected", /\b(?:anti-?)?spam(?:my)?\b|\bunsolicited\b/i],
  [
    "server-overloaded",
    pattern("i")`
      \b(?:server|system|host|service|network)\b.{0,12}\b(?:busy|overloaded)\b|\btoo busy\b
      |\bload\b.{0,20}\btoo high\b
    `,
  ],
  [
    "host-unreachable",
    pattern("i")`
      \b(?:could not|unable to|cannot|can['’]?t|couldn['’]?t|failed to|not able to) (?:connect|reach|contact)\b
      |\bno route to host\b|\b(?:host|network|server|domain)(?: is)? (?:down|unreachable|not reachable)\b
    `,
  ],
  [
    "server-error",
    pattern("i")`
      \b(?:internal|system|software|server|local|unexpected|mailer|i\/o)(?: \w+)? (?:error|failure|problem
      |exception)\b
    `,
  ],
];

// Words about somebody else's address, or about what may be sent.
const OF_OTHERS = pattern("i")`
  \b(?:sender|from|your|you|client|helo|sending|daily|hourly|throttling|organi[sz]ation|login|password|domain|dns|mx
  |authenticat\w+)\b
`;
// So long a text says more than one thing.
const LONGEST = 300;

/**
 * The first of the forms that a reply has.
 * @param {[situation: string, form: RegExp][]} forms
 * @param {string} said
 */
function toldBy(forms, said) {
  for (const [situation, form] of forms) {
    const words = form.exec(said)?.[0];
    if (words !== undefined) return { situation, words: words.toLowerCase() };
  }
  return null;
}

/**
 * What a reply says in plain words; null where it does not.
 * @param {string} raw
 * @returns {{situation: string, words: string} | null}
 */
export function plainly(raw) {
  const said = saidIn(raw);
  if (said.length > LONGEST) return null;
  return (OF_OTHERS.test(said) ? null : toldBy(FORMS, said)) ?? toldBy(FORMS_OF_OTHERS, said);
}

// A header of a mail, which is no sentence.
const HEADER = /^[A-Z][\w-]{1,40}:\s/;
// A notice says what happened near its beginning.
const MOST_PARAGRAPHS = 20;

/**
 * What a paragraph of a notice says in plain words.
 * @param {string} source
 */
export function plainlyIn(source) {
  for (const paragraph of source.split(/\n\s*\n/, MOST_PARAGRAPHS)) {
    const told = HEADER.test(paragraph) ? null : plainly(paragraph);
    if (told) return told;
  }
  return null;
}
