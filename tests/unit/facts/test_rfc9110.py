"""The catalogue of HTTP says what the registry and RFC 9110 say."""

import re
from pathlib import Path
from typing import Final

import pytest
import yaml

from codepairs.content.catalogue import Catalogue
from codepairs.content.whole import Content

DATA: Final = Path(__file__).parents[1] / "data"
# What the registry says of a number → the numbers and their names.
REGISTRY: Final[dict[str, dict[str, str]]] = yaml.safe_load(
    (DATA / "http_registry.yml").read_text("utf-8")
)
STANDINGS: Final = {
    "assigned": {"standard", "extension"},
    "temporary": {"temporary"},
    "deprecated": {"obsolete"},
    "obsoleted": {"obsolete"},
    "reserved": {"reserved"},
    "unused": {"reserved"},
}
# Section 15.1, and RFC 7725, section 3, which adds 451.
KEPT_UNASKED: Final = {
    *("200", "203", "204", "206", "300", "301", "308"),
    *("404", "405", "410", "414", "451", "501"),
}
# RFC 6585, sections 3 to 6.
NEVER_KEPT: Final = {"428", "429", "431", "511"}
# Section 15, and RFC 3229, section 10.4.1, for 226: what an answer MUST carry.
MUST_CARRY: Final = {
    "101": "upgrade",
    "226": "etag",
    "304": "same-as-200",
    "401": "www-authenticate",
    "405": "allow",
    "407": "proxy-authenticate",
    "426": "upgrade",
}
METHODS: Final = {
    "301": "may-become-get",
    "302": "may-become-get",
    "303": "becomes-get",
    "307": "keeps",
    "308": "keeps",
}

# Google's own table of the answers that its crawlers get most.
GOOGLE: Final = "https://developers.google.com/search/docs/crawling-indexing/http-network-errors"
OF_GOOGLE: Final = re.compile(r"https://([a-z]+\.google\.com|github\.com/googleapis)/")
CRAWLED: Final = {
    **dict.fromkeys(("200", "201", "202"), "indexes"),
    "204": "soft-404",
    **dict.fromkeys(("301", "308"), "follows-permanent"),
    **dict.fromkeys(("302", "303", "307"), "follows-temporary"),
    "304": "no-change",
    **dict.fromkeys(("400", "401", "403", "404", "410", "411"), "drops"),
    **dict.fromkeys(("429", "500", "502", "503"), "slows"),
}


# What the requests say that an answer belongs to: its condition, its range, its content.
# Section 13.1.1 (any method that selects a representation), 15.3.3, 15.5.12 to 15.5.16 and 15.5.21 (content of
# whatever method); RFC 4918, sections 7 and 9.6.1; Anthropic's number is told of no method.
ALSO_ANSWERS: Final = {
    "202": {"get", "webdav"},
    "207": {"delete", "post"},
    "411": {"webdav"},
    "412": {"range", "webdav"},
    "413": {"webdav"},
    "415": {"webdav"},
    "422": {"webdav"},
    "423": {"post"},
    "529": {"get"},
}
# Who is named by the words of a code about who acts → whose turn it then is.
NAMED: Final = {
    "operator": {"operator"},
    "owner": {"site-owner"},
    "pays": {"payer"},
    "client's developer": {"client-developer"},
    "developer of the client": {"client-developer"},
    "developer of the site": {"site-developer"},
    "tool's developer": {"client-developer"},
    "app's developer": {"client-developer"},
}


@pytest.fixture
def http(content: Content) -> Catalogue:
    return next(found for found in content.catalogues if found.id == "http")


def usual(http: Catalogue, axis: str) -> dict[str, str | None]:
    """Code → its answer in its typical situation."""
    place = http.axis_ids.index(axis)
    return {
        code.code: http.facts_in(code, http.typical(code))[place]
        for code in http.codes
        if code.standing not in ("vendor", "folklore")
    }


@pytest.mark.parametrize("said", REGISTRY)
def test_names_and_standing_are_those_of_the_registry(said: str, http: Catalogue) -> None:
    for number, name in REGISTRY[said].items():
        code = http.by_id[number]
        # 418 is reserved without a name; people know it by its joke.
        assert code.name.en == name or (number == "418" and "Unused" in code.name.en)
        assert code.standing in STANDINGS[said], number


def test_what_is_not_registered_is_a_vendors_or_nobodys(http: Catalogue) -> None:
    registered = {number for numbers in REGISTRY.values() for number in numbers}
    assert {code.standing for code in http.codes if code.code not in registered} == {
        "vendor",
        "folklore",
    }


def test_rfc_9110_defines_what_is_called_standard(http: Catalogue) -> None:
    for code in http.codes:
        if code.standing in ("standard", "extension"):
            is_own = code.sources[0].title == "RFC 9110"
            assert is_own == (code.standing == "standard"), code.code


def test_caches_keep_unasked_what_is_heuristically_cacheable(http: Catalogue) -> None:
    told = usual(http, "cache")
    assert {code for code, answer in told.items() if answer == "by-default"} == KEPT_UNASKED
    final = {code for code, answer in told.items() if answer == "never" and code >= "200"}
    assert final == NEVER_KEPT


