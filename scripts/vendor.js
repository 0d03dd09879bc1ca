/**
 * The library that the site carries, made from its package: `make vendor`.
 *
 * The lock file holds the package's hash, and a test makes the file again and compares.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { transform } from "esbuild";

const SOURCE = new URL("../node_modules/minisearch/", import.meta.url);
export const VENDORED = new URL("../templates/theme/js/vendor/minisearch.js", import.meta.url);

/** The minified library, with who made it. */
export async function vendored() {
  const { version } = JSON.parse(readFileSync(new URL("package.json", SOURCE), "utf-8"));
  const { code } = await transform(readFileSync(new URL("dist/es/index.js", SOURCE), "utf-8"), {
    banner: [
      `/*! MiniSearch ${version}, Copyright Luca Ongaro, MIT License, https://github.com/lucaong/minisearch;`,
      "minified, otherwise unchanged */",
      "// @ts-nocheck: checked by those who make it",
    ].join("\n"),
    format: "esm",
    minify: true,
    target: "es2022",
    legalComments: "none",
  });
  return code;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(VENDORED, await vendored());
