"""Characters that no text of the content may hold, wherever it is written.

What cannot be seen is not there by intention: control characters break pages, overrides of direction turn words around,
and a zero-width character hides a word from search.
Hangul taken apart into its letters looks the same and is found by nobody, so only composed text (NFC) passes.
It is refused and not composed in passing, so that a search through the files finds what a search on the site finds.
"""

import unicodedata
from collections.abc import Iterator
from typing import Final

from codepairs.problems import shown

_LINE_ENDS: Final = frozenset({"Zl", "Zp"})


def unwanted(text: str) -> Iterator[tuple[int, str]]:
    """What is wrong with the characters of a text: the line, from 0, and the message; one for each line."""
    for number, line in enumerate(text.split("\n")):
        # Nearly every line passes as a whole, which takes a fraction of looking at each sign.
        odd = () if line.isprintable() else line
        found = next((sign for sign in odd if not _may_stand(sign)), None)
        if found is not None:
            name = unicodedata.name(found, "a character without a name")
            yield number, f"expected characters that can be seen; found U+{ord(found):04X}, {name}"
        elif not unicodedata.is_normalized("NFC", line):
            parts = (part for part in line.split() if not unicodedata.is_normalized("NFC", part))
            part = next(parts, line)
            yield number, f"expected composed characters (Unicode NFC); found {shown(part)}"


def _may_stand(sign: str) -> bool:
    if sign.isprintable() or sign == "\t":
        return True
    kind = unicodedata.category(sign)
    return kind[0] != "C" and kind not in _LINE_ENDS
