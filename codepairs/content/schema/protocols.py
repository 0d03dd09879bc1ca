"""The shape of `protocol.yml`: what the catalogues of a protocol share, and what its pages draw."""

import datetime
from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from codepairs.content.schema.base import ContentModel, Source, Term, Text
from codepairs.content.schema.values import Line, Slug, Url


class ProviderKind(Term):
    """A kind of provider; `runs` is who runs such a program, where its output tells that somebody did."""

    runs: Text | None = None


class Vocabulary(ContentModel):
    """The words by which a program sorts bounces; `unmapped` says of a word why no situation stands for it.

    In its events the words stand in `fields`, and `beside` them what no event of others holds; `typical` is what a word
    mostly stands for that is one of several situations.
    """

    id: Slug
    name: Line
    url: Url
    checked: datetime.date
    words: Annotated[list[Line], Field(min_length=1)]
    unmapped: Mapping[Line, Text] = {}
    fields: list[Line] = []
    beside: list[Line] = []
    typical: Mapping[Line, Slug] = {}


class Station(Term):
    """A place that something passes on its way; `acts` are the answers by which somebody there has to act."""

    acts: list[Slug] = []


class Stop(ContentModel):
    """How far something came where a situation's answers are those of `facts`, and what is known of the rest.

    Where `stages` stands, it holds only of what can happen at none but these.
    `reached` is the last station that it came to; `mark` says in two words what happened, before the next station
    where it `halts`, else at the station itself; `says` is the whole as a sentence.
    """

    facts: Annotated[Mapping[Slug, Slug], Field(min_length=1)]
    stages: list[Slug] = []
    reached: Slug
    halts: bool = False
    mark: Text
    says: Text


class Way(ContentModel):
    """The way that a mail or a request takes, for pages to draw: its stations, and how far it came.

    The first of `stops` that fits holds.
    Nothing is drawn for the situations of `unclear`, since servers at several stations say them.
    """

    title: Text
    stations: Annotated[list[Station], Field(min_length=2)]
    stops: Annotated[list[Stop], Field(min_length=1)]
    unclear: list[Slug] = []


class Schedule(ContentModel):
    """How long one program or document keeps what waits: `again`, `warns` and `ends` in words, the hours for drawing.

    `ends_after` counts from the first attempt, as does `warns_after`, which is missing where no warning is sent unasked.
    """

    name: Text
    again: Text | None = None
    warns: Text | None = None
    warns_after: Annotated[int, Field(gt=0)] | None = None
    ends: Text
    ends_after: Annotated[int, Field(gt=0)]
    sources: Annotated[list[Source], Field(min_length=1)]


class Queue(ContentModel):
    """The attempts of what waits, for pages to draw where a situation's answers are those of `facts`.

    `says` is the whole in words; `first`, `again`, `warns` and `ends` are what the steps are called,
    `scale` says how long a line is.
    """

    title: Text
    facts: Annotated[Mapping[Slug, Slug], Field(min_length=1)]
    says: Text
    first: Text
    again: Text
    warns: Text
    ends: Text
    scale: Text
    schedules: Annotated[list[Schedule], Field(min_length=1)]


class Group(Term):
    """A group of situations; of one that is `logged`, logs name the cause and pages of errors do not."""

    logged: bool = False


class ProtocolFile(ContentModel):
    """What catalogues and providers belong to: `smtp/protocol.yml`.

    `order` is the protocol's place among the others, `catalogues` names its catalogues in their order.
    `providers_path` is where the pages about its providers stand, if not below the protocol's own address.
    `groups` order its situations; `vocabularies` are those in which other programs call them.
    `examples` are texts that the home page offers to try in the field.
    `readings` tell how Korean reads Latin words that its phrases are filled with.
    `notes` are what stands in brackets in sample lines, in English as the lines have it.
    `programs` are programs and devices that readers name beside a code: `wordpress 550`.
    `speaks` are words, in small letters, that only texts of this protocol have, as no texts of mail do.
    `everyday` are words, in small letters, by which people who type a number speak of this protocol: the page, 배포.
    `way` is what its pages draw: how far a mail or a request came; `queue` the attempts of what waits.
    """

    id: Slug
    name: Text
    order: Annotated[int, Field(ge=0)]
    catalogues: Annotated[list[Slug], Field(min_length=1)]
    providers_path: Slug | None = None
    provider_kinds: list[ProviderKind] = []
    groups: list[Group] = []
    vocabularies: list[Vocabulary] = []
    examples: list[Line] = []
    readings: Mapping[Line, Line] = {}
    notes: list[Text] = []
    programs: list[Line] = []
    speaks: list[Line] = []
    everyday: list[Line] = []
    way: Way | None = None
    queue: Queue | None = None
