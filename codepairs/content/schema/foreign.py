"""The shape of `foreign.yml`: what people paste of protocols without pages."""

import datetime

from codepairs.content.schema.base import ContentModel, Source, Text
from codepairs.content.schema.values import Line, Slug


class Foreign(ContentModel):
    """A protocol or product of which the site has no pages, and by what its texts are told.

    `named` are words that name it, `signs` beginnings of the names of its programs, and `said` what nothing else says, with `…`
    for what varies and `{n}` for a number. One that is `used` by programs of mail and the web is not what a text is about
    where that speaks of these; in one that is `near`, pages about mail may help.
    The codes of one that is `alike` have names that HTTP's have.
    """

    id: Slug
    name: Text
    named: list[Line] = []
    signs: list[Line] = []
    said: list[Line] = []
    used: bool = False
    near: bool = False
    alike: bool = False
    about: Text | None = None
    sources: list[Source] = []


class ForeignFile(ContentModel):
    """What people paste of protocols without pages: `foreign.yml`."""

    updated: datetime.date
    foreign: list[Foreign]
