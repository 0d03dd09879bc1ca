"""What the models of several kinds of file are built of: texts in every language, sources, labelled words."""

import datetime
from typing import Final

from pydantic import BaseModel, ConfigDict

from codepairs.content.schema.values import Line, Prose, Slug, Url
from codepairs.languages import Language


class ContentModel(BaseModel):
    """A mapping in a content file: no field unknown, none of a neighbouring type, none changed later."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    def model_post_init(self, _context: object, /) -> None:
        """Forget which fields were written: nobody asks, and the sets would be a quarter of all content in memory."""
        object.__setattr__(self, "__pydantic_fields_set__", _NONE_NOTED)


# One set for all models, and always empty.
_NONE_NOTED: Final[set[str]] = set()


class Text(ContentModel):
    """One short text in every language."""

    en: Line
    ko: Line

    def __getitem__(self, language: Language) -> str:
        return self.en if language == "en" else self.ko


class Source(ContentModel):
    """Where a fact can be checked, and the day somebody did."""

    title: Line
    section: Line | None = None
    url: Url
    checked: datetime.date


class Told(ContentModel):
    """Something that is said in both languages."""

    en: Prose
    ko: Prose

    def text(self, language: Language) -> str:
        """What is said, in `language`."""
        return self.en if language == "en" else self.ko


class Term(ContentModel):
    """A word of the vocabulary with its label."""

    id: Slug
    label: Text
