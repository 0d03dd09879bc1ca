"""Codes of two catalogues that come together."""

import dataclasses

import pytest

from codepairs.comparison import companions
from codepairs.comparison.companions import Companions
from codepairs.content.whole import Content


@pytest.fixture
def smtp(content: Content) -> Companions:
    return companions.find(content.catalogues)["smtp"][0]


@pytest.fixture
def enhanced(content: Content) -> Companions:
    return companions.find(content.catalogues)["smtp-enhanced"][0]


def test_each_side_knows_the_other(smtp: Companions, enhanced: Companions) -> None:
    for code, others in smtp.of_code.items():
        for other in others:
            assert code in enhanced.of_code[other]
    pairs = {(code, other) for code, others in smtp.of_code.items() for other in others}
    back = {(other, code) for code, others in enhanced.of_code.items() for other in others}
    assert pairs == back


def test_what_the_enhanced_code_names_stands_on_the_reply_code(
    smtp: Companions, content: Content
) -> None:
    null_mx = content.catalogues[1].by_id["5.1.10"]
    assert "556" in null_mx.companions["smtp"]
    assert "5.1.10" in smtp.of_code["556"]


def test_real_replies_show_more(smtp: Companions, content: Content) -> None:
    seen = {
        reply.codes
        for provider in content.providers
        for reply in provider.replies
        if len(reply.codes) == 2 and reply.codes[1] in smtp.known
    }
    assert seen
    for code, other in seen:
        assert code not in content.catalogues[0].by_id or other in smtp.of_code[code]


def test_companions_come_in_catalogue_order(smtp: Companions) -> None:
    order = sorted(smtp.known, key=lambda code: [int(part) for part in code.split(".")])
    for others in smtp.of_code.values():
        assert list(others) == sorted(others, key=order.index)


def test_a_catalogue_that_is_linked_to_none_has_no_companions(content: Content) -> None:
    alone = content.catalogues[0]
    vocabulary = alone.vocabulary.model_copy(update={"companions": []})
    assert companions.find([dataclasses.replace(alone, vocabulary=vocabulary)]) == {"smtp": []}


def test_only_codes_of_a_class_that_the_other_catalogue_lacks_come_with_none(
    smtp: Companions, enhanced: Companions
) -> None:
    assert [code for code in ("101", "250", "354", "436") if not smtp.may_come_with(code)] == [
        "101",
        "354",
    ]
    assert enhanced.may_come_with("5.6.2")
