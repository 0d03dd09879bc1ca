"""The shape of `catalogue.yml`: the vocabulary of a catalogue, in which the facts of its codes are told."""

from collections.abc import Mapping
from typing import Annotated, Final, Literal

from pydantic import Field, field_validator

from codepairs.content.schema.base import ContentModel, Source, Term, Text
from codepairs.content.schema.values import CodeId, FormWithCode, Line, Lines, Seen, Slug, Url

# The value of an axis whose question does not arise, which is not the same as not knowing the answer.
ABSENT: Final = "does-not-arise"
# What a situation writes where its class has an answer that nobody can give there; the axis is then without one.
UNKNOWN: Final = "not-known"
# The stage of what a sending server finds out by itself, later, without a reply: a queue that gave up.
QUEUE: Final = "queue"


class CodeClass(ContentModel):
    """A class of codes, such as 4xx: `prefix` begins its codes, `outcome` says how the request went.

    `facts` are what follows from the class alone, whatever happened: a temporary failure waits and is tried again.
    """

    id: Slug
    prefix: Annotated[str, Field(max_length=8)] = ""
    outcome: Literal["success", "progress", "failure"]
    tone: Literal["ok", "go", "wait", "fail"]
    facts: Mapping[Slug, Slug] = {}
    label: Text
    meaning: Text


class Role(Term):
    """Somebody who may have to act; one who `decides` also chooses which code a server sends.

    `opening` begins a text that is written to that person, with `{codes}` for the codes of the answer.
    `reads` says which texts that person has in front of them, where no other words tell whose a text is.
    """

    decides: bool = False
    reads: list[Seen] = []
    opening: Text | None = None


class Standing(Term):
    """Who defined a code; `clause` completes "421 …" where two codes of different standing meet.

    `defines_stages` is set where that source also says at which stages the code can come.
    """

    meaning: Text
    clause: Text | None = None
    defines_stages: bool = False


class StandardRef(ContentModel):
    """A section of a standard."""

    title: Line
    section: Line
    url: Url


class Stage(Term):
    """A point of the protocol's session.

    `main` stages make up a session in which everything goes well, such as one that hands over a mail;
    where no stage is `main`, each is an exchange of its own;
    `path` lists the stages before this one in the shortest session that reaches it;
    `inline` is how a sentence calls it ("at the final dot"), where that differs from its label;
    `source` is the standard that says what may come there, where that is not the catalogue's table of stages.
    """

    main: bool = False
    inline: Text | None = None
    path: list[Slug]
    client: Lines | None
    ok: Lines
    source: StandardRef | None = None


class AxisValue(Term):
    """One answer to an axis's question; `event` is what a transcript notes after the reply.

    Where it is `returned`, what was sent comes back to whoever sent it.
    Where it is `idle`, nothing follows from it, as from a question that does not arise.
    `sources` are what it rests on whichever code has it; what a code has by its own section, its own sources say.
    """

    clause: Text
    sources: list[Source] = []
    event: Text | None = None
    returned: bool = False
    idle: bool = False


class CodesOf(ContentModel):
    """Another catalogue, of whatever protocol, whose codes the answers to an axis name.

    `label` heads the list of those that name a code on that code's page.
    """

    catalogue: Slug
    label: Text


class Axis(Term):
    """A question asked of every code.

    Codes that agree on every `consequence` axis share a fate; those that agree on every `reason` axis share a reason.
    The answers of `verdict` axes stand at the head of a page; those of the axis `acts` say who has to act.
    Where `codes_of` is given, the numbers in the answers are codes of that catalogue.
    `sources` are what an answer rests on that has none of its own.
    """

    question: Text
    values: Annotated[list[AxisValue], Field(min_length=2)]
    verdict: bool = False
    acts: bool = False
    consequence: bool = False
    reason: bool = False
    codes_of: CodesOf | None = None
    sources: list[Source] = []


Relation = Literal["twins", "same-fate", "sequence", "alternatives", "apart"]


class Derived(ContentModel):
    """Facts that follow from a code's digits; `codes` is a pattern such as `5.*` or `?.1.*`."""

    codes: Line
    facts: Mapping[Slug, Slug]


class CompanionLink(ContentModel):
    """Another catalogue whose codes come together with these, such as enhanced codes with reply codes.

    `label` heads the list on a code's page and `row` the one in a comparison;
    `question` and `shared` are said of two codes that have companions in common, which fill `{shared}`.
    Where `same_class` is set, companions begin with the same character (RFC 3463 §2).
    """

    catalogue: Slug
    same_class: bool = False
    label: Text
    row: Text
    question: Text
    shared: Text


class CatalogueFile(ContentModel):
    """The vocabulary of a catalogue: `catalogue.yml`.

    `tables_by` is the axis whose values part the table of all pairs, where one would be too large.
    `forms` are the ways in which a line of the protocol shows a code, such as `HTTP/… {code}`.
    `short` names its codes; `shortest` does in titles of pages, where `short` would leave no room for more.
    `apart` are the kinds of providers that are one service each, so that their replies tell nothing of a bare code.
    """

    id: Slug
    companions: list[CompanionLink] = []
    apart: list[Slug] = []
    forms: Annotated[list[FormWithCode], Field(min_length=1)] = ["{code}"]
    short: Text
    shortest: Text | None = None
    title: Text
    description: Text
    classes: Annotated[list[CodeClass], Field(min_length=1)]
    standings: Annotated[list[Standing], Field(min_length=1)]
    roles: Annotated[list[Role], Field(min_length=1)]
    stages: list[Stage] = []
    transcript_order: list[Slug] = []
    stages_source: StandardRef | None = None
    relations: Annotated[list[Relation], Field(min_length=1)]
    axes: Annotated[list[Axis], Field(min_length=1)]
    derived: list[Derived] = []
    tables_by: Slug | None = None
    popular: list[tuple[CodeId, CodeId]] = []

    @field_validator("popular", mode="before")
    @classmethod
    def _as_tuples(cls, pairs: object) -> object:
        return _tuples(pairs)


def _tuples(pairs: object) -> object:
    if not isinstance(pairs, list):
        return pairs
    return [tuple(pair) if isinstance(pair, list) else pair for pair in pairs]
