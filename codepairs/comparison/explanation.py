"""What a rule has to say, still without words: a phrase, and what goes into its slots."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from codepairs.content.schema import CodeFile, Text

Section = Literal["stages", "differences"]


@dataclass(frozen=True, slots=True)
class CodeWord:
    """A code itself: `421`."""

    code: CodeFile


@dataclass(frozen=True, slots=True)
class NameWord:
    """A code's name."""

    code: CodeFile


@dataclass(frozen=True, slots=True)
class StandingWord:
    """Who defines a code, as a clause; `goes_on` as in `ClauseWord`."""

    code: CodeFile
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class ClauseWord:
    """What a code's answer to an axis means: the code's own clause, or else the value's.

    `goes_on` is set where another clause follows, which changes a Korean verb's ending.
    """

    code: CodeFile
    axis: str
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class StagesWord:
    """Stages by id, as a list."""

    stages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListWord:
    """Codes or enhanced codes as a list."""

    items: tuple[str, ...]


Word = CodeWord | NameWord | StandingWord | ClauseWord | StagesWord | ListWord


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One explanation: where it stands, its phrase with what fills it, and what it is headed by.

    A phrase is the site's own, by its key, or a text of the catalogue.
    """

    section: Section
    phrase: str | Text
    words: Mapping[str, Word]
    title: str | Text | None = None
