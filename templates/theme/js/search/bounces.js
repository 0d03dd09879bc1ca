/** Korean questions that say that a mail came back, and why: 스팸 반송. */
/** @import { Found } from "../search.js" */

// 반송 메일, 반송되었습니다, 리턴메일: that a mail came back.
const BOUNCED = /(?:반송|리턴)(?:(?!메일)[가-힣])*/;
const MAIL = /(?<![가-힣])메일(?!함|박스)[가-힣]*/g;
const CAUSE =
  /스팸|정크|차단(?! ?(?:방법|하))|블랙|용량|초과|가득|꽉|거부|없는|없음|인증|한도|첨부|바이러스|평판|릴레이|휴면/;

/**
 * Why a mail came back, in a Korean question that says that too, which by itself names nothing: 스팸 반송 메일.
 * @param {string} query
 * @returns {string | null}
 */
function causeOfBounce(query) {
  const rest = query.replace(BOUNCED, " ").replace(MAIL, " ").trim();
  return BOUNCED.test(query) && CAUSE.test(rest) ? rest : null;
}

/**
 * What made a mail come back, where the words name it: it tells more than that it did. Else what the whole asks for.
 * @param {string} query
 * @param {(query: string, whole?: string) => Found[]} search where the whole tells the protocol
 */
export function byCause(query, search) {
  const cause = causeOfBounce(query);
  const found = cause === null ? [] : search(cause, query);
  return found[0]?.kind === "situation" ? found : search(query);
}
