"""Codes of two catalogues that come together, such as 550 and 5.1.1.

A code's file names some of its companions, the other code's file names others, and real replies show more.
A reader sees all of them on either code's page.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from codepairs.content.catalogue import Catalogue


@dataclass(frozen=True, kw_only=True)
class Companions:
    """The companions of one catalogue's codes: the id of the catalogue they are from, and which they are."""

    catalogue_id: str
    known: frozenset[str]
    of_code: Mapping[str, tuple[str, ...]]


def find(catalogues: Iterable[Catalogue]) -> Mapping[str, Companions]:
    """Catalogue id → companions of its codes, for each catalogue that goes with another."""
    by_id = {catalogue.id: catalogue for catalogue in catalogues}
    found: dict[str, Companions] = {}
    for catalogue in by_id.values():
        if catalogue.vocabulary.accompanies is None:
            continue
        basic = by_id[catalogue.vocabulary.accompanies]
        pairs = set(_together(basic, catalogue))
        found[catalogue.id] = _companions(basic, {(own, other) for other, own in pairs})
        found[basic.id] = _companions(catalogue, pairs)
    return found


def _together(basic: Catalogue, other: Catalogue) -> Iterator[tuple[str, str]]:
    """Each basic code with each code that comes with it; codes without a page are left out."""
    for code in basic.codes:
        yield from ((code.code, one) for one in code.enhanced if one in other.by_id)
        for answer in basic.answers.get(code.code, ()):
            yield from ((code.code, one) for one in answer.reply.codes[1:] if one in other.by_id)
    for code in other.codes:
        yield from ((one, code.code) for one in code.accompanies if one in basic.by_id)


def _companions(of: Catalogue, pairs: Iterable[tuple[str, str]]) -> Companions:
    position = {code: number for number, code in enumerate(of.by_id)}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for code, companion in sorted(pairs, key=lambda pair: position[pair[1]]):
        found[code].append(companion)
    return Companions(
        catalogue_id=of.id,
        known=frozenset(of.by_id),
        of_code={code: tuple(companions) for code, companions in found.items()},
    )
