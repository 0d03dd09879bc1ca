"""Titles and descriptions that a search result shows whole."""

import re
from collections import Counter

import pytest

from codepairs.content.catalogue import Content
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


def test_a_comparison_whose_meanings_are_long_says_what_either_mostly_stands_for(
    shipped_site: Site,
) -> None:
    said = {
        language: page.head(language).description
        for page in (shipped_site.pages.at("smtp-enhanced/4.3.0-vs-5.7.13/"),)
        if page is not None
        for language in LANGUAGES
    }
    assert said["en"] == (
        "4.3.0 mostly stands for ‘An error inside the server’, 5.7.13 for ‘Logging in is blocked’."
    )
    assert said["ko"] == (
        "4.3.0은 주로 ‘서버 내부 오류가 났을 때’에, 5.7.13은 ‘로그인이 차단되었을 때’에 쓰입니다."
    )


def test_a_class_repeats_no_digits_beside_one_of_its_codes(shipped_site: Site) -> None:
    for path, said in {
        "en/smtp-enhanced/4.7.0-vs-5.7.29": ["temporary failure", "permanent failure"],
        "ko/http/402-vs-520": ["클라이언트 오류", "서버 오류"],
        "en/grpc/OK-vs-UNAVAILABLE": ["Success", "Not this time"],
    }.items():
        cards = (shipped_site.text_at(f"{path}/index.html") or "").split('<div class="card ')[1:]
        assert [re.findall(r'<span class="tag \w+">(.*?)</span>', one)[0] for one in cards] == said


def test_names_alone_describe_no_comparison_whose_outcomes_differ(shipped_site: Site) -> None:
    wanted = {
        "http/403-vs-503/": (
            "With 403, only an account with the right gets through; "
            "with 503, it may pass once the load is gone."
        ),
        "grpc/UNIMPLEMENTED-vs-UNAVAILABLE/": "With UNIMPLEMENTED, no code of the service ran; ",
        "smtp/450-vs-530/": "With 450, this recipient's copy stays queued, ",
    }
    for path, said in wanted.items():
        page = shipped_site.pages.at(path)
        assert page is not None
        assert page.head("en").description.startswith(said)
        assert "에서는 " in page.head("ko").description.split(",")[0]


def test_two_codes_of_one_situation_are_told_apart_by_their_classes(shipped_site: Site) -> None:
    page = shipped_site.pages.at("smtp-enhanced/4.7.24-vs-5.7.23/")
    assert page is not None
    assert page.head("en").description.startswith(
        "Both mostly stand for ‘The mail does not pass SPF’; "
        "4.7.24 belongs to ‘4.x.x temporary failure’, 5.7.23 to ‘5.x.x permanent failure’."
    )


def test_a_gist_says_what_is_the_case_and_not_who_says_so(content: Content) -> None:
    """After "means that" no list, register or other code may be the subject."""
    asides = re.compile(
        r"(?:by|at|with|in|as|of|per|since|lists|the same as|the standard)\b", re.IGNORECASE
    )
    for catalogue in content.catalogues:
        for code in catalogue.codes:
            assert not asides.match(code.text("en").gist), code.code
            assert not re.search("표에서 .* 붙인 번호", code.text("ko").gist), code.code


def test_what_is_written_of_a_pair_begins_with_a_sentence_that_a_search_result_shows(
    content: Content,
) -> None:
    for catalogue in content.catalogues:
        for pair, insight in catalogue.insights.items():
            for language in LANGUAGES:
                said = titles.whole_sentences(insight.text(language).answer, language)
                assert titles.is_shown(said, language), (pair, language)


def test_sentences_are_parted_before_an_address_too() -> None:
    said = "서버가 협상을 시작했습니다. https:// 대신 http://를 쓰세요." + " 길다." * 20
    assert titles.whole_sentences(said, "ko").startswith("서버가 협상을 시작했습니다. https://")
    assert len(titles.whole_sentences(said, "ko")) <= MOST_IN_DESCRIPTION["ko"]
    long = "긴 문장" * 15 + "입니다. https:// 대신 http://를 쓰고 인증서를 설정하세요."
    assert titles.whole_sentences(long, "ko") == "긴 문장" * 15 + "입니다."


def test_a_name_with_a_number_is_found_by_both(shipped_site: Site) -> None:
    unavailable, fine = (shipped_site.pages.at(f"grpc/{code}/") for code in ("UNAVAILABLE", "OK"))
    assert unavailable is not None
    assert fine is not None
    assert unavailable.head("en").title == "gRPC error 14 UNAVAILABLE: cause and what to do"
    assert unavailable.head("ko").title == "gRPC 14 UNAVAILABLE 오류: 원인과 해결"
    assert fine.head("en").title == "gRPC 0 OK: what it means"
    assert "<h1>gRPC OK (0): Success</h1>" in fine.text("en")


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


def test_a_code_says_what_it_means_and_what_to_do(shipped_site: Site) -> None:
    page = shipped_site.pages.at("smtp/452/")
    assert page is not None
    said = page.head("en").description
    assert said.startswith("452 means that ")
    assert " Keep it queued, " in said
    assert said.count("452") == 1


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


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("smtp/554-vs-571/", "The outcome and who has to act are the same."),
        ("smtp/251-vs-453/", "Either of them may stand for ‘No mail is waiting to be fetched’."),
    ],
)
def test_a_description_leads_with_what_settles_it_and_not_with_names(
    path: str, said: str, shipped_site: Site
) -> None:
    page = shipped_site.pages.at(path)
    assert page is not None
    assert page.head("en").description.startswith(said)
