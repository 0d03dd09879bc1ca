/** Short questions about codes of other protocols than mail: `http 404`, `NOT_FOUND vs UNKNOWN`, `grpc 14`. */
import { otherFinding } from "./findings.js";
import { pattern } from "./patterns.js";
import { COMPARING, LONGEST_QUERY, asksOnly } from "./queries.js";
import { MAIL } from "./tables.js";
import { WORD, isAboutMail, protocolsSpoken } from "./telling.js";

/** @import { Result } from "./findings.js" */
/** @import { Catalogue, Known } from "./tables.js" */

// Sums of money, shares, numbers of issues.
const AMOUNT = /[$€£¥₩#] ?\d+|\d+ ?%/g;
const ORDINAL = /^\d{1,2}$/;
// A small number that is called a code, as nobody calls ports or levels; errors of any program have numbers.
const CODED = pattern("i")`
  (?:\bstatus[ _-]?|^(?:what(?:'s| is| does| are)? )?(?:the )?)codes?["']?\s?[:=]?\s?["']?\d{1,2}(?![\d.])
  |(?:^|상태 ?)코드 ?[:=]? ?\d{1,2}(?![\d.])
`;
const OF_ERRORS = /errors?|오류|에러/i;
// What stands around two names that are compared, and between them.
const AROUND =
  /\b(?:https?|status|codes?|errors?|responses?|the|differences?|between|what(?: is|'s)|when to use)\b|[?"'“”]|차이점?/gi;
const BETWEEN = /\s+(?:vs\.?|versus|or|and)\s+|\s?(?:이랑|하고|와|과|랑)\s+/i;

/**
 * The codes of a catalogue among words. One or two digits, and names in small letters, need the protocol's name.
 * @param {Catalogue} catalogue
 * @param {string[]} typed
 * @param {boolean} isNamed
 */
function codesAmong({ meant, names, spelled }, typed, isNamed) {
  const codes = typed.flatMap((word) => {
    const code = meant.get(word.toUpperCase());
    const isPlain = isNamed || (!ORDINAL.test(word) && spelled.has(word));
    return code !== undefined && isPlain ? [{ word, code }] : [];
  });
  const distinct = [...new Set(codes.map(({ code }) => code))].sort(
    (one, other) => names.indexOf(one) - names.indexOf(other),
  );
  return { codes: distinct, words: new Set(codes.map(({ word }) => word)) };
}

/**
 * The code of a title, whichever of its standards it stands in; one that is a name may be told in words: not found.
 * @param {Catalogue} catalogue
 * @param {string} title
 */
const titled = ({ meant }, title) => {
  const name = title.toUpperCase();
  const titles = [name, name.replace(/[ -]/g, "_")];
  return [...meant].find(([key]) => titles.includes(/^\d+ (.*)/.exec(key)?.[1] ?? ""))?.[1];
};

/**
 * A question with the names of a protocol's codes as they are written, where it tells them in words: deadline exceeded.
 * @param {string} text
 * @param {Catalogue[]} catalogues of the protocols that it names
 */
function withNames(text, catalogues) {
  const names = catalogues.flatMap((catalogue) => catalogue.names.filter((name) => name.includes("_")));
  if (names.length === 0) return text;
  const told = new RegExp(`\\b(?:${names.map((name) => name.replace(/_/g, "[ -]")).join("|")})\\b`, "gi");
  return text.replace(told, (name) => name.replace(/[ -]/g, "_"));
}

/**
 * Two codes that are asked about by their titles: unauthorized vs forbidden.
 * @param {Known} known
 * @param {string} text
 * @returns {Result | null}
 */
function titlesCompared(known, text) {
  const parts = text.replace(AROUND, " ").replace(/\s+/g, " ").trim().split(BETWEEN);
  if (parts.length !== 2) return null;
  for (const catalogue of known.others) {
    const [a, b] = parts.map((title) => titled(catalogue, title));
    if (a === undefined || b === undefined || a === b) continue;
    const codes = [a, b].sort((one, other) => catalogue.names.indexOf(one) - catalogue.names.indexOf(other));
    return {
      kind: "pair",
      findings: codes.map((code) => otherFinding(known, catalogue, code, code)),
      pairs: [{ catalogue: catalogue.id, a: codes[0], b: codes[1] }],
    };
  }
  return null;
}

const NUMBERS = /\d+/g;
// Mail and the web where they are named by what people use: is 421 of mail the same as of a website.
const CALLED = { smtp: /\be?-?mails?\b|메일/gi, http: /\bweb(?:sites?|pages?)?\b|웹(?:사이트|페이지)?/gi };
// That somebody asks whether two are one.
const SAME = /\b(?:same|identical|equals?|equivalent|related)\b|같[은나다]|같습|동일/i;
const ASKING = pattern("gi")`
  \b(?:same|identical|equals?|equivalent|related|different(?:ly)?|things?|both|either|one|use[sd]?|they)\b|같\S*|동일\S*
  |\S*에서
`;

/**
 * One number that several protocols have, where a question compares what it is in each or names both: is 503 in SMTP
 * the same as in HTTP; null where it asks anything else.
 * @param {Known} known
 * @param {string} source
 * @param {(source: string) => Result} readMail what a text says about mail
 * @returns {Result | null}
 */
export function asShared(known, source, readMail) {
  const text = source.trim();
  const [number, ...others] = new Set(text.match(NUMBERS));
  if (text.length > LONGEST_QUERY || text.includes("\n") || !number || others.length > 0) return null;
  const isCompared = COMPARING.test(text) || SAME.test(text);
  const named = Object.entries(CALLED).reduce(
    (rest, [name, called]) => (isCompared ? rest.replace(called, ` ${name} `) : rest),
    text,
  );
  const asked = protocolsSpoken(known, named);
  const listed = known.catalogues.filter(({ protocol, meant }) => asked.has(protocol) && meant.has(number));
  if (listed.length < 2 || !asksOnly(known, named.replace(NUMBERS, " ").replace(ASKING, " "))) return null;
  const findings = listed.flatMap((catalogue) =>
    catalogue.protocol === MAIL
      ? readMail(number).findings
      : [otherFinding(known, catalogue, number, number)],
  );
  return { kind: "code", findings, pairs: [] };
}

/**
 * What a short text asks about other protocols; null where it asks nothing of them.
 * @param {Known} known
 * @param {string} source
 * @returns {Result | null}
 */
export function asNamed(known, source) {
  const text = source.trim();
  if (text.length > LONGEST_QUERY || text.includes("\n")) return null;
  const compared = titlesCompared(known, text);
  if (compared) return compared;
  const named = protocolsSpoken(known, text);
  const names = new Set([
    ...known.catalogues.flatMap(({ id, protocol }) => [id, protocol]),
    ...known.called.values(),
    ...known.names,
  ]);
  const isNamed = known.others.some(({ protocol }) => named.has(protocol));
  const isCoded = CODED.test(text) && !OF_ERRORS.test(text) && !named.has(MAIL) && !isAboutMail(text);
  const meant = known.others.filter(({ protocol }) => !isNamed || named.has(protocol));
  const typed = withNames(text.replace(AMOUNT, "-"), isNamed ? meant : []).match(WORD) ?? [];
  const asked = meant.flatMap((catalogue) => {
    const { codes, words } = codesAmong(catalogue, typed, isCoded || named.has(catalogue.protocol));
    const others = typed.filter((word) => !words.has(word) && !names.has(word.toLowerCase()));
    // Two that are compared are asked about, whatever they are compared for: 401 vs 403 spring security.
    const isCompared = codes.length === 2 && COMPARING.test(text);
    const isAsked =
      codes.length > 0 &&
      (isCompared || asksOnly(known, others.join(" "))) &&
      !others.some((word) => /\d/.test(word));
    return isAsked ? [{ catalogue, codes }] : [];
  });
  if (asked.length === 0) return null;
  const pairs = asked
    .filter(({ codes }) => codes.length === 2)
    .map(({ catalogue: { id }, codes: [a, b] }) => ({ catalogue: id, a, b }));
  const findings = asked.flatMap(({ catalogue, codes }) =>
    codes.map((code) => otherFinding(known, catalogue, code, code)),
  );
  return { kind: pairs.length > 0 ? "pair" : "code", findings, pairs };
}
