"""Which marks of replies and signs are refused, because another text would have something else there."""

from pathlib import Path

import pytest

from codepairs.checks import providers
from codepairs.content import reading
from codepairs.content.shelf import Shelf

REPLY = """\
id: acme
name: {{en: Acme, ko: 에크미}}
kind: mailbox
updated: 2026-11-25
en: {{about: It answers.}}
ko: {{about: 답합니다.}}
replies:
  - id: refused
    text: "{text}"
    mark: "{mark}"
    source: https://example.com/
    checked: 2026-11-25
    en: {{means: It refuses., do: Ask.}}
    ko: {{means: 거부합니다., do: 물어보세요.}}
"""
TEXT = (
    "550 5.1.1 <user@example.com>: mx7.example.net said a1b2c3d4e5f6.70 to 192.0.2.1 (2001:db8::1:7)"
    " on 2026-11-25, see https://help.acme.com/a1b2c3d4e5f6/ - gsmtp"
)


def problems(small_content: Path, mark: str, text: str = TEXT) -> list[str]:
    folder = small_content / "smtp" / reading.PROVIDERS
    folder.mkdir(exist_ok=True)
    (folder / "acme.yml").write_text(REPLY.format(text=text, mark=mark), encoding="utf-8")
    protocol = reading.read(small_content, Shelf()).protocols[0]
    document, provider = next(found for found in protocol.providers if found[1].id == "acme")
    return [
        problem.message
        for check in (providers.replies_can_be_found, providers.marks_hold_for_every_mail)
        for problem in check(protocol, provider, document)
    ]


@pytest.mark.parametrize(
    ("mark", "found"),
    [
        ("<user@example.com>", "an address; got 'user@example.com'"),
        ("mx7.example.net said", "a host; got 'mx7.example.net'"),
        ("to 192.0.2.1", "an IP address; got '192.0.2.1'"),
        ("(2001:db8::1:7)", "an IP address; got '2001:db8::1:7'"),
        ("said a1b2c3d4e5f6", "an id; got 'a1b2c3d4e5f6'"),
    ],
)
def test_a_mark_with_a_value_of_the_sample_is_refused(
    small_content: Path, mark: str, found: str
) -> None:
    assert f"expected `…` in place of {found}" in problems(small_content, mark)


@pytest.mark.parametrize(
    "mark",
    [
        "5.1.1 <…>: … said",
        "on 2026-11-25",
        "see https://help.acme.com/a1b2c3d4e5f6/",
        "said … to … on",
        "- gsmtp",
    ],
)
def test_what_every_such_reply_holds_is_a_mark(small_content: Path, mark: str) -> None:
    assert problems(small_content, mark) == []


@pytest.mark.parametrize("mark", ["said … <", "…", "nothing of it", "gsmtp … 550"])
def test_the_pieces_of_a_mark_stand_in_the_reply_in_their_order(
    small_content: Path, mark: str
) -> None:
    assert problems(small_content, mark) == [f"expected a part of the text; got {mark!r}"]


def test_what_a_server_asks_for_a_password_with_is_no_id(small_content: Path) -> None:
    assert problems(small_content, "UGFzc3dvcmQ6", "334 UGFzc3dvcmQ6") == [
        "expected a reply that begins with a known code; got '334 UGFzc3dvcmQ6'"
    ]


def test_a_sign_in_quotation_marks_is_refused(small_content: Path) -> None:
    folder = small_content / "smtp" / reading.PROVIDERS
    folder.mkdir(exist_ok=True)
    reply = REPLY.format(text=TEXT, mark="- gsmtp")
    signs = """signs: ['"Server: acme"', '"acme', acme.example, '"']\n"""
    (folder / "acme.yml").write_text(reply.replace("kind:", f"{signs}kind:"), encoding="utf-8")
    protocol = reading.read(small_content, Shelf()).protocols[0]
    document, provider = next(found for found in protocol.providers if found[1].id == "acme")
    found = [
        one.message
        for one in providers.signs_stand_as_texts_have_them(protocol, provider, document)
    ]
    expected = "expected a sign without quotation marks around it; got"
    assert found == [f"{expected} '\"Server: acme\"'"]
