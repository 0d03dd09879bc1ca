"""A question that arises for one of the two only: what its answer is there.

Each fact's source is the code file's.
"""

from collections.abc import Iterator

from codepairs.comparison.compare import Comparison
from codepairs.comparison.explanation import ClauseWord, CodeWord, Explanation
from codepairs.content.catalogue import Catalogue


def explain(catalogue: Catalogue, comparison: Comparison) -> Iterator[Explanation]:
    """One explanation for each axis that applies to one code only."""
    for found in comparison.axes:
        if found.kind not in ("only-a", "only-b"):
            continue
        code = comparison.a if found.kind == "only-a" else comparison.b
        yield Explanation(
            section="differences",
            title=catalogue.questions[found.axis],
            phrase="differences.single",
            words={"code": CodeWord(code), "clause": ClauseWord(code, found.axis)},
        )
