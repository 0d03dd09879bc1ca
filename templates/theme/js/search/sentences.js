/** What readers say in a sentence of their own, however they put it: mail does not come, a file is too large. */
import { placeOf } from "../find/tables.js";
import {
  ATTACHED_TOO_LARGE,
  BOUNCES,
  BREAKS_OFF,
  CLOSED,
  CONNECTING,
  CONNECTS,
  CONNECTS_LATE,
  CRASHES,
  FILE_TOO_LARGE,
  IN_ANOTHERS_NAME,
  IN_SPAM,
  LATE,
  LOGGED_OUT,
  MESSAGE_TOO_BIG,
  NOT_IN_SPAM,
  NOT_LET_IN,
  NOT_LOGGED_IN,
  NOT_PERMITTED,
  NOT_REACHED,
  NOT_UPLOADED,
  NOT_VALID,
  NO_USER,
  OF_CODES,
  OF_ENHANCED,
  OF_FETCHING,
  OF_GRPC,
  OF_HTTP,
  OF_LOGIN,
  OF_MAIL,
  OF_MAILING,
  OF_OTHERS,
  OF_OUTGOING,
  OF_PORTS,
  OF_SENDING,
  OF_SITE,
  OF_SOCKET,
  OF_DELIVERY,
  OF_ELSEWHERE,
  OF_TLS,
  OF_UPLOADS,
  OVER_LIMIT,
  PORTS_OF_OUTGOING,
  PORT_25,
  PORT_OF_OUTGOING,
  PORT_OF_READING,
  PROGRAM_FAILS,
  REDIRECTS_ON,
  REFUSES,
  SENDS_BY_IT,
  SET_UP,
  SILENT,
  SILENT_IN_CLOUD,
  TIMES_OUT,
  TOO_LARGE,
  TOO_OFTEN,
  UNREACHED,
  UNREACHED_BY_CALLS,
  UNREACHED_BY_MAIL,
  WORKS_AT_HOME,
} from "./sayings.js";
import { pattern } from "../recognise/patterns.js";
import { SURE } from "./surely.js";
import { terms } from "./terms.js";

/** @import { Found } from "../search.js" */
/** @import { FindTables, SearchTables } from "../find/tables.js" */

// Much mail at once, after which servers keep out whoever sent it.
const OF_BULK = /\b(?:bulk|mass) e?-?mail|(?:대량|단체) ?(?:메일|발송|전송)|메일 ?(?:대량|단체)/i;

// A redirect on the way, after which clients ask anew and without what was to be sent.
const BECOMES_GET = pattern("")`
  \b(?:POST|[Pp]ost (?:requests?|method)|[Mm]ethod post)\b[^.?!]{0,40}
  \b(?:becom|chang|turn|convert|switch|sent as|sends as|arriv|received as|but)\w*\b[^.?!]{0,16}
  \b(?:GET|get(?=$| (?:after|when|on|by|request)))
  |\b(?:POST|[Pp]ost (?:requests?|method)|[Mm]ethod post)\b[^?!\n]{0,90}[ .]
  (?:(?:comes?|came|coming|goes|shows?|logged|received|seen|treated|handled|sent|interpreted|through|up|in|on)[ ]as
  |method (?:is|was)|sends)(?: an?)? (?:GET|get)\b
  |\bGET\b[^.?!]{0,24}\b(?:instead of|when|although|while)\b[^.?!]{0,32}\bPOST\b
  |\bPOST[^.?!]{0,24}GET(?:으로|방식)[^.?!]{0,8}(?:바뀌|바뀐|변경|전송|요청|들어|가|보내|찍)
`;

const CURL = "\\bcurl:?(?: (?:error|exit|err))?(?: code)?:?";
// What curl's exit codes stand for.
const EXITS_OF_CURL = [
  ["6", "host-not-found"],
  ["7", "connection-refused"],
  ["28", "answer-not-awaited"],
  ["35", "handshake-failed"],
  ["47", "redirect-loop"],
  ["51", "certificate-not-trusted"],
  ["5[256]", "connection-dropped"],
  ["60|77", "issuer-not-known"],
  ["18", "answer-cut-short"],
];

/**
 * @typedef {{page: string, of?: RegExp, unless?: RegExp, says: RegExp, isSure?: boolean, isAnswer?: boolean,
 *   unlike?: string}} Sentence
 */

/**
 * A question about an exit code of curl, which is no count of seconds and no version.
 * @param {string[]} exit
 * @returns {Sentence}
 */
