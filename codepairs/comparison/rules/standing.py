"""The two have a different standing: who defines each, and whether anybody does.

A server may send codes of an extension only where it offers that extension (RFC 5321 §2.2);
a client that meets a code it does not know goes by the first digit (RFC 5321 §4.2).
"""

from collections.abc import Iterator

from codepairs.comparison.compare import Comparison
from codepairs.comparison.explanation import CodeWord, Explanation, StandingWord
from codepairs.content.catalogue import Catalogue


def explain(catalogue: Catalogue, comparison: Comparison) -> Iterator[Explanation]:
    """Who defines each, where that differs and the catalogue has words for it."""
    a, b = comparison.a, comparison.b
    if a.standing == b.standing:
        return
    if not all(catalogue.standings[code.standing].clause for code in (a, b)):
        return
    yield Explanation(
        section="differences",
        subject="standing",
        title="differences.standing_title",
        phrase="differences.standing",
        words={
            "a": CodeWord(a),
            "b": CodeWord(b),
            "clause_a": StandingWord(a),
            "clause_b": StandingWord(b),
        },
    )
