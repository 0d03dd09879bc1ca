"""The shape of a library's file, `libraries/smtplib.yml`: what programs are told where something failed."""

import datetime
from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from codepairs.content.schema.base import ContentModel, Source, Told
from codepairs.content.schema.values import CodeId, Line, Prose, Slug
from codepairs.languages import Language


class LibraryError(Told):
    """What a library raises, returns or says where something failed, and in `en` and `ko` what that was.

    `stages` are those at which an answer other than the good one leads to it, `codes` patterns of the codes that do so,
    where not all do, and without stages whatever was asked. `code` and `words` say where a program finds the number and the
    words of the reply; where the library raises nothing, the error is `returned`, and its name that of what hands it over.
    `situation` is what happened where no reply tells more, and `outcome` the class of codes that it comes to, where that is
    not a failure for good; a `shared` name is used by others, too, for what is no mail.
    `also` are other forms of the name, such as the sentence in another language.
    """

    name: Line
    also: list[Line] = []
    shared: bool = False
    returned: bool = False
    stages: list[Slug] = []
    codes: list[Line] = []
    code: Line | None = None
    words: Line
    situation: Slug | None = None
    outcome: Slug | None = None

    @property
    def is_answered(self) -> bool:
        """Whether a reply leads to it, whose words are then those that a program finds."""
        return bool(self.stages or self.codes)


class LibraryText(ContentModel):
    """What somebody who writes a program with a library has to know, in one language."""

    about: Prose


class LibraryFile(ContentModel):
    """A library with which programs speak a protocol: `libraries/smtplib.yml`.

    `language` is that of the programs; `named_by` is the attribute that holds the name of an error, where that is no class.
    `signs` are pieces of texts by which it is told from other libraries with the same names.
    `constants` are its names for codes. The first of `sources` is its program text, to which pages lead.
    """

    id: Slug
    name: Line
    language: Line
    named_by: Line | None = None
    signs: list[Line] = []
    updated: datetime.date
    sources: Annotated[list[Source], Field(min_length=1)]
    en: LibraryText
    ko: LibraryText
    errors: Annotated[list[LibraryError], Field(min_length=1)]
    constants: Mapping[Line, CodeId] = {}

    def about(self, language: Language) -> str:
        """What somebody who writes a program with it has to know, in `language`."""
        return (self.en if language == "en" else self.ko).about
