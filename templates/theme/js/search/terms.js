/** The words of a question and of a text, in English and Korean, in the form in which they are compared. */
import { escaped, pattern, words } from "../recognise/patterns.js";
import { convertQwertyToHangul, getChoseong } from "../vendor/es-hangul.js";

const WORD = /[가-힣]+|[a-z0-9]+(?:[.-][a-z0-9]+)*/g;
export const HANGUL_WORD = /^[가-힣]/;
// A term of the trade, which nobody says of anything else.
export const ACRONYM = /\b[A-Z]{3,}\b/g;
// A sign at the end of a word, or a bracket, is none of it.
const SPACE = /[.,:;!?]*(?:[\s()[\]{}"“”]+|$)/;
const CAMEL = /[A-Z]?[a-z]+(?:[A-Z][a-z]+)+/g;
// A number and the word for what it is, run together: 404오류.
const NUMBERED = /(?<=\d{3})(?=오류|에러|코드)/g;
const UNFINISHED = /[ㄱ-ㅎㅏ-ㅣ]+/g;
const STOP_WORDS = new Set(words`
  a an and are as at be but by can cannot do does for from get got have how i in is it me mean means my of on or
  our that the their there this to was we what when where which who why with you your mail mails email emails
  message messages smtp error errors code codes could not able send sending sent via use using get getting try
  trying please help issue issues problem problems many long status http response fix should meaning change
  changing increase increasing raise set setting allow allowing solve reply exception working works returns
  returning failing new guide
  뜻 의미 원인 이유 해결 해결하기 방법 해결법 오류 에러 코드 메일 이메일 경우 문제 확인 확인하기 상태 뭐예요 왜 해결하려면 고치는 고치기
  늘리는 늘리기 바꾸는 바꾸기 설정하는 발생 발생하는 총정리 정리 질문 대처 조치 수정 처리 나요 나와요 떠요 뜹니다 뜨는 나옵니다 났습니다 났어요 발생합니다 사유
`);

/** Words of titles that name nothing: they stand in every sentence, or for whatever is talked about. */
export const NAMELESS = new Set(words`
  more than belong somebody else could yet another itself take taken these next first by other started came there
  gave after trying will with did turn here come moment know offer wanted inside without start got done where begin
  given give ready say said whether known send being from get like at once only nobody all early one were something
  new made work working still later can what under let show before both side much some now through over good own
  error api app file program server service site page used need needed want wrong gone away twice long behind version
  업로 로드 서버 페이 이지 메일 보낼 때 수
`);

/**
 * Whether a phrase says anything beside words that stand in every question.
 * @param {string} phrase
 */
export const says = (phrase) =>
  phrase
    .toLowerCase()
    .split(SPACE)
    .some((word) => word && !STOP_WORDS.has(word));

/**
 * The words of a text that are kept.
 * @param {string} text
 * @param {(word: string) => boolean} isKept
 */
const wordsKept = (text, isKept) => text.split(SPACE).filter(isKept).join(" ");

/**
 * The Latin words of a query that are kept, with the small ones between, which belong to some synonyms: on refresh.
 * @param {string} query
 * @param {(word: string) => boolean} isKept
 */
const withSmall = (query, isKept) =>
  wordsKept(query, (word) => /^[a-z]+$/i.test(word) && (!says(word) || isKept(word)));

/** @param {string} word */
const pairsOf = (word) =>
  word.length === 1
    ? [word]
    : Array.from({ length: word.length - 1 }, (_, start) => word.slice(start, start + 2));

/**
 * The terms of a text: Latin words as they are, Hangul in pairs of syllables, across single spaces too.
 * @param {string} text
 */
export function terms(text) {
  const found = [];
  /** @type {{end: number, syllable: string} | null} */
  let last = null;
  for (const match of text.normalize("NFC").toLowerCase().matchAll(WORD)) {
    const [word] = match;
    if (!HANGUL_WORD.test(word)) {
      found.push(word);
      last = null;
      continue;
    }
    if (last && match.index === last.end + 1) found.push(last.syllable + word[0]);
    found.push(...pairsOf(word));
    last = { end: match.index + word.length, syllable: word.slice(-1) };
  }
  return found;
}

// A word that stands in so few titles names what they are about.
const FEW = 2;

export const singular = (/** @type {string} */ term) => term.replace(/s$/, "");

/**
 * The words that name things: those of few titles, in the singular.
 * @param {string[]} titles
 */
export function namingIn(titles) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const term of titles.flatMap((title) => [...new Set(terms(title).map(singular))])) {
    counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const few = [...counts].filter(([term, count]) => count <= FEW && !NAMELESS.has(term));
  return new Set(few.map(([term]) => term));
}

/**
 * The words of a query that carry meaning; all of them where none would be left.
 * @param {string} query
 * @param {RegExp} particle
 */
export function meaningful(query, particle) {
  const written = query.normalize("NFC").toLowerCase().replace(NUMBERED, " ").replace(UNFINISHED, " ");
  const typed = written.split(SPACE).filter(Boolean);
  const bare = typed.map((word) => {
    const stem = word.replace(particle, "");
    // A particle may follow a word of Hangul, a number or a Latin word: 403으로, 토큰이.
    return (HANGUL_WORD.test(word) && stem.length >= 2) || /[a-z0-9]$/.test(stem) ? stem : word;
  });
  const kept = bare.filter((word) => !STOP_WORDS.has(word));
  return (kept.length > 0 ? kept : bare).join(" ");
}

/**
 * Whether a Latin word stands by itself in a query; Hangul runs on behind it (Spamhaus에서).
 * @param {string} query
 * @param {string} word
 */
export const hasWord = (query, word) => {
  // A name may be written in one word or in several: Office 365.
  const apart = escaped(word.toLowerCase()).replace(/(?<=[a-z])(?=\d)|[\s-]+/g, "[\\s-]*");
  return new RegExp(`(?<![a-z0-9])${apart}(?![a-z0-9])`).test(query.toLowerCase());
};

/**
 * The words of names in programs, where these are not known as they are: AuthenticationFailedException.
 * @param {string} text
 * @param {(word: string) => boolean} isKnown
 */
export const apart = (text, isKnown) =>
  text.replace(CAMEL, (name) =>
    isKnown(name.toLowerCase()) ? name : name.replace(/(?<=[a-z])(?=[A-Z])/g, " "),
  );

/** @param {string} text */
export const joined = (text) =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s-]+/g, "");

