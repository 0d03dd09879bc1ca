"""The content as one typed whole: catalogues with their codes in order, insights, providers and phrases."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from codepairs.content.schema import (
    Axis,
    AxisValue,
    CatalogueFile,
    CodeClass,
    CodeFile,
    PairFile,
    ProtocolFile,
    ProviderFile,
    Reply,
    Role,
    Stage,
    Standing,
    SynonymFile,
    Text,
)
from codepairs.content.share_record import Pair, Shares
from codepairs.languages import Language


@dataclass(frozen=True, slots=True)
class Answer:
    """A real reply together with the provider that sends it."""

    provider: ProviderFile
    reply: Reply


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """A set of codes that are compared with each other, in catalogue order, and the vocabulary they use."""

    protocol: str
    vocabulary: CatalogueFile
    codes: tuple[CodeFile, ...]
    insights: Mapping[Pair, PairFile] = field(default_factory=dict)
    # Real replies of the protocol's providers that stand for a code, those with the most replies first.
    answers: Mapping[str, Sequence[Answer]] = field(default_factory=dict)
    # The name of the file that holds a code, where it is not the code's own.
    files: Mapping[str, str] = field(default_factory=dict)
    # The pairs that say enough of their own to be offered to search engines; None where nobody has measured.
    indexed: Mapping[Pair, Shares] | None = None

    @property
    def id(self) -> str:
        """The catalogue's name in addresses: `smtp`."""
        return self.vocabulary.id

    @property
    def folder(self) -> str:
        """Where its files stand below the content's folder."""
        return f"{self.protocol}/catalogues/{self.id}"

    @property
    def pairs(self) -> Iterator[tuple[CodeFile, CodeFile]]:
        """Every pair, each once, in catalogue order."""
        return combinations(self.codes, 2)

    @property
    def pair_count(self) -> int:
        """How many pairs there are."""
        return len(self.codes) * (len(self.codes) - 1) // 2

    @cached_property
    def by_id(self) -> Mapping[str, CodeFile]:
        """The codes by their name."""
        return {code.code: code for code in self.codes}

    @cached_property
    def classes(self) -> Mapping[str, CodeClass]:
        """The classes by id."""
        return {item.id: item for item in self.vocabulary.classes}

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """The standings by id."""
        return {item.id: item for item in self.vocabulary.standings}

    @cached_property
    def stages(self) -> Mapping[str, Stage]:
        """The stages by id, in session order; empty for a protocol without a session."""
        return {item.id: item for item in self.vocabulary.stages}

    @cached_property
    def values(self) -> Mapping[str, Mapping[str, AxisValue]]:
        """Axis id → value id → value."""
        return {
            axis.id: {value.id: value for value in axis.values} for axis in self.vocabulary.axes
        }

    @cached_property
    def questions(self) -> Mapping[str, Text]:
        """Axis id → its question."""
        return {axis.id: axis.question for axis in self.axes}

    def is_indexed(self, a: CodeFile, b: CodeFile) -> bool:
        """Whether search engines are to list the comparison of two codes."""
        return self.indexed is None or (a.code, b.code) in self.indexed

    @property
    def axes(self) -> Iterable[Axis]:
        """The axes, the weightiest first."""
        return self.vocabulary.axes

    @property
    def roles(self) -> Iterable[Role]:
        """The roles, in the order in which actions are told."""
        return self.vocabulary.roles

    @cached_property
    def axis_ids(self) -> tuple[str, ...]:
        """Ids of the axes, in order."""
        return tuple(axis.id for axis in self.axes)

    def facts_of(self, code: CodeFile) -> tuple[str | None, ...]:
        """The values of `code` on every axis, in the order of the axes; None where one does not apply."""
        return self._facts_of[code.code]

    @cached_property
    def _facts_of(self) -> Mapping[str, tuple[str | None, ...]]:
        return {
            code.code: tuple(code.facts.get(axis.id) for axis in self.axes) for code in self.codes
        }

    def stages_of(self, code: CodeFile) -> tuple[str, ...]:
        """Ids of the stages at which `code` can appear, in session order."""
        return self._stages_of[code.code]

    @cached_property
    def _stages_of(self) -> Mapping[str, tuple[str, ...]]:
        return {
            code.code: tuple(
                stage for stage in self.stages if code.stages == "any" or stage in code.stages
            )
            for code in self.codes
        }


@dataclass(frozen=True, kw_only=True)
class Protocol:
    """What catalogues and providers belong to; nothing of one protocol shows on a page of another.

    `phrases` are the site's phrases with those that this protocol says in its own words.
    """

    vocabulary: ProtocolFile
    catalogues: tuple[Catalogue, ...]
    providers: tuple[ProviderFile, ...]
    phrases: Mapping[Language, Mapping[str, str]]

    @property
    def id(self) -> str:
        """The protocol's name in addresses: `smtp`."""
        return self.vocabulary.id

    @property
    def providers_place(self) -> str:
        """Where the pages about its providers stand."""
        return self.vocabulary.providers_path or f"{self.id}/providers"

    @cached_property
    def readings(self) -> Mapping[str, str]:
        """How Korean reads Latin words of this protocol."""
        of_codes = {
            code.code: code.reading
            for catalogue in self.catalogues
            for code in catalogue.codes
            if code.reading
        }
        return {**self.vocabulary.readings, **of_codes}


@dataclass(frozen=True, kw_only=True)
class Content:
    """Everything under `content/` that is data; protocols stand in their order."""

    protocols: tuple[Protocol, ...]
    synonyms: SynonymFile
    phrases: Mapping[Language, Mapping[str, str]]

    @cached_property
    def catalogues(self) -> tuple[Catalogue, ...]:
        """The catalogues of all protocols."""
        return tuple(one for protocol in self.protocols for one in protocol.catalogues)

    @cached_property
    def providers(self) -> tuple[ProviderFile, ...]:
        """The providers of all protocols."""
        return tuple(one for protocol in self.protocols for one in protocol.providers)