const ofCurl = ([numbers, situation]) => ({
  page: `http/situations/${situation}/`,
  says: new RegExp(`${CURL} \\(?(?:${numbers})\\)?(?![\\d.]| ?(?:m?s|sec|min|hour|day|time|x\\b))`, "i"),
  isSure: true,
  unlike: "http/providers/curl/",
});

/**
 * Which page a question asks for, of what it has to speak and of what not, what it says of that, and whether that
 * tells more than the words by themselves, if with the name of what is `unlike` it; the first that fits is meant. One
 * that can be nothing else is an answer (`isAnswer`), shown as that to a text is.
 * @type {Sentence[]}
 */
const SENTENCES = [
  ...SURE,
  { page: "grpc/", of: OF_GRPC, says: OF_CODES, isSure: true },
  { page: "smtp-enhanced/", of: OF_ENHANCED, says: OF_CODES, isSure: true },
  { page: "smtp/", of: OF_MAIL, says: OF_CODES, isSure: true },
  { page: "http/", of: OF_HTTP, says: OF_CODES, isSure: true },
  { page: "smtp/situations/sender-not-yours/", of: IN_ANOTHERS_NAME, says: NOT_PERMITTED, isSure: true },
  {
    page: "smtp/situations/other-service-answers/",
    of: PORT_OF_READING,
    unless: PORT_OF_OUTGOING,
    says: SENDS_BY_IT,
    isSure: true,
  },
  {
    page: "guides/no-mail-no-bounce/#fetching",
    of: OF_FETCHING,
    unless: OF_LOGIN,
    says: CONNECTING,
    isSure: true,
  },
  {
    page: "smtp/situations/outgoing-server-unreachable/",
    of: OF_OUTGOING,
    unless: OF_LOGIN,
    says: CONNECTING,
    isSure: true,
  },
  { page: "smtp/situations/host-unreachable/", of: PORT_25, says: CLOSED, isSure: true },
  {
    page: "smtp/situations/outgoing-encryption-mismatch/",
    of: OF_PORTS,
    says: PORTS_OF_OUTGOING,
    isSure: true,
  },
  { page: "smtp/situations/outgoing-server-unreachable/", of: PORT_OF_OUTGOING, says: CLOSED, isSure: true },
  {
    page: "smtp/situations/message-too-big/",
    of: OF_MAIL,
    says: ATTACHED_TOO_LARGE,
    isSure: true,
    unlike: "smtp/situations/attachment-refused/",
  },
  { page: "smtp/situations/outgoing-server-unreachable/", of: OF_MAILING, says: WORKS_AT_HOME, isSure: true },
  {
    page: "smtp/situations/outgoing-server-unreachable/",
    of: OF_MAILING,
    unless: OF_LOGIN,
    says: SILENT_IN_CLOUD,
    isSure: true,
  },
  { page: "smtp/situations/ip-blocked/", of: OF_BULK, says: CLOSED, isSure: true },
  { page: "smtp/situations/quota-used-up/", of: OF_SENDING, says: OVER_LIMIT },
  { page: "smtp/situations/message-too-big/", of: OF_MAIL, unless: OF_UPLOADS, says: FILE_TOO_LARGE },
  { page: "smtp/situations/spam-detected/", of: OF_MAIL, unless: NOT_IN_SPAM, says: IN_SPAM },
  { page: "guides/no-mail-no-bounce/", of: OF_MAIL, unless: OF_LOGIN, says: SILENT },
  { page: "smtp/situations/user-unknown/", of: OF_MAIL, unless: OF_LOGIN, says: NO_USER, isSure: true },
  { page: "guides/reading-a-reply/", of: OF_MAIL, unless: OF_LOGIN, says: BOUNCES },
  { page: "smtp/situations/delivery-delayed/", of: OF_MAIL, unless: OF_LOGIN, says: LATE },
  { page: "smtp/situations/login-wrong/", of: OF_MAIL, says: NOT_LET_IN },
  {
    page: "smtp/situations/host-unreachable/",
    of: OF_DELIVERY,
    unless: OF_LOGIN,
    says: UNREACHED_BY_MAIL,
    isSure: true,
  },
  { page: "grpc/situations/message-too-big/", of: OF_GRPC, says: MESSAGE_TOO_BIG },
  { page: "grpc/situations/tls-failed/", of: OF_GRPC, says: OF_TLS },
  { page: "grpc/situations/deadline-while-connecting/", of: OF_GRPC, says: CONNECTS_LATE },
  { page: "grpc/situations/connection-dropped/", of: OF_GRPC, says: BREAKS_OFF },
  { page: "grpc/situations/cannot-connect/", of: OF_GRPC, says: UNREACHED_BY_CALLS, isSure: true },
  { page: "http/situations/body-too-large/", unless: OF_MAIL, says: TOO_LARGE },
  { page: "http/situations/too-many-requests/", unless: OF_OTHERS, says: TOO_OFTEN, isSure: true },
  { page: "http/situations/redirect-loop/", unless: OF_MAIL, says: REDIRECTS_ON },
  ...EXITS_OF_CURL.map(ofCurl),
  { page: "guides/which-redirect/", unless: OF_MAIL, says: BECOMES_GET, isSure: true },
  { page: "http/situations/session-expired/", unless: OF_MAIL, says: LOGGED_OUT },
  { page: "http/situations/websocket-not-opened/", of: OF_SOCKET, says: CONNECTING },
  { page: "http/situations/certificate-not-trusted/", of: OF_TLS, unless: OF_MAIL, says: NOT_VALID },
  { page: "http/situations/connection-refused/", unless: OF_OTHERS, says: REFUSES },
  { page: "http/situations/no-connection/", of: OF_SITE, unless: OF_OTHERS, says: UNREACHED },
  { page: "http/situations/program-error/", unless: OF_MAIL, says: PROGRAM_FAILS },
  { page: "http/situations/program-error/", unless: OF_OTHERS, says: CRASHES },
  { page: "http/situations/no-connection/", unless: OF_OTHERS, says: NOT_REACHED },
  { page: "http/situations/no-connection/", of: CONNECTS, unless: OF_OTHERS, says: TIMES_OUT, isSure: true },
  { page: "http/situations/backend-silent/", of: OF_SITE, unless: OF_OTHERS, says: TIMES_OUT },
  { page: "http/situations/body-too-large/", unless: OF_OTHERS, says: NOT_UPLOADED },
  { page: "http/situations/not-logged-in/", unless: OF_OTHERS, says: NOT_LOGGED_IN },
  { page: "smtp/situations/outgoing-encryption-mismatch/", of: OF_OUTGOING, says: SET_UP },
];

