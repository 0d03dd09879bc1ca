/** Citing a page. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { citations } from "../../../templates/theme/js/find/cite.js";

const page = {
  title: "SMTP 421 Service not available vs 450 Mailbox unavailable",
  answer: "421 turns the whole server away, <450> one recipient & no_more.",
  site: "Codepairs",
  address: "https://example.org/en/smtp/421-vs-450/",
  outcomes: 2,
};

describe("a citation", () => {
  const found = citations(page);

  test("names the page, its answer and its address", () => {
    for (const form of [found.plain, found.markdown, found.html]) {
      for (const part of ["421 turns the whole server away", page.title, page.address, page.site]) {
        assert.ok(form.includes(part), form);
      }
    }
  });

  test("keeps signs that the form would read as its own", () => {
    assert.ok(found.plain.startsWith(page.answer));
    assert.ok(
      found.markdown.startsWith("> 421 turns the whole server away, \\<450> one recipient & no\\_more."),
    );
    assert.ok(
      found.html.includes("<p>421 turns the whole server away, &lt;450> one recipient &amp; no_more.</p>"),
    );
  });

  test("in a frame shows the short answer, as high as what it has to say", () => {
    assert.equal(
      found.embed,
      '<iframe src="https://example.org/en/smtp/421-vs-450/embed/"' +
        ' title="SMTP 421 Service not available vs 450 Mailbox unavailable" width="600" height="440"' +
        ' loading="lazy" style="border: 0; max-width: 100%"></iframe>\n',
    );
    assert.match(citations({ ...page, title: 'a "b"' }).embed, / title="a &quot;b&quot;" /);
    assert.match(citations({ ...page, outcomes: 0 }).embed, / height="320"/);
  });
});
