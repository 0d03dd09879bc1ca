"""The pages of one catalogue: all its codes, each of them, and each two of them."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, Final

from codepairs.comparison.companions import Companions
from codepairs.comparison.compare import Comparison, compare
from codepairs.comparison.counterparts import AllCounterparts
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.codes import CodeFile
from codepairs.content.share_record import Pair
from codepairs.content.whole import Protocol
from codepairs.languages import DEFAULT_LANGUAGE, Language
from codepairs.pages import addresses
from codepairs.pages.catalogue_writer import CatalogueWriter
from codepairs.pages.code_writer import CodeWriter
from codepairs.pages.comparison_writer import ComparisonWriter
from codepairs.pages.handwritten import MarkdownPage
from codepairs.pages.page import Article, Head, Page, PageKind
from codepairs.pages.pieces.catalogue import CataloguePieces
from codepairs.pages.pieces.evidence import Providers
from codepairs.pages.press import Press

_PAIR: Final = 2


@dataclass(frozen=True, kw_only=True)
class Beside:
    """Codes of other catalogues: those that come along with a code, and those that become it in another protocol."""

    companions: Sequence[Companions]
    counterparts: AllCounterparts


class CataloguePages:
    """The pages of one catalogue, and what writes them in each language."""

    def __init__(
        self,
        catalogue: Catalogue,
        presses: Mapping[Language, Press],
        beside: Beside,
        providers: Providers,
        *,
        protocol: Protocol,
        home: Page,
        guides: Sequence[MarkdownPage] = (),
    ) -> None:
        self.catalogue = catalogue
        self.folder = catalogue.folder
        # The codes that libraries and clients are told of are those of the first catalogue.
        is_first = catalogue is protocol.catalogues[0]
        libraries = protocol.libraries if is_first else ()
        clients = protocol.clients if is_first else ()
        self.writers: dict[Language, CatalogueWriter] = {}
        self.code_writers: dict[Language, CodeWriter] = {}
        self.comparison_writers: dict[Language, ComparisonWriter] = {}
        for language, press in presses.items():
            pieces = CataloguePieces(
                catalogue,
                press,
                beside.companions,
                providers,
                protocol=protocol.vocabulary,
                clients=clients,
                guides=guides,
            )
            self.writers[language] = CatalogueWriter(catalogue, press, pieces.codes)
            self.code_writers[language] = CodeWriter(
                catalogue, press, pieces, libraries, beside.counterparts
            )
            self.comparison_writers[language] = ComparisonWriter(catalogue, press, pieces)
        self.index = CataloguePage(self, home)

    def comparisons(self) -> Iterator["Comparisons"]:
        """The comparisons of each code with those after it."""
        codes = self.catalogue.codes
        for number in range(1, len(codes)):
            yield Comparisons(self, codes[number - 1], codes[number:])

    def recorded(self) -> Iterator[Page]:
        """The page of the catalogue, the tables that are too large for it, then its codes."""
        yield self.index
        for value in self.writers[DEFAULT_LANGUAGE].overview.apart:
            yield TablePage(self, value)
        for code in self.catalogue.codes:
            yield CodePage(self, code)

    def pair_at(self, path: str) -> "PairPage | None":
        """The comparison that stands at `path`, or whose other order does."""
        above, _, name = path.rstrip("/").rpartition("/")
        codes = addresses.pair_codes(name)
        if above != self.index.path.rstrip("/") or codes is None:
            return None
        found = [code for code in self.catalogue.codes if code.code in codes]
        return PairPage(self, *found) if len(found) == _PAIR else None

    def modified(self, *codes: CodeFile) -> datetime.date:
        """The day the content of a page about one code or a pair last changed."""
        dates = [code.updated for code in codes]
        if len(codes) == _PAIR:
            insight = self.catalogue.insights.get((codes[0].code, codes[1].code))
            if insight:
                dates.append(insight.updated)
        return max(dates)

    def file_of(self, code: CodeFile) -> str:
        """The content file in which a code stands."""
        return f"{self.folder}/codes/{self.catalogue.files.get(code.code, code.code)}.yml"

    def article(self, language: Language, *codes: CodeFile) -> Article:
        """What structured data says of a page about `codes`."""
        short = self.catalogue.vocabulary.short[language]
        return Article(
            about=[f"{short} {code.code} {code.name[language]}" for code in codes],
            citations=list(dict.fromkeys(source.url for code in codes for source in code.sources)),
        )


@dataclass(frozen=True, slots=True)
class CataloguePage(Page):
    """The page of a catalogue: all codes by class, and a table that leads to any pair."""

    of: CataloguePages
    home: Page

    @property
    def kind(self) -> PageKind:
        return "website"

    @property
    def path(self) -> str:
        return addresses.catalogue(self.of.catalogue.id)

    @property
    def parent(self) -> Page:
        return self.home

    @property
    def modified(self) -> datetime.date:
        return max(code.updated for code in self.of.catalogue.codes)

    def name(self, language: Language) -> str:
        return self.of.catalogue.vocabulary.short[language]

    def head(self, language: Language) -> Head:
        return self.of.writers[language].index_head([f"{self.of.folder}/catalogue.yml"])

    def text(self, language: Language) -> str:
        return self.of.writers[language].index(self)


@dataclass(frozen=True, slots=True)
class TablePage(Page):
    """The table that leads to any pair of a part of a catalogue, where it is too large for the catalogue's page."""

    of: CataloguePages
    value: str

    @property
    def kind(self) -> PageKind:
        return "website"

    @property
    def path(self) -> str:
        return addresses.pairs(self.of.catalogue.id, self.value)

    @property
    def parent(self) -> Page:
        return self.of.index

    @property
    def modified(self) -> datetime.date:
        return self.of.index.modified

    def name(self, language: Language) -> str:
        return self.of.writers[language].overview.apart[self.value]

    def head(self, language: Language) -> Head:
        return self.of.writers[language].table_head(self.value, [f"{self.of.folder}/catalogue.yml"])

    def text(self, language: Language) -> str:
        return self.of.writers[language].table(self, self.value)


