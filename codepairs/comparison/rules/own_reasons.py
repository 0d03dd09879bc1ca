"""Both fall under one kind of cause, and each file says in its own words what that means for its code.

Each fact's source is the code file's; without this, a pair such as 5.5.1 and 5.5.2 would differ in name only.
"""

from collections.abc import Iterator

from codepairs.comparison.clauses import clauses
from codepairs.comparison.compare import Comparison
from codepairs.comparison.explanation import CodeWord, Explanation
from codepairs.content.catalogue import Catalogue


def explain(catalogue: Catalogue, comparison: Comparison) -> Iterator[Explanation]:
    """Where no answer differs: each reason that is the same in kind while both codes have words of their own for it."""
    if any(found.kind == "different" for found in comparison.axes):
        return
    a, b = comparison.a, comparison.b
    for found in comparison.axes:
        has_words = all(
            found.axis in code.en.facts and situation == catalogue.typical(code)
            for code, situation in ((a, comparison.situation_a), (b, comparison.situation_b))
        )
        if found.kind == "same" and found.axis in catalogue.reasons and has_words:
            yield Explanation(
                section="differences",
                subject=found.axis,
                title=catalogue.questions[found.axis],
                phrase="differences.axis",
                words={
                    "a": CodeWord(a),
                    "b": CodeWord(b),
                    **clauses(comparison, found),
                },
            )
