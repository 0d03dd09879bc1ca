"""The shape of an insight, `pairs/421-vs-450.yml`."""

import datetime
from typing import Annotated

from pydantic import Field, field_validator

from codepairs.content.schema.base import ContentModel, Source
from codepairs.content.schema.values import CodeId, Line, Prose
from codepairs.languages import Language


class PairText(ContentModel):
    """An insight in one language: `answer` settles the question, `text` is a few paragraphs of Markdown."""

    answer: Line
    text: Prose


class PairFile(ContentModel):
    """An insight: `pairs/421-vs-450.yml`."""

    pair: tuple[CodeId, CodeId]
    updated: datetime.date
    sources: Annotated[list[Source], Field(min_length=1)]
    en: PairText
    ko: PairText

    @field_validator("pair", mode="before")
    @classmethod
    def _as_tuple(cls, pair: object) -> object:
        return tuple(pair) if isinstance(pair, list) else pair

    def text(self, language: Language) -> PairText:
        """The insight in `language`."""
        return self.en if language == "en" else self.ko
