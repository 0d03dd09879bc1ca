"""Phrases: sentence patterns with slots, filled in one language.

A slot is written `{a}`; in Korean `{a|은/는}` adds the particle that the filled-in word takes.
"""

import re
import string
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType

from babel.dates import format_date
from babel.lists import format_list

from codepairs.language import korean
from codepairs.languages import Language
from codepairs.problems import ContentError, Problem, shown

_NO_READINGS: Mapping[str, str] = MappingProxyType({})
_SLOT = re.compile(r"\{(?P<name>\w+)(?:\|(?P<pair>[^}]+))?\}")


def slots(pattern: str) -> frozenset[str]:
    """The names of the slots in a pattern."""
    return frozenset(match["name"] for match in _SLOT.finditer(pattern))


def faults(pattern: str, language: Language) -> Iterator[str]:
    """What is wrong with the braces of a pattern.

    Python's format strings can reach attributes, indexes and conversions of what they are given; a phrase may not.
    """
    try:
        fields = [field for field in string.Formatter().parse(pattern) if field[1] is not None]
    except ValueError as error:
        yield f"expected each brace to belong to a slot; found {shown(str(error))}"
        return
    if "{{" in pattern or "}}" in pattern:
        yield "expected each brace to belong to a slot; found a doubled one"
        return
    for _, name, form, conversion in fields:
        written = _SLOT.fullmatch(f"{{{name}}}")
        if not written or form or conversion:
            yield f"expected a slot such as {{a}}, or {{a|은/는}} in Korean; found {shown(name)}"
        elif written["pair"] and (language != "ko" or written["pair"] not in korean.PARTICLES):
            pairs = ", ".join(korean.PARTICLES) if language == "ko" else "none in this language"
            yield f"expected a particle among {pairs}; found {shown(written['pair'])}"


@cache
def particles(pattern: str) -> tuple[tuple[str, str, str], ...]:
    """Each slot of a pattern that takes a particle: as it is written (`a|은/는`), its name and its pair."""
    return tuple(
        (f"{match['name']}|{match['pair']}", match["name"], match["pair"])
        for match in _SLOT.finditer(pattern)
        if match["pair"]
    )


class Phrases:
    """All phrases of one language."""

    def __init__(
        self,
        language: Language,
        patterns: Mapping[str, str],
        readings: Mapping[str, str] = _NO_READINGS,
    ) -> None:
        self.language = language
        self._patterns = patterns
        self._readings = readings
        self._particles: dict[tuple[str, str], str] = {}

    def __call__(self, key: str, **words: str) -> str:
        """The phrase `key` with its slots filled.

        Raises `ContentError` for a phrase that the language's file lacks, `KeyError` for a slot that is not given,
        `UnknownReadingError` for a word whose Korean reading is not known.
        """
        pattern = self._patterns.get(key)
        if pattern is None:
            raise ContentError([self._missing(key)])
        return self.fill(pattern, words)

    def fill(self, pattern: str, words: dict[str, str]) -> str:
        """The pattern with its slots filled; raises as calling does.

        A pattern is a format string whose slots are named as they are written.
        """
        for slot, name, pair in particles(pattern):
            words[slot] = words[name] + self._particle(words[name], pair)
        return pattern.format_map(words)

    def _particle(self, word: str, pair: str) -> str:
        found = self._particles.get((word, pair))
        if found is None:
            found = self._particles[word, pair] = korean.particle(word, pair, self._readings)
        return found

    def _missing(self, key: str) -> Problem:
        file = Path("phrases", f"{self.language}.yml")
        message = "expected this phrase, which a page needs; found nothing"
        return Problem(file=file, line=1, path=key, message=message)

    def list(self, words: Sequence[str], style: str = "standard") -> str:
        """The words as a list in running text ("a, b and c"), as Babel knows it."""
        return format_list(list(words), style=style, locale=self.language)  # type: ignore[arg-type]

    def date(self, day: object) -> str:
        """A date as readers of the language write it."""
        return format_date(day, format="long", locale=self.language)  # type: ignore[arg-type]
