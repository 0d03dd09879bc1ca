"""Where a line of a page may end: never before a sign that stands between two items, nor between a code and who acts."""

import re

import pytest

from codepairs.languages import LANGUAGES
from codepairs.pages.templating import unbroken
from codepairs.site.site import Site

# One address of each kind of page.
PATHS = [
    "smtp",
    "smtp-enhanced",
    "smtp-enhanced/pairs/policy",
    "smtp/550",
    "smtp/450-vs-550",
    "http/201-vs-202",
    "smtp/situations",
    "smtp/situations/mailbox-full",
    "providers/gmail",
    "numbers",
    "numbers/421",
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PATHS)
def test_no_line_begins_with_a_sign(shipped_site: Site, path: str, language: str) -> None:
    text = shipped_site.text_at(f"{language}/{path}/index.html")
    assert text is not None
    body = text[text.index("<body") :]
    # What is quoted of others may hold any sign.
    told = re.sub(r"<(samp|code|option)\b.*?</\1>| (title|aria-label)=\"[^\"]*\"", "", body)
    assert re.findall(r".{20} [·›—] ", told) == []


def test_a_code_and_who_acts_after_it_share_a_line(shipped_site: Site) -> None:
    text = shipped_site.text_at("en/smtp/450-vs-550/index.html")
    assert text is not None
    acts = re.search(r'<p class="acts">(.*?)</p>', text)
    assert acts
    assert re.findall(r"</b>(.)", acts[1]) == ["\N{NO-BREAK SPACE}"] * 2


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("Yes, later", "Yes,\N{NO-BREAK SPACE}later"),
        (
            "서버·프록시 운영자",
            "서버\N{WORD JOINER}·\N{WORD JOINER}프록시\N{NO-BREAK SPACE}운영자",
        ),
    ],
)
def test_an_answer_among_others_is_not_broken(answer: str, expected: str) -> None:
    assert unbroken(answer) == expected
