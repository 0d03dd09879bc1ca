/** What texts without any code tell by their words, where there are other protocols than mail. */
import { asOneLine, bySign } from "./attribution.js";
import { readerOf } from "./audience.js";
import { NOTHING, otherFinding } from "./findings.js";
import { pattern } from "./patterns.js";
import { withoutCode } from "./situations.js";
import { lookup } from "./tables.js";
import { protocolsSpoken } from "./telling.js";

/** @import { Finding, Result } from "./findings.js" */
/** @import { Known } from "./tables.js" */

// As much as can belong to one code: an exchange with its body, an exception with its trace.
export const LONGEST_BLOCK = 6000;
// Two everyday words, as any program may say them.
const EVERYDAY = /^[a-z]+ [a-z]+[:!.]?$/;

/**
 * What a text without any code tells by its words; everyday words only where it speaks of their protocol.
 * @param {Known} known
 * @param {string} source
 * @returns {Finding[]}
 */
export function toldInWords(known, source) {
  const text = source.slice(0, LONGEST_BLOCK);
  const spoken = protocolsSpoken(known, text);
  const findings = [...new Set(known.others.map(({ protocol }) => protocol))].flatMap((protocol) => {
    const isSpoken = spoken.has(protocol);
    const told = withoutCode(lookup(known.tables, protocol), text, { isServers: isSpoken });
    if (told === null || (EVERYDAY.test(told.words) && !isSpoken)) return [];
    return [{ ...otherFinding(known, { id: null, protocol }, null, source.trim(), text), ...told }];
  });
  // Words that several protocols have are of the one that the text speaks of.
  findings.sort((one, other) => Number(spoken.has(other.protocol)) - Number(spoken.has(one.protocol)));
  // What one protocol's words hold of another's is not said a second time.
  return findings.filter(({ words }) =>
    findings.every((other) => other.words === words || !other.words.includes(words)),
  );
}

// An address of the web that is asked: behind a level of a tool's line, or what is done with it. Mail servers name
// pages that explain their words.
const ASKED = pattern("im")`
  ^(?:w|e|err|ign|get):\d{0,4} https?:\/\/
  |\b(?:fetch(?:ing)?|get|post|put|head|download(?:ing)?|cloning|resource|url:?) ["'\`]?https?:\/\/
`;

/**
 * Whether a tool of the web printed a text, or it tells what became of an address that was asked.
 * @param {Known} known
 * @param {string} source
 */
const isOfWeb = (known, source) =>
  ASKED.test(source) ||
  known.others.some(
    ({ protocol }) =>
      bySign({ signs: lookup(known.tables, protocol).tools }, asOneLine(source).text) !== null,
  );

/**
 * Whether findings of mail are told by nothing but everyday words that another protocol's servers say too.
 * @param {Known} known
 * @param {Finding[]} findings
 */
const isAnybodys = (known, findings) =>
  findings.some(
    ({ words }) =>
      EVERYDAY.test(words ?? "") &&
      known.others.some(({ protocol }) =>
        lookup(known.tables, protocol).phrases.some((phrase) => phrase.words === words),
      ),
  );

/**
 * What a text without any code tells by its words; those of mail where they tell more, and may be meant.
 * @param {Known} known
 * @param {string} source
 * @param {Result} mail
 * @returns {Result}
 */
export function inWords(known, source, mail) {
  const findings = toldInWords(known, source);
  const longest = (/** @type {Finding[]} */ all) =>
    Math.max(0, ...all.map(({ words }) => words?.length ?? 0));
  const told = isOfWeb(known, source.slice(0, LONGEST_BLOCK)) ? NOTHING : mail;
  // What both say in the same words is no mail's where nothing but these words speaks of one.
  const least = longest(told.findings) + Number(told.findings.some(({ code, enhanced }) => code ?? enhanced));
  if (longest(findings) === 0 && isAnybodys(known, told.findings)) return NOTHING;
  if (longest(findings) === 0 || longest(findings) < least) return told;
  const role = readerOf(known, source, findings[0]);
  return { kind: "reply", findings, pairs: [], ...(role ? { role } : {}) };
}
