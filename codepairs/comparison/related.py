"""Which other comparisons a reader of a pair is likely to want."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.codes import CodeFile
from codepairs.content.share_record import Pair

MOST = 6


class Related:
    """Related pairs by confusion first (insights, what people ask for), then by likeness (the codes' own lists)."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._position = {code: number for number, code in enumerate(catalogue.by_id)}
        known = [*map(tuple, catalogue.vocabulary.popular), *catalogue.insights]
        self._confused: dict[str, list[Pair]] = {code: [] for code in self._position}
        for pair in dict.fromkeys(known):
            for code in pair:
                self._confused[code].append((pair[0], pair[1]))

    def pairs(self, a: CodeFile, b: CodeFile) -> list[Pair]:
        """At most six pairs that share a code with this one, in turn for either code."""
        own = self.ordered(a.code, b.code)
        found: dict[Pair, None] = {}
        for pair in zip_longest_pairs(self._candidates[a.code], self._candidates[b.code]):
            if pair != own:
                found[pair] = None
                if len(found) == MOST:
                    break
        return list(found)

    def of_code(self, code: CodeFile) -> list[str]:
        """The codes that people confuse with this one, the likeliest first."""
        others = (
            pair[1] if pair[0] == code.code else pair[0] for pair in self._candidates[code.code]
        )
        return list(dict.fromkeys(others))

    def ordered(self, one: str, other: str) -> Pair:
        """The two codes in catalogue order."""
        return (one, other) if self._position[one] < self._position[other] else (other, one)

    @cached_property
    def _candidates(self) -> Mapping[str, list[Pair]]:
        return {
            code.code: [
                *self._confused[code.code],
                *(self.ordered(code.code, other) for other in code.related),
            ]
            for code in self._catalogue.codes
        }


def zip_longest_pairs(one: list[Pair], other: list[Pair]) -> Iterator[Pair]:
    """The items of both lists in turn, then what is left of the longer."""
    for number in range(max(len(one), len(other))):
        if number < len(one):
            yield one[number]
        if number < len(other):
            yield other[number]
