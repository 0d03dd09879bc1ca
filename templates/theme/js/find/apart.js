/** Protocols of which texts tell themselves: what they are read with is loaded for such texts, and on their pages. */
import { asMail, prepared } from "../recognise/mail.js";
import { MAIL, lookup } from "../recognise/tables.js";
import { isAboutMail, isMailAlone, protocolsSpoken } from "../recognise/telling.js";
import { joinedWith } from "./tables.js";

/** @import { Result } from "../recognise/findings.js" */
/** @import { FindTables } from "./tables.js" */

// How programs write events and errors down: JSON, a dictionary, an array; and what they call them.
const OF_PROGRAM = /["'\]]\s{0,4}(?::|=>)|\b(?:API|[Ee]xception|Forbidden|Unauthorized|Throttling)\b/;

// A record of a mail server's log.
const OF_LOG = /\[\d+\]: |\b(?:dsn|stat|[HRT])=/;

// A code of a call that may pass on what was said in another protocol: code = Unknown desc = unauthorized: …
const mayPassOn = (/** @type {Result["findings"][0]} */ { code, how, text }) =>
  how === "code" && /[A-Z]/.test(code ?? "") && text.length > SHORT;

// A code with hardly a word beside it.
const SHORT = 30;
// A text of this length takes a phone as long as a page may stand still.
const LONG = 50_000;

/**
 * Reads texts with the tables that they need.
 * @param {FindTables} core the tables that are there from the beginning
 * @param {(place: string) => Promise<any>} load
 * @param {string} place of the page, without the language: its own protocol is what its readers ask about
 * @param {(text: string) => Promise<Result>} [aside] reads long texts elsewhere
 */
export function apartReader(core, load, place, aside) {
  let tables = core;
  const apart = new Set(core.protocols.filter(({ speaks }) => speaks).map(({ id }) => id));
  /** @type {Map<string, Promise<void>>} */
  const coming = new Map();
  /** @type {Promise<void> | null} */
  let services = null;
  const [step] = place.split("/");
  const own = core.catalogues.find(({ id, protocol }) => id === step || protocol === step)?.protocol;

  /** @param {string} protocol */
  async function join(protocol) {
    try {
      const part = await load(protocol);
      tables = joinedWith(tables, part);
      apart.delete(protocol);
    } catch {
      // Without what could not be loaded, what is there still answers; the next text asks again.
      coming.delete(protocol);
    }
  }

  /** What services say to programs, and what stands in logs: asked for where no code tells a reason that is known. */
  async function joinServices() {
    try {
      const [{ withServices }, part] = await Promise.all([import("./services.js"), load("services")]);
      tables = withServices(tables, part);
    } catch {
      services = null;
    }
  }

  /** @param {Iterable<string>} protocols */
  const all = (protocols) =>
    Promise.all(
      [...protocols].map((protocol) => {
        const known = coming.get(protocol) ?? join(protocol);
        coming.set(protocol, known);
        return known;
      }),
    );

  /**
   * What a text holds, read with all that it needs.
   * @param {string} text
   * @returns {Promise<Result>}
   */
  async function read(text) {
    if (!aside || text.length < LONG) return readHere(text);
    try {
      const result = await aside(text);
      await all(result.findings.map(({ protocol }) => protocol).filter((protocol) => apart.has(protocol)));
      return result;
    } catch {
      // Where there are no workers, the page has to wait.
      return readHere(text);
    }
  }

  /**
   * @param {string} text
   * @returns {Promise<Result>}
   */
  async function readHere(text) {
    const source = prepared(text);
    let known = lookup(tables);
    let mail = asMail(known, source);
    const isTold = mail.findings.some(({ code, situation }) => code && (situation || text.length < SHORT));
    if (!isTold || OF_PROGRAM.test(source) || OF_LOG.test(source)) {
      await (services ??= joinServices());
      known = lookup(tables);
      mail = asMail(known, source);
    }
    const isOwnPage = own !== undefined && own !== MAIL;
    if (!isOwnPage && isMailAlone(known, mail, source)) return mail;
    const [{ recognise }, foreign] = await Promise.all([
      import("../recognise/index.js"),
      load("foreign").catch(() => undefined),
    ]);
    if (foreign && !tables.foreign) tables = { ...tables, foreign };
    const first = recognise(text, tables);
    const isVague = first.findings.every(
      ({ code, enhanced, provider }) => code === null && enhanced === null && provider === null,
    );
    // A few words alone, in a text that does not speak of mail, may be another protocol's; where nothing is found, the
    // search needs all of them anyway.
    const wanted =
      isVague && (first.findings.length === 0 || !isAboutMail(source))
        ? [...apart]
        : [
            own ?? "",
            ...first.findings.map(({ protocol }) => protocol),
            ...protocolsSpoken(known, source),
          ].filter((protocol) => apart.has(protocol));
    if (wanted.length === 0) return first;
    await all(new Set(wanted));
    const told = recognise(text, tables);
    if (apart.size === 0 || !told.findings.some(mayPassOn)) return told;
    await all([...apart]);
    return recognise(text, tables);
  }

  return {
    read,
    /** The tables with all that was loaded so far. */
    tables: () => tables,
    /** The tables of all protocols, as far as they can be loaded. */
    whole: async () => {
      await all([...apart]);
      return tables;
    },
  };
}
