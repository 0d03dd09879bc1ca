"""Temporary and permanent version of one reason: the first digit is the whole difference.

RFC 5321 §4.2.1: the first digit says whether to try again; the other two give the reason.
"""

from collections.abc import Iterator

from codepairs.comparison.compare import Comparison
from codepairs.comparison.explanation import CodeWord, Explanation
from codepairs.content.catalogue import Catalogue


def explain(_catalogue: Catalogue, comparison: Comparison) -> Iterator[Explanation]:
    """Which of the two is the temporary version."""
    if comparison.relation != "twins":
        return
    yield Explanation(
        section="differences",
        title="differences.relation_title",
        phrase="differences.twins",
        words={"a": CodeWord(comparison.a), "b": CodeWord(comparison.b)},
    )
