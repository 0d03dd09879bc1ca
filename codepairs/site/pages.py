"""The one list of all pages.

Addresses, files to write, sitemap, record of addresses, counts, heads and breadcrumbs all follow from it.
Another kind of page is a subclass of `Page` and a line in `Pages._of_no_catalogue`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from codepairs.comparison import companions
from codepairs.comparison.counterparts import AllCounterparts
from codepairs.content.handwritten import HandwrittenPage
from codepairs.content.whole import Content, Protocol
from codepairs.language.phrases import Phrases
from codepairs.languages import LANGUAGES, Language
from codepairs.pages import addresses, handwritten, numbers, seo
from codepairs.pages.catalogues import Beside, CataloguePages, Comparisons
from codepairs.pages.frame import Setting
from codepairs.pages.handwritten import MarkdownPage
from codepairs.pages.numbers import NumberPages
from codepairs.pages.page import Page
from codepairs.pages.pieces.evidence import Providers
from codepairs.pages.press import Press
from codepairs.pages.providers import ProviderPages
from codepairs.pages.quality import QualityPage
from codepairs.pages.situations import SituationPages
from codepairs.site import report

# Pages that can be gone through again and again.
Bundle: TypeAlias = tuple[Page] | Comparisons


class Pages:
    """Every page of the site, by kind, and what all of them share."""

    def __init__(
        self,
        content: Content,
        written: Sequence[HandwrittenPage],
        templates: Path,
        setting: Setting,
    ) -> None:
        self.phrases = {
            language: Phrases(language, content.phrases[language]) for language in LANGUAGES
        }
        self.handwritten = handwritten.pages(
            written,
            home_names={one: self.phrases[one]("site.home") for one in LANGUAGES},
            site_names={one: self.phrases[one]("site.name") for one in LANGUAGES},
        )
        self.home = self.handwritten[0]
        self._templates = templates
        self._setting = setting
        # Filled below: every page shows the way to the others, by its protocol; "" are the pages of none.
        self.nav: dict[str, dict[Language, list[tuple[str, str]]]] = {
            protocol: {language: [] for language in LANGUAGES}
            for protocol in ("", *(protocol.id for protocol in content.protocols))
        }
        self._shared = numbers.shared(content.protocols)
        self.presses = self._presses(self.phrases, "")
        self.own_phrases: dict[str, Mapping[Language, Phrases]] = {}
        self.providers: list[ProviderPages] = []
        self.situations: list[SituationPages] = []
        self.catalogues: list[CataloguePages] = []
        self._counterparts = AllCounterparts(content.catalogues)
        for protocol in content.protocols:
            self._add(protocol)
        self.numbers = NumberPages(self._shared, self.presses, self.own_phrases, self.home)
        self.quality = QualityPage(
            presses=self.presses,
            tables=lambda language: report.tables(content, self.phrases[language]),
            home=self.home,
            changed=max(page.modified for page in self._of_content()),
        )
        for of, nav in self.nav.items():
            for language in LANGUAGES:
                nav[language] += self._nav(of, language)

    def __iter__(self) -> Iterator[Page]:
        """Every page, each once, whatever the language."""
        return chain.from_iterable(self.bundles())

    def bundles(self) -> Iterator[Bundle]:
        """Every page, each once, in bundles of those that are best made one after the other."""
        for page in self._of_no_catalogue():
            yield (page,)
        for catalogue in self.catalogues:
            for page in catalogue.recorded():
                yield (page,)
            yield from catalogue.comparisons()

    def recorded(self) -> Iterator[Page]:
        """Every page but the comparisons, which are many and follow from their codes."""
        yield from self._of_no_catalogue()
        for catalogue in self.catalogues:
            yield from catalogue.recorded()

    def at(self, path: str) -> Page | None:
        """The page that takes `path`, or whose answer in short does."""
        path = addresses.embedded(path)
        pairs = (catalogue.pair_at(path) for catalogue in self.catalogues)
        return next(filter(None, pairs), None) or self._recorded_by_path.get(path)

    @cached_property
    def _recorded_by_path(self) -> Mapping[str, Page]:
        return {page.path: page for page in self.recorded()}

    def _of_no_catalogue(self) -> Iterator[Page]:
        yield from self.handwritten
        yield self.quality
        yield from self.numbers.pages()
        for providers in self.providers:
            yield from providers.pages()
        for situations in self.situations:
            yield from situations.pages()

    @property
    def guides(self) -> list[MarkdownPage]:
        """The hand-written guides."""
        return [
            page
            for page in self.handwritten
            if page.parent is not None and page.parent.path == addresses.GUIDES
        ]

    def _add(self, protocol: Protocol) -> None:
        self.own_phrases[protocol.id] = {
            language: Phrases(language, protocol.phrases[language], protocol.readings)
            for language in LANGUAGES
        }
        presses = self._presses(self.own_phrases[protocol.id], protocol.id)
        providers = Providers(
            place=protocol.providers_place,
            by_id={provider.id: provider for provider in protocol.providers},
            logged=frozenset(one.id for one in protocol.vocabulary.groups if one.logged),
            run=frozenset(kind.id for kind in protocol.vocabulary.provider_kinds if kind.runs),
        )
        together = companions.find(protocol.catalogues)
        catalogues = [
            CataloguePages(
                catalogue,
                presses,
                Beside(companions=together[catalogue.id], counterparts=self._counterparts),
                providers,
                protocol=protocol,
                home=self.home,
                guides=self.guides,
            )
            for catalogue in protocol.catalogues
        ]
        self.catalogues += catalogues
        # Situations and providers belong to a protocol, which is known by its first catalogue.
        above = catalogues[0].index
        self.providers.append(ProviderPages(protocol, presses, above))
        self.situations.append(SituationPages(protocol, presses, providers, above))

    def _presses(
        self, phrases: Mapping[Language, Phrases], protocol: str
    ) -> Mapping[Language, Press]:
        return {
            language: Press(
                self._templates,
                spoken,
                self._setting,
                site_nav=self.nav[protocol],
                shared_numbers=self._shared,
                locales=seo.LOCALES,
            )
            for language, spoken in phrases.items()
        }

    def _of_content(self) -> Iterator[Page]:
        """Every page about a code or a provider."""
        for providers in self.providers:
            yield from providers.pages()
        for catalogue in self.catalogues:
            yield catalogue.index

    def lists(self, protocol: str, language: Language) -> Iterator[tuple[str, str]]:
        """The pages that list situations and providers of a protocol, as far as it has any: name and path."""
        of_situations = (
            one.index
            for one in self.situations
            if one.protocol.id == protocol and one.protocol.situations
        )
        of_providers = (
            one.index
            for one in self.providers
            if one.protocol.id == protocol and one.protocol.providers
        )
        yield from self._links((*of_situations, *of_providers), language)

    def _nav(self, protocol: str, language: Language) -> Iterator[tuple[str, str]]:
        """What the header of the protocol's pages links to; that of others, where there is one protocol only, too."""
        yield from self._links((one.index for one in self.catalogues), language)
        shown = protocol or (self.situations[0].protocol.id if len(self.situations) == 1 else "")
        yield from self.lists(shown, language)
        guides = (page for page in self.handwritten if page.path == addresses.GUIDES)
        yield from self._links(guides, language)

    @staticmethod
    def _links(pages: Iterable[Page], language: Language) -> Iterator[tuple[str, str]]:
        for page in pages:
            yield page.name(language), page.path
