/** What a finding comes to: what happened to the mail, whether to send again, who acts. */

import { UNREACHED } from "../recognise/findings.js";
import { PROGRAM } from "../recognise/readers.js";
import { FAILURE } from "../recognise/situations.js";

/** @import { Finding } from "../recognise/findings.js" */
/** @import { Catalogue, Code, CodeClass, FindTables, Situation, Verdict } from "./tables.js" */

// A queue that gave up on what was to be tried again.
const GAVE_UP = "expired";
const TRIED_AGAIN = "transient";
const FINAL = "permanent";
// What waits in a queue.
const QUEUED = "greylisted";

// What is wrong with a server itself: without any code no other server has spoken, and the one whose log it is means
// itself.
const OWN_FAULTS = new Set(["server-misconfigured", UNREACHED]);
const SENDING = "sending-admin";

/**
 * Whether a sending server's log tells of a fault of its own.
 * @param {Finding} finding
 * @param {string} [reader] whose text it is
 */
const isOwnFault = ({ situation, code }, reader) =>
  reader === SENDING && code === null && OWN_FAULTS.has(situation ?? "");

/**
 * Whether a program got an answer that is tried again: it speaks with the server itself and mostly has no queue, so
 * that nothing repeats the mail unless it does.
 * @param {Finding} finding
 * @param {string} [reader] whose text it is
 */
const isLeftToProgram = ({ outcome, returned }, reader) =>
  reader === PROGRAM && outcome === TRIED_AGAIN && !returned;

/**
 * A question with its answer as text.
 * @param {string} question
 * @param {string} answer
 */
export const asked = (question, answer) => `${question}${question.endsWith("?") ? "" : ":"} ${answer}`;

/**
 * Functions that tell what findings come to.
 * @param {FindTables} tables
 */
