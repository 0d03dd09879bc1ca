"""What no sentence of the site may hold."""

import re
from collections.abc import Iterator
from typing import Final

from codepairs.language import korean
from codepairs.languages import Language

_SPOILED: Final = re.compile(r"[{}|]|\bNone\b|\(는\)|\(가\)|\(를\)|\(으\)|  |\.\.|\s[.,?]")
# Four English words in a row are a sentence, not a name.
ENGLISH: Final = re.compile(r"\b[A-Za-z']{2,}(?:[ ,]+[a-z']+){3,}")

# A clause may be an imperative ("take it off"), which no relative word can open.
_OPENED: Final = re.compile(r", where (?:take|keep|pause|leave|drop|hold|repair|replace)\b")
# After the topic "5.6.11에서는" another one would follow at once.
_TWO_TOPICS: Final = re.compile(r"\d에서는 (?:수신자|리스트|그룹|폴더|도메인의) 주소는")


def faults(text: str, language: Language) -> Iterator[str]:
    """What only a program understands, broken grammar, a wrong particle, and English where Korean is meant."""
    yield from _SPOILED.findall(text)
    yield from _OPENED.findall(text)
    if language == "ko":
        yield from _TWO_TOPICS.findall(text)
        yield from (wrong for wrong, _ in korean.wrong_particles(text))
        yield from ENGLISH.findall(text)
