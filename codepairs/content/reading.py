"""From the files below `content/` to the model, together with the documents that checks point at."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from codepairs.content import families, parsing, share_record
from codepairs.content.catalogue import Catalogue
from codepairs.content.places import visible
from codepairs.content.schema.catalogues import CatalogueFile
from codepairs.content.schema.clients import ClientFile
from codepairs.content.schema.codes import CodeFile
from codepairs.content.schema.foreign import Foreign, ForeignFile
from codepairs.content.schema.libraries import LibraryFile
from codepairs.content.schema.pairs import PairFile
from codepairs.content.schema.phrases import PhraseFile
from codepairs.content.schema.protocols import ProtocolFile
from codepairs.content.schema.providers import ProviderFile
from codepairs.content.schema.situations import SituationFile
from codepairs.content.schema.synonyms import SynonymFile
from codepairs.content.share_record import Pair, Shares
from codepairs.content.shelf import Shelf
from codepairs.content.uses import Answer
from codepairs.content.whole import Content, Protocol
from codepairs.content.yamlfile import Document
from codepairs.languages import LANGUAGES, Language
from codepairs.problems import ContentError, Problem, shown

# Where the providers stand below a protocol’s folder.
PROVIDERS: Final = "providers"


@dataclass(frozen=True, kw_only=True)
class LoadedCatalogue:
    """A catalogue together with the documents it was read from, for checks that point at lines."""

    catalogue: Catalogue
    vocabulary: Document
    codes: Mapping[str, Document]
    insights: Mapping[Pair, Document]


@dataclass(frozen=True, kw_only=True)
class LoadedProtocol:
    """A protocol together with the documents it was read from."""

    protocol: Protocol
    vocabulary: Document
    catalogues: tuple[LoadedCatalogue, ...]
    providers: tuple[tuple[Document, ProviderFile], ...]
    situations: tuple[tuple[Document, SituationFile], ...]
    libraries: tuple[tuple[Document, LibraryFile], ...]
    clients: tuple[tuple[Document, ClientFile], ...]
    # Phrases that the protocol says in its own words, where it has any.
    own_phrases: Mapping[Language, tuple[Document, PhraseFile]]


@dataclass(frozen=True, kw_only=True)
class LoadedContent:
    """The content with its documents."""

    protocols: tuple[LoadedProtocol, ...]
    synonyms: SynonymFile
    foreign: tuple[Foreign, ...]
    phrases: Mapping[Language, tuple[Document, PhraseFile]]

    @property
    def catalogues(self) -> Iterator[LoadedCatalogue]:
        """The catalogues of all protocols."""
        return (one for protocol in self.protocols for one in protocol.catalogues)

    @property
    def content(self) -> Content:
        """The content without its documents."""
        return Content(
            protocols=tuple(loaded.protocol for loaded in self.protocols),
            synonyms=self.synonyms,
            foreign=self.foreign,
            phrases={language: file.root for language, (_, file) in self.phrases.items()},
        )


def read(folder: Path, shelf: Shelf) -> LoadedContent:
    """Every content file below `folder`, each of the right shape; what `shelf` holds is not parsed again.

    Raises `ContentError` with the problems of all files together.
    """
    reader = _Reader(shelf)
    phrases = reader.phrases(folder / "phrases", LANGUAGES)
    protocols = [
        reader.protocol(file.parent, phrases) for file in visible(folder, "*/protocol.yml")
    ]
    if not protocols:
        reader.refuse(folder / "protocol.yml", "expected at least one folder with a protocol.yml")
    synonyms = reader.synonyms(folder / "synonyms.yml")
    foreign = reader.foreign(folder / "foreign.yml")
    reader.problems.extend(_unread(folder, reader.read))
    if reader.problems:
        raise ContentError(reader.problems)
    found = [loaded for loaded in protocols if loaded]
    return LoadedContent(
        protocols=tuple(sorted(found, key=_protocol_order)),
        synonyms=synonyms,
        foreign=tuple(foreign),
        phrases=phrases,
    )


def _unread(folder: Path, read: Collection[Path]) -> Iterator[Problem]:
    """A file in a place where nothing looks for it would be missed by nobody but its writer; one of each folder is told."""
    told: set[Path] = set()
    for file in visible(folder, "**/*.y*ml"):
        place = file.parent.relative_to(folder)
        if file.suffix != ".yml":
            message = f"expected a name that ends in '.yml'; found {shown(file.name)}"
            yield Problem(file=file, line=1, path="", message=message)
        elif file not in read and place not in told:
            told.add(place)
            message = f"expected a folder that is read; nothing reads {shown(place.as_posix())}"
            hint = "a protocol has a protocol.yml, a catalogue a catalogue.yml"
            yield Problem(file=file, line=1, path="", message=message, hint=hint)


def _protocol_order(loaded: LoadedProtocol) -> tuple[int, str]:
    return loaded.protocol.vocabulary.order, loaded.protocol.id


def catalogue_order(code: CodeFile) -> tuple[tuple[int, int | str], ...]:
    """Sort key of a code: its number if it has one, else numbers in it by value, so that `5.1.2` comes before `5.1.10`."""
    number = () if code.number is None else ((0, code.number),)
    return (
        *number,
        *(
            (0, int(part)) if part.isdigit() else (1, part)
            for part in re.findall(r"\d+|\D+", code.code)
            if part != "."
        ),
    )


def _answers(providers: Iterable[ProviderFile]) -> Mapping[str, Sequence[Answer]]:
    """The replies by the codes that they stand for, in the order of the providers."""
    found: defaultdict[str, list[Answer]] = defaultdict(list)
    for provider in providers:
        for reply in provider.replies:
            for code in dict.fromkeys(reply.codes):
                found[code].append(Answer(provider, reply))
    return found


class _Reader:
    """Reads files one after the other and keeps their problems, so that a run reports all of them."""

    def __init__(self, shelf: Shelf) -> None:
        self.problems: list[Problem] = []
        self.read: set[Path] = set()
        self._shelf = shelf

    def refuse(self, file: Path, message: str) -> None:
        self.problems.append(Problem(file=file, line=1, path="", message=message))

    def file(self, model: type[parsing.Model], file: Path) -> tuple[Document, parsing.Model] | None:
        self.read.add(file)
        try:
            return self._shelf.parsed(model, file)
        except ContentError as error:
            self.problems.extend(error.problems)
            return None

    def phrases(
        self, folder: Path, languages: Iterable[Language]
    ) -> Mapping[Language, tuple[Document, PhraseFile]]:
        """The phrases in `folder`, in each of `languages`."""
        found = {
            language: self.file(PhraseFile, folder / f"{language}.yml") for language in languages
        }
        return {language: read for language, read in found.items() if read}

    def protocol(
        self, folder: Path, phrases: Mapping[Language, tuple[Document, PhraseFile]]
    ) -> LoadedProtocol | None:
        """The protocol in `folder`, with everything that belongs to it."""
        vocabulary = self.file(ProtocolFile, folder / "protocol.yml")
        providers = self.providers(folder / PROVIDERS)
        answers = _answers([provider for _, provider in providers])
        situations = self.situations(folder / "situations", vocabulary and vocabulary[1])
        by_id = {situation.id: situation for _, situation in situations}
        libraries = self.libraries(folder / "libraries")
        clients = self.clients(folder / "clients")
        read = [
            self.catalogue(file.parent, folder.name, answers, by_id)
            for file in visible(folder / "catalogues", "*/catalogue.yml")
        ]
        if not read:
            message = "expected at least one folder with a catalogue.yml in catalogues/"
            self.refuse(folder / "protocol.yml", message)
        written = [one for one in LANGUAGES if (folder / "phrases" / f"{one}.yml").exists()]
        own = self.phrases(folder / "phrases", written)
        if not vocabulary:
            return None
        order = {name: number for number, name in enumerate(vocabulary[1].catalogues)}
        catalogues = sorted(
            (loaded for loaded in read if loaded),
            key=lambda loaded: order.get(loaded.vocabulary.file.parent.name, len(order)),
        )
        return LoadedProtocol(
            protocol=Protocol(
                vocabulary=vocabulary[1],
                catalogues=tuple(loaded.catalogue for loaded in catalogues),
                providers=tuple(provider for _, provider in providers),
                situations=by_id,
                libraries=tuple(library for _, library in libraries),
                clients=tuple(client for _, client in clients),
                phrases={
                    language: {**file.root, **(own[language][1].root if language in own else {})}
                    for language, (_, file) in phrases.items()
                },
            ),
            vocabulary=vocabulary[0],
            catalogues=tuple(catalogues),
            providers=tuple(providers),
            situations=tuple(situations),
            libraries=tuple(libraries),
            clients=tuple(clients),
            own_phrases=own,
        )

    def situations(
        self, folder: Path, protocol: ProtocolFile | None
    ) -> list[tuple[Document, SituationFile]]:
        """The situations, by group in the protocol's order, then by name."""
        order = [group.id for group in protocol.groups] if protocol else []
        position = {group: number for number, group in enumerate(order)}
        found = self._all(SituationFile, folder)
        return sorted(
            found, key=lambda read: (position.get(read[1].group, len(order)), read[1].name.en)
        )

    def providers(self, folder: Path) -> list[tuple[Document, ProviderFile]]:
        """The providers, those with the most replies first."""
        found = self._all(ProviderFile, folder)
        return sorted(found, key=lambda read: (-len(read[1].replies), read[1].id))

    def libraries(self, folder: Path) -> list[tuple[Document, LibraryFile]]:
        """The libraries, by the language of the programs, then by name."""
        found = self._all(LibraryFile, folder)
        return sorted(found, key=lambda read: (read[1].language, read[1].name.casefold()))

    def clients(self, folder: Path) -> list[tuple[Document, ClientFile]]:
        """The clients, those of which most is told first."""
        found = self._all(ClientFile, folder)
        return sorted(found, key=lambda read: (-len(read[1].does), read[1].name.en.casefold()))

    def synonyms(self, file: Path) -> SynonymFile:
        """The synonyms; a site can do without."""
        read = self.file(SynonymFile, file) if file.exists() else None
        return read[1] if read else SynonymFile(en=[], ko=[])

    def foreign(self, file: Path) -> list[Foreign]:
        """Protocols without pages; a site can do without."""
        read = self.file(ForeignFile, file) if file.exists() else None
        return read[1].foreign if read else []

    def catalogue(
        self,
        folder: Path,
        protocol: str,
        answers: Mapping[str, Sequence[Answer]],
        situations: Mapping[str, SituationFile],
    ) -> LoadedCatalogue | None:
        vocabulary = self.file(CatalogueFile, folder / "catalogue.yml")
        insights = self._all(PairFile, folder / "pairs")
        if not vocabulary:
            self._unfiled(folder / "codes")
            return None
        codes = self._codes(folder / "codes", vocabulary[1])
        if not any(visible(folder / "codes", "*.yml")):  # those that could not be read have told so
            self.refuse(
                folder / "catalogue.yml", "expected at least one code in codes/; found none"
            )
        ordered = sorted(codes, key=lambda read: catalogue_order(read[1]))
        return LoadedCatalogue(
            catalogue=Catalogue(
                protocol=protocol,
                vocabulary=vocabulary[1],
                codes=tuple(code for _, code in ordered),
                insights={insight.pair: insight for _, insight in insights},
                situations=situations,
                answers={code.code: answers.get(code.code, ()) for _, code in ordered},
                files={code.code: document.file.stem for document, code in ordered},
                shares=self._shares(folder),
            ),
            vocabulary=vocabulary[0],
            codes={code.code: document for document, code in codes},
            insights={insight.pair: document for document, insight in insights},
        )

    def _shares(self, folder: Path) -> Mapping[Pair, Shares] | None:
        try:
            return share_record.read(folder)
        except ContentError as error:
            self.problems.extend(error.problems)
            return None

    def _unfiled(self, folder: Path) -> None:
        """Tell what is wrong with files of codes that no vocabulary completes: that they cannot be read at all."""
        for file in visible(folder, "*.yml"):
            self.read.add(file)
            try:
                self._shelf.read(file)
            except ContentError as error:
                self.problems.extend(error.problems)

    def _codes(self, folder: Path, vocabulary: CatalogueFile) -> list[tuple[Document, CodeFile]]:
        found: list[tuple[Document, CodeFile]] = []
        for file in visible(folder, "*.yml"):
            self.read.add(file)
            try:
                documents = list(families.split(self._shelf.read(file)))
            except ContentError as error:
                self.problems.extend(error.problems)
                continue
            for document in documents:
                self.problems.extend(families.repeated(document, vocabulary))
                whole = families.completed(document, vocabulary)
                try:
                    found.append((document.emptied, parsing.parse(CodeFile, whole)))
                except ContentError as error:
                    self.problems.extend(error.problems)
        return found

    def _all(
        self, model: type[parsing.Model], folder: Path
    ) -> list[tuple[Document, parsing.Model]]:
        found = (self.file(model, file) for file in visible(folder, "*.yml"))
        return [read for read in found if read]
