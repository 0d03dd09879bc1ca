"""Every question has the same answer for both, so that only what the two stand for tells them apart.

Whether answers agree is the code files' facts; the names are those of the standards that define the codes.
"""

from collections.abc import Iterator

from codepairs.comparison.compare import Comparison
from codepairs.comparison.explanation import CodeWord, Explanation, NameWord
from codepairs.content.catalogue import Catalogue


def explain(_catalogue: Catalogue, comparison: Comparison) -> Iterator[Explanation]:
    """The two by name, where no answer differs and no other rule has named them."""
    if comparison.relation == "same-fate" or any(axis.kind != "same" for axis in comparison.axes):
        return
    a, b = comparison.a, comparison.b
    if a.name == b.name:
        return
    yield Explanation(
        section="differences",
        subject="relation",
        title="differences.relation_title",
        phrase="differences.same_answers",
        words={"a": CodeWord(a), "b": CodeWord(b), "name_a": NameWord(a), "name_b": NameWord(b)},
    )
