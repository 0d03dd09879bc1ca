/** The fields of a delivery status notification (RFC 3464), one group for each recipient. */
import { ENHANCED, pattern } from "./patterns.js";
import { viewOf } from "./places.js";
import { isAddress, tidy } from "./recipients.js";
import { LONGEST_REPLY } from "./replies.js";
import { scan } from "./scan.js";

/** @import { View } from "./places.js" */
/** @import { Hit } from "./scan.js" */

/**
 * What a service says by a word of its own, which programs know it by: what happened, with which digit codes of such a
 * failure begin, and whether it is tried again.
 * @typedef {{situation: string, words: string, digit: "4" | "5", isTried: boolean}} Sorted
 */
/**
 * What is said about one recipient.
 * @typedef {Partial<Record<"recipient" | "status" | "diagnostic" | "code" | "host" | "action", string>> &
 *   {sorted?: Sorted}} Group
 */

const FIELD_LINE = pattern("i")`
  ^[ \t]{0,8}["'*]{0,2}(Final-Recipient|Original-Recipient|X-Actual-Recipient|Action|Status
  |Diagnostic-Code|Remote-MTA)["'*]{0,2}[ \t]?:["'*]{0,2}[ \t]?(.*)$
`;

const REPORT = /^[ \t]{0,8}\*{0,2}(?:Final-Recipient|Original-Recipient|Diagnostic-Code)[ \t]?:/im;

/**
 * The groups of fields of a delivery status notification, one for each recipient.
 * @param {string} source
 * @returns {Group[]}
 */
export function reportGroups(source) {
  if (
    !REPORT.test(source) &&
    !(
      /^[ \t]{0,8}Action[ \t]?:[ \t]?(?:failed|delayed)/im.test(source) &&
      /^[ \t]{0,8}Status[ \t]?:[ \t]?[245]\./im.test(source)
    )
  ) {
    return [];
  }
  /** @type {Record<string, string>[]} */
  const groups = [];
  /** @type {Record<string, string>} */
  let group = {};
  /** @type {string | null} */
  let name = null;
  const flush = () => {
    const last = groups.at(-1);
    const hasWho = group["final-recipient"] || group["original-recipient"];
    // Lines set apart by pasting: what has no recipient belongs to the recipient above.
    if (!hasWho && last && !Object.keys(group).some((key) => key in last)) Object.assign(last, group);
    else if (group.status || group["diagnostic-code"]) groups.push(group);
    group = {};
  };
  for (const line of source.split("\n")) {
    const field = FIELD_LINE.exec(line);
    if (field) {
      const key = field[1].toLowerCase();
      const isNext = key === "original-recipient" && group.status && group["final-recipient"];
      if (key in group || isNext) flush();
      group[key] = field[2].trim();
      name = key;
    } else if (line.trim() === "") {
      name = null;
      if ((group.status || group["diagnostic-code"]) && group["final-recipient"]) flush();
    } else if (name && !/^[A-Z][\w-]{1,40}:\s/.test(line) && !/^--/.test(line)) {
      group[name] = `${group[name]}\n${line.trim()}`.slice(0, LONGEST_REPLY);
    } else {
      name = null;
    }
  }
  flush();
  return groups.map((fields) => ({
    recipient: fields["final-recipient"] ?? fields["original-recipient"] ?? fields["x-actual-recipient"],
    status: fields.status,
    diagnostic: fields["diagnostic-code"],
    host: fields["remote-mta"],
    action: fields.action,
  }));
}

const FIRST_ENHANCED = pattern("")`^\s*#?${ENHANCED}`;

// How a program ended that was to take the mail: an exit status, no reply of a server.
const EXIT_STATUS = /^\s*x-unix\s?;\s*\d{1,3}\s*$/i;

const STATUS = pattern("")`^\s*${ENHANCED}`;

