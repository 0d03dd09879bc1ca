/** Lines that begin something new, so that no reply runs on into them. */
import { pattern } from "./patterns.js";

// Records, marks of a session, stack traces …
export const NEW_RECORD = [
  /^\s*(?:<\d{1,3}>)?\p{L}{3,4}\.? {1,2}\d{1,2} \d\d:\d\d/u,
  /^\s*(?:[-*•▶►●■◆◈※→] ?[2-5]\d\d[ -]|[▶►●■◆◈※])/,
  pattern("")`
    ^\s*(?:(?:\[[\w.:-]{1,40}\] |[A-Z][a-z]{2} )?\[?\d{4}-\d\d-\d\d|\[?\d{1,2}:\d\d[:\s]|\d\d\/\d\d\/
    |\d{1,2} [A-Z][a-z]{2} \d{4}|@4[0-9a-f]{15})
  `,
  /^\s*(?:<<<|>>>|<-|->|<~|~>|<\*\*|===|\*\*\*|\*\* |[SC]:\s|SMTP(?:[<>]| -> )|--|__|==|##|\+\+|\* |• )/,
  pattern("")`
    ^\s*(?:at [\w.$<>[\]]+[\s(:]|at .{1,200}:\d+|File "|\^|Traceback|[}\])]|from \/|Caused by|; nested
    |nested exception|\.\.\. \d+ more|in \S+ on line)
  `,
  /^(?:starting )?delivery \d+: |^(?:end|new|info) msg \d|^status: local/,
  /^\s*(?:DEBUG|INFO|WARN|WARNING|ERROR|FATAL|NOTICE|CRITICAL)\b/,
];

// … and fields, commands, lone addresses.
export const NEW_FIELD = [
  pattern("")`
    ^\s{0,3}(?:[A-Z][A-Za-z]*(?:-[A-Za-z]+)+|Status|Action|Subject|From|To|Date|Cc|Sent|Received|Reason
    |Recipient|Recipients)\s?:
  `,
  /^\s*(?!https?:)["']?[\w-]{1,30}["']?\s?(?:[:=]|=>)\s?(?:['"{[]|\d|true|false|null|undefined|\S+,?$)/,
  pattern("i")`
    ^\s*(?:Giving up on|I'm not going to try|Remote host|Reporting-MTA|STARTTLS$|QUIT|RSET$|DATA$|NOOP$
    |EHLO |HELO |MAIL FROM:|RCPT TO:|AUTH |CLIENT ->|SERVER ->|Connection closed|Connection to
    |Additional SMTP info|SMTP code|Warning: message still undelivered)
  `,
  pattern("")`
    ^\s*(?:[^\s<>@]+@[^\s<>@]+\s*:?$
    |(?:[*•-] |\d{1,3}[.)] )?<?[^\s<>@]+@[^\s<>@,]+>?\s?(?:[:;,|(→\t-]|[-=]>)?\s?
    (?:[A-Za-z가-힣]{2,8}\s?:\s?)?[2-5]\d\d[ -])
  `,
];

/**
 * Whether a line is a record of a log, or part of a session.
 * @param {string} line
 */
export const startsRecord = (line) => NEW_RECORD.some((form) => form.test(line));

/**
 * Whether a line belongs to nothing above it.
 * @param {string} line
 */
export const startsNew = (line) => startsRecord(line) || NEW_FIELD.some((form) => form.test(line));
