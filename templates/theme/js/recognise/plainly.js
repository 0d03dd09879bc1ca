/** What a reply says of an address or a mail in plain words, put together in whatever way. */
import { pattern, unwrapped } from "./patterns.js";
import { saidIn } from "./words.js";

const WHOSE = unwrapped`
  (?:user|mail[ -]?(?:box|folder)|recipient|addressee|address|e-?mail(?: address| account)?|account|alias)
`;
// The user kim is currently …
const IS = unwrapped`
  (?: (?:name|address|account|here))?(?: [\w.-]{1,30})?,? (?:(?:is|was|are|has been|does) )?
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
      |quota\b[^.;:]{0,20}\b(?:exceeded|full|reached|violation)|\b${WHOSE}${IS}full\b
      |\b(?:user|domain)?disk ?(?:space )?quota\b|\bnot have enough space\b
      |\b(?:not (?:have )?enough|out of|no) (?:storage |disk )?space\b[^.;:]{0,20}\b${WHOSE}
    `,
  ],
  [
    "mailbox-disabled",
    pattern("i")`
      \b${WHOSE}${IS}(?:disabled|inactive|suspended|locked|closed|deactivated|not active|no longer active
      |no longer in use)\b
    `,
  ],
  [
    "user-unknown",
    pattern("i")`
      \b${WHOSE}${IS}(?:unknown|invalid|unrecogni[sz]ed|not (?:found|known|exist|present|valid|recogni[sz]ed)
      |doesn['’]?t exist|nonexist[ae]nt|could not be found)\b
      |\b(?:unknown|no such|invalid|nonexist[ae]nt|not a valid|no) (?:local |virtual |e-?mail )?${WHOSE}\b
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

// Words about somebody else's address, or about what may be sent.
const OF_OTHERS = pattern("i")`
  \b(?:sender|from|your|you|client|helo|sending|daily|hourly|throttling|organi[sz]ation|login|password|domain|dns|mx
  |authenticat\w+)\b
`;
// So long a text says more than one thing.
const LONGEST = 300;

/**
 * What a reply says in plain words; null where it does not, or says it of others.
 * @param {string} raw
 * @returns {{situation: string, words: string} | null}
 */
export function plainly(raw) {
  const said = saidIn(raw);
  if (said.length > LONGEST || OF_OTHERS.test(said)) return null;
  for (const [situation, form] of FORMS) {
    const words = form.exec(said)?.[0];
    if (words !== undefined) return { situation, words: words.toLowerCase() };
  }
  return null;
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
