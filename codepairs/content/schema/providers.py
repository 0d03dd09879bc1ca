"""The shape of a provider's file, `providers/gmail.yml`: who sends replies, and each reply as it is sent."""

import datetime
import re

from pydantic import Field

from codepairs.content.schema.base import ContentModel, Text
from codepairs.content.schema.values import CodeId, FormWithDetail, Line, Prose, Seen, Slug, Url
from codepairs.languages import Language

_REPLY_WORD = re.compile(r"[^\s#:;,()\[\]-]+")
_NUMBER = re.compile(r"\d{3}|\d\.\d{1,3}\.\d{1,3}")
_MAY_BE_CODE = re.compile(rf"{_NUMBER.pattern}|\D.*")


class ReplyText(ContentModel):
    """What a provider says with a reply, and what to do about it, in one language."""

    means: Prose
    do: Prose


class Reply(ContentModel):
    """A real server's answer, quoted exactly; `mark` is the part by which it is recognised.

    `situation` names what happened, `stage` the point of the session at which it is sent, where that is known.
    `explained` is where the provider itself says what is told here; without it, the explanation is our inference.
    In a mark, `…` stands for what differs from one mail to the next.
    A `shared` reply is a sentence of many servers: it is this provider's only where something else says so.
    `codes` names the codes that it stands for where they are not the first two words of its text.
    In an `exact` mark small and capital letters are not the same; an `alone` one is the whole of a line.
    """

    id: Slug
    text: Line
    mark: Line
    exact: bool = False
    alone: bool = False
    situation: Slug | None = None
    stage: Slug | None = None
    explained: Url | None = None
    shared: bool = False
    seen: Seen = "wire"
    written_codes: list[CodeId] | None = Field(default=None, alias="codes")
    source: Url
    checked: datetime.date
    en: ReplyText
    ko: ReplyText

    def told(self, language: Language) -> ReplyText:
        """What is said about the reply in `language`."""
        return self.en if language == "en" else self.ko

    @property
    def pieces(self) -> list[str]:
        """What stands in the mark between the parts that differ."""
        return [piece.strip() for piece in self.mark.split("…")]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes written, or the words that may be codes: the two that the reply begins with.

        A count, an address or a number of the server's own behind the code is none.

        Source: RFC 5321 §4.2, RFC 2034 §4.
        """
        if self.written_codes is not None:
            return tuple(self.written_codes)
        first, *others = self._opening
        return (first, *(word for word in others if _MAY_BE_CODE.fullmatch(word)))

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers in the form of codes by which the text begins, whatever codes are written."""
        first, *others = (_NUMBER.fullmatch(word) and word for word in self._opening)
        return tuple(word for word in (first, *(others if first else ())) if word)

    @property
    def _opening(self) -> list[str]:
        return _REPLY_WORD.findall(self.text)[:2]


class ProviderText(ContentModel):
    """What helps to read a provider's replies, in one language."""

    about: Prose


class Aliases(ContentModel):
    """Other names that readers use, by the language that they write them in."""

    en: list[Line] = []
    ko: list[Line] = []


class RecordForm(ContentModel):
    """A way in which records of a log tell what other records of the same product tell in the words of its replies.

    `form` shows where `{detail}` stands, and may hold `{code}`, `{n}`, `?` and `…`; `reads` says the same as marks do.
    """

    form: FormWithDetail
    reads: FormWithDetail


class ProviderFile(ContentModel):
    """Somebody whose servers send replies, or whose software does: `providers/gmail.yml`.

    `signs` are pieces of host names or of texts by which its replies are told, such as `gsmtp`;
    `aliases` are names under which readers ask for it, such as `hotmail`.
    """

    id: Slug
    name: Text
    kind: Slug
    signs: list[Line] = []
    aliases: Aliases = Aliases()
    url: Url | None = None
    updated: datetime.date
    en: ProviderText
    ko: ProviderText
    records: list[RecordForm] = []
    replies: list[Reply] = []

    def about(self, language: Language) -> str:
        """How to read this provider's replies, in `language`."""
        return (self.en if language == "en" else self.ko).about
