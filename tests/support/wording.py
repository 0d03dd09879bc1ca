"""What no sentence of the site may hold."""

import re
from collections.abc import Iterator
from typing import Final

from codepairs.language import korean
from codepairs.languages import Language

_SPOILED: Final = re.compile(r"[{}|]|\bNone\b|\(는\)|\(가\)|\(를\)|\(으\)|  |\.\.|\s[.,?]")
# Four English words in a row are a sentence, not a name.
ENGLISH: Final = re.compile(r"\b[A-Za-z']{2,}(?:[ ,]+[a-z']+){3,}")


def faults(text: str, language: Language) -> Iterator[str]:
    """What only a program understands, a wrong particle, and English where Korean is meant."""
    yield from _SPOILED.findall(text)
    if language == "ko":
        yield from (wrong for wrong, _ in korean.wrong_particles(text))
        yield from ENGLISH.findall(text)
