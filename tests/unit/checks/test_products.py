"""That an insight names a provider only with a source that shows it."""

from pathlib import Path

import pytest

from codepairs.checks import run
from codepairs.checks.products import spoken_name
from codepairs.content import reading
from codepairs.content.shelf import Shelf
from codepairs.content.whole import Content
from tests.support.files import replace

INSIGHT = "smtp/catalogues/smtp/pairs/421-vs-450.yml"
PLAIN = "Watch what the client does next."
TITLE, ADDRESS = "title: RFC 5321,", "https://www.rfc-editor.org/rfc/rfc5321#section-3.8"


@pytest.mark.parametrize(
    ("sentence", "old", "new", "is_told"),
    [
        ("Gmail says so.", "", "", True),
        ("So says Gmail", "", "", True),
        ("Gmail says so.", ADDRESS, "https://example.org/gmail#full", False),
        ("Gmail says so.", TITLE, "title: Replies of Gmail,", False),
        ("[Gmail](https://example.org/other) says so.", "", "", False),
        ("[So](https://example.org/other) it is. Gmail says so.", "", "", True),
        ("A reply ends in `- Gmail`.", "", "", False),
        ("Gmailing is no word, gmail.com a domain, x.Gmail none.", "", "", False),
    ],
)
def test_a_provider_needs_a_source(
    sentence: str, old: str, new: str, with_situations: Path, *, is_told: bool
) -> None:
    replace(with_situations / INSIGHT, PLAIN, f"{PLAIN} {sentence}")
    if old:
        text = (with_situations / INSIGHT).read_text(encoding="utf-8").replace(old, new, 1)
        (with_situations / INSIGHT).write_text(text, encoding="utf-8")
    found = [str(one) for one in run.run(reading.read(with_situations, Shelf()))]
    expected = "en › text: expected a source that shows what is said of Gmail"
    assert [expected in one for one in found] == ([True] if is_told else [])


@pytest.mark.parametrize(
    ("provider", "name"),
    [
        ("microsoft-365", "Microsoft 365"),
        ("exchange", "Exchange"),
        ("naver", "Naver"),
        ("messagelabs", "MessageLabs"),
        ("mail-ru", "Mail.ru"),
        ("outlook", "Outlook.com"),
        ("att", "AT&T"),
    ],
)
def test_a_provider_is_called_by_what_its_id_repeats(
    provider: str, name: str, content: Content
) -> None:
    (found,) = (
        one for protocol in content.protocols for one in protocol.providers if one.id == provider
    )
    assert spoken_name(found) == name
