"""Every shipped code through every phrase, and the patterns themselves."""

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import pytest

from codepairs.checks import run
from codepairs.comparison import rules
from codepairs.comparison.compare import compare
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.catalogues import Relation
from codepairs.content.whole import Content
from codepairs.language.phrases import Phrases, forms, slots
from codepairs.languages import LANGUAGES, Language
from codepairs.pages.citations import cited, named
from codepairs.pages.speech import Speaker
from codepairs.problems import ContentError
from codepairs.site import report
from codepairs.site.finder.ticket import TICKET_WORDS
from codepairs.site.finder.words import WORDS
from tests.conftest import ROOT
from tests.support.wording import faults


@pytest.fixture
def smtp(content: Content) -> Catalogue:
    return content.catalogues[0]


def test_every_code_fits_every_slot_of_every_phrase(
    catalogue: Catalogue, phrases: Phrases, content: Content
) -> None:
    language = phrases.language
    axis = next(iter(catalogue.axes))
    for key, pattern in content.phrases[language].items():
        names = slots(pattern)
        for code in catalogue.codes:
            text = code.text(language)
            clause = next(iter(text.facts.values()), axis.values[0].clause[language])
            # What goes into a slot by its name; every other slot takes a code.
            known = {
                "gist": text.gist,
                "gist_a": text.gist,
                "gist_b": text.gist,
                "next": text.next,
                "name": code.name[language],
                "name_a": code.name[language],
                "name_b": code.name[language],
                "clause": clause,
                "clause_a": clause,
                "clause_b": clause,
                "catalogue": catalogue.vocabulary.short[language],
            }
            said = phrases(key, **{name: known.get(name, code.code) for name in names})
            assert list(faults(said, language)) == [], (key, code.code, said)


@pytest.mark.parametrize(
    ("language", "pair", "expected"),
    [
        (
            "en",
            "250 421",
            "either 250 or 421 may come at EHLO, MAIL, RCPT, the final dot, RSET, VRFY, EXPN, and NOOP.",
        ),
        ("ko", "250 421", "EHLO, MAIL, RCPT, 본문 끝, RSET, VRFY, EXPN, NOOP 단계에서는"),
        ("en", "421 500", "either 421 or 500 may come at every stage but connection"),
        ("ko", "421 500", "연결을 뺀 모든 단계에서는 421이 올 수도, 500이 올 수도"),
        ("en", "421 500", "Of the two, the standards let only 421 come at connection as well."),
        ("en", "220 354", "In a session that goes well you meet 220 first"),
        ("ko", "450 550", "450은 일시 오류, 550은 영구 오류로 쓰입니다."),
        ("ko", "452 552", "함께 쓰일 때는 452가 일시 오류, 552가 영구 오류입니다."),
        ("en", "452 552", "Each mostly stands for something else; where both are used for"),
    ],
)
def test_sentences_read_as_a_person_would_write_them(
    language: Language, pair: str, expected: str, smtp: Catalogue, content: Content
) -> None:
    speaker = Speaker(smtp, Phrases(language, content.phrases[language]))
    a, b = (smtp.by_id[code] for code in pair.split())
    said = [speaker.say(one).text for one in rules.explain(smtp, compare(smtp, a, b))]
    assert any(expected in text for text in said), said


def test_no_phrase_is_left_over(content: Content, small_content: Path) -> None:
    """Every phrase is named in the program or a template, or said by a table of figures, whose keys are put together."""
    # Without situations the tables say something else.
    small = run.load(small_content, small_content / "pages")[0]
    counted: set[str] = set()
    for told_of in (content, small):
        spoken = NotingPhrases("en", told_of.phrases["en"])
        list(report.tables(told_of, spoken))
        counted |= spoken.said
    used = "\n".join(
        file.read_text(encoding="utf-8")
        for folder, ending in (("codepairs", "*.py"), ("templates", "*.html"))
        for file in Path(ROOT / folder).rglob(ending)
    )
    told = {f"find.{word}" for word in WORDS}
    told |= {f"ticket.{word}" for word in TICKET_WORDS}
    told |= {f"language.own.{language}" for language in LANGUAGES}
    for relation in get_args(Relation):
        word = relation.replace("-", "_")
        told |= {f"matrix.{word}", f"matrix.name_{word}"}
    assert [
        key
        for key in content.phrases["en"]
        if f'"{key}"' not in used and f"'{key}'" not in used and key not in told | counted
    ] == []


