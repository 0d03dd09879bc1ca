/** Codes that a library of Rust spells out: Code { severity: TransientNegativeCompletion, category: …, detail: Two } */

const SPELLED = /\bCode \{ severity: (\w{1,40}), category: (\w{1,20}), detail: (\w{3,5}) \}/g;
// What each digit of a reply is called there.
const SEVERITIES = [
  "PositiveCompletion",
  "PositiveIntermediate",
  "TransientNegativeCompletion",
  "PermanentNegativeCompletion",
];
const CATEGORIES = ["Syntax", "Information", "Connections", "Unspecified3", "Unspecified4", "MailSystem"];
const DETAILS = ["Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

/**
 * A text with the numbers of such codes.
 * @param {string} text
 */
export const inNumbers = (text) =>
  text.replace(SPELLED, (whole, severity, category, detail) => {
    const digits = [SEVERITIES.indexOf(severity) + 2, CATEGORIES.indexOf(category), DETAILS.indexOf(detail)];
    return digits[0] < 2 || digits.includes(-1) ? whole : digits.join("");
  });