def test_what_must_come_with_a_code(http: Catalogue) -> None:
    told = usual(http, "header")
    assert {code: told[code] for code in MUST_CARRY} == MUST_CARRY


def test_what_becomes_of_the_method(http: Catalogue) -> None:
    told = usual(http, "method")
    assert {code: told[code] for code in METHODS} == METHODS


def test_only_an_end_of_all_reading_closes_a_connection(http: Catalogue) -> None:
    """Section 15.5.9 leaves open whether the connection of a 408 can be used again."""
    assert "closes" not in usual(http, "connection").values()


def test_what_answers_a_post_answers_one_that_asks_first_as_well(http: Catalogue) -> None:
    """Section 10.1.1: after `Expect: 100-continue` the final answer may be any."""
    stages = {code.code: http.course.stages_of(code) for code in http.codes}
    assert [one for one, at in stages.items() if "post" in at and "expect" not in at] == []


def test_what_answers_every_get_does_not_stop_at_credentials(http: Catalogue) -> None:
    stages = {code.code: http.course.stages_of(code) for code in http.codes}
    assert [one for one, at in stages.items() if "get" in at and "login" not in at] == []


def test_a_get_with_an_etag_that_still_holds_is_no_failed_precondition(http: Catalogue) -> None:
    """Section 13.2.2: `If-None-Match` that is false gives 304 to GET, and 412 to other methods alone."""
    assert "conditional" not in http.course.stages_of(http.by_id["412"])


def test_what_googlebot_does_is_shown_by_google_itself(http: Catalogue) -> None:
    place = http.axis_ids.index("crawler")
    unshown = [
        code.code
        for code in http.codes
        if http.facts_in(code, http.typical(code))[place] not in (None, "does-not-arise")
        if GOOGLE not in {source.url for source in code.sources}
    ]
    assert unshown == []


def test_nobody_else_is_named_for_what_google_does(http: Catalogue) -> None:
    sources = [
        *(source for code in http.codes for source in code.sources),
        *(source for insight in http.insights.values() for source in insight.sources),
        *(source for situation in http.situations.values() for source in situation.sources),
    ]
    others = {s.url for s in sources if "Google" in s.title and not OF_GOOGLE.match(s.url)}
    assert others == set()


def test_googlebot_takes_the_answers_that_google_lists_as_it_says(http: Catalogue) -> None:
    told = usual(http, "crawler")
    assert {code: told[code] for code in CRAWLED} == CRAWLED


def test_only_a_redirection_has_a_method_for_what_comes_next(http: Catalogue) -> None:
    place = http.axis_ids.index("method")
    asked = {
        code.code
        for code in http.codes
        if http.facts_in(code, http.typical(code))[place] != "does-not-arise"
    }
    assert {code[0] for code in asked} == {"3"}


def test_of_a_reserved_number_nobody_is_told_that_it_may_not_be_used(http: Catalogue) -> None:
    """Section 15.5.3 reserves 402 and forbids nobody to send it."""
    clause = http.standings["reserved"].clause
    assert clause is not None
    assert "may be used" not in clause.en


@pytest.mark.parametrize("code", ALSO_ANSWERS)
def test_an_answer_is_left_out_for_no_request_that_it_may_answer(
    code: str, http: Catalogue
) -> None:
    assert ALSO_ANSWERS[code] <= set(http.course.stages_of(http.by_id[code]))


def test_the_words_of_a_code_name_whoever_acts(http: Catalogue) -> None:
    acts = http.axis_ids.index("act")
    wrong = [
        (code.code, said)
        for code in http.codes
        if (said := code.en.facts.get("act"))
        for words, answers in NAMED.items()
        if words in said and http.facts_in(code, http.typical(code))[acts] not in answers
    ]
    assert wrong == []


def test_a_proxy_that_goes_unasked_carries_nothing_out(http: Catalogue) -> None:
    """Section 15.4.6: 305 has been given up, and its own words say that nothing came of it."""
    assert usual(http, "request")["305"] == "not-carried-out"


def test_no_standard_is_named_for_what_it_only_reserves(http: Catalogue) -> None:
    """Section 15.5.3 keeps 402 for the future; that it is about money is what services make of it."""
    assert {saying.by for saying in http.sayings["402"]} == {"vercel"}


def test_every_standard_code_says_who_makes_it(http: Catalogue) -> None:
    assert [code for code, answer in usual(http, "made-by").items() if not answer] == []


def test_a_get_may_get_501_for_what_is_no_method(http: Catalogue) -> None:
    """RFC 9112, section 6.1, asks for 501 where a transfer coding is not understood, whatever the method."""
    said = http.insights["405", "501"].en.text
    assert "must not get 501" not in said
    assert "transfer coding" in said


def test_503_is_not_the_only_server_error_that_passes(http: Catalogue) -> None:
    """RFC 4918, section 11.5, calls 507 temporary as well."""
    assert "the only server error" not in http.by_id["503"].en.meaning
