"""What a comparison says of itself to search engines."""

import pytest

from codepairs.content.whole import Content
from codepairs.languages import LANGUAGES
from codepairs.pages import titles
from codepairs.site.site import Site


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


def test_what_is_written_of_a_pair_begins_with_a_sentence_that_a_search_result_shows(
    content: Content,
) -> None:
    for catalogue in content.catalogues:
        for pair, insight in catalogue.insights.items():
            for language in LANGUAGES:
                said = titles.whole_sentences(insight.text(language).answer, language)
                assert titles.is_shown(said, language), (pair, language)


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
