"""The shape of a client's file, `clients/curl.yml`: what it does by itself when a code comes."""

import datetime
from typing import Annotated

from pydantic import Field

from codepairs.content.schema.base import ContentModel, Text, Told
from codepairs.content.schema.values import Line, Slug, Url


class Behaviour(Told):
    """What a client does by itself when one of some codes comes, and where that can be read.

    `codes` may be patterns, in which `?` stands for any sign.
    """

    codes: Annotated[list[Line], Field(min_length=1)]
    url: Url
    checked: datetime.date


class ClientFile(ContentModel):
    """A program or library that asks servers, and what it does by itself: `clients/curl.yml`."""

    id: Slug
    name: Text
    updated: datetime.date
    does: Annotated[list[Behaviour], Field(min_length=1)]
