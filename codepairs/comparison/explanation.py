"""What a rule has to say, still without words: a phrase, and what goes into its slots."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from codepairs.content.schema.base import Text
from codepairs.content.schema.codes import CodeFile

Section = Literal["stages", "differences"]

# Words and explanations are made by the dozen for each pair and dropped; to make frozen ones takes four times as long.
# Frozen are the words that are looked up by what they are.


@dataclass(slots=True)
class CodeWord:
    """A code itself: `421`."""

    code: CodeFile


@dataclass(slots=True)
class NameWord:
    """A code's name."""

    code: CodeFile


@dataclass(slots=True)
class StandingWord:
    """Who defines a code, as a clause."""

    code: CodeFile


@dataclass(slots=True)
class ClauseWord:
    """What a code's answer to an axis means where it stands for `situation`.

    The words are the code's own, where it has any and the situation is its typical one, or else the value's.
    """

    code: CodeFile
    axis: str
    value: str
    situation: str | None


@dataclass(frozen=True, slots=True)
class StagesWord:
    """Stages by id, as a list."""

    stages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListWord:
    """Codes or enhanced codes as a list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SituationsWord:
    """Situations by id, as a list of their names."""

    situations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReferencesWord:
    """Sections of standards, as a list."""

    references: tuple[tuple[str, str | None], ...]


Word = (
    CodeWord
    | NameWord
    | StandingWord
    | ClauseWord
    | StagesWord
    | ListWord
    | SituationsWord
    | ReferencesWord
)


@dataclass(slots=True, kw_only=True)
class Explanation:
    """One explanation: where it stands, its phrase with what fills it, and what it is headed by.

    A phrase is the site's own, by its key, or a text of the catalogue.
    `subject` tells a difference from the others of its pair: an axis, another catalogue, or what holds of the pair.
    """

    section: Section
    subject: str = ""
    phrase: str | Text
    words: Mapping[str, Word]
    title: str | Text | None = None
