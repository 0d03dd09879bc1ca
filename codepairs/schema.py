"""The shape of every content file, defined once.

pydantic was chosen over msgspec because it reports every violation of a file with its place, where msgspec stops at the first;
reading is a small part of a build, so its speed does not decide.
The same models give the JSON Schemas with which editors complete and check the files (`json_schemas`).

Shape only: whether a value exists in a catalogue's vocabulary is asked in `checks`.
"""

import datetime
import difflib
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Final, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, RootModel, ValidationError, field_validator

from codepairs.errors import ContentError, Problem
from codepairs.yamlfile import Document, Location

Language = Literal["en", "ko"]
LANGUAGES: Final[tuple[Language, ...]] = ("en", "ko")

# What each pattern expects, in words for the person who wrote something else.
# A code becomes part of an address and of a file name, so it can hold nothing that leaves its folder.
_CODE = r"^[A-Za-z0-9](?:[A-Za-z0-9._]*[A-Za-z0-9])?$"
_SLUG = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
_LINE = r"^\S(?:[^\n]*\S)?$"
_PROSE = r"\S"
_URL = r"^https?://[^\s<>\"]+$"
_ENHANCED = r"^[245]\.\d{1,3}\.\d{1,3}$"
_PATTERNS: Final = {
    _CODE: "a code of letters, digits, dots and underscores",
    _SLUG: "a word in small letters, such as 'sending-admin'",
    _LINE: "text on one line",
    _PROSE: "text",
    _URL: "an address that begins with http:// or https://",
    _ENHANCED: "an enhanced code such as 4.2.1",
}

CodeId = Annotated[str, Field(pattern=_CODE, max_length=40)]
Slug = Annotated[str, Field(pattern=_SLUG, max_length=40)]
Line = Annotated[str, Field(pattern=_LINE, max_length=1000)]
Prose = Annotated[str, Field(pattern=_PROSE, max_length=5000)]
Url = Annotated[str, Field(pattern=_URL, max_length=500)]
EnhancedCode = Annotated[str, Field(pattern=_ENHANCED)]


class ContentModel(BaseModel):
    """A mapping in a content file: no field unknown, none of a neighbouring type, none changed later."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


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


class Reply(ContentModel):
    """A real server's answer, quoted exactly."""

    provider: Line = Field(alias="from")
    text: Line
    source: Url
    checked: datetime.date


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
    """One member of a catalogue: `codes/421.yml`."""

    code: CodeId
    name: Text
    class_: Slug = Field(alias="class")
    standing: Slug
    updated: datetime.date
    stages: Literal["any"] | list[Slug] = []
    facts: Mapping[Slug, Slug]
    enhanced: list[EnhancedCode] = []
    lines: Mapping[Slug, Line] = {}
    related: list[CodeId] = []
    sources: Annotated[list[Source], Field(min_length=1)]
    replies: list[Reply] = []
    en: CodeText
    ko: CodeText

    def text(self, language: Language) -> CodeText:
        """What is said about the code in `language`."""
        return self.en if language == "en" else self.ko


class CodeClass(ContentModel):
    """A class of codes, such as 4xx: `prefix` begins its codes, `outcome` says how the request went."""

    id: Slug
    prefix: Annotated[str, Field(max_length=8)] = ""
    outcome: Literal["success", "progress", "failure"]
    tone: Literal["ok", "go", "wait", "fail"]
    label: Text
    meaning: Text


class Term(ContentModel):
    """A word of the vocabulary with its label."""

    id: Slug
    label: Text


class Role(Term):
    """Somebody who may have to act; one who `decides` also chooses which code a server sends."""

    decides: bool = False


class Standing(Term):
    """Who defined a code."""

    meaning: Text


class Stage(Term):
    """A point of the protocol's session.

    `main` stages make up a session in which one mail is handed over;
    `path` lists the stages before this one in the shortest session that reaches it;
    `inline` is how a sentence calls it ("at the final dot"), where that differs from its label.
    """

    main: bool
    inline: Text | None = None
    path: list[Slug]
    client: Line | None
    ok: Line


class AxisValue(Term):
    """One answer to an axis's question; `event` is what a transcript notes after the reply."""

    clause: Text
    event: Text | None = None


class Axis(Term):
    """A question asked of every code.

    Codes that agree on every `consequence` axis share a fate; those that agree on every `reason` axis share a reason.
    """

    question: Text
    values: Annotated[list[AxisValue], Field(min_length=2)]
    consequence: bool = False
    reason: bool = False


Relation = Literal["twins", "same-fate", "sequence", "alternatives", "apart"]


class StandardRef(ContentModel):
    """The section of a standard that a catalogue's table of stages follows."""

    title: Line
    section: Line
    url: Url


