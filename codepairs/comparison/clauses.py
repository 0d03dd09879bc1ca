"""What two codes answer to the question of one axis, as words for an explanation."""

from collections.abc import Mapping

from codepairs.comparison.compare import AxisComparison, Comparison
from codepairs.comparison.explanation import ClauseWord


def clauses(comparison: Comparison, found: AxisComparison) -> Mapping[str, ClauseWord]:
    """The answers of both codes, as `clause_a` and `clause_b`.

    Raises `LookupError` where one of them is not known.
    """
    if found.a is None or found.b is None:
        raise LookupError(found.axis)
    return {
        "clause_a": ClauseWord(comparison.a, found.axis, found.a, comparison.situation_a),
        "clause_b": ClauseWord(comparison.b, found.axis, found.b, comparison.situation_b),
    }
