"""Phrases: sentence patterns with slots, filled in one language.

A slot is written `{a}`; in Korean `{a|은/는}` adds the particle that the filled-in word takes.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from babel.dates import format_date
from babel.lists import format_list

from codepairs import korean
from codepairs.errors import ContentError, Problem
from codepairs.schema import Language

_SLOT = re.compile(r"\{(?P<name>\w+)(?:\|(?P<pair>[^}]+))?\}")


def slots(pattern: str) -> frozenset[str]:
    """The names of the slots in a pattern."""
    return frozenset(match["name"] for match in _SLOT.finditer(pattern))


@dataclass(frozen=True, slots=True)
class Slot:
    """A place to fill, with the pair of particles to choose from, if any."""

    name: str
    particles: str | None


Piece = str | Slot


@cache
def pieces(pattern: str) -> tuple[Piece, ...]:
    """The pattern cut into its texts and slots, in order."""
    found: list[Piece] = []
    end = 0
    for match in _SLOT.finditer(pattern):
        found.append(pattern[end : match.start()])
        found.append(Slot(match["name"], match["pair"]))
        end = match.end()
    found.append(pattern[end:])
    return tuple(piece for piece in found if piece)


class Phrases:
    """All phrases of one language."""

    def __init__(self, language: Language, patterns: Mapping[str, str]) -> None:
        self.language = language
        self._patterns = patterns
        self._particle = lru_cache(maxsize=None)(korean.particle)

    def __call__(self, key: str, **words: str) -> str:
        """The phrase `key` with its slots filled.

        Raises `ContentError` for a phrase that the language's file lacks, `KeyError` for a slot that is not given,
        `UnknownReadingError` for a word whose Korean reading is not known.
        """
        pattern = self._patterns.get(key)
        if pattern is None:
            raise ContentError([self._missing(key)])
        return "".join(
            [
                piece if isinstance(piece, str) else self._filled(piece, words[piece.name])
                for piece in pieces(pattern)
            ]
        )

    def _missing(self, key: str) -> Problem:
        file = Path("phrases", f"{self.language}.yml")
        message = "expected this phrase, which a page needs; found nothing"
        return Problem(file=file, line=1, path=key, message=message)

    def _filled(self, slot: Slot, word: str) -> str:
        return word + self._particle(word, slot.particles) if slot.particles else word

    def list(self, words: Sequence[str], style: str = "standard") -> str:
        """The words as a list in running text ("a, b and c"), as Babel knows it."""
        return format_list(list(words), style=style, locale=self.language)  # type: ignore[arg-type]

    def date(self, day: object) -> str:
        """A date as readers of the language write it."""
        return format_date(day, format="long", locale=self.language)  # type: ignore[arg-type]
