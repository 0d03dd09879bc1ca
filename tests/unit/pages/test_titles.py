"""Titles and descriptions that a search result shows whole."""

import re
from collections import Counter

from codepairs.content.whole import Content
from codepairs.languages import LANGUAGES, MOST_IN_DESCRIPTION
from codepairs.pages import titles
from codepairs.pages.page import trail
from codepairs.pages.providers import ProviderPage, ProvidersPage
from codepairs.pages.situations import SituationPage, SituationsPage
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


def test_descriptions_of_offered_pages_are_shown_whole(shipped_site: Site) -> None:
    for language in LANGUAGES:
        for page in shipped_site.pages:
            if page.is_offered:
                said = titles.whole_sentences(page.head(language).description, language)
                assert titles.is_shown(said, language), said
                assert said.endswith("."), said


def test_a_class_repeats_no_digits_beside_one_of_its_codes(shipped_site: Site) -> None:
    for path, said in {
        "en/smtp-enhanced/4.7.0-vs-5.7.29": ["temporary failure", "permanent failure"],
        "ko/http/402-vs-520": ["클라이언트 오류", "서버 오류"],
        "en/grpc/OK-vs-UNAVAILABLE": ["Success", "Not this time"],
    }.items():
        cards = (shipped_site.text_at(f"{path}/index.html") or "").split('<div class="card ')[1:]
        assert [re.findall(r'<span class="tag \w+">(.*?)</span>', one)[0] for one in cards] == said


def test_a_gist_says_what_is_the_case_and_not_who_says_so(content: Content) -> None:
    """After "means that" no list, register or other code may be the subject."""
    asides = re.compile(
        r"(?:by|at|with|in|as|of|per|since|lists|the same as|the standard)\b", re.IGNORECASE
    )
    for catalogue in content.catalogues:
        for code in catalogue.codes:
            assert not asides.match(code.text("en").gist), code.code
            assert not re.search("표에서 .* 붙인 번호", code.text("ko").gist), code.code


def test_sentences_are_parted_before_an_address_too() -> None:
    said = "서버가 협상을 시작했습니다. https:// 대신 http://를 쓰세요." + " 길다." * 20
    assert titles.whole_sentences(said, "ko").startswith("서버가 협상을 시작했습니다. https://")
    assert len(titles.whole_sentences(said, "ko")) <= MOST_IN_DESCRIPTION["ko"]
    long = "긴 문장" * 15 + "입니다. https:// 대신 http://를 쓰고 인증서를 설정하세요."
    assert titles.whole_sentences(long, "ko") == "긴 문장" * 15 + "입니다."


def test_a_name_that_only_spells_its_code_is_not_said_beside_it(shipped_site: Site) -> None:
    code, pair = (
        shipped_site.pages.at(f"grpc/{one}/")
        for one in ("UNAVAILABLE", "DEADLINE_EXCEEDED-vs-UNAVAILABLE")
    )
    assert code is not None
    assert pair is not None
    assert "<h1>gRPC UNAVAILABLE (14)</h1>" in code.text("en")
    assert "<h1>gRPC DEADLINE_EXCEEDED vs UNAVAILABLE</h1>" in pair.text("en")
    assert "Unavailable</" not in pair.text("en").split('id="actions"')[0]
    # In another language the name is told, and the standard's not once more.
    assert "<h1>gRPC UNAVAILABLE(14): 이용 불가</h1>" in code.text("ko")
    assert "Unavailable" not in code.text("ko").split("</h1>")[1].split("<section")[0]


def test_a_description_leads_with_what_is_the_case_and_not_with_a_question_that_is_answered_elsewhere(
    shipped_site: Site,
) -> None:
    asking = re.compile(r"(?:What|How|Which|Why|Whether|Who)\b")
    for page in shipped_site.pages:
        # "What is sent is larger than …" is no question.
        if page.is_offered and not isinstance(page, SituationPage):
            said = titles.whole_sentences(page.head("en").description, "en")
            assert not [one for one in re.split(r"(?<=[.?]) +", said) if asking.match(one)], said


def test_a_title_speaks_of_bounces_only_where_mail_comes_back(shipped_site: Site) -> None:
    titles_ = {page.path: page.head("ko").title for page in shipped_site.pages if page.is_offered}
    for returned in ("smtp/550/", "smtp-enhanced/5.1.1/", "smtp/situations/mailbox-full/"):
        assert "반송 원인" in titles_[returned]
    for kept in (
        "smtp/535/",
        "smtp/421/",
        "smtp/situations/login-wrong/",
        "http/situations/locked/",
    ):
        assert "오류" in titles_[kept]
        assert "반송" not in titles_[kept]
    for succeeded in ("smtp/situations/greeting/", "http/situations/created/"):
        assert titles_[succeeded].endswith("코드와 할 일")


def test_no_two_pages_have_one_heading(shipped_site: Site) -> None:
    lists = (SituationsPage, SituationPage, ProvidersPage, ProviderPage)
    pages = [page for page in shipped_site.pages.recorded() if isinstance(page, lists)]
    for language in LANGUAGES:
        found = Counter(
            heading[0]
            for page in pages
            if (heading := re.search("<h1>.*?</h1>", page.text(language)))
        )
        assert [heading for heading, count in found.items() if count > 1] == []
        assert found.total() == len(pages)


def test_a_page_of_a_protocol_stands_below_it(shipped_site: Site) -> None:
    for path, above in (("http/situations/overloaded/", "http/"), ("providers/gmail/", "smtp/")):
        page = shipped_site.pages.at(path)
        assert page is not None
        assert [one.path for one in trail(page)][1] == above
