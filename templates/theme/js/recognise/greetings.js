/**
 * What servers say of the name by which a client greets (HELO, EHLO), in whatever words, and whose name that is: a
 * person's computer has to be given another name, a server another setting.
 */
import { plainFinding, shortened } from "./findings.js";
import { pattern, unwrapped } from "./patterns.js";
import { readerOf } from "./readers.js";
import { MAIL } from "./tables.js";

/** @import { Finding, Result } from "./findings.js" */
/** @import { Known } from "./tables.js" */

const REFUSED = "helo-refused";
const NOT_YET = "wrong-order";
// What a reply about the name is taken for, where its words are not understood, or in general.
const VAGUE = new Set([null, "refused-unexplained", "syntax-error"]);

// HELO, EHLO/HELO, HELO or EHLO; not helo=<…>, which records add of the client, nor (HELO …) in a header.
const GREETING = unwrapped`(?<!\()\b(?:HELO|EHLO)(?:\W{1,4}(?:or )?(?:HELO|EHLO))?\b(?!=|["']? (?:command )?first)`;
const BAD = unwrapped`
  (?:invalid|bad|bogus|malformed|illegal|forged|fake|wrong|incorrect|unacceptable|unqualified|unresolvable|improper
  |syntactically|ung[üu]ltige[rns]?|invalide|incorrect[eo]?|inv[áa]lid[eo])
`;
const REJECTED = unwrapped`
  (?:rejected|refused|denied|blocked|forbidden|banned|prohibited|abgelehnt|refusée?|rechazado|rifiutato|rejeitado)
`;
const THING =
  "(?:(?:host|domain|server)?[ -]?names?|argument|parameter|string|domain|address|identity|greeting|nom)";
const IS = "(?: (?:is|was|are|has|been|does|do|did|could|can|must|should|string|an?|the)){0,4}";
const NOT_SO = unwrapped`
  (?:not|n['’]t) (?:be )?(?:accept\w*|allow\w*|permit\w*|valid|a? ?fqdn|an? fully|fully|resol\w*|found|exist|match|known
  |recogni[sz]ed as|an? (?:valid|fully|fqdn))
`;
// What stands between: the name itself, in quotes or brackets or as it is.
const NAME = unwrapped`(?:[ :]*(?:["'<\[(][^"'>\])\n]{0,255}["'>\])]|(?!and\b|or\b|but\b)\S{1,80})){0,2}`;

const FORMS = pattern("i")`
  \b(?:${BAD}|${REJECTED})(?: \w+)?[ ]["']?${GREETING}
  |${GREETING}[ -](?:command )?${THING}?${NAME}${IS}[ :,]*\b(?:${BAD}|${REJECTED}|${NOT_SO})\b
  |\b(?:${BAD}|${REJECTED})\b[^.;\n]{0,40}\b(?:in|for|of|as|by|from|after|with)(?: the| your| its)? ${GREETING}
  |${GREETING}["']? requires (?:an? )?(?:valid )?(?:${THING}|fqdn|fully)
  |\b(?:real|own|valid|correct|full|proper|fully[- ]qualified)(?: \w+)? ?${THING}[^.;\n]{0,30}\b${GREETING}
  |\bneed fully-qualified hostname\b
  |${GREETING}[^.\n]{0,40}(?:거부|거절|차단|잘못|유효하지|올바르지|拒否|拒绝|不正|无效|無效)
`;
// A server that wants to be greeted at all.
const WANTED = pattern("i")`
  ${GREETING}(?: command)?(?: is)? (?:required|expected|needed|missing)\b|\b(?:no|without|missing) ${GREETING}
`;
// The command itself, or the sender's domain, which SPF is about, is what is wrong.
const OF_OTHERS = pattern("i")`
  \b(?:command|verb|extension)s?\b[^.;\n]{0,20}\b(?:unknown|unrecogni[sz]ed|unsupported
  |not (?:recogni|implemented|supported|understood))
  |\b(?:unknown|unrecogni[sz]ed|unsupported|unimplemented) (?:smtp )?(?:command|verb)|\bspf\b
`;

