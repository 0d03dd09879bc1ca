/** Which protocols a question is of, and what the search knows of one. */
import { MAIL } from "../recognise/tables.js";
import { pattern } from "../recognise/patterns.js";
import { isAboutMail, protocolsTold } from "../recognise/telling.js";
import { protocolsMeant } from "./everyday.js";
import { NOT_LOGGED_IN, OF_ACCOUNT, OF_FETCHING, OF_MAIL } from "./sayings.js";
import { isPrinted, terms } from "./terms.js";

/** @import { FindTables, Provider, SearchTables } from "../find/tables.js" */
/** @import { Known } from "../recognise/tables.js" */

/**
 * What belongs to one protocol, and the pages that belong to none.
 * @param {FindTables} tables
 * @param {SearchTables} texts
 * @param {string} whose
 * @returns {[FindTables, SearchTables]}
 */
export function ofProtocol(tables, texts, whose) {
  const isOfIt = (/** @type {{protocol: string}} */ { protocol }) => protocol === whose;
  const catalogues = tables.catalogues.filter(isOfIt);
  const isListed = (/** @type {{catalogue: string}} */ { catalogue }) =>
    catalogues.some(({ id }) => id === catalogue);
  const { situations, providers } = tables;
  // The list of another protocol's codes answers nothing here.
  const lists = tables.catalogues.filter((one) => !isOfIt(one)).map(({ id }) => `/${id}/`);
  const pages = texts.pages.filter(({ address }) => !lists.some((list) => address.endsWith(list)));
  return [
    {
      ...tables,
      catalogues,
      situations: situations.filter(isOfIt),
      providers: providers.filter(isOfIt),
    },
    { ...texts, pages, codes: texts.codes.filter(isListed), insights: texts.insights.filter(isListed) },
  ];
}

const WEB = "http";
// Of what nobody speaks but who asks about the web.
const OF_WEB = pattern("i")`
  \b(?:urls?|browser|chrome|firefox|safari|web ?(?:site|page|app|hook)s?|home ?page|front-?end|rest api|graphql|mcp)\b
  |브라우저|크롬|홈페이지|웹 ?(?:사이트|페이지|훅|앱)|사이트|프론트 ?엔드
`;
// A code that is a name is written in capitals; a shorter one is a word like any other.
const NAME = /[A-Z][A-Z_]{3,}/g;

/**
 * The protocols of which alone a code in a query is one: 4.7.500 is of mail, 404 of HTTP, UNAVAILABLE of gRPC.
 * @param {FindTables} tables
 * @param {string} query
 */
function protocolsNumbered({ catalogues }, query) {
  const numbers = terms(query).filter((term) => /^\d/.test(term));
  const listed = [...numbers, ...(query.match(NAME) ?? [])].map((asked) => {
    const those = catalogues.filter(({ codes }) => codes.some(({ code }) => code === asked));
    return new Set(those.map(({ protocol }) => protocol));
  });
  return new Set(listed.filter(({ size }) => size === 1).flatMap((protocols) => [...protocols]));
}

/** @type {(tables: FindTables, protocol: string, query: string) => boolean} */
const lists = ({ catalogues }, protocol, query) =>
  catalogues.some(
    (one) => one.protocol === protocol && one.codes.some(({ code }) => terms(query).includes(code)),
  );

/**
 * The protocols that a question is about; all of them where nothing tells.
 * @param {Known} known
 * @param {FindTables} tables
 * @param {SearchTables} texts
 * @param {string} query
 * @param {(query: string) => Provider[]} named the providers that a question names
 */
export function protocolsAsked(known, tables, texts, query, named) {
  // A name may be an everyday word (requests, go): a code or the form of a line says more.
  const fetched = OF_FETCHING.test(query) ? [MAIL] : [];
  // Other sites log their visitors in there, which is a matter of the web.
  const visited = OF_ACCOUNT.test(query) && !OF_MAIL.test(query) ? [WEB] : [];
  const written = [
    ...fetched,
    ...visited,
    ...protocolsTold(known, query),
    ...protocolsNumbered(tables, query),
  ];
  // People log in at Google and Naver to much else than mail.
  const isLogin = NOT_LOGGED_IN.test(query) && !OF_MAIL.test(query);
  const providers = isLogin ? [] : named(query).map(({ protocol }) => protocol);
  const ofWords = protocolsMeant(known, tables, texts, query);
  // A name whose protocol does not have the number says where it came up: 500 on Kubernetes.
  const isPlace = ofWords.length > 0 && !providers.some((protocol) => lists(tables, protocol, query));
  const meant = providers.length > 0 && !isPlace ? providers : ofWords;
  const ofWeb = OF_WEB.test(query) && !OF_MAIL.test(query) && !isAboutMail(query) ? [WEB] : [];
  const told = new Set([written, meant, ofWeb].find((some) => some.length > 0));
  // An exception is of mail only where it says so.
  const isOther = isPrinted(query) && !OF_MAIL.test(query);
  return tables.protocols.filter(({ id }) => (told.size > 0 ? told.has(id) : !(isOther && id === MAIL)));
}
