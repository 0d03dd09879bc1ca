import re
import time
from pathlib import Path

import pytest

from codepairs.checks import texts
from codepairs.content.yamlfile import Document
from tests.conftest import ROOT

DOCUMENT = Document(file=Path("421.yml"), data=None, lines={})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a][1]\n\n[1]: javascript:x", "expected an http(s) link; found 'javascript:x'"),
        ("[a [b]](javascript:x)", "expected an http(s) link; found 'javascript:x'"),
        ("[a](https://a.example/b c)", "expected an http(s) link; found 'https://a.example/b c'"),
        ("[a](../421/)", "expected an http(s) link; found '../421/'"),
        ("# a", "expected paragraphs, lists, emphasis, code and links; found 'h1'"),
        ("![](https://a.example/)", "expected paragraphs, lists, emphasis, code and links; found"),
        ("a &amp; b", "expected the sign that is meant; found '&amp;'"),
        ("a..", "expected one full stop at the end of a sentence; found '..'"),
        ("> " * 100 + "a", "expected at most 12 levels of nesting; found more"),
    ],
)
def test_a_spoiled_text_is_told(text: str, expected: str) -> None:
    found = [str(one) for one in texts.prose_problems(DOCUMENT, "en", {("a",): text}, plain=())]
    assert any(expected in line for line in found)


def test_text_with_everything_that_it_may_hold_passes() -> None:
    text = "**a** *b* `..` [d](https://a.example/?b=1&c=2#d)\n\n- e\n\n1. f\n\n> g & h ...\n\n    i"
    assert list(texts.prose_problems(DOCUMENT, "en", {("a",): text}, plain=())) == []


@pytest.mark.parametrize("piece", ["`", "[", "[(", "[a](", "a'", "a b ", "1", "1.", "&a", "<a "])
def test_a_text_without_end_is_looked_at_in_a_moment(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    started = time.process_time()
    list(texts.wording_problems(DOCUMENT, ("a",), "ko", text))
    assert time.process_time() - started < 2, "it takes minutes where it grows with the square"


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        ("메일을 다시 보낸다", "'메일을 다시 보낸다'"),
        ("하나 " * 40 + "메일을 다시 보낸다", "'… " + "하나 " * 23 + "메일을 다시 보낸다'"),
        ("가" * 100, "'… " + "가" * 80 + "'"),
    ],
)
def test_a_wrong_ending_is_shown_with_whole_words_before_it(clause: str, found: str) -> None:
    told = next(iter(texts.clause_problems(DOCUMENT, ("ko", "use"), "ko", clause)))
    assert told.message == f"expected a clause ending in -니다; found {found}"


def test_plain_english_is_told_wherever_it_begins() -> None:
    def told(text: str) -> list[str]:
        return [str(one) for one in texts.wording_problems(DOCUMENT, ("a",), "ko", text)]

    for text in ("'tis so and so 입니다.", "그는 send it once more 하세요.", "(send it once more)"):
        assert any("expected Korean; found" in line for line in told(text)), text
    assert told("send it 하세요. `send it once more` 하세요.") == []
    assert told("[send it once more](https://a.example/once-more) 하세요.") != []


def test_korean_words_are_joined_by_words_and_not_by_a_dot_that_may_begin_a_line() -> None:
    def told(text: str) -> list[str]:
        return [str(one) for one in texts.wording_problems(DOCUMENT, ("a",), "ko", text)]

    assert any("found '서버·프록시'" in line for line in told("서버·프록시 운영자에게 알리세요."))
    assert told("서버나 프록시 운영자에게 알리세요. `서버·프록시` · SMTP") == []


def test_no_korean_label_or_name_is_joined_by_such_a_dot() -> None:
    joined = {
        file.name: re.findall(r"[가-힣)]·[가-힣(]", file.read_text(encoding="utf-8"))
        for file in (ROOT / "content").rglob("*.yml")
    }
    assert {name: found for name, found in joined.items() if found} == {}
