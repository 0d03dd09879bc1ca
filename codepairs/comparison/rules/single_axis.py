"""A question that arises with one of the codes only, as the facts of the other say.

An answer that is merely not known is no reason to say so, nor is one from which nothing follows:
an address to which nobody objects stays on a list, whether the question arises or not.
"""

from collections.abc import Iterator

from codepairs.comparison.compare import Comparison
from codepairs.comparison.explanation import ClauseWord, CodeWord, Explanation
from codepairs.content.catalogue import Catalogue


def explain(catalogue: Catalogue, comparison: Comparison) -> Iterator[Explanation]:
    """One explanation for each axis that applies to one code only, and has an answer there that matters."""
    sides = {
        "only-a": (comparison.a, comparison.situation_a),
        "only-b": (comparison.b, comparison.situation_b),
    }
    for found in comparison.axes:
        code, situation = sides.get(found.kind, (None, None))
        value = found.a if found.kind == "only-a" else found.b
        if code is None or value is None or catalogue.values[found.axis][value].idle:
            continue
        yield Explanation(
            section="differences",
            subject=found.axis,
            title=catalogue.questions[found.axis],
            phrase="differences.single",
            words={
                "code": CodeWord(code),
                "clause": ClauseWord(code, found.axis, value, situation),
            },
        )
