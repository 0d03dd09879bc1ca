/** Whether a number is a code: what stands around it is weighed. */
import { AFTER, BEFORE, CUE, ENHANCED_AFTER, ENHANCED_BEFORE, strongest } from "./cues.js";
import { FILL } from "./masks.js";
import { SAID_BEFORE, SAID_BEHIND, pattern } from "./patterns.js";
import { FAILURE_WORDS, KOREAN_REPLY, OPENING_WORDS, REPLY_WORDS } from "./words.js";

export const ENOUGH = 3;

// 334 is followed by a question in base64.
const CHALLENGE = /^ [A-Za-z0-9+/]{8,}={0,2}\s*$/;

const LETTER = /\p{L}/u;

// A page that tells more: the only words of some servers.
const LINK = /^[\s:-]{1,3}["'<(]{0,2}(?:https?:\/\/|www\.)/i;

// The first line of several: 550-<kim@example.com>, and 550 … below it.
const CONTINUED = /^-[^\n]*\n[\s>|]{0,8}([2-5]\d\d)[ -]/;

// "smtp; 404 …" in a report (RFC 3464 §2.3.6), host … said: 404 …: whose number it is stands beside it.
const OF_MAIL = new RegExp(`${SAID_BEFORE}$`, "i");
const OF_MAIL_TOO = new RegExp(`^${SAID_BEHIND}`, "i");
const SURE = 10;

const LINE_START = pattern("")`^[\s${FILL}>|*•▶►●■◆◈※→-]*$`;

// A sentence that somebody quotes begins its line all the same.
const QUOTE_START = pattern("")`^[\s${FILL}>|*•▶►●■◆◈※→-]*["'\`]{1,3}$`;
const QUOTED_SENTENCE = /^[ -][^"'`\n]{2,60}? [^"'`\n]{2,400}["'`]/;

// A plural right after a number counts something, unless servers speak so.
const COUNTS = pattern("")`
  ^ (?:[a-z]+ )?(?!errors|[Cc]ommands|[Aa]ttachments|[Hh]eaders|[Pp]arameters|[Cc]redentials|[Rr]esources
  |access|address|process|users|messages|recipients|connections|does|has|is|was|this|unless
  |always)[A-Za-z]{3,}s\b(?<!ss|us|is)
`;

// One number of several: 550 active, 421 deferred; Bounced: 421, Delivered: 550
const LISTED = /^ [a-z]+, \d+ [a-z]|^, ?\w+:? ?\d+(?![.\d])/i;

// Not how a server begins: 421 vs the world, 550 of them.
const GOES_ON = /^ (?:vs|and|or|of|to|in|at|by|is|was|are|were|plus|times|x)\b/i;

// What somebody quotes in whatever language, where servers or mail are spoken of.
const OPENS_QUOTE = /["'] ?$/;
const QUOTED = /^ \p{L}[^"'\n]{2,120}["']/u;
const MAIL = /smtp|mail|correo|posta|почт|메일|メール|邮件|郵件/i;
const SERVER = /ser[vw][eio]|сервер|서버|サーバ|服务器|伺服器/i;

const WEB = /\b(?:upstream|nginx|apache|https?|gateway|cdn|url|browser|webserver)\b/i;

// What a server says is a sentence: 503: Bad sequence of commands
const SENTENCE = /^["')\]]?[:,-]? ?["']?\p{L}[\p{L}'’.-]*[ ,.]/u;

// An edge server that cannot reach a website numbers its errors from 520 on.
const EDGE = /\b(?:cloudflare|ray id|web ?server|origin)\b/i;
const EDGE_STATUS = /^5[23]\d$/;

// The key of a table in a program: 502: ("bad_gateway",)
const KEY = /^: ?[("'[{]/;

const WEB_STATUS = /^(?:[23]0\d|40\d|50[0-4])$/;

export const NEVER = new Set(["465", "587", "365"]);

export const HTTP_ONLY = /^4(?:0[3-9]|1[0-689]|2[4-9])$/;

// Of the numbers that mail has as well these are mostly HTTP's.
export const MOSTLY_HTTP = /^4(?:0\d|17|2[23])$/;

const FRAMED_HTTP = /\b(?:GET|POST|PUT|DELETE|PATCH|HEAD) \/|\bmethod=|HTTP\/[12]/;

/** @import { Beside, View } from "./places.js" */

/**
 * The rest of a line, or the next line where the rest was wrapped away.
 * @param {string} after
 */
function firstLine(after) {
  const [rest, next = ""] = after.split("\n", 2);
  return rest.trim() === "" ? ` ${next.trim()}` : rest;
}

/**
 * Whether somebody quotes a reply in a language of which no words are known.
 * @param {string} code
 * @param {string} before
 * @param {string} rest
 */
const isQuoted = (code, before, rest) =>
  /^[45]/.test(code) &&
  !WEB_STATUS.test(code) &&
  OPENS_QUOTE.test(before) &&
  QUOTED.test(rest) &&
  (MAIL.test(before + rest) || SERVER.test(before + rest));

/**
 * Whether a number is the status of a web server.
 * @param {string} code
 * @param {string} line
 * @param {boolean} isSaid whether a server speaks here
 */
const isOfWeb = (code, line, isSaid) =>
  WEB_STATUS.test(code)
    ? WEB.test(line) || !(isSaid || MAIL.test(line))
    : EDGE_STATUS.test(code) && EDGE.test(line);

/**
 * How much says that a number is a code.
 * @param {View} view
 * @param {string} code
 * @param {Beside} beside
 * @param {RegExpExecArray | null} direct the enhanced code right behind it
 */
export function weigh(view, code, { before, above, after, said = "" }, direct) {
  // Among numbers only; an address is looked past.
  const near = after.replaceAll(FILL, "").slice(0, 24);
  const isLetters =
    LETTER.test(above + before.slice(-24) + near) || LINK.test(said) || CONTINUED.exec(said)?.[1] === code;
  if (!direct && !view.session && !isLetters) return 0;
  if (!NEVER.has(code) && (OF_MAIL.test(before.trim() === "" ? above : before) || OF_MAIL_TOO.test(said))) {
    return SURE;
  }
  const isKnown = view.known.has(code);
  const isOthers = (code[0] === "3" || HTTP_ONLY.test(code)) && !isKnown;
  if (!direct && (NEVER.has(code) || isOthers)) return 0;
  const rest = after.split("\n", 1)[0];
  const lineStart = LINE_START.test(before) || (QUOTE_START.test(before) && QUOTED_SENTENCE.test(rest));
  const introduced = strongest(BEFORE, (lineStart && above ? above : before).slice(-CUE));
  const delimited = lineStart || introduced > 0;
  // A number among others, or alone on its line.
  if (!direct && lineStart && introduced < 3 && rest.trim() === "") return 0;
  let points =
    Math.max(introduced, lineStart ? 2 : 0) + strongest(AFTER, rest) + (isKnown ? 1 : -1) + (direct ? 4 : 0);
  if (view.session && (lineStart || points >= 3)) points += 2;
  const speaking =
    delimited &&
    (REPLY_WORDS.test(rest.slice(0, 110)) ||
      KOREAN_REPLY.test(rest.slice(0, 60)) ||
      (code === "334" && CHALLENGE.test(rest)));
  if (isKnown && isQuoted(code, before, rest)) points += 2;
  if (speaking || (!delimited && OPENING_WORDS.test(rest))) points += 2;
  if (direct || points < ENOUGH) return points;
  if (LISTED.test(rest) || (COUNTS.test(rest) && !FAILURE_WORDS.test(rest))) points -= 4;
  if (lineStart && !speaking && (GOES_ON.test(rest) || /^ [가-힣]/.test(rest))) points -= 2;
  const isSaid = lineStart || view.session || (speaking && SENTENCE.test(rest));
  if (isOfWeb(code, before + rest, isSaid)) points -= 4;
  if (lineStart && KEY.test(rest)) points -= 4;
  if (lineStart && /^(?:[.)]\s|:)/.test(rest) && !speaking) points -= 2;
  if (lineStart && !speaking && !view.session && (code[0] === "2" || code[0] === "3")) points -= 1;
  if (introduced < 3 && FRAMED_HTTP.test(before + rest)) points -= 4;
  return points;
}

/**
 * How much says that what looks like an enhanced code is one.
 * @param {View} view
 * @param {string} code
 * @param {Beside} beside
 */
export function weighEnhanced(view, code, { before, above, after }) {
  const rest = firstLine(after);
  const lineStart = LINE_START.test(before);
  const introduced = strongest(ENHANCED_BEFORE, (lineStart && above ? above : before).slice(-CUE));
  return (
    Math.max(introduced, Number(lineStart)) +
    strongest(ENHANCED_AFTER, rest) +
    Number(view.known.has(code)) +
    Number(FAILURE_WORDS.test(rest.slice(0, 110)))
  );
}
