/** What may stand beside a number, and how much it says that the number is a code. */
import { FILL } from "./masks.js";
import { pattern } from "./patterns.js";

/** @typedef {[form: RegExp, points: number]} Cue */

// How far before a number a word that introduces it may begin.
export const CUE = 48;

/**
 * What may stand before a code.
 * @type {Cue[]}
 */
export const BEFORE = [
  [
    pattern("i")`
    \b(?:said|says|replied|replies|responded|answered|response|reply|replied with|responded with
    |response was|reply was|server error|server message|returned|returned status|was returned|got|gave
    |error was|the error|reason|stat|result|message|failed|failure|rejected|reject|refused|denied|unexpected
    |unaccepted|with message|talk to me|bounced|deferred|temporarily)(?:["']?[\s:=>("'[{-]{1,4})$
  `,
    3,
  ],
  [
    /(?:\be?smtp|\blmtp)(?:[-_ ]?(?:server|status|error|code|reply|response|command))?["']?[\s:=("'-]{1,4}$/i,
    4,
  ],
  [
    pattern("i")`
    (?:\b(?:error|errors|code|codes|status|bounce|ndr|dsn|nonzero)|에러|오류|코드|응답|반송)(?: ?(?:code|status|number
    |was|is|of|번호|코드|는|은|가|이))?["']?[\s:=("'#-]{0,4}$
  `,
    3,
  ],
  [/(?:失败|失敗|退信|错误|錯誤|エラー)[,:、。\s]{0,3}$/, 3],
  [/(?:Code|Status|_code|_status|-code|Error|Exception)["']?[\s:=("']{1,4}$/, 3],
  [
    pattern("i")`
    (?:<<<|<-{1,3}|<~|<\*\*|<~\*|<==|←|SMTP<<|\bS:|\[S\]|SERVER -> CLIENT:|server:|<,|>,|\bRX:
    |<< )\s{0,3}["']?$
  `,
    3,
  ],
  [/(?:LED=|reject=|reply=|stat=|\[?\{)\s?$/, 3],
  // … after RCPT TO:<kim@example.com>: 550 …
  [pattern("")`${FILL}>(?: [\w=${FILL}]{1,20})?:\s?$`, 7],
  // A refusal in place of the rest of a greeting: 220-mx 421 4.2.1 …
  [/(?:^|\s)220[ -][\w.-]{1,40}\s$/, 3],
  [/#<?\s?$/, 1],
  [/\b(?:code|response|status|error|reply)\b[^.\n(]{0,30}\(\s?$/i, 3],
  [/\b(?:server|host|after [\w ]{2,30})\b[^:\n]{0,40}: ?$/i, 2],
  [/[:"'([>=|;/]\s?$|,$/, 1],
];

/**
 * What may stand behind a code.
 * @type {Cue[]}
 */
export const AFTER = [
  [
    pattern("i")`
    ^["')\]]?,? ?(?:smtp |permanent |temporary |server |delivery )?(?:errors?|codes?|status|response
    |repl(?:y|ies)|bounces?|rejection)\b
  `,
    3,
  ],
  [/^["')\]]?(?:번)? ?(?:smtp |메일 )?(?:에러|오류|코드|응답|반송)/i, 3],
  [/^-(?=[^\s\d-])/, 1],
  // 5.3.0 - Other mail system problem 552-'Message too large'
  [/^-'/, 2],
];

/**
 * What may stand before an enhanced code that is told without a code.
 * @type {Cue[]}
 */
export const ENHANCED_BEFORE = [
  [
    pattern("i")`
    \b(?:status|status code|enhanced status(?: code)?|enhanced code|error|error code|code|errors|said|reply
    |response|response was|reason|server error|ndr|smtp|smtp;|dsn|esmtp|failed|returned|bounce|exception
    |rejected)["']?[\s:=("'#[-]{1,4}$
  `,
    3,
  ],
  [/(?:에러|오류|코드|응답|반송)(?:는|은|이|가)?[\s:("'#]{0,3}$/, 3],
  [/#<?\s?$/, 3],
  [/(?:<<<|<-|<\*\*|\bS:)\s{0,3}$/, 3],
  [/[(["'[]\s?$/, 1],
  [/[:;=>,]\s?$/, 1],
];

/**
 * What may stand behind it.
 * @type {Cue[]}
 */
export const ENHANCED_AFTER = [
  [
    pattern("i")`
    ^["')\]]?,? ?(?:smtp |permanent |temporary |delivery |ndr )?(?:errors?|codes?|status|response|repl(?:y
    |ies)|bounces?|rejection|ndr)\b
  `,
    3,
  ],
  [/^["')\]]? ?(?:에러|오류|코드|응답|반송)/, 3],
];

/**
 * What the best of the cues that fit says.
 * @param {Cue[]} cues
 * @param {string} text
 */
export function strongest(cues, text) {
  let best = 0;
  for (const [form, points] of cues) if (points > best && form.test(text)) best = points;
  return best;
}
