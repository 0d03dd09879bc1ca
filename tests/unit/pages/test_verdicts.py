"""What a code alone comes to."""

from dataclasses import replace

from codepairs.content.catalogue import Catalogue
from codepairs.content.whole import Content
from codepairs.pages import verdicts


def _http(content: Content, apart: list[str]) -> Catalogue:
    http = next(one for one in content.catalogues if one.id == "http")
    return replace(http, vocabulary=http.vocabulary.model_copy(update={"apart": apart}))


def test_what_single_services_say_does_not_count_for_a_bare_code(content: Content) -> None:
    http = _http(content, ["platform"])
    said = [one for one in http.sayings["401"] if one.answer]
    services = [one for one in said if one.answer and one.answer.provider.kind == "platform"]
    assert 0 < len(services) < len(said)
    assert verdicts.is_usual(http, http.by_id["401"])


def test_it_counts_where_nobody_else_says_the_code(content: Content) -> None:
    http = _http(content, ["platform"])
    assert all(one.by != "standard" for one in http.sayings["529"])
    assert verdicts.is_usual(http, http.by_id["529"])