export function verdicts({ catalogues, protocols, situations, words }) {
  /** @type {Map<string, Map<string, Code>>} */
  const codes = new Map(
    catalogues.map(({ id, codes: all }) => [id, new Map(all.map((code) => [code.code, code]))]),
  );
  const byId = new Map(situations.map((situation) => [`${situation.protocol} ${situation.id}`, situation]));
  const axes = new Map(protocols.map(({ id, axes: labels }) => [id, labels]));

  /**
   * The page of one of a finding's codes.
   * @param {Finding} finding
   * @param {"code" | "enhanced"} part
   * @returns {Code | null}
   */
  const pageOf = (finding, part) =>
    codes.get(finding.catalogue[part] ?? "")?.get(finding[part] ?? "") ?? null;

  /**
   * @param {string} protocol
   * @param {string | null} id
   * @returns {Situation | null}
   */
  const situationOf = (protocol, id) => byId.get(`${protocol} ${id}`) ?? null;

  /**
   * What the first character says of a code, with a page of its own or without.
   * @param {string} protocol
   * @param {string | null} code
   * @returns {CodeClass | null}
   */
  const classOf = (protocol, code) =>
    catalogues
      .filter((/** @type {Catalogue} */ catalogue) => catalogue.protocol === protocol)
      .flatMap(({ classes }) => classes)
      .find(({ prefix }) => prefix && code?.startsWith(prefix)) ?? null;

  /**
   * What became of the mail, else what a finding's code says.
   * @param {Finding} finding
   * @returns {CodeClass | null}
   */
  const classIn = ({ protocol, code, enhanced, outcome }) =>
    catalogues.find((one) => one.protocol === protocol)?.classes.find(({ id }) => id === outcome) ??
    classOf(protocol, code ?? enhanced);

  /**
   * The class under which a situation tells what to do where it is told with a code that is not usual for it, such as
   * an answer of 200 that broke off. What is refused for good is not waited for, though.
   * @param {Situation} situation
   * @param {string | null} outcome
   */
  function standIn({ protocol, outcomes }, outcome) {
    if (outcome === null || outcome in outcomes || outcome === FINAL) return outcome;
    const classes = catalogues.find((one) => one.protocol === protocol)?.classes ?? [];
    return classes.find(({ id, tone }) => FAILURE.has(tone) && id in outcomes)?.id ?? outcome;
  }

  /**
   * @param {Situation | null} situation
   * @param {string | null} outcome
   * @returns {Verdict | null}
   */
  function answersOf(situation, outcome) {
    if (situation === null || outcome === null) return null;
    const { outcomes, others } = situation;
    return (
      outcomes[outcome]?.verdict ??
      others[outcome] ??
      outcomes[standIn(situation, outcome) ?? ""]?.verdict ??
      null
    );
  }

  /**
   * @param {Finding} finding
   * @returns {Verdict | null}
   */
  function answers(finding) {
    const { protocol, situation: id, outcome, returned } = finding;
    const enhanced = pageOf(finding, "enhanced");
    const code = pageOf(finding, "code");
    if (returned) return situationOf(protocol, GAVE_UP)?.outcomes[TRIED_AGAIN]?.verdict ?? null;
    if (id !== null) {
      const own = enhanced?.own?.[id] ?? code?.own?.[id];
      return own ?? answersOf(situationOf(protocol, id), outcome);
    }
    // x.0.0 tells less than the number beside it.
    return (enhanced && !enhanced.code.endsWith(".0.0") ? enhanced : (code ?? enhanced))?.verdict ?? null;
  }

  /**
   * The answers where a queue keeps the mail and tries again.
   * @param {Finding} finding
   * @returns {(string | null)[]}
   */
  const inQueue = ({ protocol }) =>
    situationOf(protocol, QUEUED)?.outcomes[TRIED_AGAIN]?.verdict ?? [null, null];

  /**
   * Whether what a finding tells of passes by itself, so that another try helps.
   * @param {Finding} finding
   */
  function isForLater(finding) {
    const [, later] = inQueue(finding);
    return !later || !finding.situation || answers(finding)?.[1] === later;
  }

  /**
   * The answers where no queue has the mail: what would wait there was never handed over.
   * @param {Finding} finding
   * @param {string | undefined} reader
   * @param {Verdict | null} found
   */
  function asHandedOver(finding, reader, found) {
    if (found && isLeftToProgram(finding, reader) && !isForLater(finding)) {
      return situationOf(finding.protocol, finding.situation)?.outcomes[FINAL]?.verdict ?? found;
    }
    const [waits] = inQueue(finding);
    const [unsent] = situationOf(finding.protocol, UNREACHED)?.outcomes[FINAL]?.verdict ?? [null];
    if (!found || !unsent || found[0] !== waits || !isLeftToProgram(finding, reader)) return found;
    return [unsent, ...found.slice(1)];
  }

  /**
   * The questions with their answers; null where the codes say nothing about the mail.
   * @param {Finding} finding
   * @param {string} [reader] whose text it is: nobody sits before a page where a program met the error, nor develops
   *   the tool that was run; whose log it is acts where a record of it is explained
   * @returns {[question: string, answer: string | null][] | null}
   */
  function strip(finding, reader) {
    const found = asHandedOver(finding, reader, answers(finding));
    if (!found) return null;
    const { readers = {}, roles = {} } = protocols.find(({ id }) => id === finding.protocol) ?? {};
    const isOwn = reader !== readers.log || finding.how === "mark";
    const own = isOwn ? roles[reader ?? ""] : undefined;
    const isRun = readers[reader ?? ""] === reader;
    const others = [readers.page, ...(isRun ? [readers.exception] : [])].flatMap((one) => roles[one] ?? []);
    const acts = isOwnFault(finding, reader) ? SENDING : finding.actor;
    const given = found.map((answer) => {
      const isOpen = acts === undefined || !Object.values(roles).includes(answer ?? "");
      return isOpen ? answer : (roles[acts ?? ""] ?? null);
    });
    return (axes.get(finding.protocol) ?? []).map((question, at) => [
      question,
      others.reduce((answer, other) => answer && answer.replace(other, own ?? other), given[at]),
    ]);
  }

  /**
   * Whether whoever has the text acts: nobody sits before a page where a program met the error, and whoever runs a tool
   * is its user and its developer in one.
   * @param {Finding} finding
   * @param {string} [reader]
   */
  function actsIn(finding, reader) {
    const { readers = {}, roles = {} } = protocols.find(({ id }) => id === finding.protocol) ?? {};
    const isProgram = reader !== undefined && (reader === readers.exception || readers[reader] === reader);
    const own = isProgram ? [readers.page, readers.exception] : [reader ?? ""];
    return own.some((one) => roles[one] && answers(finding)?.includes(roles[one]));
  }

  /**
   * The situation and the class of which what to do is told: a queue that gave up on a code that is tried again does
   * nothing any more.
   * @param {Finding} finding
   * @returns {{situation: Situation | null, outcome: string | null}}
   */
  function advised({ protocol, situation: id, outcome, returned }) {
    const situation = situationOf(protocol, id);
    if (situation === null) return { situation, outcome };
    if (!returned) return { situation, outcome: standIn(situation, outcome) };
    return situation.outcomes[FINAL] && id !== GAVE_UP
      ? { situation, outcome: FINAL }
      : { situation: situationOf(protocol, GAVE_UP) ?? situation, outcome: TRIED_AGAIN };
  }

  /**
   * The questions with their answers as text, none where not one of them is known.
   * @param {Finding} finding
   * @param {string} [reader]
   */
  function asText(finding, reader) {
    const told = strip(finding, reader) ?? [];
    if (told.every(([, answer]) => answer === null)) return [];
    return told.map(([question, answer]) => asked(question, answer ?? words.depends));
  }

  /**
   * What the verdict alone does not say: that a domain is mistyped, or a mail back in spite of its code, or left to the
   * program.
   * @param {Finding} finding
   * @param {string} [reader]
   */
  const notes = (finding, reader) => [
    ...(finding.meant ? [asked(words.meant, finding.meant)] : []),
    ...(finding.returned ? [words.returned] : []),
    ...(isLeftToProgram(finding, reader) && isForLater(finding) ? [words.left_to_program] : []),
  ];

  return { actsIn, advised, asText, classIn, classOf, notes, pageOf, situationOf, strip };
}
