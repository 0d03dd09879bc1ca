/** The text as it was meant: what pasting, quoting and encoding did to it is undone. */
import { pattern } from "./patterns.js";

/** @type {Record<string, string>} */
const ENTITIES = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
  nbsp: " ",
  "#39": "'",
  "#34": '"',
  "#60": "<",
  "#62": ">",
};

/**
 * What pasting, quoting and encoding do to a text, undone. In this order.
 * @type {[RegExp, string | ((found: string, name: string) => string)][]}
 */
export const REPAIRS = [
  [/[\u00a0\u2000-\u200a\u202f\u3000]/g, " "],
  [/[\u200b-\u200f\u2060\ufeff\u00ad]/g, ""],
  [/[０-９．／：；，－]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)],
  [/[‐‑‒–—−]/g, "-"],
  [/[“”„«»「」『』]/g, '"'],
  [/[‘’]/g, "'"],
  [/&(lt|gt|amp|quot|apos|nbsp|#39|#34|#60|#62);/g, (_, name) => ENTITIES[name]],
  [/\\{1,4}"/g, '"'],
  [/\\{1,4}r\\{1,4}n/g, "\n"],
  // Not before a lower-case letter: C:\node is a path.
  [/\\{1,4}n(?![a-z])/g, "\n"],
  [/\\{1,2}t(?![a-z])/g, " "],
  [/<(?:br|\/p|\/div|\/tr|\/li|\/h\d)\s?\/?>/gi, "\n"],
  [
    pattern("gi")`
    <\/?(?:a|b|i|p|td|th|tr|li|ul|ol|h\d|em|div|pre|code|span|font|html|head|body|table|tbody|strong
    |blockquote|img|meta|hr|wbr)(?:\s[^<>]{0,400})?>
  `,
    "",
  ],
  // The fences around a block of code, and the tags of forums.
  [/^[ \t>|]{0,8}(?:`{3,}|~{3,})[\w+-]{0,20}[ \t]*$/gm, ""],
  [/\[\/?(?:quote|code|b|i|pre|tt|font|color|size)(?:=[^\]\n]{0,80})?\]/gi, ""],
  // Bold type of issues and forums, slanted or not; Exim's and swaks' ** stand before a space.
  [/(?<![<~*\w])\*\*_?(?=[\w"'[(<])|(?<=[\w"'.)\]>!])_?\*\*(?![\w*])/g, ""],
  // 5.7.1Unauthorized
  [/(?<![\w.])([245]\.\d\.\d{1,3})(?=[A-Z][a-z])/g, (code) => `${code} `],
  // Quoted mail: > or | before each line, but not a session's >>>.
  [/^[ \t]{0,8}(?:[>|] ?){1,6}(?![>|])/gm, (mark) => (/>>>/.test(mark) ? mark : " ".repeat(mark.length))],
];

/** @param {number[]} bytes */
const fromBytes = (bytes) => new TextDecoder().decode(Uint8Array.from(bytes));

/**
 * The text without quoted-printable (RFC 2045).
 * @param {string} text
 */
function unquoted(text) {
  return text.replace(/=\n/g, "").replace(/(?:=[0-9A-F]{2}){1,400}/g, (run) =>
    fromBytes(
      run
        .slice(1)
        .split("=")
        .map((hex) => parseInt(hex, 16)),
    ),
  );
}

/**
 * A part of a mail without base64; as it was where it is no text.
 * @param {string} whole
 * @param {string} head
 * @param {string} body
 */
function decodedBase64(whole, head, body) {
  try {
    const text = fromBytes([...atob(body)].map((character) => character.charCodeAt(0)));
    return /[\0\ufffd]/.test(text) ? head : `${head}\n${text}\n`;
  } catch {
    return whole;
  }
}

// Headers of a message whose numbers mean nothing here, with their folded lines.
const IDLE_HEADERS = pattern("gm")`
  ^(?:Received(?:-SPF)?|DKIM-[\w-]+|ARC-[\w-]+|Authentication-Results|DomainKey-[\w-]+|Message-I[dD]
  |References|In-Reply-To|Thread-[\w-]+|Content-(?:ID|Language|Disposition)|MIME-Version|Date|Arrival-Date
  |Last-Attempt-Date|User-Agent|List-[\w-]+|X-(?!Failed-Recipients|SMTP|Postfix|Actual
  |[\w-]{0,30}(?:[Ee]rror|[Dd]iagnostic|[Rr]eason|[Bb]ounce
  |Supplementary))[\w-]+):[^\n]*(?:\n[ \t][^\n]*)*
`;

// Where a bounce gives the sender's own message back, and where the report goes on after it.
const RETURNED = pattern("im")`
  ^[ \t]*(?:Content-Type:[ \t]*(?:message\/rfc822|text\/rfc822-headers)|-{2,}[ \t]?(?:This is a copy of
  |Below this line is a copy|Original message -|Message header follows|Unsent message follows
  |Returned message|The header of the original|Undelivered message follows)
  |(?:-{2,}[ \t]?)?Original (?:message|mail as) follows|Original message headers:
  |원본 메시지 헤더)
`;

const REPORT_AGAIN = pattern("im")`
  ^[ \t]*(?:Content-Type:[ \t]*message\/delivery-status|Reporting-MTA:|Final-Recipient:
  |Original-Recipient:)
`;

/**
 * A bounce without the sender's own message.
 * @param {string} text
 */
function withoutReturned(text) {
  let rest = text;
  let kept = "";
  for (let found = RETURNED.exec(rest); found; found = RETURNED.exec(rest)) {
    kept += rest.slice(0, found.index);
    const after = rest.slice(found.index + found[0].length);
    const again = after.search(REPORT_AGAIN);
    if (again < 0) return kept;
    kept += "\n";
    rest = after.slice(again);
  }
  return kept + rest;
}

/**
 * The text with encodings, quoting and typography undone, and without what a bounce gives back.
 * @param {string} text
 */
export function repaired(text) {
  let result = text
    .replace(/\r\n?/g, "\n")
    .replace(
      /(^Content-Transfer-Encoding:[ \t]*base64[^\n]*\n(?:[^\n]+\n){0,15})\n((?:[A-Za-z0-9+/=]{1,100}\n?)+)/gim,
      decodedBase64,
    );
  if (/^Content-Transfer-Encoding:[ \t]*quoted-printable/im.test(result)) result = unquoted(result);
  result = result.replace(/<style[^<]*<\/style>/gi, "");
  // Within JSON every \n is a line end; elsewhere it may begin a path's name.
  if (/^\s*[{["]/.test(result)) {
    result = result.replace(/(?<!\\)(?:\\r)?\\n/g, "\n").replace(/(?<!\\)\\t/g, " ");
  }
  for (const [form, by] of REPAIRS) result = result.replace(form, /** @type {string} */ (by));
  return withoutReturned(result);
}

/**
 * A repaired text without the headers of a mail that tell nothing.
 * @param {string} text
 */
export const withoutHeaders = (text) => text.replace(IDLE_HEADERS, "");

/**
 * A text as it is read where it is about mail.
 * @param {string} text
 */
export const plain = (text) => withoutHeaders(repaired(text));
