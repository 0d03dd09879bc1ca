/**
 * What people write around a record: what they saw before, what others told them, what they guess. A server's own words
 * outweigh it, and what is the case now outweighs what was.
 */
import { pattern } from "./patterns.js";

/** @import { Result } from "./findings.js" */

// People write less.
const LONGEST = 12_000;

// Where a clause ends, and the next one begins.
const BETWEEN = pattern("")`
  (?<=\n)|(?<=[.!?]["')]?[ ])(?=["'(<\[]?[A-Z0-9가-힣])
  |(?<=[,;][ ])(?=(?:but|and now|now|while|whereas|yet|today)\b)
  |(?<=[ ])(?=but (?:now|the|my|our|in|today)\b|and now\b|now (?:it|I|we|the)\b)
  |(?<=(?:지만|는데|은데|니다|어요|아요|해요),?[ ])
`;

// What no person writes of a mail, but programs and servers.
const RECORDED = pattern("im")`
  ^[\s>|]*(?:<[^<>\n]{3,}>|[245]\d\d[ -]|[245]\.\d{1,3}\.\d|[A-Z][a-z]{2} [ \d]\d \d\d:|\d{4}[-\/]\d\d|\[
  |at [\w$.<>\/\\]{1,200}[.(:])
  |\b(?:said|replied|responded|response was|reply|server responded): |\b(?:status|dsn|stat|relay)=|\bsmtp; ?[245]\d\d
  |\b[SC]: |NOQUEUE|\[\d{1,7}\]:|\([245]\d\d, ?b?["']|\b(?:exception|error)s?:[ ]|-> |\w(?:Error|Exception)\b
  |=> |<< ?[245]\d\d
  |\b[HRT]=\S|^[A-Z][\w-]{1,40}-[\w-]{1,40}:
`;

// What was the case, or is said of others' mails.
const PAST = pattern("i")`
  \b(?:used to (?:be|get|see|have|show|fail|say|receive)|previously|formerly|originally|initially|at first|earlier
  |in the past|until (?:yesterday|last|recently)|last (?:week|month|year|time)|before (?:that|this|the|we|i|it)\b
  |(?:already|have|has|was|were|been|i|we|now) (?:fixed|solved|resolved)|(?:went|gone) away
  |(?:some|many) (?:people|posts?|answers?|sites?) (?:say|said|suggest))\b|^\W*before\b
  |예전에|이전에|전에는|처음에|지난 ?(?:주|달|번)|어제까지|(?:해결|수정|조치)(?:했|됐|되었|하였)|고쳤
`;
// What somebody supposes, or asks.
const GUESSED = pattern("i")`
  \bseems? to be (?:caused|because|due|related)|\b(?:checking|searching|looking it up) (?:online|the web|around)
  |\bgoogl(?:ed|ing)\b|\b(?:i|we)(?:['’]ve)? (?:think|thought|guess(?:ed)?|suspect(?:ed)?|assumed?|suppose|read|wonder
  |believed?)\b|\bmaybe (?:it|this|the|my|our|i|because)\b|\bcould (?:it|this|that) be\b
  |\b(?:i|my|we|our|anyone|somebody)\b[^?]{0,300}\?\s*$|\b(?:i|we) (?:have )?(?:already )?(?:tried|checked)\b
  |것 ?같(?:은|습|아)|검색(?:해|을 해|하)|찾아 ?보니|아마(?:도)? |추측|(?:인|은|는)가요\?|할까요\?|나요\?
`;
// What somebody tells of numbers.
const TOLD = pattern("i")`
  \b(?:i|we|he|she|they|people|customers|support)(?:['’]\w{1,3})? (?:\w{1,12} ){0,5}?(?:see|saw|gets?|got|getting|have
  |had|receives?|received|was|were|says?|said|claims?|told|tells|reports?|reported|complains?)\b
  |\b(?:the|our|an?|my|one|his|her|someone|somebody)(?: (?!server|logs?|mailer|daemon|console|error)\w{1,14}){1,4}[ ]
  (?:says?|said|claims?|told|tells|reports?|reported|complains?|receives?|received|gets?|got)\b
  |(?:고객|사용자|거래처|상대방|담당자|직원|업체)(?:님|분)?(?:이|은|는|께서|들)|[다라]고 ?(?:하|말|합)|말했|받았(?:다고|습)
`;
// How somebody begins who speaks behind a record.
const OWN = /^(?:but|and|now|while|whereas|yet|today|however|before|i|my)\b|^[가-힣]/i;
const NUMBER = /(?<![\w.])[2-5](?:\d\d(?![\w.]*\d)|\.\d{1,3}\.\d{1,3})/;
// What is the case.
const PRESENT = /\b(?:now|today|currently|however|since then|this time)\b|이제|지금|현재|오늘|이번/i;

