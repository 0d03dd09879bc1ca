"""Comparisons of shipped pairs, and the explanations that the rules give of them, in order."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from codepairs.comparison import rules
from codepairs.comparison.compare import Comparison, compare
from codepairs.comparison.explanation import Explanation
from codepairs.content.catalogue import Catalogue, Content

GOLDEN: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[1] / "data" / "comparisons.yml").read_text(encoding="utf-8")
)
KINDS = ("same", "different", "only-a", "only-b")


@pytest.fixture
def smtp(content: Content) -> Catalogue:
    return content.catalogues[0]


def compared(smtp: Catalogue, pair: str) -> Comparison:
    a, b = pair.split()
    return compare(smtp, smtp.by_id[a], smtp.by_id[b])


@pytest.mark.parametrize("pair", GOLDEN)
def test_relation_and_stages(pair: str, smtp: Catalogue) -> None:
    found, expected = compared(smtp, pair), GOLDEN[pair]
    shared = list(smtp.stages) if expected["shared"] == "every" else expected["shared"]
    assert found.relation == expected["relation"]
    assert list(found.shared_stages) == shared
    assert list(found.stages_only_a) == expected["only a"]
    assert list(found.stages_only_b) == expected["only b"]


@pytest.mark.parametrize("pair", GOLDEN)
def test_axes(pair: str, smtp: Catalogue) -> None:
    found = compared(smtp, pair)
    for kind in KINDS:
        axes = [axis.axis for axis in found.axes if axis.kind == kind]
        assert axes == GOLDEN[pair].get(kind, []), kind


def told(catalogue: Catalogue, explanation: Explanation) -> str:
    """The phrase of an explanation, with the axis whose question heads it."""
    axes = [axis for axis, text in catalogue.questions.items() if text is explanation.title]
    phrase = explanation.phrase
    name = phrase if isinstance(phrase, str) else phrase.en.partition(" {")[0]
    return "".join([name, *(f"({axis})" for axis in axes)])


@pytest.mark.parametrize("pair", GOLDEN)
def test_rules_explain_in_order_of_weight(pair: str, smtp: Catalogue) -> None:
    said = [told(smtp, explanation) for explanation in rules.explain(smtp, compared(smtp, pair))]
    assert said == GOLDEN[pair]["said"]


def test_every_rule_speaks_of_some_shipped_pair(smtp: Catalogue) -> None:
    silent = set(rules.RULES)
    for a, b in smtp.pairs:
        comparison = compare(smtp, a, b)
        silent -= {rule for rule in silent if any(rule(smtp, comparison))}
    assert [rule.__module__ for rule in silent] == []


def test_every_pair_is_explained(smtp: Catalogue) -> None:
    for a, b in smtp.pairs:
        sections = {found.section for found in rules.explain(smtp, compare(smtp, a, b))}
        has_stages = bool(smtp.stages_of(a) and smtp.stages_of(b))
        assert sections == {"differences"} | ({"stages"} if has_stages else set()), (a.code, b.code)
