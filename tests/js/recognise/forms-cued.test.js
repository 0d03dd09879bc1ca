/** Numbers and names of another protocol than mail, told by the words around them. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { cuedHits, formHits, titleHits } from "../../../templates/theme/js/recognise/forms.js";
import { lookup } from "../../../templates/theme/js/recognise/tables.js";

const known = lookup({
  catalogues: [
    {
      id: "web-status",
      protocol: "web",
      forms: ["WEB/1 {code}"],
      codes: [
        { code: "302", name: "Found" },
        { code: "404", name: "Not Found" },
        { code: "502", name: "Bad Gateway" },
        { code: "700" },
      ],
    },
    { id: "call", protocol: "rpc", forms: ["code = {code}"], codes: [{ code: "GONE", number: 5 }] },
  ],
  providers: [],
  particles: [],
});

/** @param {{at: number, end: number, code: string, catalogue: {id: string}}[]} hits */
const brief = (hits) => hits.map(({ at, end, code, catalogue }) => `${catalogue.id} ${code} ${at}-${end}`);

/**
 * @param {string} source
 * @param {string[]} spoken
 */
const cued = (source, ...spoken) => brief(cuedHits(known, source, new Set(spoken)));

describe("a number is a code", () => {
  test("where words beside it say so, in a text that speaks of the protocol", () => {
    assert.deepEqual(cued("error code 404 again", "web"), ["web-status 404 11-14"]);
    assert.deepEqual(cued("I get a 404 error", "web"), ["web-status 404 8-11"]);
    assert.deepEqual(cued("error code 404 again", "rpc"), []);
    assert.deepEqual(cued("a 404 of them", "web"), []);
  });

  test("but not where they hardly say so, nor within an address", () => {
    assert.deepEqual(cued("server alpha: 404 of them", "web"), []);
    assert.deepEqual(cued("see https://example.com/?code=404 please", "web"), []);
    assert.deepEqual(cued("error code 700", "web"), [], "a number without a name");
    assert.deepEqual(cued("error code 999", "web"), [], "a number that is no code");
  });

  test("in any text where its own name of several words stands on the line, in whatever letters", () => {
    assert.deepEqual(cued("error code 502, a BAD GATEWAY"), ["web-status 502 11-14"]);
    assert.deepEqual(cued("bad gateway: error code 502"), ["web-status 502 24-27"]);
    assert.deepEqual(cued("error code 502"), []);
    assert.deepEqual(cued("error code 502\nbad gateway"), []);
    assert.deepEqual(cued("error code 302, found"), [], "one word says nothing");
  });

  test("where a page begins with it", () => {
    assert.deepEqual(cued("404. That’s an error.", "web"), ["web-status 404 0-3"]);
    assert.deepEqual(cued("alpha\n  404 Sorry", "web"), ["web-status 404 8-11"]);
    assert.deepEqual(cued("404 of them", "web"), []);
    assert.deepEqual(cued("alpha 404. That’s it", "web"), []);
    assert.deepEqual(cued("502. They say Bad Gateway"), [], "in a text that speaks of nothing");
  });
});

test("a name of several words tells its code where it stands by itself", () => {
  assert.deepEqual(brief(titleHits(known, '{"message": "Bad Gateway"}')), ["web-status 502 13-24"]);
  assert.deepEqual(brief(titleHits(known, "alpha\nnot found\n")), ["web-status 404 6-15"]);
  assert.deepEqual(brief(titleHits(known, "It was not found")), []);
  assert.deepEqual(brief(titleHits(known, '"Found", "Gone"')), []);
});

test("a code and its name are found however they are joined", () => {
  for (const text of ["404 Not Found", "404: Not Found", "(404) not found", "404  Not\tFound"]) {
    const [hit] = formHits(known, text);
    assert.equal(hit?.code, "404", text);
  }
});