// What is said to be over now.
const SETTLED =
  /\b(?:fixed|solved|resolved|gone|works?|working|fine)(?:,? \w+)? now\b|\bnow (?:fixed|solved|works?)\b/i;

/**
 * Which clauses stand below one that tells of the past: Before: … Now: …; or the record that it leads to, as far as
 * that goes: Last time it was another error… ⏎ 550-5.7.1 …
 * @param {string[]} clauses
 * @param {boolean[]} records which of them no person wrote
 * @param {number} index of the one that leads to others
 */
function below(clauses, records, index) {
  if (!/(?:[:：…]|\.\.\.)\s*$/.test(clauses[index])) return index + 1;
  const next = clauses.findIndex((clause, place) => place > index && PRESENT.test(clause));
  if (next > 0) return next;
  const isOfRecord = (/** @type {number} */ place) =>
    records[place] || /^(?:[ \t>]|```|\s*$)/.test(clauses[place] ?? "-");
  let end = index + 1;
  while (end < clauses.length && isOfRecord(end)) end += 1;
  return end;
}

/**
 * A text without what its writer tells of the past, supposes, or was told; all of it where nothing would be left.
 * @param {string} source
 */
export function withoutHearsay(source) {
  if (source.length > LONGEST) return source;
  const clauses = source.split(BETWEEN);
  const records = clauses.map((clause) => RECORDED.test(clause));
  // A reply of several sentences goes on.
  for (const [index, clause] of clauses.entries()) {
    const isSameLine = index > 0 && !clauses[index - 1].endsWith("\n");
    records[index] ||= isSameLine && records[index - 1] && !OWN.test(clause);
  }
  const isTold = (/** @type {string} */ clause) => TOLD.test(clause) && NUMBER.test(clause);
  const hasRecord = clauses.some((clause, index) => records[index] && NUMBER.test(clause));
  const dropped = new Set();
  for (const [index, clause] of clauses.entries()) {
    if (records[index]) continue;
    const isPast = PAST.test(clause) && (!PRESENT.test(clause) || SETTLED.test(clause));
    // A reply that somebody asks about is no guess.
    const isGuess = GUESSED.test(clause) && !NUMBER.test(clause);
    if (!isPast && !isGuess && !(hasRecord && isTold(clause))) continue;
    const end = isPast ? below(clauses, records, index) : index + 1;
    for (let place = index; place < end; place += 1) dropped.add(place);
  }
  const kept = clauses.filter((_, index) => !dropped.has(index)).join("");
  return /\d/.test(kept) ? kept : source;
}

// What somebody has set up, and finds in order: We set up SPF and still get …, SPF는 등록했는데 …
const CHECKS = "(?:spf|dkim|dmarc|ptr)";
const IN_ORDER = pattern("gi")`
  \b(?:set ?up|configured|added|created|published|checked|check|verified|enabled)\b(?:(?!\b(?:no|not)\b|[.?!\n]).){0,40}
  \b${CHECKS}\b
  |\b${CHECKS}\b(?:(?!\b(?:no|not)\b|n['’]t\b|[.?!\n]).){0,40}
  \b(?:set ?up|configured|correct|valid|fine|perfect|in place|pass(?:es|ed|ing)?|ok(?:ay)?)\b
  |\b${CHECKS}(?:(?!안 |못 |않|[.?!\n]).){0,20}(?:(?:설정|등록|추가|적용|구성|확인)[은는을를도]? ?(?:다 |모두 )?
  (?:했|하였|되어|돼|완료|해 ?[두놓뒀놨]|마쳤)|정상|통과했|이상 ?없)
`;
const CHECK = new RegExp(`\\b(?=${CHECKS}(?![a-z]))[a-z]`, "gi");
// Seen by nobody, it parts a name so that no phrase is found in it.
const PARTED = "$&\u2060";

/**
 * A text without the names of what its writer says is in order.
 * @param {string} source
 */
function withoutDone(source) {
  if (source.length > LONGEST) return source;
  const part = (/** @type {string} */ done) => done.replace(CHECK, PARTED);
  return source
    .split(BETWEEN)
    .map((clause) => (RECORDED.test(clause) ? clause : clause.replace(IN_ORDER, part)))
    .join("");
}

// A code, or what may be one, in a question.
const ANY_CODE = /(?<!\d)[1-5]\d\d(?!\d)/;

/**
 * A question about a code without what is said in it to be in order: SPF 설정했는데 550
 * @param {string} typed
 */
export const unsaid = (typed) =>
  ANY_CODE.test(typed) ? withoutDone(typed).replace(/\p{L}\u2060\w+/gu, "") : typed;

// A reply with both of its codes.
const FULL = /(?<![\w.])([245]\d\d)[ -][245]\.\d{1,3}\.\d{1,3}(?![\w.]*\d)/;
// How somebody goes on with another one, in a sentence or on a line of its own.
const NEXT = pattern("i")`
  ^(?:(?:to|for|then|but|later|afterwards?|now|when|on|another|i|we|my|our|second(?:ly)?|next|also)
  |(?:and|the) (?:to|for|then|now|second|other|next|last))\b
`;
const NEXT_LINE =
  /^\W*(?!\w*(?:error|said|reply|response|code|reason|server))[a-z][\w .,@'-]{0,60}[:：] ?["'`]?[245]\d\d /i;

/**
 * A text whose writer tells of several replies, each set apart, so that none runs on into the next: To Anna it went:
 * 250 2.0.0 Ok. To Ben it failed: 550 5.1.1 User unknown
 * @param {string} source
 */
export function apart(source) {
  if (source.length > LONGEST) return source;
  /** @type {string | undefined} */
  let last;
  const clauses = source.split(BETWEEN);
  const pieces = clauses.map((clause, index) => {
    const code = FULL.exec(clause)?.[1];
    const isNext = NEXT.test(clause) || (clauses[index - 1]?.endsWith("\n") && NEXT_LINE.test(clause));
    const isOther = code !== undefined && last !== undefined && code !== last && isNext;
    last = code ?? last;
    return isOther ? `\n\n${clause}` : clause;
  });
  return pieces.join("");
}

/**
 * A result whose texts stand as they were written.
 * @param {Result} result
 * @returns {Result}
 */
const asWritten = (result) => ({
  ...result,
  findings: result.findings.map((one) => ({ ...one, text: one.text.replaceAll("\u2060", "") })),
});

/**
 * What a text tells without hearsay; with it, where the rest tells nothing.
 * @param {string} text
 * @param {(source: string) => Result} readIt
 * @returns {Result}
 */
export function unlessHearsay(text, readIt) {
  const source = withoutDone(apart(text));
  const read = (/** @type {string} */ some) => asWritten(readIt(some));
  const rest = withoutHearsay(source);
  if (rest === source) return read(source);
  const told = read(rest);
  // What went well is not what somebody asks about.
  const isTelling = told.findings.some(
    ({ code, enhanced, situation, outcome }) =>
      (code ?? enhanced ?? situation) && outcome !== "success" && outcome !== "intermediate",
  );
  return isTelling ? told : read(source);
}
