"""Problems in content, and how one is written down."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


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
        hint = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{place}{crumb}{self.message}{hint}"


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


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
