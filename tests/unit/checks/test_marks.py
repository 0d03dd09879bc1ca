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


def test_an_error_of_windows_is_no_id_of_one_mail(small_content: Path) -> None:
    assert problems(small_content, "said 0x80070021", "550 it said 0x80070021") == []


def test_the_address_of_the_machine_itself_may_stand_in_a_mark(small_content: Path) -> None:
    assert problems(small_content, "550 with 127.0.0.1", "550 with 127.0.0.1[127.0.0.1]") == []


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


def told(small_content: Path, english: str, korean: str) -> list[str]:
    folder = small_content / "smtp" / reading.PROVIDERS
    folder.mkdir(exist_ok=True)
    text = REPLY.format(text=TEXT, mark="- gsmtp")
    text = text.replace("means: It refuses.", f'means: "{english}"')
    text = text.replace("means: 거부합니다.", f'means: "{korean}"')
    (folder / "acme.yml").write_text(text, encoding="utf-8")
    protocol = reading.read(small_content, Shelf()).protocols[0]
    document, provider = next(found for found in protocol.providers if found[1].id == "acme")
    return [
        problem.message for problem in providers.told_of_every_text(protocol, provider, document)
    ]


@pytest.mark.parametrize(
    ("english", "korean", "found"),
    [
        ("With PAM, as here, read its log.", "답합니다.", "as here"),
        ("For a folder such as this one it is right.", "답합니다.", "such as this one"),
        ("It closed; here a proxy did so.", "답합니다.", "; here "),
        ("A parameter is missing, here `b`.", "답합니다.", ", here `"),
        ("It refuses.", "예처럼 PAM을 쓴다면 로그를 보세요.", "예처럼"),
        ("It refuses.", "예와 같은 폴더라면 맞습니다.", "예와 같"),
        ("It refuses.", "매개변수(여기서는 `b`)가 없습니다.", "(여기서는"),
        ("It refuses.", "예에서는 프록시가 끊었습니다.", "예에서"),
    ],
)
def test_a_word_that_points_at_the_quoted_text_is_refused(
    small_content: Path, english: str, korean: str, found: str
) -> None:
    message = f"expected what holds for every text with the mark; got {found!r}"
    assert told(small_content, english, korean) == [message]


@pytest.mark.parametrize(
    ("english", "korean"),
    [
        ("In the case quoted a proxy stood in between.", "출처의 사례에서는 프록시가 있었습니다."),
        ("The domain is served here, the user is not.", "여기서는 501이 로그인 누락을 뜻합니다."),
        ("`IMCEAEX` in the report is that name.", "회사가 든 예에서는 나중에 나옵니다."),
        ("Node.js is the client here: it waited.", "예의와 같은 말입니다."),
    ],
)
def test_what_holds_for_every_text_may_be_told(
    small_content: Path, english: str, korean: str
) -> None:
    assert told(small_content, english, korean) == []


def named(small_content: Path, text: str) -> list[str]:
    folder = small_content / "smtp" / reading.PROVIDERS
    folder.mkdir(exist_ok=True)
    (folder / "acme.yml").write_text(REPLY.format(text=text, mark="refused"), encoding="utf-8")
    protocol = reading.read(small_content, Shelf()).protocols[0]
    document, provider = next(found for found in protocol.providers if found[1].id == "acme")
    return [one.message for one in providers.nobody_is_named(protocol, provider, document)]


@pytest.mark.parametrize("address", ["kim@acme.com", "kim.minsu+list@mail.acme.co.kr"])
def test_somebody_s_address_is_refused(small_content: Path, address: str) -> None:
    message = f"expected an address such as user@example.com; found {address!r}"
    assert named(small_content, f"550 <{address}>: refused") == [message]


@pytest.mark.parametrize(
    "address",
    [
        *("kim@example.com", "kim@mail.example.co.jp", "kim@host.test", "kim@acme.invalid"),
        *("user@acme.com", "Postmaster@acme.com", ".@acme.com", "acme@2.4.0", "sdk@v0.45.16/x"),
    ],
)
def test_an_example_a_role_and_a_version_are_nobody_s_address(
    small_content: Path, address: str
) -> None:
    assert named(small_content, f"550 <{address}>: refused") == []
