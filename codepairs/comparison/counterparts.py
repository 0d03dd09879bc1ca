"""Codes of another protocol that become codes of this one, such as HTTP's 503 and gRPC's UNAVAILABLE.

An axis that tells of such codes names their catalogue; its answers have them in their labels.
A reader finds the way from either code to the other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.base import Text
from codepairs.content.schema.catalogues import Axis, CodesOf

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterparts:
    """The codes of one other catalogue, and what the list of them is headed by."""

    label: Text
    catalogue: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AllCounterparts:
    """Which codes of all the catalogues stand for each other."""

    catalogues: Sequence[Catalogue]

    def named(self, axis: Axis, answer: str) -> tuple[str, ...]:
        """The codes with a page that an answer names, where its axis tells of another catalogue's codes."""
        return () if axis.codes_of is None else self._named(axis.codes_of, answer)

    def of(self, catalogue: Catalogue, code: str) -> Iterator[Counterparts]:
        """The codes of other catalogues whose answers name the code, for each axis that tells of its catalogue."""
        for other in self.catalogues:
            for axis in other.axes:
                if axis.codes_of and axis.codes_of.catalogue == catalogue.id:
                    found = tuple(
                        one.code
                        for one in other.codes
                        for value in (_value(other, axis, one.code),)
                        if value and code in self._named(axis.codes_of, value)
                    )
                    if found:
                        yield Counterparts(
                            label=axis.codes_of.label, catalogue=other.id, codes=found
                        )

    def _named(self, link: CodesOf, answer: str) -> tuple[str, ...]:
        known = next((one.by_id for one in self.catalogues if one.id == link.catalogue), {})
        return tuple(word for word in _WORD.findall(answer) if word in known)


def _value(catalogue: Catalogue, axis: Axis, code: str) -> str | None:
    """How the answer to an axis reads for what a code mostly stands for."""
    facts = catalogue.facts_in(catalogue.by_id[code], catalogue.typical(catalogue.by_id[code]))
    values = catalogue.values[axis.id]
    answers = (
        values[fact].label.en
        for one, fact in zip(catalogue.axes, facts, strict=True)
        if one is axis and fact is not None and fact in values
    )
    return next(answers, None)
