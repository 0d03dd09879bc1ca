"""Which other comparisons a reader of a pair is likely to want."""

from collections.abc import Iterator

from codepairs.content.catalogue import Catalogue
from codepairs.content.schema import CodeFile
from codepairs.content.share_record import Pair

MOST = 6


class Related:
    """Related pairs by confusion first (insights, what people ask for), then by likeness (the codes' own lists)."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._position = {code: number for number, code in enumerate(catalogue.by_id)}
        known = [*map(tuple, catalogue.vocabulary.popular), *catalogue.insights]
        self._confused: dict[str, list[Pair]] = {code: [] for code in self._position}
        for pair in dict.fromkeys(known):
            for code in pair:
                self._confused[code].append((pair[0], pair[1]))

    def pairs(self, a: CodeFile, b: CodeFile) -> list[Pair]:
        """At most six pairs that share a code with this one, in turn for either code."""
        turns = zip_longest_pairs(list(self._candidates(a)), list(self._candidates(b)))
        own = self.ordered(a.code, b.code)
        return [pair for pair in dict.fromkeys(turns) if pair != own][:MOST]

    def of_code(self, code: CodeFile) -> list[str]:
        """The codes that people confuse with this one, the likeliest first."""
        others = (pair[1] if pair[0] == code.code else pair[0] for pair in self._candidates(code))
        return list(dict.fromkeys(others))

    def ordered(self, one: str, other: str) -> Pair:
        """The two codes in catalogue order."""
        return (one, other) if self._position[one] < self._position[other] else (other, one)

    def _candidates(self, code: CodeFile) -> Iterator[Pair]:
        yield from self._confused[code.code]
        for other in code.related:
            yield self.ordered(code.code, other)


def zip_longest_pairs(one: list[Pair], other: list[Pair]) -> Iterator[Pair]:
    """The items of both lists in turn, then what is left of the longer."""
    for number in range(max(len(one), len(other))):
        if number < len(one):
            yield one[number]
        if number < len(other):
            yield other[number]