class NotingPhrases(Phrases):
    """Phrases that remember which of them were said."""

    def __init__(self, language: Language, patterns: Mapping[str, str]) -> None:
        super().__init__(language, patterns)
        self.said: set[str] = set()

    def __call__(self, key: str, **words: str) -> str:
        self.said.add(key)
        return super().__call__(key, **words)


def test_a_slot_may_ask_for_a_particle() -> None:
    pattern = "{a|은/는} {b|과/와} {b} 끝"
    assert slots(pattern) == {"a", "b"}
    assert forms(pattern) == (("a|은/는", "a", "은/는"), ("b|과/와", "b", "과/와"))
    assert Phrases("ko", {"p": pattern})("p", a="421", b="452") == "421은 452와 452 끝"


def test_a_missing_word_is_an_error_of_the_program() -> None:
    with pytest.raises(KeyError):
        Phrases("en", {"greeting": "Hello {name}"})("greeting")


def test_a_missing_phrase_is_a_problem_in_the_content() -> None:
    with pytest.raises(ContentError, match=r"phrases/en.yml:1: farewell: expected this phrase"):
        Phrases("en", {})("farewell")


def test_lists_and_dates_follow_the_language() -> None:
    day = datetime.date(2026, 11, 24)
    lists = {
        "": [],
        "a": ["a"],
        "a and b": ["a", "b"],
        "a, b, and c": ["a", "b", "c"],
        "a and b, and c": ["a and b", "c"],
        "‘a and b’ and ‘c’": ["‘a and b’", "‘c’"],
    }
    for told, words in lists.items():
        assert Phrases("en", {}).list(words) == told
    assert Phrases("ko", {}).list(["가", "나", "다"]) == "가, 나, 다"
    assert Phrases("en", {}).date(day) == "November 24, 2026"
    assert Phrases("ko", {}).date(day) == "2026년 11월 24일"


def test_a_section_is_called_by_its_number_or_by_its_heading(phrases: Phrases) -> None:
    expected = {
        "en": ("RFC 5321", "RFC 5321 §4.3.2", "gRPC over HTTP2 §Errors"),
        "ko": ("RFC 5321", "RFC 5321 4.3.2절", "gRPC over HTTP2 ‘Errors’ 항목"),
    }
    said = (
        named(phrases, "RFC 5321", None),
        named(phrases, "RFC 5321", "4.3.2"),
        named(phrases, "gRPC over HTTP2", "Errors"),
    )
    assert said == expected[phrases.language]


def test_a_document_is_named_once_for_all_its_sections(phrases: Phrases) -> None:
    expected = {
        "en": (
            "RFC 4954 §4 and §6",
            "RFC 5321 §4.3.2, and RFC 4954 §4 and §6",
            "RFC 1 §4.9 and §4.10",
        ),
        "ko": ("RFC 4954 4절, 6절", "RFC 5321 4.3.2절, RFC 4954 4절, 6절", "RFC 1 4.9절, 4.10절"),
    }
    said = (
        cited(phrases, [("RFC 4954", "6"), ("RFC 4954", "4"), ("RFC 4954", "4")]),
        cited(phrases, [("RFC 5321", "4.3.2"), ("RFC 4954", "4"), ("RFC 4954", "6")]),
        cited(phrases, [("RFC 1", "4.10"), ("RFC 1", "4.9")]),
    )
    assert said == expected[phrases.language]
