/** Texts of HTTP and gRPC as people paste them, and texts of mail and of nothing among them. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { made, read } from "../support/data.js";

/** @import { CatalogueTable, Tables } from "../../../templates/theme/js/recognise/tables.js" */

/** @type {{names: Record<string, string>, texts: {kind: string, name: string, found: string, text: string}[]}} */
const { names, texts } = read("data/http.json");

// The forms are those of the site; the codes stand here, so that the cases do not change with the content.
const site = made("en");
/** @type {CatalogueTable} */
const grpc = {
  id: "grpc",
  protocol: "grpc",
  forms: ["grpc-status: {code}", "code = {code} desc", "StatusCode.{code}", 'StatusCode="{code}"'].concat(
    "StatusRuntimeException: {code}",
    "Status{code={code}",
    "code: {code}, details: ",
    "Code: {code}{line}Message: ",
    "gRPC config stream … {code},",
  ),
  codes: [
    { code: "DEADLINE_EXCEEDED", number: 4, aliases: ["DeadlineExceeded"] },
    { code: "INTERNAL", number: 13, aliases: ["Internal"] },
    { code: "UNAVAILABLE", number: 14, aliases: ["Unavailable"] },
  ],
};
/** @type {Tables} */
const tables = {
  ...site,
  protocols: [
    ...site.protocols.filter(({ id }) => id !== "grpc"),
    { id: "grpc", speaks: ["grpc", "rpc error"] },
  ],
  catalogues: [
    ...site.catalogues
      .filter(({ id }) => id !== "grpc")
      .map((catalogue) =>
        catalogue.id === "http"
          ? { ...catalogue, codes: Object.entries(names).map(([code, original]) => ({ code, original })) }
          : catalogue,
      ),
    grpc,
  ],
};

for (const [kind, all] of Object.entries(Object.groupBy(texts, (one) => one.kind))) {
  describe(kind, () => {
    for (const { name, text, found } of all ?? []) {
      test(name, () => {
        const [first] = recognise(text, tables).findings;
        const [, , happened] = found.split(" ");
        const told = first ? `${first.protocol} ${first.code ?? first.enhanced ?? "-"}` : "";
        assert.equal(happened ? `${told} ${first?.situation}` : told, found, text);
      });
    }
  });
}
