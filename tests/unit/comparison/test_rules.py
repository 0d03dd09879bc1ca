"""Each rule on its own, on codes made for it."""

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from codepairs.comparison.compare import AxisComparison, Comparison, compare
from codepairs.comparison.explanation import (
    CodeWord,
    Explanation,
    ListWord,
    StagesWord,
    StandingWord,
)
from codepairs.comparison.rules import (
    Rule,
    alternatives,
    apart,
    axis_difference,
    companions,
    own_reasons,
    same_answers,
    same_fate,
    sequence,
    single_axis,
    standing,
    twins,
)
from codepairs.content.catalogue import Catalogue, Content

Explain = Callable[..., list[Explanation]]


@pytest.fixture
def smtp(content: Content) -> Catalogue:
    return content.catalogues[0]


@pytest.fixture
def explained(smtp: Catalogue) -> Explain:
    """Runs one rule on two codes, of which fields may be changed."""

    def run(rule: Rule, a: str, b: str, **changes: Any) -> list[Explanation]:  # noqa: ANN401
        codes = [smtp.by_id[a], smtp.by_id[b]]
        if changes:
            codes[1] = codes[1].model_copy(update=changes)
        return list(rule(smtp, compare(smtp, *codes)))

    return run


def phrases(found: list[Explanation]) -> list[object]:
    return [explanation.phrase for explanation in found]


def test_alternatives_name_the_shared_stages_and_what_each_has_alone(explained: Explain) -> None:
    found = explained(alternatives.explain, "450", "550")
    assert phrases(found) == ["stages.alternatives", "stages.also"]
    assert found[0].words["shared"] == StagesWord(("rcpt", "body"))
    assert found[1].words["stages"] == StagesWord(("ehlo", "mail", "vrfy", "expn"))


def test_alternatives_say_at_once_that_a_code_can_come_anywhere(explained: Explain) -> None:
    assert phrases(explained(alternatives.explain, "421", "450")) == [
        "stages.alternatives",
        "stages.also_any",
    ]
    assert phrases(explained(alternatives.explain, "421", "500")) == ["stages.alternatives_any"]


def test_alternatives_are_silent_without_a_shared_stage(explained: Explain) -> None:
    assert explained(alternatives.explain, "220", "354") == []


def test_sequence_tells_which_one_meets_first(explained: Explain) -> None:
    (found,) = explained(sequence.explain, "220", "354")
    assert found.phrase == "stages.sequence"
    first, second = found.words["first"], found.words["second"]
    assert isinstance(first, CodeWord)
    assert isinstance(second, CodeWord)
    assert (first.code.code, second.code.code) == ("220", "354")


def test_sequence_puts_the_earlier_stage_first_whatever_the_numbers(explained: Explain) -> None:
    (found,) = explained(sequence.explain, "221", "354")
    first = found.words["first"]
    assert isinstance(first, CodeWord)
    assert first.code.code == "354"


def test_sequence_claims_no_order_where_the_stages_interleave(explained: Explain) -> None:
    assert phrases(explained(sequence.explain, "250", "354")) == ["stages.interleaved"]


def test_sequence_is_silent_about_failures(explained: Explain) -> None:
    assert explained(sequence.explain, "220", "550") == []


def test_apart_speaks_where_no_command_can_have_both(explained: Explain) -> None:
    assert phrases(explained(apart.explain, "454", "554")) == ["stages.apart"]
    assert explained(apart.explain, "450", "550") == []
    assert explained(apart.explain, "220", "354") == []


def test_twins_are_one_reason_at_two_strengths(explained: Explain) -> None:
    assert phrases(explained(twins.explain, "450", "550")) == ["differences.twins"]
    assert phrases(explained(twins.explain, "452", "552")) == ["differences.twins"]


def test_like_digits_with_another_reason_are_no_twins(explained: Explain) -> None:
    assert explained(twins.explain, "451", "551") == []
    assert explained(twins.explain, "454", "554") == []


def test_same_fate_needs_one_class_and_one_consequence(explained: Explain) -> None:
    assert phrases(explained(same_fate.explain, "550", "554")) == ["differences.same_fate"]
    assert explained(same_fate.explain, "450", "550") == []
    assert explained(same_fate.explain, "421", "450") == []


def test_same_answers_speaks_where_nothing_else_can(explained: Explain) -> None:
    assert phrases(explained(same_answers.explain, "235", "334")) == ["differences.same_answers"]
    assert explained(same_answers.explain, "530", "535") == []  # one fate, which is told already
    assert explained(same_answers.explain, "450", "550") == []


def test_axis_difference_asks_the_weightiest_questions_only(
    smtp: Catalogue, explained: Explain
) -> None:
    found = explained(axis_difference.explain, "250", "421")
    assert [one.title for one in found] == [
        smtp.questions[axis] for axis in ("message", "retry", "actor")
    ]
    assert len(found) == axis_difference.MOST


def test_axis_difference_is_silent_where_answers_agree(explained: Explain) -> None:
    assert explained(axis_difference.explain, "530", "535") == []


def test_own_reasons_tell_apart_what_is_of_one_kind(smtp: Catalogue, explained: Explain) -> None:
    """530 and 535 are both about the login, each in its own way."""
    (found,) = explained(own_reasons.explain, "530", "535")
    assert found.title == smtp.questions["cause"]
    assert explained(own_reasons.explain, "450", "421") == []


def test_own_reasons_are_silent_without_words_of_their_own(smtp: Catalogue) -> None:
    comparison = compare(smtp, smtp.by_id["530"], smtp.by_id["535"])
    silent = comparison.b.model_copy(
        update={"en": comparison.b.en.model_copy(update={"facts": {}})}
    )
    without = dataclasses.replace(comparison, b=silent)
    assert list(own_reasons.explain(smtp, without)) == []


def test_single_axis_speaks_for_the_code_that_has_an_answer(smtp: Catalogue) -> None:
    comparison = compare(smtp, smtp.by_id["250"], smtp.by_id["421"])
    only: Comparison = dataclasses.replace(
        comparison,
        axes=(
            AxisComparison(axis="retry", a=None, b="later"),
            AxisComparison(axis="scope", a="command", b=None),
            AxisComparison(axis="cause", a="normal", b="server"),
        ),
    )
    found = list(single_axis.explain(smtp, only))
    words = [one.words["code"] for one in found]
    assert [one.title for one in found] == [smtp.questions["retry"], smtp.questions["scope"]]
    assert words == [CodeWord(comparison.b), CodeWord(comparison.a)]


def test_standing_tells_who_defines_each(explained: Explain) -> None:
    (found,) = explained(standing.explain, "250", "535")
    source = found.words["clause_b"]
    assert isinstance(source, StandingWord)
    assert source.code.code == "535"


@pytest.mark.parametrize("other", ["vendor", "folklore"])
def test_standing_speaks_of_every_difference(explained: Explain, other: str) -> None:
    assert phrases(explained(standing.explain, "250", "535", standing=other)) == [
        "differences.standing"
    ]


def test_standing_is_silent_where_it_is_the_same(explained: Explain) -> None:
    assert explained(standing.explain, "250", "535", standing="standard") == []


def test_companions_in_common_tell_nothing_apart(explained: Explain) -> None:
    (found,) = explained(companions.explain, "550", "554")
    assert found.words["shared"] == ListWord(("5.7.1",))
    assert explained(companions.explain, "550", "554", companions={}) == []
