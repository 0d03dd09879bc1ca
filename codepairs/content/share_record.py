"""How much of its own each offered comparison says: a record of what was measured, for the figures.

Measuring renders every page and compares it with every other, which is too slow for each build (see `uniqueness`).
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from codepairs.content import yamlfile
from codepairs.languages import LANGUAGES, Language
from codepairs.problems import ContentError, Problem, shown

Pair = tuple[str, str]
# The share of a page, in per cent, that stands on no other page of its language.
Shares = Mapping[Language, int]

RECORD: Final = "shares.txt"
_HEADER: Final = """\
# The comparisons that are offered to search engines: the two codes,
# then the share of the page in per cent that stands on no other page, in English and in Korean.
# A figure, no target. Written by `python build.py measure`.
"""
_WORDS: Final = 2 + len(LANGUAGES)
_PER_CENT: Final = re.compile("[0-9]{1,2}|100")


def read(folder: Path) -> Mapping[Pair, Shares] | None:
    """The recorded pairs of the catalogue in `folder` with their shares, or None if there is no record.

    Raises `ContentError` where the record cannot be read.
    """
    file = folder / RECORD
    if not file.exists():
        return None
    found: dict[Pair, Shares] = {}
    problems: list[Problem] = []
    for number, line in enumerate(yamlfile.text(file).splitlines(), 1):
        words = line.split()
        if line.startswith("#") or not words:
            continue
        if len(words) != _WORDS or not all(_PER_CENT.fullmatch(word) for word in words[2:]):
            message = f"expected two codes and {len(LANGUAGES)} numbers; found {shown(line)}"
            hint = "run `python build.py measure`"
            problems.append(Problem(file=file, line=number, path="", message=message, hint=hint))
            continue
        shares = dict(zip(LANGUAGES, map(int, words[2:]), strict=True))
        found[words[0], words[1]] = shares
    if problems:
        raise ContentError(problems)
    return found


def write(folder: Path, pairs: Mapping[Pair, Shares]) -> None:
    """Record the pairs with their shares, in the order given."""
    lines = "".join(
        f"{a} {b} {' '.join(str(shares[language]) for language in LANGUAGES)}\n"
        for (a, b), shares in pairs.items()
    )
    (folder / RECORD).write_text(_HEADER + lines, encoding="utf-8")
