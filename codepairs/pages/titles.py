"""Titles and descriptions that a search result shows whole."""

import re
from collections.abc import Iterable
from typing import Final

from codepairs.content.schema.catalogues import CodeClass
from codepairs.content.schema.codes import CodeFile
from codepairs.languages import MOST_IN_DESCRIPTION, Language

# What search engines show of a title, in characters, and in those of Hangul, beside which others are narrow.
MOST_IN_TITLE: Final = {"en": 60.0, "ko": 35.0}
_NARROW: Final = 0.55

# A name that carries a note in brackets stands in no brackets itself.
_NESTED: Final = re.compile(r"\([^()]*\(")
_BETWEEN_SENTENCES: Final = re.compile(r"(?<=[.!?]) +(?=[^a-z]|https?://)")


def width(text: str, language: Language) -> float:
    """How wide a title is: in characters, in Korean in those of Hangul."""
    if language == "en":
        return float(len(text))
    narrow = len(text.encode("ascii", "ignore"))
    return narrow * _NARROW + (len(text) - narrow)


def fits(title: str, language: Language) -> bool:
    """Whether a search result shows the title whole, and a reader sees what belongs together in it."""
    return width(title, language) <= MOST_IN_TITLE[language] and not _NESTED.search(title)


def fitting(titles: Iterable[str], language: Language) -> str:
    """The first of several titles that fits, or else the last."""
    title = ""
    for title in titles:
        if fits(title, language):
            break
    return title


def only_spells(name: str, code: str) -> bool:
    """Whether a name says nothing but the code itself, as "Not found" does of NOT_FOUND."""
    return name.casefold().replace(" ", "_") == code.casefold()


def beside_code(code: CodeFile, language: Language) -> dict[str, str]:
    """A code's name, and the standard's where that is in another language, as far as they say more than the code."""
    names = {"name": code.name[language], "original": "" if language == "en" else code.name.en}
    return {key: "" if only_spells(name, code.code) else name for key, name in names.items()}


def class_beside_code(class_: CodeClass, language: Language) -> str:
    """A class beside one of its codes, which shows the digits itself: "temporary error" of "4xx temporary error"."""
    label = class_.label[language]
    digits, _, words = label.partition(" ")
    return words if class_.prefix and words and digits.startswith(class_.prefix) else label


def sentence(clause: str, language: Language) -> str:
    """A clause as a sentence of its own."""
    start = clause[:1].upper() if language == "en" else clause[:1]
    return f"{start}{clause[1:]}."


def is_shown(description: str, language: Language) -> bool:
    """Whether a search result shows a description whole."""
    return len(description) <= MOST_IN_DESCRIPTION[language]


def whole_sentences(text: str, language: Language) -> str:
    """As many whole sentences of a text as a search result shows, and the first in any case."""
    first, *others = _BETWEEN_SENTENCES.split(text)
    for sentence in others:
        longer = f"{first} {sentence}"
        if not is_shown(longer, language):
            break
        first = longer
    return first
