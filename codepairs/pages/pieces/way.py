"""The picture of how far a mail or a request came: its stations in a row, and a mark where it stopped.

A list, so that it can be read without the picture, breaks lines on a phone, and costs few bytes; the sheet draws it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import jinja2
from markupsafe import Markup

from codepairs.content.catalogue import Catalogue
from codepairs.content.schema import CodeFile, Stop, Way
from codepairs.language.phrases import Phrases
from codepairs.pages.pieces.base import Pieces, joined

_SAID: Final = re.compile(r'<p class="small">.*?</p>')


class WayPieces(Pieces):
    """Draws the ways of one catalogue in one language; nothing for a protocol without a way."""

    def __init__(
        self,
        catalogue: Catalogue,
        phrases: Phrases,
        environment: jinja2.Environment,
        way: Way | None,
    ) -> None:
        super().__init__(catalogue, phrases, environment)
        self._way = way

    @property
    def title(self) -> str:
        """How the picture is headed."""
        return self._way.title[self._language] if self._way else ""

    def of_code(self, code: CodeFile, situation: str | None) -> Markup:
        """How far it came after a code that stood for a situation; empty where nobody can tell."""
        if situation is None:
            return Markup("")
        return self._once(
            ("way", code.code, situation), lambda: self._uncached_of_codes([code], situation)
        )

    def of_class(self, class_: str, situation: str) -> Markup:
        """How far it came after any code of a class that stood for a situation."""
        facts = self._catalogue.class_facts_in(class_, situation)
        return self._drawn(situation, facts, self._catalogue.classes[class_].tone)

    def of_pair(
        self, a: CodeFile, b: CodeFile, situation_a: str | None, situation_b: str | None
    ) -> Markup:
        """The ways of two codes, one picture where both came equally far."""
        if self._way is None or situation_a is None or situation_b is None:
            return Markup("")
        if self._bare(a, situation_a) == self._bare(b, situation_b):
            return self._uncached_of_codes([a, b], situation_a, is_named=situation_a == situation_b)
        way_a, way_b = self.of_code(a, situation_a), self.of_code(b, situation_b)
        if not way_a or not way_b:
            return Markup("")
        # What is said of both stands below both, once.
        said_a, said_b = (_SAID.findall(way) for way in (way_a, way_b))
        if said_a == said_b:
            way_a = Markup(_SAID.sub("", way_a))  # noqa: S704 - a part of what was rendered
        return joined((way_a, way_b))

    def _bare(self, code: CodeFile, situation: str) -> Markup:
        """The picture without the code and the situation for which it is drawn."""
        return self._once(
            ("bare", code.code, situation),
            lambda: self._drawn(
                situation, self._catalogue.facts_in(code, situation), self._tone(code)
            ),
        )

    def _uncached_of_codes(
        self, codes: Sequence[CodeFile], situation: str, *, is_named: bool = True
    ) -> Markup:
        facts = self._catalogue.facts_in(codes[0], situation)
        names = [one.code for one in codes]
        return self._drawn(situation, facts, self._tone(codes[0]), names, is_named=is_named)

    def _drawn(
        self,
        situation: str,
        facts: Iterable[str | None],
        tone: str,
        codes: Sequence[str] = (),
        *,
        is_named: bool = False,
    ) -> Markup:
        way = self._way
        if way is None:
            return Markup("")
        told = dict(zip(self._catalogue.axis_ids, facts, strict=True))
        stop = stop_of(way, situation, list(self._catalogue.situations[situation].stages), told)
        if stop is None:
            return Markup("")
        reached = [one.id for one in way.stations].index(stop.reached)
        at = reached + stop.halts
        actor = told.get(way.actor or "")
        return self._render(
            "way",
            codes=codes,
            situation=self._catalogue.situations[situation].name[self._language]
            if is_named
            else "",
            tone=tone,
            stations=[
                {
                    "name": one.label[self._language],
                    "came": number <= reached,
                    "mark": stop.mark[self._language] if number == at else "",
                    "halted": stop.halts and number == at,
                    "acts": way.acts[self._language] if way.acts and actor in one.acts else "",
                }
                for number, one in enumerate(way.stations)
            ],
            says=stop.says[self._language],
        )


def stop_of(
    way: Way, situation: str, stages: Sequence[str], facts: Mapping[str, str | None]
) -> Stop | None:
    """The first stop that fits what is known; None where nothing does, or the situation does not tell."""
    if situation in way.unclear:
        return None
    for stop in way.stops:
        is_there = not stop.stages or (stages and set(stages) <= set(stop.stages))
        if is_there and all(facts.get(axis) == value for axis, value in stop.facts.items()):
            return stop
    return None
