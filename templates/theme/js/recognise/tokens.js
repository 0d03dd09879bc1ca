/** Logins by a token of OAuth, which servers refuse in the words in which they refuse passwords. */
import { pattern } from "./patterns.js";

/** @import { Result } from "./findings.js" */

const LOGIN_WRONG = "login-wrong";
const TOKEN_REFUSED = "login-token-refused";

// What a server offers is not what a client took, nor what somebody does without: 250-AUTH LOGIN PLAIN XOAUTH2
const OFFERED =
  /\b250[- ]AUTH\b[^\n\\]*|\bAUTH=(?!Bearer)[\w-]+|\b(?:not?|without|instead of|than) x?oauth\w*/gi;
const OF_TOKENS = pattern("i")`
  \bx?oauth(?:2|bearer)?\b|OAuth2|\bauth=bearer\b|\baccess ?_?token|\(SaslMechanism\b|액세스 ?토큰
`;
// Base64 of {"status":"…, the reason that Gmail gives in place of a further question.
const REASON = /\beyJzdGF0dXMi/;

/**
 * What happened where a login was refused that was made by a token: no password has a part in it.
 * @param {{outcomes: Map<string, unknown>}} known
 * @param {Result} told
 * @param {string} source
 * @returns {Result}
 */
export function ofTokens({ outcomes }, told, source) {
  const isToldWhy = REASON.test(source);
  const isByToken = isToldWhy || OF_TOKENS.test(source.replace(OFFERED, ""));
  if (!isByToken || !outcomes.has(TOKEN_REFUSED)) return told;
  const outcome = "permanent";
  const findings = told.findings.map((one) =>
    (one.situation === LOGIN_WRONG && one.outcome === outcome) || REASON.test(one.text)
      ? { ...one, situation: TOKEN_REFUSED, outcome, reply: null }
      : one,
  );
  return { ...told, findings };
}
