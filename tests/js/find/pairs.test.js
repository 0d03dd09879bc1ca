/** Two codes that are asked about together. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { explainedFirst } from "../../../templates/theme/js/find/pairs.js";

const MAIL = { catalogue: "smtp", a: "401", b: "403" };
const WEB = { catalogue: "http", a: "401", b: "403" };

describe("pairs of several protocols", () => {
  test("begin with those that are explained by hand", async () => {
    const load = async () => ({ insights: [WEB] });
    assert.deepEqual(await explainedFirst([MAIL, WEB], load), [WEB, MAIL]);
  });
  test("go on with those whose codes are explained beside most others", async () => {
    const beside = [
      { ...WEB, b: "404" },
      { ...WEB, a: "403", b: "404" },
      { ...MAIL, b: "402" },
    ];
    const none = async () => ({ insights: beside });
    assert.deepEqual(await explainedFirst([MAIL, WEB], none), [WEB, MAIL]);
    const both = async () => ({ insights: [WEB, MAIL, ...beside] });
    assert.deepEqual(await explainedFirst([MAIL, WEB], both), [WEB, MAIL]);
    const mail = async () => ({ insights: [...beside, MAIL] });
    assert.deepEqual(await explainedFirst([WEB, MAIL], mail), [MAIL, WEB]);
  });
  test("stay in order where none is, or nothing can be loaded", async () => {
    const load = async () => ({ insights: [{ ...MAIL, catalogue: "other" }] });
    assert.deepEqual(await explainedFirst([MAIL, WEB], load), [MAIL, WEB]);
    const fail = async () => {
      throw new Error("offline");
    };
    assert.deepEqual(await explainedFirst([MAIL, WEB], fail), [MAIL, WEB]);
    assert.deepEqual(await explainedFirst([MAIL], fail), [MAIL]);
  });
});
