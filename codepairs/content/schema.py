"""The shape of every content file, defined once.

pydantic was chosen over msgspec because it reports every violation of a file with its place, where msgspec stops at the first;
reading is a small part of a build, so its speed does not decide.
The same models give the JSON Schemas with which editors complete and check the files (`json_schemas`).

Shape only: whether a value exists in a catalogue's vocabulary is asked in `checks`.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    WithJsonSchema,
    field_validator,
)

from codepairs.languages import Language

# The value of an axis whose question does not arise, which is not the same as not knowing the answer.
ABSENT: Final = "does-not-arise"
# The stage of what a sending server finds out by itself, later, without a reply: a queue that gave up.
QUEUE: Final = "queue"
# Stands for the standard where a use says whose it is; no provider can have this name.
STANDARD: Final = "standard"
# Stands for copied lists that explain codes nobody is known to send.
LIST: Final = "list"
# Before the words of a phrase that tell something only beside a code.
BESIDE_CODE: Final = "{code} "
# Between phrases where they are published as one text.
PARTED: Final = "^"

# What each pattern expects, in words for the person who wrote something else (see `parsing`).
# A code becomes part of an address and of a file name, so it can hold nothing that leaves its folder.
_CODE = r"^[A-Za-z0-9](?:[A-Za-z0-9._]*[A-Za-z0-9])?$"
_SLUG = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
_LINE = r"^\S(?:[^\n]*\S)?$"
_PROSE = r"\S"
_URL = r"^https?://[\w.-]+(?::\d+)?(?:[/?#][^\s<>\"\\]*)?$"
_FORM = r"^[^\n]*\{code\}[^\n]*$"
_RECORD_FORM = r"^[^\n]*\{detail\}[^\n]*$"
_REPLY_WORD = re.compile(r"[^\s#:;,()\[\]-]+")
_NUMBER = re.compile(r"\d{3}|\d\.\d{1,3}\.\d{1,3}")
_MAY_BE_CODE = re.compile(rf"{_NUMBER.pattern}|\D.*")
PATTERNS: Final = {
    _CODE: "a code of letters, digits, dots and underscores",
    _SLUG: "a word in small letters, such as 'sending-admin'",
    _LINE: "text on one line",
    _PROSE: "text",
    _URL: "an address that begins with http:// or https://, without a space",
    _FORM: "a form of a line with {code} in it",
    _RECORD_FORM: "a form of a record with {detail} in it",
}

CodeId = Annotated[str, Field(pattern=_CODE, max_length=40)]
Slug = Annotated[str, Field(pattern=_SLUG, max_length=40)]
Line = Annotated[str, Field(pattern=_LINE, max_length=1000)]
# One line, or several that belong together, such as a status line with its headers; a single one needs no list.
Lines = Annotated[
    list[Line],
    Field(min_length=1, max_length=20),
    BeforeValidator(lambda value: [value] if isinstance(value, str) else value),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
# What the client says instead of a stage's own lines; none where it says those.
LinesInstead = Annotated[
    list[Line],
    Field(max_length=20),
    BeforeValidator(lambda value: ([value] if value else []) if isinstance(value, str) else value),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
Prose = Annotated[str, Field(pattern=_PROSE, max_length=5000)]
WEB_ADDRESS: Final = re.compile(_URL)
Url = Annotated[str, Field(pattern=_URL, max_length=500)]


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
    `asked` is what the client says before it, where what leads to its situation mostly leads to another code.
    `likely` names, per role, the situations that come first for such a reader who has nothing but the code.
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
    uses: list[Use] = []
    likely: Mapping[Slug, Annotated[list[Slug], Field(min_length=1)]] = {}
    related: list[CodeId] = []
    instead: list[CodeId] = []
    sources: Annotated[list[Source], Field(min_length=1)]
    disagreements: list[Disagreement] = []
    en: CodeText
    ko: CodeText

    def text(self, language: Language) -> CodeText:
        """What is said about the code in `language`."""
        return self.en if language == "en" else self.ko


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


class Term(ContentModel):
    """A word of the vocabulary with its label."""

    id: Slug
    label: Text


# Where a text is met: on the wire between the two sides, in a log, on a page that a person sees, in an exception.
Seen = Literal["wire", "log", "page", "exception"]


class Role(Term):
    """Somebody who may have to act; one who `decides` also chooses which code a server sends.

    `opening` begins a text that is written to that person, with `{codes}` for the codes of the answer.
    `reads` says which texts that person has in front of them, where no other words tell whose a text is.
    """

    decides: bool = False
    reads: list[Seen] = []
    opening: Text | None = None


class ProviderKind(Term):
    """A kind of provider; `runs` is who runs such a program, where its output tells that somebody did."""

    runs: Text | None = None


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
    """

    clause: Text
    event: Text | None = None
    returned: bool = False
    idle: bool = False