/**
 * The first letters of the Hangul in a text: ㄱㄹㅇㄹㅅㅌ of 그레이리스트.
 * @param {string} text
 */
export const lettersOf = (text) => getChoseong(text).replace(/[^ㄱ-ㅎ]/g, "");

/**
 * What was meant by somebody who typed Korean with the keyboard left in English; the text itself where its letters make
 * no syllables: the library throws at those of "how".
 * @param {string} text
 */
export function asHangul(text) {
  try {
    return convertQwertyToHangul(text);
  } catch {
    return text;
  }
}

// What a program prints: the name of an exception, a line of a trace, an error at a line's beginning.
const PRINTED = pattern("m")`
  \b[A-Za-z]\w*[a-z](?:Error|Exception)\)?:? \S
  |^\s*(?:Uncaught )?(?:[Ee]rror|panic)(?: \[\w+\]| TS\d+)?:[ ]
  |^\s*at \S+ ?\(|\*\* \(\w+\.
`;

/**
 * Whether a program printed a text, which then is no question whose words lead somewhere.
 * @param {string} text
 */
export const isPrinted = (text) => PRINTED.test(text);

/**
 * The words of a query that are new: those that say something, and the Latin ones with the small words between them.
 * @param {string} query
 * @param {RegExp} particle
 * @param {(word: string) => boolean} isNew
 */
export const newWords = (query, particle, isNew) => [
  wordsKept(meaningful(query, particle), (word) => says(word) && isNew(word)),
  withSmall(query, isNew),
];
