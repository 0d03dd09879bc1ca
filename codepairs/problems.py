"""Problems in content, and how one is written down."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One thing wrong in one content file.

    `path` is the breadcrumb of names that leads to the place (`421 › facts › retry`), `line` counts from 1.
    """

    file: Path
    line: int
    path: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """The line a person reads: `file:line: path: message`, and the hint on a line of its own."""
        place = f"{self.file}:{self.line}: "
        crumb = f"{self.path}: " if self.path else ""
        hint = f"\n  hint: {_printable(self.hint)}" if self.hint else ""
        return _printable(f"{place}{crumb}{self.message}") + hint


class ContentError(Exception):
    """The content cannot be built; carries every problem of the run, in the order of files and lines."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__(str(self))

    def __str__(self) -> str:
        return "\n".join([*map(str, self.problems), self.summary])

    @property
    def summary(self) -> str:
        """The closing line: how many problems in how many files."""
        files = len({problem.file for problem in self.problems})
        return f"check failed: {_count(len(self.problems), 'problem')} in {_count(files, 'file')}"


# So many characters of what was found does a message repeat: enough to recognise it, however long it is.
SHOWN: Final = 80


def shown(found: object) -> str:
    """What was found, as a message repeats it: in quotes where it is text, and shortened."""
    return shortened(str(found) if isinstance(found, datetime.date) else repr(found))


def shortened(text: str) -> str:
    """The beginning of a text of any length."""
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def ending(text: str) -> str:
    """The last words of a text, in quotes: none is cut in two, since a message about its end is read as a text."""
    if len(text) <= SHOWN:
        return repr(text)
    tail = text[-SHOWN:]
    return repr(f"… {tail.partition(' ')[2] or tail}")


def _printable(line: str) -> str:
    """The line with everything escaped that a terminal would not show: names of files can hold anything."""
    if line.isprintable():
        return line
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in line)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
