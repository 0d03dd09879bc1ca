"""Titles and descriptions that a search result shows whole."""

import re

from codepairs.languages import LANGUAGES
from codepairs.pages import titles
from codepairs.pages.situations import SituationPage
from codepairs.site.site import Site


def test_the_first_title_that_fits_is_taken_or_else_the_last() -> None:
    assert titles.fitting(["a" * 61, "b" * 60, "c"], "en") == "b" * 60
    assert titles.fitting(["a" * 61, "b" * 62], "en") == "b" * 62


def test_brackets_stand_in_no_brackets() -> None:
    assert titles.fitting(["510 (a list (Groups.io)): cause", "510: a list (Groups.io)"], "en") == (
        "510: a list (Groups.io)"
    )


def test_latin_letters_are_narrow_beside_hangul() -> None:
    assert titles.fits("가" * 35, "ko")
    assert not titles.fits("가" * 35 + ".", "ko")
    assert titles.fits("a" * 63, "ko")
    assert not titles.fits("a" * 64, "ko")


def test_a_description_is_of_whole_sentences() -> None:
    text = "5.1.1 means this. 550 means that. " + "It goes on for long. " * 7
    assert (
        titles.whole_sentences(text.strip(), "en")
        == ("5.1.1 means this. 550 means that. " + "It goes on for long. " * 5).strip()
    )
    long = "A sentence that no search result shows whole " * 5 + "is not cut."
    assert titles.whole_sentences(f"{long} Next.", "en") == long
    assert (
        titles.whole_sentences("첫 문장입니다. 둘째 문장입니다.", "ko")
        == "첫 문장입니다. 둘째 문장입니다."
    )


def test_titles_of_offered_pages_are_shown_whole_and_no_two_alike(shipped_site: Site) -> None:
    for language in LANGUAGES:
        heads = [page.head(language) for page in shipped_site.pages if page.is_offered]
        assert [one.title for one in heads if not titles.fits(one.title, language)] == []
        assert len({one.title for one in heads}) == len(heads)
        assert len({titles.whole_sentences(one.description, language) for one in heads}) == len(
            heads
        )


def test_a_name_with_a_number_is_found_by_both(shipped_site: Site) -> None:
    unavailable, fine = (shipped_site.pages.at(f"grpc/{code}/") for code in ("UNAVAILABLE", "OK"))
    assert unavailable is not None
    assert fine is not None
    assert unavailable.head("en").title == "gRPC error 14 UNAVAILABLE: cause and what to do"
    assert unavailable.head("ko").title == "gRPC 14 UNAVAILABLE 오류: 원인과 해결"
    assert fine.head("en").title == "gRPC 0 OK: what it means"
    assert "<h1>gRPC UNAVAILABLE (14): Unavailable</h1>" in unavailable.text("en")


def test_a_description_leads_with_what_is_the_case_and_not_with_a_question_that_is_answered_elsewhere(
    shipped_site: Site,
) -> None:
    asking = re.compile(r"(?:What|How|Which|Why|Whether|Who)\b")
    for page in shipped_site.pages:
        # "What is sent is larger than …" is no question.
        if page.is_offered and not isinstance(page, SituationPage):
            said = titles.whole_sentences(page.head("en").description, "en")
            assert not [one for one in re.split(r"(?<=[.?]) +", said) if asking.match(one)], said


def test_a_code_says_what_it_means_and_what_to_do(shipped_site: Site) -> None:
    page = shipped_site.pages.at("smtp/452/")
    assert page is not None
    said = page.head("en").description
    assert said.startswith("452 means that ")
    assert " If you got 452, " in said
