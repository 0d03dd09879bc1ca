"""The record of every address ever published: none may disappear."""

import re
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Final

from codepairs.content import yamlfile
from codepairs.languages import LANGUAGES
from codepairs.problems import ContentError, Problem, shortened, shown

RECORD: Final = "addresses.txt"
_ADDRESS: Final = re.compile(rf"(?:{'|'.join(LANGUAGES)})/(?:[A-Za-z0-9][A-Za-z0-9._-]{{0,99}}/)*")
_HEADER: Final = """\
# Every address ever published, relative to the site's root; none may disappear.
# A comparison's address follows from its two codes: {language}/{catalogue}/{a}-vs-{b}/ exists whenever both codes do.
# `python build.py addresses` adds new ones.
"""


def check(folder: Path, addresses: Collection[str]) -> None:
    """Compare the record in `folder` with the addresses about to be published.

    Raises `ContentError` for every recorded address that would be dropped, and for every line that is none.
    """
    file = folder / RECORD
    problems = [
        Problem(
            file=file,
            line=line,
            path=shortened(address),
            message="expected this address, which was published; found no page for it",
            hint="bring the page back; links from elsewhere lead to it",
        )
        for line, address in _recorded(file)
        if address not in addresses
    ]
    if problems:
        raise ContentError(problems)


def new(folder: Path, addresses: Iterable[str]) -> list[str]:
    """The addresses that are not recorded yet, sorted."""
    known = {address for _, address in _recorded(folder / RECORD)}
    return sorted(set(addresses) - known)


def record(folder: Path, addresses: Iterable[str]) -> None:
    """Write the record with `addresses` added to it."""
    file = folder / RECORD
    known = {address for _, address in _recorded(file)}
    lines = "".join(f"{address}\n" for address in sorted(known | set(addresses)))
    file.write_text(_HEADER + lines, encoding="utf-8")


def _recorded(file: Path) -> list[tuple[int, str]]:
    if not file.exists():
        return []
    found = [
        (number, line.strip())
        for number, line in enumerate(yamlfile.text(file).splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]
    problems = [
        Problem(
            file=file,
            line=number,
            path="",
            message=f"expected an address such as en/smtp/421/; found {shown(line)}",
        )
        for number, line in found
        if not _ADDRESS.fullmatch(line)
    ]
    if problems:
        raise ContentError(problems)
    return found
