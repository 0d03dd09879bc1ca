/** Small numbers that codes have beside their names, where somebody types nothing else: 14, error code 13, 14번 오류. */

import { pattern } from "../recognise/patterns.js";

/** @import { FindTables, SearchTables } from "../find/tables.js" */
/** @import { Found } from "../search.js" */

const ONLY_A_NUMBER = pattern("i")`
  ^(?:what is )?(?:error|오류|에러)? ?(?:code|코드)? ?[:=]? ?(\d{1,2})(?:번(?= ?[오에코]))?[ ]?(?:error|오류|에러|코드)?
  [이가은는의]?(?: (?:뭐|무[슨엇]|뜻|의미|원인).{0,20})?\??$
`;
const BARE = /^\s*\d{1,2}\s*$/;

/**
 * The codes whose number is all that was typed; they may be meant, as the number may be anything else's.
 * @param {FindTables} tables
 * @param {SearchTables} texts
 * @param {string} typed
 * @returns {Found[] | null} null where something else was typed
 */
export function ofNumber({ catalogues }, { codes: texts }, typed) {
  const [, asked] = ONLY_A_NUMBER.exec(typed.trim()) ?? [];
  if (asked === undefined) return null;
  const found = catalogues.flatMap(({ id, codes }) =>
    codes
      .filter(({ number }) => String(number) === asked)
      .map(({ code }) => {
        const { name = "", answer = "" } =
          texts.find((one) => one.catalogue === id && one.code === code) ?? {};
        const title = `${asked} ${code} ${name}`;
        return { id: `${id}/${code}/`, kind: /** @type {const} */ ("code"), title, answer, score: 1 };
      }),
  );
  // What begins with a number is another.
  return found.length > 0 || BARE.test(typed) ? found : null;
}
