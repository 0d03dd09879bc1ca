"""Same class and same consequence: the reason is the difference, or the name alone where the situation is one.

RFC 5321 §4.2.1: clients decide by the first digit, so two codes that share it are acted on alike.
"""

from collections.abc import Iterator

from codepairs.comparison.compare import Comparison
from codepairs.comparison.explanation import (
    CodeWord,
    Explanation,
    NameWord,
    SituationsWord,
    Word,
)
from codepairs.content.catalogue import Catalogue


def explain(_catalogue: Catalogue, comparison: Comparison) -> Iterator[Explanation]:
    """That both end alike, and the two reasons by name."""
    if comparison.relation != "same-fate":
        return
    a, b = comparison.a, comparison.b
    if a.name == b.name:
        return
    words: dict[str, Word] = {
        "a": CodeWord(a),
        "b": CodeWord(b),
        "name_a": NameWord(a),
        "name_b": NameWord(b),
    }
    phrase = "differences.same_fate"
    if comparison.situation_a and comparison.situation_a == comparison.situation_b:
        words["situation"] = SituationsWord((comparison.situation_a,))
        phrase = "differences.same_fate_of"
    yield Explanation(
        section="differences", title="differences.relation_title", phrase=phrase, words=words
    )
