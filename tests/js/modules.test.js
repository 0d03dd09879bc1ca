/** How the modules hang together. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const SCRIPTS = fileURLToPath(new URL("../../templates/theme/js/", import.meta.url));
const SCRIPTS_OF_PAGES = ["notfound.js", "site.js", "theme.js"];
// Loaded when somebody asks in words or for two codes, for a citation, a ticket or the list of keys, or where a program
// speaks, where a text may be about something else than mail or of a service, and for long texts.
const LATER = new RegExp(
  "^(?:search|vendor|find/(?:aside|aside_worker|cite|keys|numbers|pairs|possible|programs|results|services|ticket)" +
    "|recognise/(?:accesses|acting|audience|blocklists|bodies|clients|delays|events|foreign|forms|forwards|greetings" +
    "|handed|hearsay|hops|index" +
    "|listings|logins|misspelled|mistaken|named|nearby|others|processes|programs|protocols|purposes|redirects" +
    "|sortings|slips|spelled|spoken|steps|summaries|tokens|unreached|wanted|wording))\\b",
);

const modules = readdirSync(SCRIPTS, { recursive: true, encoding: "utf-8" })
  .filter((name) => name.endsWith(".js") && !SCRIPTS_OF_PAGES.includes(name))
  .map((name) => name.replaceAll("\\", "/").replace(/\.js$/, ""))
  .filter((name) => !LATER.test(name));
const text = (/** @type {string} */ name) => readFileSync(`${SCRIPTS}${name}.js`, "utf-8");
const imports = (/** @type {string} */ name) =>
  [...text(name).matchAll(/^import .*? from "(.*?)\.js";$/gms)].map(([, path]) =>
    new URL(path, `file:///${name}`).pathname.slice(1),
  );

test("all modules are asked for at once when the field is first used", () => {
  const listed = /const MODULES = (\[.*?\n\]);/s.exec(text("site"))?.[1];
  assert.deepEqual(new Function(`return ${listed}`)().toSorted(), modules.toSorted());
});

test("no module imports itself by way of others", () => {
  /** @type {Set<string>} */
  const done = new Set();
  const visit = (/** @type {string} */ name, /** @type {string[]} */ above) => {
    assert.ok(!above.includes(name), [...above, name].join(" → "));
    if (!done.has(name)) for (const next of imports(name)) visit(next, [...above, name]);
    done.add(name);
  };
  visit("find", []);
  assert.deepEqual([...done].toSorted(), modules.toSorted(), "every module is used");
});