class Axis(Term):
    """A question asked of every code.

    Codes that agree on every `consequence` axis share a fate; those that agree on every `reason` axis share a reason.
    The answers of `verdict` axes stand at the head of a page; those of the axis `acts` say who has to act.
    """

    question: Text
    values: Annotated[list[AxisValue], Field(min_length=2)]
    verdict: bool = False
    acts: bool = False
    consequence: bool = False
    reason: bool = False


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
    forms: Annotated[list[Annotated[str, Field(pattern=_FORM)]], Field(min_length=1)] = ["{code}"]
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
    In an `exact` mark small and capital letters are not the same.
    """

    id: Slug
    text: Line
    mark: Line
    exact: bool = False
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

    form: Annotated[str, Field(pattern=_RECORD_FORM)]
    reads: Annotated[str, Field(pattern=_RECORD_FORM)]


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
    `said` are phrases by which servers say it, `…` for what varies, after `{code}` those that anybody may say as well;
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
    `way` is what its pages draw: how far a mail or a request came; `queue` the attempts of what waits.
    """

    id: Slug
    name: Text
    order: Annotated[int, Field(ge=0)]
    catalogues: Annotated[list[Slug], Field(min_length=1)]
    providers_path: Slug | None = None
    provider_kinds: list[ProviderKind] = []
    groups: list[Term] = []
    vocabularies: list[Vocabulary] = []
    examples: list[Line] = []
    readings: Mapping[Line, Line] = {}
    notes: list[Text] = []
    programs: list[Line] = []
    speaks: list[Line] = []
    way: Way | None = None
    queue: Queue | None = None


class SynonymFile(ContentModel):
    """Words that readers use for the same thing, per language: `synonyms.yml`."""

    en: list[list[Line]]
    ko: list[list[Line]]

    def groups(self, language: Language) -> list[list[str]]:
        """The groups of one language."""
        return self.en if language == "en" else self.ko


class Foreign(ContentModel):
    """A protocol or product of which the site has no pages, and by what its texts are told.

    `named` are words that name it, `signs` beginnings of the names of its programs, and `said` what nothing else says, with `…`
    for what varies and `{n}` for a number. One that is `used` by programs of mail and the web is not what a text is about
    where that speaks of these; in one that is `near`, pages about mail may help.
    """

    id: Slug
    name: Text
    named: list[Line] = []
    signs: list[Line] = []
    said: list[Line] = []
    used: bool = False
    near: bool = False
    about: Text | None = None
    sources: list[Source] = []


class ForeignFile(ContentModel):
    """What people paste of protocols without pages: `foreign.yml`."""

    updated: datetime.date
    foreign: list[Foreign]


class PhraseFile(RootModel[Mapping[str, Line]]):
    """Sentence patterns and interface texts of one language: `phrases/en.yml`."""

    model_config = ConfigDict(frozen=True, strict=True)


def json_schemas() -> Iterator[tuple[str, dict[str, Any]]]:
    """Name and JSON Schema of each kind of content file."""
    models: dict[str, type[BaseModel]] = {
        "protocol": ProtocolFile,
        "catalogue": CatalogueFile,
        "code": CodeFile,
        "pair": PairFile,
        "provider": ProviderFile,
        "situation": SituationFile,
        "library": LibraryFile,
        "client": ClientFile,
        "phrases": PhraseFile,
        "synonyms": SynonymFile,
        "foreign": ForeignFile,
    }
    for name, model in models.items():
        yield name, model.model_json_schema(by_alias=True)


def _tuples(pairs: object) -> object:
    if not isinstance(pairs, list):
        return pairs
    return [tuple(pair) if isinstance(pair, list) else pair for pair in pairs]