class CatalogueFile(ContentModel):
    """The vocabulary of a catalogue: `catalogue.yml`."""

    id: Slug
    short: Text
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


class PhraseFile(RootModel[Mapping[str, Line]]):
    """Sentence patterns and interface texts of one language: `phrases/en.yml`."""

    model_config = ConfigDict(frozen=True, strict=True)


Model = TypeVar("Model", bound=BaseModel)


def parse(model: type[Model], document: Document) -> Model:
    """The document as `model`.

    Raises `ContentError` with one problem for every place that does not fit.
    """
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        problems = [_problem(model, document, item) for item in _without_branches(error.errors())]
        raise ContentError(problems) from None


def json_schemas() -> Iterator[tuple[str, dict[str, Any]]]:
    """Name and JSON Schema of each kind of content file."""
    models: dict[str, type[BaseModel]] = {
        "catalogue": CatalogueFile,
        "code": CodeFile,
        "pair": PairFile,
        "phrases": PhraseFile,
    }
    for name, model in models.items():
        yield name, model.model_json_schema(by_alias=True)


def one_of(found: str, expected: list[str]) -> tuple[str, str]:
    """Message and hint for a word that is not in a vocabulary."""
    close = difflib.get_close_matches(found, expected, n=1)
    message = f"expected one of {', '.join(expected)}; got {found!r}"
    return message, f"did you mean {close[0]!r}?" if close else ""


# What pydantic's kinds of error expect, in our words. Anything else keeps pydantic's own message.
_EXPECTED: Final = {
    "string_type": "text",
    "date_type": "a date such as 2026-11-24",
    "list_type": "a list",
    "mapping_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "dict_type": "a mapping",
    "tuple_type": "a list of two codes",
    "bool_type": "true or false",
    "string_too_short": "text",
}


def _problem(model: type[BaseModel], document: Document, error: Mapping[str, Any]) -> Problem:
    location = tuple(step for step in error["loc"] if _is_written(step))
    kind, found, context = error["type"], error["input"], error.get("ctx", {})
    hint = ""
    if kind == "missing":
        message = "expected a value; found nothing"
    elif kind == "extra_forbidden":
        names = _field_names(model, location)
        message, hint = one_of(str(location[-1]), names) if names else (error["msg"], "")
    elif kind in _EXPECTED:
        message = f"expected {_EXPECTED[kind]}; found {_shown(found)}"
        if kind == "string_type" and isinstance(found, int | float | datetime.date):
            hint = "put it in quotes"
    elif kind == "string_pattern_mismatch":
        message = f"expected {_PATTERNS[context['pattern']]}; found {_shown(found)}"
    elif kind == "literal_error":
        is_choice = str(error["loc"][-1]).startswith("literal[")
        message = f"expected {context['expected']}{' or a list' if is_choice else ''}; found {_shown(found)}"
    else:
        message = f"{error['msg'].lower()}; found {_shown(found)}"
    return document.problem(location, message, hint)


def _without_branches(errors: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """pydantic reports every branch of a choice; only those of the branch that the writer meant help.

    The one choice there is: a word such as `any`, or a list.
    """
    for error in errors:
        branch = str(error["loc"][-1]) if error["loc"] else ""  # empty for the whole file
        if branch.startswith("literal[") and isinstance(error["input"], list):
            continue
        if branch.startswith("list["):
            continue
        yield error


def _is_written(step: str | int) -> bool:
    """pydantic names the branch of a union in its path; a reader of the file never wrote that."""
    return isinstance(step, int) or not (step.startswith(("literal[", "list[")) or step == "[key]")


def _field_names(model: type[BaseModel], location: Location) -> list[str]:
    """The fields of the model in which the last step of `location` was written."""
    schema: dict[str, Any] = model.model_json_schema(by_alias=True)
    root = schema
    for step in location[:-1]:
        schema = _resolved(root, schema)
        schema = schema.get("items", {}) if isinstance(step, int) else schema["properties"][step]
    return list(_resolved(root, schema).get("properties", {}))


def _resolved(root: Mapping[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    reference = schema.get("$ref")
    if reference is None and "anyOf" in schema:
        reference = next((option.get("$ref") for option in schema["anyOf"]), None)
    found: dict[str, Any] = root["$defs"][reference.rsplit("/", 1)[1]] if reference else schema
    return found


_SHOWN = 60  # characters of what was found that a message repeats


def _shown(found: object) -> str:
    text = str(found) if isinstance(found, datetime.date) else repr(found)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _tuples(pairs: object) -> object:
    if not isinstance(pairs, list):
        return pairs
    return [tuple(pair) if isinstance(pair, list) else pair for pair in pairs]