/**
 * Whether a question is about a database, a queue or a shell, which refuse, time out and ask for passwords as well.
 * @param {string} query
 */
export const isElsewhere = (query) =>
  OF_ELSEWHERE.test(query) &&
  !OF_MAIL.test(query) &&
  !/\d{3}/.test(query) &&
  [CONNECTING, NOT_LET_IN, TIMES_OUT].some((says) => says.test(query));

/**
 * What a question asks for in a sentence; null where it says nothing that is known.
 * @param {string} query
 */
export function askedIn(query) {
  const fits = (/** @type {Sentence} */ { of, unless, says }) =>
    (!of || of.test(query)) && !unless?.test(query) && says.test(query);
  return SENTENCES.find(fits) ?? null;
}

/**
 * The page that a whole sentence asks for stands behind what is named in it, and before whatever its words may mean.
 * @param {string} query
 * @param {Found[]} found
 * @param {number} named the least score of what a question names
 * @param {{tables: FindTables, texts: SearchTables, asked: {id: string}[]}} among
 * @returns {Found[]}
 */
export function withSentence(query, found, named, { tables, texts, asked }) {
  // Of a code its own page tells more.
  const isCoded = terms(query).some((term) =>
    tables.catalogues.some(({ codes }) => /^\d/.test(term) && codes.some(({ code }) => code === term)),
  );
  const sentence = isCoded ? null : askedIn(query);
  if (!sentence) return found;
  const { page: id, isSure = false, unlike } = sentence;
  const [path, part] = id.split("#");
  const page = texts.pages.find(({ address }) => address.endsWith(path));
  const situation = tables.situations.find(
    (one) => placeOf(one) === id && asked.some((protocol) => protocol.id === one.protocol),
  );
  const protocolOf = (/** @type {string} */ address) =>
    tables.protocols.find((one) => address.startsWith(`${one.id}/`))?.id ?? tables.protocols[0].id;
  const first = found.filter(
    (one) =>
      one.id !== id &&
      one.id !== unlike &&
      protocolOf(one.id) === protocolOf(id) &&
      (one.score >= named || one.isSaid || (one.isClear && !isSure)),
  );
  /** @type {Found[]} */
  const meant = [];
  if (page) {
    const whole = `../${page.address}`;
    meant.push({
      id: part ? `${whole}#${part}` : whole,
      kind: "page",
      title: page.title,
      answer: page.text,
      score: 0,
    });
  }
  if (situation) {
    meant.push({ id, kind: "situation", title: situation.name, answer: texts.situations[id], score: 0 });
  }
  return [...first, ...meant, ...found];
}
