"""The scripts behind the field that finds codes, run in Chromium on cases and queries written down beforehand."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

DATA = Path(__file__).parents[1] / "js" / "data"


def read(name: str) -> Any:  # noqa: ANN401 - JSON
    return json.loads((DATA / f"{name}.json").read_text("utf-8"))


KINDS = ("pairs", "replies", "logs", "bounces", "nothing")
CASES: dict[str, list[dict[str, Any]]] = {kind: read(kind) for kind in KINDS}
QUERIES: dict[str, list[dict[str, Any]]] = read("queries")
AMONG_FIRST = 3
RECALL = 0.95
MOST_FINDINGS = 50
LONGEST_TEXT = 500
# A paste of this size is far more than a bounce; a phone may be ten times as slow as this machine.
LARGE = 200_000
MOST_MILLISECONDS = 100

LOG_LINES = (
    (
        "Nov 25 10:00:00 mx postfix/smtp[1234]: 4F2A91C0E5: to=<user@example.com>,"
        " relay=mx.example.com[192.0.2.1]:25, delay=1.2, delays=0.1/0/0.5/0.6, dsn=5.1.1, status=bounced"
        " (host mx.example.com[192.0.2.1] said: 550 5.1.1 <user@example.com>: Recipient address rejected"
        " (in reply to RCPT TO command))"
    ),
    '192.0.2.1 - - [25/Nov/2026:10:00:00 +0000] "GET /wp-login.php HTTP/1.1" 503 550 "-" "Mozilla/5.0"',
    "We sent 450 mails to 550 people on 2026-11-25 and 421 of them answered within 250 ms.",
)
# Built to make a careless regular expression go back and forth.
ATTACKS = (
    *("\\", '"', " ", "-", "<", "(", "a", "1", "a-", "1-", "1.", "a.", "a@", "5.1.1", "550-"),
    *("550 5.1.1 ", "\n", "> ", "=", "=20", "_", ":", "0:", "&lt;", "가", "<a ", "Received: x\n"),
    *("Status: 5.1.1\n", '"a":', "{", "550\n", "to=<", "( 550 "),
    *("Content-Transfer-Encoding: base64\n", *(f"{line}\n" for line in LOG_LINES)),
)

LOAD = """async ([language, sample]) => {
  const root = new URL("../", location.href).href;
  const [{ recognise }, { makeSearch }, response] = await Promise.all([
    import(root + "js/recognise.js"), import(root + "js/search.js"), fetch(root + `find/${language}.json`),
  ]);
  window.recognised = (text) => recognise(text, sample);
  window.searched = makeSearch(await response.json());
}"""


@pytest.fixture
def loaded(page: Page, site_url: str, request: pytest.FixtureRequest) -> Page:
    language = getattr(request, "param", "en")
    page.goto(f"{site_url}/{language}/")
    page.evaluate(LOAD, [language, read("tables")])
    return page


def differences(expected: Any, found: Any, path: str = "") -> Iterator[str]:  # noqa: ANN401 - JSON
    """Where `found` does not hold what is `expected`; it may hold more. Items of a list go by number."""
    if isinstance(expected, list):
        expected = {str(number): item for number, item in enumerate(expected)}
    if isinstance(found, list):
        sized = {"length": len(found)}
        found = {str(number): item for number, item in enumerate(found)} | sized
    if isinstance(expected, dict) and isinstance(found, dict):
        for key, value in expected.items():
            yield from differences(value, found.get(key), f"{path}.{key}")
    elif expected != found:
        yield f"{path}: expected {expected!r}; found {found!r}"


@pytest.mark.parametrize("kind", KINDS)
def test_pasted_text_is_recognised(loaded: Page, kind: str) -> None:
    texts = [case["text"] for case in CASES[kind]]
    found = loaded.evaluate("texts => texts.map((text) => recognised(text))", texts)
    wrong = [
        f"{case['name']}: {'; '.join(different)}"
        for case, result in zip(CASES[kind], found, strict=True)
        if (different := list(differences(case["expect"], result)))
        or (case["expect"].get("kind") == "none" and result["findings"])
    ]
    assert wrong == []


def test_there_are_cases_enough_and_each_has_a_name() -> None:
    assert sum(map(len, CASES.values())) >= 320
    assert len(CASES["nothing"]) >= 90
    for cases in CASES.values():
        assert len({case["name"] for case in cases}) == len(cases)


def test_whatever_is_pasted_gets_an_answer(loaded: Page) -> None:
    texts = ["", " ", "\n", "\0", "5" * 1000, "550 " * 1000, "((((550 User unknown"]
    for found in loaded.evaluate("texts => texts.map((text) => recognised(text))", texts):
        assert found["kind"] in {"pair", "code", "reply", "log", "bounce", "none"}
        assert len(found["findings"]) <= MOST_FINDINGS


def test_many_recipients_are_listed_each_once(loaded: Page) -> None:
    lines = [
        LOG_LINES[0].replace("user@example.com", f"user{number % 80}@example.com")
        for number in range(200)
    ]
    found = loaded.evaluate("text => recognised(text)", "\n".join(lines))
    assert found["kind"] == "log"
    recipients = [finding["recipient"] for finding in found["findings"]]
    assert len(recipients) == len(set(recipients)) == MOST_FINDINGS


def test_a_long_reply_is_cut_and_stands_on_one_line(loaded: Page) -> None:
    text = f"550-5.7.1 {'word ' * 400}\n550 5.7.1 end"
    (finding,) = loaded.evaluate("text => recognised(text)", text)["findings"]
    assert len(finding["text"]) <= LONGEST_TEXT
    assert "\n" not in finding["text"]


def test_no_paste_takes_long(loaded: Page) -> None:
    """The best of several runs: other work on the machine only ever adds to the time."""
    taken = loaded.evaluate(
        """([pieces, size, enough]) => pieces.map((piece) => {
          const text = piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
          let best = Infinity;
          for (let run = 0; run < 10 && best > enough; run += 1) {
            const started = performance.now();
            recognised(text);
            best = Math.min(best, performance.now() - started);
          }
          return best;
        })""",
        [list(ATTACKS), LARGE, MOST_MILLISECONDS],
    )
    slow = [
        (piece, time)
        for piece, time in zip(ATTACKS, taken, strict=True)
        if time >= MOST_MILLISECONDS
    ]
    assert slow == []


@pytest.mark.parametrize("loaded", ["en", "ko"], indirect=True)
def test_the_right_page_is_among_the_first_three(
    loaded: Page, request: pytest.FixtureRequest
) -> None:
    asked = QUERIES[request.node.callspec.params["loaded"]]
    found = loaded.evaluate(
        "queries => queries.map((query) => searched(query).map(({ id }) => id))",
        [item["query"] for item in asked],
    )
    missed = [
        f"{item['query']} → {' '.join(ids[:AMONG_FIRST])}"
        for item, ids in zip(asked, found, strict=True)
        if not set(item["pages"]) & set(ids[:AMONG_FIRST])
    ]
    assert len(missed) <= (1 - RECALL) * len(asked), "\n".join(missed)
