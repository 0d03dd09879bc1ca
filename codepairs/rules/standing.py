"""One code is from the base standard, the other from an extension: only servers that offer it send the latter.

RFC 5321 §2.2: extensions may define replies of their own, which both sides have to have agreed on.
"""

from collections.abc import Iterator

from codepairs.catalogue import Catalogue
from codepairs.compare import Comparison
from codepairs.explanation import CodeWord, Explanation, StandardWord


def explain(_catalogue: Catalogue, comparison: Comparison) -> Iterator[Explanation]:
    """Where each is defined, if one is standard and the other an extension."""
    a, b = comparison.a, comparison.b
    if {a.standing, b.standing} != {"standard", "extension"}:
        return
    yield Explanation(
        section="differences",
        title="differences.standing_title",
        phrase="differences.standing",
        words={
            "a": CodeWord(a),
            "b": CodeWord(b),
            "source_a": StandardWord(a),
            "source_b": StandardWord(b),
        },
    )
