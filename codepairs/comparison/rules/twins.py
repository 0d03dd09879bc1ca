"""Same reason, temporary and permanent: the digits after the class are the same, as in 450 and 550.

RFC 5321 §4.2.1 gives the first digit this meaning and leaves the reason to the other two; that both are sent
for one and the same situation is what their uses show. Where both mostly stand for something else, that is said too.
Nothing is said where every answer is the same: a client's own 4.4.7 and 5.4.7 both end a mail that has waited too long.
"""

from collections.abc import Iterator

from codepairs.comparison.compare import Comparison
from codepairs.comparison.explanation import CodeWord, Explanation, SituationsWord, Word
from codepairs.content.catalogue import Catalogue


def explain(catalogue: Catalogue, comparison: Comparison) -> Iterator[Explanation]:
    """Which of the two is the temporary version, and of what."""
    if comparison.relation != "twins" or _are_equal(catalogue, comparison):
        return
    words: dict[str, Word] = {"a": CodeWord(comparison.a), "b": CodeWord(comparison.b)}
    phrase = "differences.twins"
    if comparison.shared:
        told = comparison.told_of or comparison.shared[0]
        words["situation"] = SituationsWord((told,))
        is_usual = told in (catalogue.typical(comparison.a), catalogue.typical(comparison.b))
        phrase = "differences.twins_of" if is_usual else "differences.twins_at_times"
    yield Explanation(
        section="differences",
        subject="relation",
        title="differences.relation_title",
        phrase=phrase,
        words=words,
    )


def _are_equal(catalogue: Catalogue, comparison: Comparison) -> bool:
    """Whether all that is asked of both is answered, and in the same way."""
    axes = comparison.axes
    return len(axes) == len(catalogue.axis_ids) and all(axis.kind == "same" for axis in axes)