@dataclass(frozen=True, slots=True)
class CodePage(Page):
    """The page of one code."""

    of: CataloguePages
    code: CodeFile

    @property
    def path(self) -> str:
        return addresses.code(self.of.catalogue.id, self.code.code)

    @property
    def parent(self) -> Page:
        return self.of.index

    @property
    def modified(self) -> datetime.date:
        return self.of.modified(self.code)

    def name(self, language: Language) -> str:  # noqa: ARG002 - a code is the same in each
        return self.code.code

    def head(self, language: Language) -> Head:
        title, description = self.of.code_writers[language].head(self.code)
        return Head(
            title=title,
            description=description,
            files=[self.of.file_of(self.code)],
            article=self.of.article(language, self.code),
        )

    @property
    def is_embeddable(self) -> bool:
        return True

    def text(self, language: Language) -> str:
        return self.of.code_writers[language].text(self, self.code)

    def embed(self, language: Language) -> str:
        return self.of.code_writers[language].embed(self, self.code)


@dataclass(frozen=True)
class PairPage(Page):
    """The comparison of two codes, in catalogue order; the pair's other order leads to it."""

    is_recorded: ClassVar[bool] = False

    of: CataloguePages
    a: CodeFile
    b: CodeFile

    @cached_property
    def path(self) -> str:
        return addresses.pair(self.of.catalogue.id, self.a.code, self.b.code)

    @cached_property
    def comparison(self) -> Comparison:
        """The two codes laid side by side."""
        return compare(self.of.catalogue, self.a, self.b)

    @property
    def paths(self) -> tuple[str, ...]:
        return self.path, addresses.pair(self.of.catalogue.id, self.b.code, self.a.code)

    @property
    def parent(self) -> Page:
        return self.of.index

    @property
    def modified(self) -> datetime.date:
        return self.of.modified(self.a, self.b)

    @cached_property
    def is_offered(self) -> bool:
        return self.of.catalogue.offered_for(self.a, self.b) is not None

    @property
    def is_embeddable(self) -> bool:
        return self.is_offered

    @property
    def pair(self) -> Pair:
        """The two codes."""
        return self.a.code, self.b.code

    def name(self, language: Language) -> str:
        return self.of.comparison_writers[language].name(self.a, self.b)

    def head(self, language: Language) -> Head:
        title, description = self.of.comparison_writers[language].head(self, self.comparison)
        files = [self.of.file_of(code) for code in (self.a, self.b)]
        if self.pair in self.of.catalogue.insights:
            files.insert(0, f"{self.of.folder}/pairs/{addresses.pair_name(*self.pair)}.yml")
        return Head(
            title=title,
            description=description,
            files=list(dict.fromkeys(files)),
            article=self.of.article(language, self.a, self.b) if self.is_offered else None,
        )

    def text(self, language: Language) -> str:
        return self.of.comparison_writers[language].text(self, self.comparison)

    def embed(self, language: Language) -> str:
        return self.of.comparison_writers[language].embed(self, self.comparison)

    def files(self, language: Language) -> Iterator[tuple[str, str]]:
        """The comparison, and the small page at the pair's other order."""
        yield from Page.files(self, language)
        address = addresses.in_language(language, self.paths[1])
        yield (
            f"{address}index.html",
            self.of.comparison_writers[language].stub(self, self.a, self.b),
        )


@dataclass(frozen=True, slots=True)
class Comparisons:
    """The comparisons of a code with others, each made when it is its turn, since there are many."""

    of: CataloguePages
    a: CodeFile
    others: Sequence[CodeFile]

    def __iter__(self) -> Iterator[PairPage]:
        for b in self.others:
            yield PairPage(self.of, self.a, b)

    def __len__(self) -> int:
        return len(self.others)
