"""Codes of other catalogues that come along with a code, such as 5.1.1 with 550.

A code's file names some of its companions, the other code's file names others, and real replies show more.
A reader sees all of them on either code's page.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.catalogues import CompanionLink


@dataclass(frozen=True, kw_only=True)
class Companions:
    """The codes of one other catalogue that come with the codes of a catalogue."""

    link: CompanionLink
    known: frozenset[str]
    of_code: Mapping[str, tuple[str, ...]]

    def may_come_with(self, code: str) -> bool:
        """Whether any code of the other catalogue can come with this one: none of a class that it has not."""
        return not self.link.same_class or any(one[0] == code[0] for one in self.known)


def find(catalogues: Sequence[Catalogue]) -> Mapping[str, Sequence[Companions]]:
    """Catalogue id → companions of its codes, for each catalogue of the protocol that it is linked to."""
    by_id = {catalogue.id: catalogue for catalogue in catalogues}
    return {
        catalogue.id: [
            _companions(catalogue, by_id[link.catalogue], link)
            for link in catalogue.vocabulary.companions
        ]
        for catalogue in catalogues
    }


def _companions(own: Catalogue, other: Catalogue, link: CompanionLink) -> Companions:
    position = {code: number for number, code in enumerate(other.by_id)}
    found: defaultdict[str, list[str]] = defaultdict(list)
    pairs = {*_together(own, other), *((one, two) for two, one in _together(other, own))}
    for code, companion in sorted(pairs, key=lambda pair: position[pair[1]]):
        found[code].append(companion)
    return Companions(
        link=link,
        known=frozenset(other.by_id),
        of_code={code: tuple(companions) for code, companions in found.items()},
    )


def _together(own: Catalogue, other: Catalogue) -> Iterator[tuple[str, str]]:
    """Each code of `own` with each code of `other` that its file or a reply names beside it, if that has a page."""
    for code in own.codes:
        yield from _with_page(code.code, code.companions.get(other.id, ()), other)
        for answer in own.answers.get(code.code, ()):
            yield from _with_page(code.code, answer.reply.codes, other)


def _with_page(code: str, companions: Iterable[str], other: Catalogue) -> Iterator[tuple[str, str]]:
    return ((code, one) for one in companions if one in other.by_id)
