"""The picture of how far a mail or a request came: its stations in a row, and a mark where it stopped.

A list, so that it can be read without the picture, breaks lines on a phone, and costs few bytes; the sheet draws it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import jinja2
from markupsafe import Markup

from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.codes import CodeFile
from codepairs.content.schema.protocols import Stop, Way
from codepairs.language.phrases import Phrases
from codepairs.pages.pieces.base import Pieces, joined


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A station as it is drawn: whether it came so far, what happened there, and how it is marked if it has to act."""

    name: str
    came: bool
    mark: str
    halted: bool
    acts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Picture:
    """What is drawn whatever it is drawn for, so that equal ones are drawn once."""

    tone: str
    places: tuple[_Place, ...]
    says: str


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
            ("way", code.code, situation),
            lambda: self._figure(self._of_code(code, situation), [code], situation),
        )

    def of_class(self, class_: str, situation: str) -> Markup:
        """How far it came after any code of a class that stood for a situation."""
        facts = self._catalogue.class_facts_in(class_, situation)
        return self._figure(self._picture(situation, facts, self._catalogue.classes[class_].tone))

    def of_pair(
        self, a: CodeFile, b: CodeFile, situation_a: str | None, situation_b: str | None
    ) -> Markup:
        """The ways of two codes, one picture where both came equally far."""
        if situation_a is None or situation_b is None:
            return Markup("")
        of_a, of_b = self._of_code(a, situation_a), self._of_code(b, situation_b)
        if of_a is None or of_b is None:
            return Markup("")
        if of_a == of_b:
            return self._figure(of_a, [a, b], situation_a if situation_a == situation_b else None)
        # What is said of both stands below both, once.
        says = of_a.says != of_b.says
        way_a = self._figure(of_a, [a], situation_a, says=says)
        return joined((way_a, self.of_code(b, situation_b)))

    def _of_code(self, code: CodeFile, situation: str) -> _Picture | None:
        return self._once(
            ("picture", code.code, situation),
            lambda: self._picture(
                situation, self._catalogue.facts_in(code, situation), self._tone(code)
            ),
        )

    def _picture(self, situation: str, facts: Iterable[str | None], tone: str) -> _Picture | None:
        way = self._way
        if way is None:
            return None
        told = self._catalogue.by_axis(facts)
        stop = stop_of(way, situation, list(self._catalogue.situations[situation].stages), told)
        if stop is None:
            return None
        reached = [one.id for one in way.stations].index(stop.reached)
        at = reached + stop.halts
        acting = self._catalogue.acting
        actor = told.get(acting.id) if acting else None
        places = (
            _Place(
                name=one.label[self._language],
                came=number <= reached,
                mark=stop.mark[self._language] if number == at else "",
                halted=stop.halts and number == at,
                acts=self._phrases("way.acts") if actor in one.acts else "",
            )
            for number, one in enumerate(way.stations)
        )
        return _Picture(tone=tone, places=tuple(places), says=stop.says[self._language])

    def _figure(
        self,
        picture: _Picture | None,
        codes: Sequence[CodeFile] = (),
        situation: str | None = None,
        *,
        says: bool = True,
    ) -> Markup:
        """The picture with the codes that it is drawn for, and the situation if they have one in common."""
        if picture is None:
            return Markup("")
        return self._render(
            "way",
            codes=[code.code for code in codes],
            situation=self._catalogue.situations[situation].name[self._language]
            if situation
            else "",
            tone=picture.tone,
            stations=picture.places,
            says=picture.says if says else "",
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
