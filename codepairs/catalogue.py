"""The content as one typed whole: catalogues with their codes in order, insights and phrases.

`load` is the door: what comes out of it has passed every check, and nothing raw travels further.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from pathlib import Path

from codepairs import indexing, members, parsing, yamlfile
from codepairs.errors import ContentError, Problem
from codepairs.indexing import Pair, Shares
from codepairs.schema import (
    LANGUAGES,
    Axis,
    AxisValue,
    CatalogueFile,
    CodeClass,
    CodeFile,
    Language,
    PairFile,
    PhraseFile,
    ProviderFile,
    Reply,
    Role,
    Stage,
    Standing,
    SynonymFile,
)
from codepairs.yamlfile import Document


@dataclass(frozen=True, slots=True)
class Answer:
    """A real reply together with the provider that sends it."""

    provider: ProviderFile
    reply: Reply


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """A set of codes that are compared with each other, in catalogue order, and the vocabulary they use."""

    vocabulary: CatalogueFile
    codes: tuple[CodeFile, ...]
    insights: Mapping[Pair, PairFile] = field(default_factory=dict)
    # Real replies that begin with a code, those of the providers with the most replies first.
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
class Content:
    """Everything under `content/` that is data."""

    catalogues: tuple[Catalogue, ...]
    providers: tuple[ProviderFile, ...]
    synonyms: SynonymFile
    phrases: Mapping[Language, Mapping[str, str]]


@dataclass(frozen=True, kw_only=True)
class LoadedCatalogue:
    """A catalogue together with the documents it was read from, for checks that point at lines."""

    catalogue: Catalogue
    vocabulary: Document
    codes: Mapping[str, Document]
    insights: Mapping[Pair, Document]


@dataclass(frozen=True, kw_only=True)
class LoadedContent:
    """The content with its documents."""

    catalogues: tuple[LoadedCatalogue, ...]
    providers: tuple[tuple[Document, ProviderFile], ...]
    synonyms: SynonymFile
    phrases: Mapping[Language, PhraseFile]
    phrase_documents: Mapping[Language, Document]

    @property
    def content(self) -> Content:
        """The content without its documents."""
        return Content(
            catalogues=tuple(loaded.catalogue for loaded in self.catalogues),
            providers=tuple(provider for _, provider in self.providers),
            synonyms=self.synonyms,
            phrases={language: file.root for language, file in self.phrases.items()},
        )


def read(folder: Path) -> LoadedContent:
    """Every content file below `folder`, each of the right shape.

    Raises `ContentError` with the problems of all files together.
    """
    reader = _Reader()
    providers = reader.providers(folder / "providers")
    answers = _answers([provider for _, provider in providers])
    catalogues = [
        reader.catalogue(file.parent, answers) for file in sorted(folder.glob("*/catalogue.yml"))
    ]
    if not catalogues:
        reader.refuse(folder / "catalogue.yml", "expected at least one folder with a catalogue.yml")
    phrases = {
        language: reader.file(PhraseFile, folder / "phrases" / f"{language}.yml")
        for language in LANGUAGES
    }
    synonyms = reader.synonyms(folder / "synonyms.yml")
    if reader.problems:
        raise ContentError(reader.problems)
    return LoadedContent(
        catalogues=tuple(loaded for loaded in catalogues if loaded),
        providers=tuple(providers),
        synonyms=synonyms,
        phrases={language: read[1] for language, read in phrases.items() if read},
        phrase_documents={language: read[0] for language, read in phrases.items() if read},
    )


def catalogue_order(code: str) -> tuple[tuple[int, int | str], ...]:
    """Sort key of a code: numbers in it by value, so that `5.1.2` comes before `5.1.10`."""
    return tuple(
        (0, int(part)) if part.isdigit() else (1, part)
        for part in re.findall(r"\d+|\D+", code)
        if part != "."
    )


def _answers(providers: Iterable[ProviderFile]) -> Mapping[str, Sequence[Answer]]:
    """The replies by the codes that they begin with, in the order of the providers."""
    found: defaultdict[str, list[Answer]] = defaultdict(list)
    for provider in providers:
        for reply in provider.replies:
            for code in dict.fromkeys(reply.codes):
                found[code].append(Answer(provider, reply))
    return found


class _Reader:
    """Reads files one after the other and keeps their problems, so that a run reports all of them."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def refuse(self, file: Path, message: str) -> None:
        self.problems.append(Problem(file=file, line=1, path="", message=message))

    def file(self, model: type[parsing.Model], file: Path) -> tuple[Document, parsing.Model] | None:
        try:
            document = yamlfile.read(file)
            return document, parsing.parse(model, document)
        except ContentError as error:
            self.problems.extend(error.problems)
            return None

    def providers(self, folder: Path) -> list[tuple[Document, ProviderFile]]:
        """The providers, those with the most replies first."""
        found = self._all(ProviderFile, folder)
        return sorted(found, key=lambda read: (-len(read[1].replies), read[1].id))

    def synonyms(self, file: Path) -> SynonymFile:
        """The synonyms; a site can do without."""
        read = self.file(SynonymFile, file) if file.exists() else None
        return read[1] if read else SynonymFile(en=[], ko=[])

    def catalogue(
        self, folder: Path, answers: Mapping[str, Sequence[Answer]]
    ) -> LoadedCatalogue | None:
        vocabulary = self.file(CatalogueFile, folder / "catalogue.yml")
        insights = self._all(PairFile, folder / "pairs")
        if not vocabulary:
            return None
        codes = self._codes(folder / "codes", vocabulary[1])
        if not codes:
            self.refuse(folder / "catalogue.yml", "expected at least one code in codes/")
        ordered = sorted(codes, key=lambda read: catalogue_order(read[1].code))
        return LoadedCatalogue(
            catalogue=Catalogue(
                vocabulary=vocabulary[1],
                codes=tuple(code for _, code in ordered),
                insights={insight.pair: insight for _, insight in insights},
                answers={code.code: answers.get(code.code, ()) for _, code in ordered},
                files={code.code: document.file.stem for document, code in ordered},
                indexed=self._indexed(folder),
            ),
            vocabulary=vocabulary[0],
            codes={code.code: document for document, code in codes},
            insights={insight.pair: document for document, insight in insights},
        )

    def _indexed(self, folder: Path) -> Mapping[Pair, Shares] | None:
        try:
            return indexing.read(folder)
        except ContentError as error:
            self.problems.extend(error.problems)
            return None

    def _codes(self, folder: Path, vocabulary: CatalogueFile) -> list[tuple[Document, CodeFile]]:
        found: list[tuple[Document, CodeFile]] = []
        for file in sorted(folder.glob("*.yml")):
            try:
                documents = list(members.split(yamlfile.read(file)))
            except ContentError as error:
                self.problems.extend(error.problems)
                continue
            for document in documents:
                self.problems.extend(members.repeated(document, vocabulary))
                whole = members.completed(document, vocabulary)
                try:
                    found.append((document, parsing.parse(CodeFile, whole)))
                except ContentError as error:
                    self.problems.extend(error.problems)
        return found

    def _all(
        self, model: type[parsing.Model], folder: Path
    ) -> list[tuple[Document, parsing.Model]]:
        found = (self.file(model, file) for file in sorted(folder.glob("*.yml")))
        return [read for read in found if read]