// How a client greets in a session, and what it is answered: EHLO my_pc ⏎ 501 5.5.4 Invalid domain name
const ANSWERED = pattern("gi")`
  (?<![\w.])(?:EHLO|HELO)(?:[ ]+(?<name>[^\s"'\\]{0,255}))?(?:\\r\\n)?["']?\s*\n[^\n]{0,240}?
  (?<![\w.])(?<code>[45]\d\d)[ -](?<said>[^\n]{3,400})
`;
const OF_NAME = pattern("i")`
  \b(?:(?:host|domain)? ?name|domain|argument|parameter|address|fqdn|fully|syntax|access denied|not allowed
  |forbidden)s?\b
`;
// Exchange says so of nothing else.
const OF_EXCHANGE = /^501 5\.(?:5\.4|0\.0) Invalid domain name\b/i;

// A record of a server, which has no number: rejected EHLO from my_pc [192.0.2.1]: syntactically invalid argument(s): _
const RECORD = /^[^\n]*\brejected (?:EHLO or HELO|EHLO|HELO) [^\n]*$/m;
// Who is on a list is told so, whatever it greets by.
const OF_LIST = /\b(?:black|block|deny|dns)[ -]?list|\b(?:dns|r|s)bl\b|\blisted\b|spamhaus/i;

// What Windows and others call a computer by itself, and what people say of theirs; servers have no underscore.
const OF_COMPUTER = pattern("i")`
  \b(?:DESKTOP|LAPTOP|WIN|PC|NOTEBOOK|IPHONE|IPAD|MACBOOK\w*|ANDROID)-\w
  |\b\w+-(?:PC|LAPTOP|NOTEBOOK|MACBOOK\w*|IPHONE)\b
  |\b(?:computer|pc|laptop|notebook|local machine|device)['’]?s? (?:host ?)?name
  |\bname of (?:my|the|your) (?:computer|pc|laptop)|컴퓨터 ?이름|PC ?이름|기기 ?이름
`;

/**
 * What a reply says of a greeting: that its name is refused, or that there was none; null where it says nothing of it.
 * @param {string} text
 * @param {string | null} code
 */
function greetingIn(text, code) {
  if (OF_OTHERS.test(text)) return null;
  // What came at a wrong time is no name.
  const refused = code === "503" ? null : FORMS.exec(text);
  const wanted = refused ? null : WANTED.exec(text);
  const [words] = refused ?? wanted ?? [];
  return words === undefined ? null : { situation: refused ? REFUSED : NOT_YET, words: words.toLowerCase() };
}

/**
 * What a reply says that stands right behind a greeting and speaks of a name.
 * @param {Finding} finding
 * @param {string} source
 */
function answerIn({ code, text }, source) {
  const [ofExchange] = OF_EXCHANGE.exec(text) ?? [];
  if (ofExchange) return { situation: REFUSED, words: ofExchange.toLowerCase() };
  for (const { groups } of source.matchAll(ANSWERED)) {
    const { said = "", code: number } = groups ?? {};
    const isIt = number === code && number !== "503" && text.includes(shortened(said).slice(0, 40));
    const isOfName = OF_NAME.test(said) && !OF_OTHERS.test(said);
    if (isIt && isOfName) return { situation: REFUSED, words: shortened(said).toLowerCase() };
  }
  return null;
}

/**
 * A result, where the name by which a client greets was refused.
 * @param {Known} known
 * @param {Result} result
 * @param {string} source
 * @returns {Result}
 */
export function ofGreetings(known, result, source) {
  if (!known.outcomes.has(REFUSED) || result.foreign) return result;
  const how = /** @type {const} */ ("words");
  const findings = result.findings.map((one) => {
    const isFailed = one.protocol === MAIL && /^[45]/.test(one.code ?? "") && VAGUE.has(one.situation);
    if (!isFailed) return one;
    const said = greetingIn(one.text, one.code) ?? answerIn(one, source);
    const fits = said && known.outcomes.get(said.situation)?.includes(one.outcome ?? "");
    return said && fits ? { ...one, ...said, how } : one;
  });
  const record = findings.length === 0 ? RECORD.exec(source)?.[0] : undefined;
  const told = record !== undefined && !OF_LIST.test(record) ? greetingIn(record, null) : null;
  if (record !== undefined && told) {
    const plain = plainFinding({ id: null, protocol: MAIL }, null, record);
    const role = readerOf(record, "log");
    return { kind: "log", findings: [{ ...plain, ...told, outcome: "permanent", how }], pairs: [], role };
  }
  const isOwn =
    findings[0]?.situation === REFUSED && result.role !== "receiving-admin" && OF_COMPUTER.test(source);
  return { ...result, findings, ...(isOwn ? { role: "sender" } : {}) };
}
