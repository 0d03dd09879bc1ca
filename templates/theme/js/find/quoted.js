/** What a finding quotes: its codes, and the words behind them. */

/** @import { Finding } from "../recognise/findings.js" */

// Words without a code that are no longer than this stand whole in the field.
const SHORT = 60;

/** @param {Pick<Finding, "code" | "enhanced">} finding */
export const codesOf = ({ code, enhanced }) => [code, enhanced].filter(Boolean).join(" ");

/** @param {Finding} finding */
export const wordsOf = (finding) =>
  finding.text && finding.text !== codesOf(finding) && (codesOf(finding) || finding.text.length > SHORT)
    ? finding.text
    : null;
