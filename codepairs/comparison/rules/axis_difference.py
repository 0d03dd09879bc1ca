"""The two codes answer an axis's question differently: both answers in one sentence.

Each fact's source is the code file's; the axes come in the order of their weight.
"""

from collections.abc import Iterator

from codepairs.comparison.clauses import clauses
from codepairs.comparison.compare import Comparison
from codepairs.comparison.explanation import CodeWord, Explanation
from codepairs.content.catalogue import Catalogue

# The table shows every axis; sentences are for what matters most.
MOST = 3


def explain(catalogue: Catalogue, comparison: Comparison) -> Iterator[Explanation]:
    """One explanation for each of the weightiest axes with different answers, headed by the axis's question."""
    different = [found for found in comparison.axes if found.kind == "different"]
    for found in different[:MOST]:
        yield Explanation(
            section="differences",
            subject=found.axis,
            title=catalogue.questions[found.axis],
            phrase="differences.axis",
            words={
                "a": CodeWord(comparison.a),
                "b": CodeWord(comparison.b),
                **clauses(comparison, found),
            },
        )
