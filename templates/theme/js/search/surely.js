/** What readers say in a sentence of their own that can be nothing else, so that it is answered like a text. */
import { pattern } from "../recognise/patterns.js";
import { CLOSED, OF_MAIL, OF_OTHERS, PORT_25 } from "./sayings.js";

/** @import { Sentence } from "./sentences.js" */

// What a browser calls it, in whatever ending: too many redirection.
const TOO_MANY_REDIRECTS = pattern("i")`
  \b(?:too|so) many (?:\w+ )?redirect\w*|\bredirect\w* (?:errors? )?too many
  |(?:너무 ?많은|과도한) ?(?:리다이렉|리디렉|redirect)|(?:리다이렉|리디렉)[^.?!:;]{0,8}(?:너무 ?많|과도)
`;
// Where others come in, the port is one's own.
const INWARD = /\b(?:inbound|incoming|receiv\w*|listen\w*)\b|수신|받[는을기]|들어오/i;
const GATEWAY_TIMEOUT =
  /^(?!.*\bgrpc).*\b(?:gateway|upstream|proxy)[ -]time[ -]?d?[ -]?out\w*\b|게이트웨이 ?(?:타임 ?아웃|시간 ?초과)/i;

/** @type {Sentence[]} */
export const SURE = [
  { page: "smtp/situations/host-unreachable/", of: PORT_25, unless: INWARD, says: CLOSED },
  { page: "http/situations/redirect-loop/", unless: OF_MAIL, says: TOO_MANY_REDIRECTS },
  { page: "http/situations/backend-silent/", unless: OF_OTHERS, says: GATEWAY_TIMEOUT },
].map((one) => ({ ...one, isSure: true, isAnswer: true }));
