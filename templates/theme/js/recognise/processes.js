/** Exim's debug output, which puts the number of its process before each line. */
import { withoutContainer } from "./logs.js";
import { pattern } from "./patterns.js";

// What stands behind such a number, and behind no code: what Exim does, and the lines that it writes to its log.
const OF_DEBUG = pattern("gm")`
  ^[ \t]{0,6}(\d{1,7})[ ](?:LOG:[ ]|Exim[ ]version[ ]|[RT]:[ ]\w|delivering[ ]\w{6}-|Connecting[ ]to[ ]
  |[ ]{1,4}(?:==|\*\*|[-=]>|<=)[ ]|[ ]{0,4}SMTP(?:<<|>>|\([^)\n]{1,20}\))|after[ ](?:routing|delivery)\b)
`;
const NUMBER = /^[ \t]{0,6}(\d{1,7}) (?=\S| )/gm;

/**
 * Without the numbers of processes that stand before the lines of a debug output.
 * @param {string} text
 */
export function withoutProcess(text) {
  const source = withoutContainer(text);
  const processes = new Set([...source.matchAll(OF_DEBUG)].map(([, process]) => process));
  if (processes.size === 0) return text;
  return source.replace(NUMBER, (whole, process) => (processes.has(process) ? "" : whole));
}