export const PROTOCOL = /^\s*["']?(?:x-)?[a-z][\w-]{0,30}\s?;\s*/i;

/**
 * What a diagnostic text says: code, enhanced code and text.
 * @param {View} view
 * @param {string} diagnostic
 */
function diagnosed(view, diagnostic) {
  if (EXIT_STATUS.test(diagnostic)) return { code: null, enhanced: null, raw: diagnostic.trim() };
  const value = diagnostic.replace(PROTOCOL, "");
  const all = scan(viewOf(`smtp; ${value.replace(/^[\s<(]+/, "")}`, view.known)).filter(({ code }) => code);
  // 220-mx 421 …: a greeting that a refusal broke off.
  const hit = all.find(({ code }) => /^[45]/.test(code ?? "")) ?? all[0];
  const ahead = FIRST_ENHANCED.exec(value)?.[1];
  const said = value.replace(/\s+/g, " ");
  if (!hit) {
    return {
      code: null,
      enhanced: ahead ?? scan(viewOf(value, view.known))[0]?.enhanced,
      raw: said,
    };
  }
  return { code: hit.code, enhanced: hit.enhanced ?? ahead, raw: ahead ? said : hit.raw };
}

/**
 * What one group of fields says. The diagnostic's numbers win over the status.
 * @param {View} view
 * @param {Group} group
 * @returns {Hit | null}
 */
export function grouped(view, group) {
  const status = group.status?.match(STATUS)?.[1] ?? null;
  const said = group.diagnostic ? diagnosed(view, group.diagnostic) : { code: null, enhanced: null, raw: "" };
  const code = said.code ?? group.code ?? null;
  const enhanced = said.enhanced ?? status;
  const { sorted } = group;
  if (!code && !enhanced && !sorted) return null;
  const isCoded = Boolean(code ?? enhanced);
  const recipient = tidy((group.recipient ?? "").replace(PROTOCOL, "").split("\n", 1)[0].trim());
  return {
    at: 0,
    end: 0,
    code,
    enhanced,
    raw: said.raw || [code, enhanced].filter(Boolean).join(" ") || (sorted?.words ?? ""),
    recipient: isAddress(recipient) ? recipient : null,
    host: (group.host ?? "").replace(PROTOCOL, "").split(/[\s(]/, 1)[0] || null,
    passed: /^\s*(?:delivered|relayed|expanded|delivery$)/i.test(group.action ?? ""),
    failed: /^\s*failed/i.test(group.action ?? "") || (sorted !== undefined && !isCoded && !sorted.isTried),
    ...(sorted ? { sorted } : {}),
    ...(sorted && !isCoded ? { became: { digit: sorted.digit, gaveUp: false, said: sorted.words } } : {}),
  };
}

/**
 * Puts what the human part says into what the report says.
 * @param {Hit[]} reported
 * @param {Hit[]} human
 */
export function completed(reported, human) {
  const who = new Set(reported.map(({ recipient }) => recipient?.toLowerCase()));
  /** @type {Hit[]} */
  const extra = [];
  for (const hit of human) {
    const about = hit.recipient?.toLowerCase();
    const open = reported.find(
      (item) =>
        !item.code &&
        (about ? item.recipient?.toLowerCase() === about : true) &&
        hit.enhanced !== null &&
        (item.enhanced === hit.enhanced || item.enhanced?.endsWith(".0.0")),
    );
    if (open && hit.code) {
      Object.assign(open, {
        code: hit.code,
        enhanced: hit.enhanced,
        raw: hit.raw,
        host: open.host ?? hit.host,
      });
    } else if (hit.code && about && !who.has(about)) {
      extra.push(hit);
    }
  }
  return [...reported, ...extra];
}

/**
 * A text with blanks in place of all objects of JSON and of what stands in them; nothing is left where there is none.
 * @param {string} source
 */
export function besideObjects(source) {
  let depth = 0;
  let beside = "";
  let from = 0;
  for (const { 0: brace, index } of source.matchAll(/[{}]/g)) {
    const part = source.slice(from, index);
    beside += depth > 0 ? " ".repeat(part.length) : part;
    depth = Math.max(0, depth + (brace === "{" ? 1 : -1));
    beside += " ";
    from = index + 1;
  }
  return from === 0 ? "" : beside + (depth > 0 ? "" : source.slice(from));
}
