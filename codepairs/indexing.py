"""Which comparisons search engines are to list: a record of what was measured, not a choice made by hand.

Measuring renders every page and compares it with every other, which is too slow for each build (see `uniqueness`).
"""

from collections.abc import Iterable
from pathlib import Path

from codepairs import yamlfile

Pair = tuple[str, str]

RECORD = "indexed.txt"
_HEADER = """\
# The pairs whose pages say enough of their own, in both languages, to be offered to search engines.
# Written by `python build.py measure`; the other pages are reachable, but marked noindex and not in the sitemap.
"""


def read(folder: Path) -> frozenset[Pair] | None:
    """The recorded pairs of the catalogue in `folder`, or None if there is no record.

    Raises `ContentError` where the record cannot be read.
    """
    file = folder / RECORD
    if not file.exists():
        return None
    lines = (line.split() for line in yamlfile.text(file).splitlines() if not line.startswith("#"))
    return frozenset((line[0], line[1]) for line in lines if len(line) == 2)  # noqa: PLR2004 - a pair


def write(folder: Path, pairs: Iterable[Pair]) -> None:
    """Record the pairs, in the order given."""
    lines = "".join(f"{a} {b}\n" for a, b in pairs)
    (folder / RECORD).write_text(_HEADER + lines, encoding="utf-8")
