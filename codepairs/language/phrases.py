"""Phrases: sentence patterns with slots, filled in one language.

A slot is written `{a}`; in Korean `{a|은/는}` adds the particle that the filled-in word takes,
`{clause|고}` joins a clause to the next and `{gist|다는}` quotes it.
"""

import datetime
import re
import string
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from codepairs.language import korean
from codepairs.languages import Language
from codepairs.problems import ContentError, Problem, shown

_NO_READINGS: Mapping[str, str] = MappingProxyType({})
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SLOT = re.compile(r"\{(?P<name>\w+)(?:\|(?P<form>[^}]+))?\}")


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
        elif written["form"] and (language != "ko" or written["form"] not in korean.FORMS):
            pairs = ", ".join(korean.PARTICLES) if language == "ko" else "none in this language"
            yield f"expected a particle among {pairs}; found {shown(written['form'])}"


@cache
def forms(pattern: str) -> tuple[tuple[str, str, str], ...]:
    """Each slot of a pattern that takes a form: as it is written (`a|은/는`), its name and its form."""
    return tuple(
        (f"{match['name']}|{match['form']}", match["name"], match["form"])
        for match in _SLOT.finditer(pattern)
        if match["form"]
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
        self._made: dict[tuple[str, str], str] = {}

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
        for slot, name, form in forms(pattern):
            words[slot] = self._formed(words[name], form)
        return pattern.format_map(words)

    def _formed(self, word: str, form: str) -> str:
        """The word with the particle of a pair, or the clause with another ending."""
        found = self._made.get((word, form))
        if found is None:
            found = self._made[word, form] = (
                korean.attach(word, form, self._readings)
                if form in korean.PARTICLES
                else korean.joined(word, form)
            )
        return found

    def _missing(self, key: str) -> Problem:
        file = Path("phrases", f"{self.language}.yml")
        message = "expected this phrase, which a page needs; found nothing"
        return Problem(file=file, line=1, path=key, message=message)

    def list(self, words: Sequence[str]) -> str:
        """The words as a list in running text: "a, b, and c" in English, and "a and b, and c" where one is two words.

        A Korean list that ends in 및 is officialese; people put commas.
        """
        if self.language == "ko" or not words[1:]:
            return ", ".join(words)
        *first, last = words
        # What stands between quotation marks holds together.
        has_own_and = any(" and " in word and not word.startswith("‘") for word in words)
        return f"{', '.join(first)}{',' if first[1:] or has_own_and else ''} and {last}"

    def date(self, day: datetime.date) -> str:
        """A date as readers of the language write it."""
        if self.language == "ko":
            return f"{day.year}년 {day.month}월 {day.day}일"
        return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"
