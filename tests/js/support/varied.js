/**
 * A quoted reply as another mail would meet it: other addresses, hosts, session ids, IP addresses and numbers.
 *
 * What a provider always says the same (its own hosts, links, names of its errors) stays.
 */

/** @type {[RegExp, string | ((found: string) => string)][]} */
const CHANGES = [
  [/[\w.+=-]+@[\w-]+(?:\.[\w-]+)+/g, "kim.minsu+news@mail.neighbour.test"],
  [
    /(?<![\w.-])(?:(?:[\w-]+\.)*example(?:\.(?:com|net|org))?|(?:[\w-]+\.)+(?:test|invalid))(?![\w/-])/g,
    "smtp-out7.neighbour.test",
  ],
  [/\b(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}\b/g, "198.18.77.201"],
  [/\b2001:db8(?::[0-9a-f]{0,4})+/gi, "2001:db8:77:a1::c9"],
  // Session and queue ids: letters and digits mixed, not in links; a name such as LPN007_510 is none.
  [
    /(?<!^334 |[\w/.=:#-])(?![A-Z]{2,}[\d_]+\b)(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{9,}(?:\.[\w-]+)*(?![\w/@-])/g,
    (id) =>
      id
        .replace(/\d/g, (digit) => String((Number(digit) + 3) % 10))
        .replace(/[a-y]/g, (letter) => next(letter)),
  ],
  // Counts and limits; neither codes nor what belongs to a name.
  [
    /(?<=\s)(?<!\b(?:RFC|Office|code|SPM) )(?![245]\d\d\b)\d{2,}(?=[\s,)]|$)/g,
    (number) => String(Number(number) + 7),
  ],
];

/** @param {string} letter */
const next = (letter) => String.fromCharCode(letter.charCodeAt(0) + 1);

/** @param {string} text */
export function varied(text) {
  let result = text;
  for (const [form, by] of CHANGES) {
    result = typeof by === "string" ? result.replace(form, by) : result.replace(form, by);
  }
  return result;
}
