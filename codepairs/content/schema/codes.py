"""The shape of a code's file, `codes/421.yml`: its facts, what it stands for and whose word that is, its texts."""

import datetime
from collections.abc import Mapping
from typing import Annotated, Final, Literal

from pydantic import Field

from codepairs.content.schema.base import ContentModel, Source, Text, Told
from codepairs.content.schema.values import CodeId, Line, Lines, Prose, Slug, Url
from codepairs.languages import Language

# Stands for the standard where a use says whose it is; no provider can have this name.
STANDARD: Final = "standard"
# Stands for copied lists that explain codes nobody is known to send.
LIST: Final = "list"


class Disagreement(Told):
    """Something about a code of which its sources say different things."""

    sources: Annotated[list[Source], Field(min_length=1)]


class Use(ContentModel):
    """A code stands for a situation at somebody's: in a standard, by its `section`, or at a provider.

    The first use of a code is the typical one: what it stands for most often.
    Uses that a quoted reply shows are not written here, since they follow from the reply.
    `en` and `ko` say what is special about it, where anything is.
    """

    situation: Slug
    by: Slug = STANDARD
    stages: list[Slug] = []
    title: Line | None = None
    section: Line | None = None
    url: Url
    checked: datetime.date
    en: Prose | None = None
    ko: Prose | None = None

    def text(self, language: Language) -> str | None:
        """What is special about it, in `language`."""
        return self.en if language == "en" else self.ko


class CodeText(ContentModel):
    """What is said about one code in one language; the forms are explained in content/README.md."""

    gist: Line
    next: Line
    facts: Mapping[Slug, Line]
    meaning: Prose
    when: Annotated[list[Line], Field(min_length=1, max_length=6)]
    actions: Mapping[Slug, Prose]
    use: Prose


class CodeFile(ContentModel):
    """One member of a catalogue: `codes/421.yml`.

    `class` and the facts that follow from the code's digits need not be written (see `families`).
    `number` is the number of a code that is a name (14 of UNAVAILABLE) and decides its place in the catalogue;
    `aliases` are other ways in which people write the code, `reading` how Korean reads it aloud.
    `companions` names, per catalogue, codes of it that come with this one (see `CompanionLink`);
    `instead` names the codes to look at where this one is in no standard, `provider` who defines it.
    `asked` is what the client says before it, where what leads to its situation mostly leads to another code;
    `then` what it says next, per stage as in `lines`, where that is what the code is about.
    `likely` names, per role, the situations that come first for such a reader who has nothing but the code.
    `described`: words beside it that no library says are a service's own, and tell that its first situation is meant.
    """

    code: CodeId
    number: Annotated[int, Field(ge=0)] | None = None
    aliases: list[Line] = []
    reading: Line | None = None
    name: Text
    class_: Slug = Field(alias="class")
    standing: Slug
    provider: Slug | None = None
    updated: datetime.date
    stages: Literal["any", "any-command"] | list[Slug] = []
    facts: Mapping[Slug, Slug]
    companions: Mapping[Slug, list[CodeId]] = {}
    asked: Lines | None = None
    lines: Mapping[Slug, Lines] = {}
    then: Mapping[Slug, Lines] = {}
    uses: list[Use] = []
    likely: Mapping[Slug, Annotated[list[Slug], Field(min_length=1)]] = {}
    described: bool = False
    related: list[CodeId] = []
    instead: list[CodeId] = []
    sources: Annotated[list[Source], Field(min_length=1)]
    disagreements: list[Disagreement] = []
    en: CodeText
    ko: CodeText

    def text(self, language: Language) -> CodeText:
        """What is said about the code in `language`."""
        return self.en if language == "en" else self.ko
