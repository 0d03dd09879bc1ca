/**
 * Writes what is found in each pasted text, in full: `python -m scripts.npm run answers`.
 * The difference is to be read before it is kept.
 */
import { writeFileSync } from "node:fs";

import { recognise } from "../../templates/theme/js/recognise/index.js";
import { brief } from "./support/checks.js";
import { KINDS, cases, sample } from "./support/data.js";

const lines = KINDS.flatMap((kind) => cases[kind].map((one) => ({ kind, ...one })))
  .filter(({ expect }) => expect.kind !== "none")
  .map(
    ({ kind, name, text }) =>
      ` ${JSON.stringify(`${kind}: ${name}`)}: ${JSON.stringify(brief(recognise(text, sample)))}`,
  );
writeFileSync(new URL("data/answers.json", import.meta.url), `{\n${lines.join(",\n")}\n}\n`);
