/** Domains of well-known services that somebody mistyped: gmial.com for gmail.com. */

/** @import { Finding, Result } from "./findings.js" */

const WELL_KNOWN = [
  ...["gmail.com", "googlemail.com", "hotmail.com", "outlook.com", "yahoo.com", "icloud.com"],
  ...["naver.com", "hanmail.net"],
];
// Somebody else's, although they are spelled much like these.
const OTHERS = new Set(["nader.com", "nave.com", "navel.com", "never.com"]);

const SENDER = "sender";
// What happened to a mail whose domain nobody uses, or one who only catches such slips.
const NOWHERE = new Set([
  "dns-failed",
  "domain-accepts-no-mail",
  "domain-unknown",
  "host-unreachable",
  "route-missing",
]);
// What also comes where nobody has such a mailbox; one that is full, or whose server only puts a mail off, is there.
const STRANGE = new Set([
  ...NOWHERE,
  ...["client-refused", "login-asked-of-strangers", "refused-unexplained", "relay-refused"],
  ...["server-takes-no-mail", "user-unknown"],
]);
// Whose own domain it is.
const RECEIVING = "receiving-admin";
const FAILED = /^(?:permanent|transient)$/;
const DOMAIN = /(?<![\w-])[a-z][\w-]{2,20}\.[a-z]{2,4}(?![\w.-])/g;

/**
 * Whether one slip leads from one name to the other: a letter changed, left out, put in, or swapped with the next; the
 * first is mostly right.
 * @param {string} typed
 * @param {string} right
 */
export function isSlipOf(typed, right) {
  let from = 0;
  while (from < right.length && typed[from] === right[from]) from += 1;
  let to = 0;
  const most = Math.min(typed.length, right.length) - from;
  while (to < most && typed.at(-1 - to) === right.at(-1 - to)) to += 1;
  const [left, wanted] = [typed, right].map((name) => name.slice(from, name.length - to));
  if (from === 0 || left === wanted) return false;
  if (left.length === 2 && wanted.length === 2) return left[0] === wanted[1] && left[1] === wanted[0];
  return left.length < 2 && wanted.length < 2;
}

/**
 * The well-known domain for which another one is mistyped.
 * @param {string} domain in small letters
 */
export const meantBy = (domain) =>
  WELL_KNOWN.includes(domain) || OTHERS.has(domain)
    ? undefined
    : WELL_KNOWN.find((right) => isSlipOf(domain, right));

/**
 * A finding with the domain that was meant: that of its recipient, or one that is named where no mail could go there.
 * @param {Finding} one
 * @param {Result["role"]} role whose text it is
 * @returns {Finding}
 */
function withMeant(one, role) {
  const { domain, outcome, situation, text } = one;
  const isNowhere = NOWHERE.has(situation ?? "");
  const isOwn = role === RECEIVING && !isNowhere;
  if (!FAILED.test(outcome ?? "") || !STRANGE.has(situation ?? "") || isOwn) return one;
  const named = domain === null && isNowhere ? (text.toLowerCase().match(DOMAIN) ?? []) : [domain ?? ""];
  const meant = named.map(meantBy).find(Boolean);
  if (!meant) return one;
  return { ...one, meant, ...(isNowhere ? { actor: SENDER } : {}) };
}

/**
 * @param {Result} told
 * @returns {Result}
 */
export const ofSlips = (told) => ({
  ...told,
  findings: told.findings.map((one) => withMeant(one, told.role)),
});
