/** Regular expressions too long for one line, and the pieces that several share. */

/**
 * Pieces of a regular expression, one below the other, as one string; spaces at line starts do not count.
 * @param {TemplateStringsArray} strings
 * @param {...string} inserted
 */
export const unwrapped = ({ raw }, ...inserted) =>
  raw.map((piece, index) => piece.replace(/\n\s*/g, "") + (inserted[index] ?? "")).join("");

/**
 * A regular expression written over several lines: pattern("gi")`…`.
 * @returns {(...pieces: [TemplateStringsArray, ...string[]]) => RegExp}
 */
export const pattern =
  (flags = "") =>
  (...pieces) =>
    new RegExp(unwrapped(...pieces), flags);

/**
 * The words of a text, for lists too long for one line.
 * @param {TemplateStringsArray} strings
 */
export const words = ({ raw }) => raw[0].trim().split(/\s+/);

export const ADDRESS = unwrapped`
  [\w.+%&'*\/=!#$~^{|}-]{1,64}@
  [A-Za-z0-9\u00a1-\uffff](?:[\w.-]|[\u00a1-\uffff]){0,120}
`;

// Letters that run on without blanks, so that a number may stand right behind them: 전송실패550, エラー550, 失败550.
export const CJK = "가-힣ぁ-ヿ一-鿿";

export const ENHANCED = String.raw`([245]\.[0-7]\.\d{1,3})(?![\w]|\.\d|-\d)`;

/** What mail servers and their notices put right before a reply, so that its number is mail's whatever its words. */
export const SAID_BEFORE = unwrapped`
  (?:\bhost \S{1,300} said:\s{1,9}|\bother server returned was:\s{1,9}|\bfrom the remote server was:\s{1,9}
  |\berror from remote (?:mail server|mailer) after [^\n]{1,300}:\s{1,40}|\bsmtp;\s{0,3})
`;
/** What they put behind it. */
export const SAID_BEHIND = unwrapped`[ -][^()]{1,400}\(in reply to `;

/**
 * The source of a regular expression that finds a text as it is.
 * @param {string} text
 */
export const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
