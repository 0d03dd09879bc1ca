"""Every shipped code through every phrase, and the patterns themselves."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from codepairs.comparison import rules
from codepairs.comparison.compare import compare
from codepairs.content.catalogue import Catalogue, Content
from codepairs.language import korean
from codepairs.language.phrases import Phrases, particles, slots
from codepairs.languages import LANGUAGES, Language
from codepairs.pages.speech import Speaker
from codepairs.problems import ContentError
from codepairs.site import finder
from tests.conftest import ROOT

SPOILED = re.compile(r"[{}|]|\bNone\b|\(는\)|\(가\)|\(를\)|\(으\)|  |\.\.|\s[.,?]")
ENGLISH = re.compile(r"\b[A-Za-z']{2,}(?:[ ,]+[a-z']+){3,}")


@pytest.fixture
def smtp(content: Content) -> Catalogue:
    return content.catalogues[0]


@pytest.fixture(params=["smtp", "smtp-enhanced"])
def catalogue(request: pytest.FixtureRequest, content: Content) -> Catalogue:
    return next(found for found in content.catalogues if found.id == request.param)


@pytest.fixture(params=LANGUAGES)
def phrases(request: pytest.FixtureRequest, content: Content) -> Phrases:
    language: Language = request.param
    return Phrases(language, content.phrases[language])


def faults(text: str, language: Language) -> Iterator[str]:
    yield from SPOILED.findall(text)
    if language == "ko":
        yield from (wrong for wrong, _ in korean.wrong_particles(text))
        yield from ENGLISH.findall(text)


def test_every_code_fits_every_slot_of_every_phrase(
    catalogue: Catalogue, phrases: Phrases, content: Content
) -> None:
    language = phrases.language
    for key, pattern in content.phrases[language].items():
        names = slots(pattern)
        for code in catalogue.codes:
            text = code.text(language)
            # What goes into a slot by its name; every other slot takes a code.
            known = {
                "gist": text.gist,
                "gist_a": text.gist,
                "gist_b": text.gist,
                "next": text.next,
                "name": code.name[language],
                "name_a": code.name[language],
                "name_b": code.name[language],
                "catalogue": catalogue.vocabulary.short[language],
            }
            said = phrases(key, **{name: known.get(name, code.code) for name in names})
            assert list(faults(said, language)) == [], (key, code.code, said)


def test_every_explanation_of_every_pair_is_a_clean_sentence(
    catalogue: Catalogue, phrases: Phrases
) -> None:
    speaker = Speaker(catalogue, phrases)
    for a, b in catalogue.pairs:
        for explanation in rules.explain(catalogue, compare(catalogue, a, b)):
            said = speaker.say(explanation).text
            assert list(faults(said, phrases.language)) == [], (a.code, b.code, said)
            assert said.endswith("."), said


@pytest.mark.parametrize(
    ("language", "pair", "expected"),
    [
        ("en", "250 421", "At EHLO, MAIL, RCPT, the final dot, RSET, VRFY, EXPN, and NOOP"),
        ("ko", "250 421", "EHLO, MAIL, RCPT, 본문 끝, RSET, VRFY, EXPN 및 NOOP 단계에서는"),
        ("en", "220 354", "In a session that goes well you meet 220 first"),
        ("ko", "451 550", "451이"),
        ("ko", "452 552", "452는 일시"),
    ],
)
def test_sentences_read_as_a_person_would_write_them(
    language: Language, pair: str, expected: str, smtp: Catalogue, content: Content
) -> None:
    speaker = Speaker(smtp, Phrases(language, content.phrases[language]))
    a, b = (smtp.by_id[code] for code in pair.split())
    said = [speaker.say(one).text for one in rules.explain(smtp, compare(smtp, a, b))]
    assert any(expected in text for text in said), said


def test_no_phrase_is_left_over(content: Content) -> None:
    used = "\n".join(
        file.read_text(encoding="utf-8")
        for folder, ending in (("codepairs", "*.py"), ("templates", "*.html"))
        for file in Path(ROOT / folder).rglob(ending)
    )
    told = {f"find.{word}" for word in finder.WORDS}
    left_over = [
        key
        for key in content.phrases["en"]
        if f'"{key}"' not in used and f"'{key}'" not in used and key not in told
    ]
    built = re.compile(r"report\.(?:evidence|languages|shares|standings|checks)\.|language\.")
    left_over = [key for key in left_over if not built.match(key)]
    assert left_over == []


def test_a_slot_may_ask_for_a_particle() -> None:
    pattern = "{a|은/는} {b|과/와} {b} 끝"
    assert slots(pattern) == {"a", "b"}
    assert particles(pattern) == (("a|은/는", "a", "은/는"), ("b|과/와", "b", "과/와"))
    assert Phrases("ko", {"p": pattern})("p", a="421", b="452") == "421은 452와 452 끝"


def test_a_missing_word_is_an_error_of_the_program() -> None:
    with pytest.raises(KeyError):
        Phrases("en", {"greeting": "Hello {name}"})("greeting")


def test_a_missing_phrase_is_a_problem_in_the_content() -> None:
    with pytest.raises(ContentError, match=r"phrases/en.yml:1: farewell: expected this phrase"):
        Phrases("en", {})("farewell")


def test_lists_and_dates_follow_the_language() -> None:
    day = datetime.date(2026, 11, 24)
    assert Phrases("en", {}).list(["a", "b", "c"]) == "a, b, and c"
    assert Phrases("ko", {}).list(["가", "나", "다"]) == "가, 나 및 다"
    assert Phrases("en", {}).date(day) == "November 24, 2026"
    assert Phrases("ko", {}).date(day) == "2026년 11월 24일"
