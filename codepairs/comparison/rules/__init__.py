"""Rules turn a comparison into explanations, in the order in which they matter to a reader.

A rule is a module with one function `explain`; its docstring says what it explains and on what authority.
The tuple below is the whole register, and its order is the order on the page.
"""

from collections.abc import Callable, Iterator

from codepairs.comparison.compare import Comparison
from codepairs.comparison.explanation import Explanation
from codepairs.comparison.rules import (
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
from codepairs.content.catalogue import Catalogue

Rule = Callable[[Catalogue, Comparison], Iterator[Explanation]]

RULES: tuple[Rule, ...] = (
    alternatives.explain,
    sequence.explain,
    apart.explain,
    twins.explain,
    same_fate.explain,
    same_answers.explain,
    axis_difference.explain,
    own_reasons.explain,
    single_axis.explain,
    standing.explain,
    companions.explain,
)


def explain(catalogue: Catalogue, comparison: Comparison) -> Iterator[Explanation]:
    """Every explanation of a comparison, the weightiest first."""
    for rule in RULES:
        yield from rule(catalogue, comparison)
