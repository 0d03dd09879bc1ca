/**
 * The libraries that the site carries, made from their packages: `make vendor`.
 *
 * The lock file holds each package's hash, and a test makes the files again and compares.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const ROOT = new URL("../", import.meta.url);
const FOLDER = new URL("templates/theme/js/vendor/", ROOT);

// What is taken of each package, and who made it.
const TAKEN = [
  {
    name: "minisearch",
    exports: 'export { default } from "minisearch";',
    notice: "MiniSearch, Copyright Luca Ongaro, MIT License, https://github.com/lucaong/minisearch",
  },
  {
    name: "es-hangul",
    exports: 'export { convertQwertyToHangul, getChoseong } from "es-hangul";',
    notice: "es-hangul, Copyright Viva Republica, Inc., MIT License, https://github.com/toss/es-hangul",
  },
];

/**
 * Each library, minified, with who made it.
 * @returns {Promise<{file: URL, code: string}[]>}
 */
export const vendored = () =>
  Promise.all(
    TAKEN.map(async ({ name, exports, notice }) => {
      const { version } = JSON.parse(
        readFileSync(new URL(`node_modules/${name}/package.json`, ROOT), "utf-8"),
      );
      const { outputFiles } = await build({
        stdin: { contents: exports, resolveDir: fileURLToPath(ROOT) },
        banner: {
          js: [
            `/*! ${notice}; ${version}, minified, otherwise unchanged */`,
            "// @ts-nocheck: checked by those who make it",
          ].join("\n"),
        },
        bundle: true,
        format: "esm",
        minify: true,
        target: "es2022",
        legalComments: "none",
        write: false,
      });
      return { file: new URL(`${name}.js`, FOLDER), code: outputFiles[0].text };
    }),
  );

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { file, code } of await vendored()) writeFileSync(file, code);
}
