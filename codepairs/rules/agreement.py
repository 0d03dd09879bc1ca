"""Questions that both codes answer alike: said once, together.

Each fact's source is the code file's.
"""

from collections.abc import Iterator

from codepairs.catalogue import Catalogue
from codepairs.compare import Comparison
from codepairs.explanation import Explanation, SharedClausesWord


def explain(_catalogue: Catalogue, comparison: Comparison) -> Iterator[Explanation]:
    """One explanation for all agreeing axes."""
    answers = tuple(
        (found.axis, found.a) for found in comparison.axes if found.kind == "same" and found.a
    )
    if answers:
        yield Explanation(
            section="differences",
            title="differences.same_title",
            phrase="differences.same",
            words={"clauses": SharedClausesWord(answers)},
        )
