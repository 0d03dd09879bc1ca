"""What no sentence of the site may hold."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree
from lxml.html import HtmlElement

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


# What a browser shows in lines of its own, whose last word and the next one's first are no one word.
_LINES: Final = frozenset({"ul", "ol", "li", "p", "tr", "td", "th", "dt", "dd", "div"})


def spaced_text(element: HtmlElement) -> str:
    """The text of an element, in which each block within it has lines of its own."""
    found: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if node.tag in _LINES or "detail" in node.get("class", "").split():
            found.append("\n")
        found.append((node.text if event == "start" else node is not element and node.tail) or "")
    return "".join(found)
