"""The shape of a situation's file, `situations/mailbox-full.yml`: what happened, and what it comes to."""

import datetime
from collections.abc import Mapping
from typing import Annotated, Final

from pydantic import Field

from codepairs.content.schema.base import ContentModel, Source, Text, Told
from codepairs.content.schema.values import Line, LinesInstead, Prose, Slug
from codepairs.languages import Language

# Before the words of a phrase that tell something only beside a code.
BESIDE_CODE: Final = "{code} "
# Before those of a phrase that tell something only beside a code that is sent for the situation.
BESIDE_ITS_CODE: Final = "{its code} "
# Between phrases where they are published as one text.
PARTED: Final = "^"


class Outcome(ContentModel):
    """What a situation comes to in one class of codes: facts that differ, and what to do.

    `next` is one line for whoever is most likely reading; `en` and `ko` tell each role.
    """

    facts: Mapping[Slug, Slug] = {}
    next: Text
    en: Mapping[Slug, Prose] = {}
    ko: Mapping[Slug, Prose] = {}

    def actions(self, language: Language) -> Mapping[str, str]:
        """Role → what to do, in `language`."""
        return self.en if language == "en" else self.ko


class Confusion(Told):
    """A situation that looks alike, and how to tell the two apart."""

    with_: Slug = Field(alias="with")


class SituationFile(ContentModel):
    """Something that happens between the two sides, whatever number is sent for it: `situations/mailbox-full.yml`.

    `stages` maps each stage at which it can happen to the client's lines that lead to it there, empty for the stage's own.
    `skips` are later stages that the same session leaves out once it has happened.
    `facts` hold in every outcome; `outcomes` stand under the classes of codes.
    `said` are phrases by which servers say it, `…` for what varies, after `{code}` those that anybody may say as well, after
    `{its code}` those that tell it only beside a code that is sent for it and that nothing else explains;
    `called` are the words of programs that sort bounces.
    A `conclusion` comes at the end of other situations, such as a queue that gave up: where a text tells of both, the other
    says what happened. Where it is not `sent`, no server answers so, and no code is said to be sent for it.
    """

    id: Slug
    group: Slug
    conclusion: bool = False
    sent: bool = True
    name: Text
    gist: Text
    updated: datetime.date
    stages: Mapping[Slug, LinesInstead]
    skips: list[Slug] = []
    facts: Mapping[Slug, Slug] = {}
    outcomes: Annotated[Mapping[Slug, Outcome], Field(min_length=1)]
    said: list[Line] = []
    confused: list[Confusion] = []
    called: Mapping[Slug, list[Line]] = {}
    sources: Annotated[list[Source], Field(min_length=1)]
