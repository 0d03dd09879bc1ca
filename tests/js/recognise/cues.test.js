/** What may stand beside a number. */
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  BEFORE,
  ENHANCED_AFTER,
  ENHANCED_BEFORE,
  strongest,
} from "../../../templates/theme/js/recognise/cues.js";
import { ENOUGH } from "../../../templates/theme/js/recognise/weights.js";

test("words that say so outright are enough for a code that exists and stands alone", () => {
  for (const text of [
    "the remote server said: ",
    "error code ",
    "오류 코드: ",
    "ResponseCode = ",
    "SmtpException: ",
    "<<< ",
    "SERVER -> CLIENT: ",
    "stat=",
    "reject=",
    "[{",
    "the reply we had (",
  ]) {
    assert.ok(strongest(BEFORE, text) >= ENOUGH, text);
  }
});

test("the name of the protocol is enough even for a code that is in no table", () => {
  for (const text of ["ESMTP error: ", "smtp-code=", "LMTP reply "]) {
    assert.ok(strongest(BEFORE, text) > ENOUGH, text);
  }
});

test("marks alone are not enough", () => {
  for (const text of ["", "x: ", "(", "list,", "# ", "after two hours: "]) {
    assert.ok(strongest(BEFORE, text) < ENOUGH, text);
  }
});

test("words that say so outright are enough for any enhanced code", () => {
  for (const text of ["enhanced status code: ", "said: ", "오류(", "#", "#<", "S: ", "<<< "]) {
    assert.ok(strongest(ENHANCED_BEFORE, text) >= ENOUGH, text);
  }
  for (const text of [" error", ") permanent failure status", " 오류", "코드"]) {
    assert.equal(strongest(ENHANCED_AFTER, text) >= ENOUGH, !text.includes("failure"), text);
  }
  for (const text of ["", "x: ", "(", "version "]) assert.ok(strongest(ENHANCED_BEFORE, text) < ENOUGH, text);
});
