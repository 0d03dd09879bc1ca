"""The whole site: every generated page, and what the hand-written pages need to stand among them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from codepairs import languages
from codepairs.comparison import companions
from codepairs.content.catalogue import Catalogue, Content
from codepairs.content.handwritten import HandwrittenPage
from codepairs.language.phrases import Phrases
from codepairs.languages import LANGUAGES, Language
from codepairs.pages import addresses, seo, templating
from codepairs.pages.catalogues import CataloguePages
from codepairs.pages.frame import Frame
from codepairs.pages.generated import GeneratedPage, SinglePage
from codepairs.pages.heads import Setting
from codepairs.pages.providers import ProviderPages
from codepairs.pages.seo import Head
from codepairs.site import finder, report, sitemap


class Site:
    """The pages of all catalogues in all languages."""

    def __init__(
        self,
        content: Content,
        handwritten: Sequence[HandwrittenPage],
        templates: Path,
        setting: Setting,
    ) -> None:
        self._content = content
        self._handwritten = {page.address: page for page in handwritten}
        self._setting = setting
        self.phrases = {
            language: Phrases(language, content.phrases[language]) for language in LANGUAGES
        }
        self._nav = {language: self._site_nav(language) for language in LANGUAGES}
        environments = {
            language: templating.environment(templates, self.phrases[language])
            for language in LANGUAGES
        }
        for environment in environments.values():
            environment.globals.update(site_nav=self._nav, locales=seo.LOCALES)
        self._frames = {
            language: Frame(self.phrases[language], environments[language])
            for language in LANGUAGES
        }
        self._environments = environments
        together = companions.find(content.catalogues)
        providers = {provider.id: provider for provider in content.providers}
        self._pages = {
            language: [
                CataloguePages(
                    catalogue,
                    self.phrases[language],
                    environments[language],
                    setting,
                    together.get(catalogue.id),
                    providers,
                )
                for catalogue in content.catalogues
            ]
            for language in LANGUAGES
        }
        self._provider_pages = {
            language: ProviderPages(
                content.providers,
                content.catalogues,
                self.phrases[language],
                environments[language],
                setting,
            )
            for language in LANGUAGES
        }

    def pages(self) -> Iterator[GeneratedPage | SinglePage]:
        """Every generated page."""
        for language in LANGUAGES:
            yield from self._single_pages(language)
            for catalogue, pages in zip(
                self._content.catalogues, self._pages[language], strict=True
            ):
                yield GeneratedPage(pages)
                for code in catalogue.codes:
                    yield GeneratedPage(pages, (code,))
                for pair in catalogue.pairs:
                    yield GeneratedPage(pages, pair)

    def _single_pages(self, language: Language) -> Iterator[SinglePage]:
        yield SinglePage(addresses.quality(language), partial(self._quality, language))
        pages = self._provider_pages[language]
        if self._content.providers:
            yield SinglePage(addresses.providers(language), pages.index)
        for provider in self._content.providers:
            address = addresses.provider(language, provider.id)
            yield SinglePage(address, partial(pages.provider, provider))

    def report(self, language: Language) -> Iterator[report.Table]:
        """The tables that say how good the reference is."""
        return report.tables(self._content, self.phrases[language])

    def _quality(self, language: Language) -> str:
        phrases = self.phrases[language]
        url, address = self._setting.site_url, addresses.quality(language)
        crumbs = [(phrases("site.home"), url + addresses.home(language))]
        crumbs.append((phrases("quality.title"), url + address))
        head = Head(
            title=phrases("quality.head"),
            description=phrases("quality.description"),
            canonical=url + address,
            alternates=seo.alternates(url, addresses.in_each(addresses.quality)),
            modified=sitemap.newest(self._content),
            json_ld=seo.json_ld(seo.breadcrumbs(crumbs)),
        )
        template = self._environments[language].get_template("quality.html")
        frame = self._frames[language].around(head, address)
        return template.render(**frame, tables=list(self.report(language)))

    @property
    def catalogues(self) -> Sequence[Catalogue]:
        """The catalogues of the site."""
        return self._content.catalogues

    def summary(self) -> str:
        """How much there is, for the command line."""
        codes = sum(len(catalogue.codes) for catalogue in self._content.catalogues)
        pairs = sum(catalogue.pair_count for catalogue in self._content.catalogues)
        return f"{codes} codes, {pairs} pairs, {len(LANGUAGES)} languages"

    def page_count(self) -> int:
        """How many pages `pages` yields."""
        per_language = sum(
            1 + len(catalogue.codes) + 2 * catalogue.pair_count
            for catalogue in self._content.catalogues
        )
        per_language += len(list(self._single_pages("en")))
        return per_language * len(LANGUAGES)

    def recorded_addresses(self) -> list[str]:
        """Every address that must never disappear, except pairs, which follow from their codes."""
        generated = [
            address
            for language in LANGUAGES
            for catalogue in self._content.catalogues
            for address in (
                addresses.catalogue(language, catalogue.id),
                *(addresses.code(language, catalogue.id, code.code) for code in catalogue.codes),
            )
        ]
        single = [page.address for language in LANGUAGES for page in self._single_pages(language)]
        return sorted({*generated, *single, *self._handwritten})

    def sitemaps(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """Name and maker of each sitemap file."""
        return seo.sitemaps(
            self._setting.site_url, list(sitemap.entries(self._content, self._handwritten))
        )

    def finder_files(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """Name and maker of each file that the field for finding codes loads."""
        pages = list(self._handwritten.values())
        for language in LANGUAGES:
            make = partial(finder.tables, self._content, pages, self.phrases[language])
            yield finder.address(language), make

    def robots(self) -> str:
        """The text of `robots.txt`."""
        return seo.robots(self._setting.site_url)

    def theme_globals(self) -> dict[str, Any]:
        """What every template of the theme may use."""
        return {
            "site_nav": self._nav,
            "locales": seo.LOCALES,
            "overview": {language: self._overview(language) for language in LANGUAGES},
            "guides": {language: self._guides(language) for language in LANGUAGES},
            "languages": LANGUAGES,
            "speak": self.phrases,
            "known_codes": " ".join(
                code.code for catalogue in self._content.catalogues[:1] for code in catalogue.codes
            ),
        }

    def page_context(self, address: str) -> dict[str, Any]:
        """What the theme needs for the hand-written page at `address`."""
        page = self._handwritten[address]
        head = self._handwritten_head(page)
        return self._context(page.language, head, address) | {
            "guide": address.startswith(f"{page.language}/guides/")
        }

    def neutral_context(self, address: str, title: str, description: str) -> dict[str, Any]:
        """What the theme needs for a page that belongs to no language: the root, and the page not found."""
        is_root = not address
        head = Head(
            title=title,
            description=description,
            canonical=self._setting.site_url + address,
            alternates=seo.alternates(self._setting.site_url, addresses.in_each(addresses.home))
            if is_root
            else {},
            kind="website",
            indexed=is_root,
        )
        return self._context(languages.DEFAULT_LANGUAGE, head, address) | {"other_language": None}

    def _context(self, language: Language, head: Head, address: str) -> dict[str, Any]:
        return {
            "ui": self.phrases[language],
            "language": language,
            **self._frames[language].around(head, address),
        }

    def _handwritten_head(self, page: HandwrittenPage) -> Head:
        language, url = page.language, self._setting.site_url
        rest = page.address.removeprefix(language)
        is_home = page.address == addresses.home(language)
        file = f"pages/{page.address.rstrip('/')}{'/index' if self._is_index(page) else ''}.md"
        head = Head(
            title=f"{page.front.title} · {self.phrases[language]('site.name')}",
            description=page.front.description,
            canonical=url + page.address,
            alternates=seo.alternates(url, {one: one + rest for one in LANGUAGES}),
            modified=page.front.updated,
            kind="website" if is_home else "article",
            corrections=(self._setting.correction(file),),
        )
        if is_home:
            return head
        home = (self.phrases[language]("site.home"), url + addresses.home(language))
        crumbs = seo.breadcrumbs([home, (page.front.title, head.canonical)])
        return replace(head, json_ld=seo.json_ld(crumbs, seo.tech_article(head, language)))

    def _is_index(self, page: HandwrittenPage) -> bool:
        return any(
            other != page.address and other.startswith(page.address) for other in self._handwritten
        )

    def _site_nav(self, language: Language) -> list[tuple[str, str]]:
        phrases = self.phrases[language]
        found = [
            (
                catalogue.vocabulary.short[language],
                addresses.catalogue(language, catalogue.id),
            )
            for catalogue in self._content.catalogues
        ]
        if self._content.providers:
            found.append((phrases("site.providers"), addresses.providers(language)))
        return [*found, (phrases("site.guides"), f"{language}/guides/")]

    def _overview(self, language: Language) -> list[dict[str, Any]]:
        return [
            {
                "id": catalogue.id,
                "title": catalogue.vocabulary.title[language],
                "address": addresses.catalogue(language, catalogue.id),
                "groups": pages.overview.groups,
                "popular": pages.overview.popular,
                "count": pages.overview.count,
            }
            for catalogue, pages in zip(
                self._content.catalogues, self._pages[language], strict=True
            )
        ]

    def _guides(self, language: Language) -> list[dict[str, str]]:
        prefix = f"{language}/guides/"
        return [
            {
                "address": page.address,
                "title": page.front.title,
                "description": page.front.description,
            }
            for page in self._handwritten.values()
            if page.address.startswith(prefix) and page.address != prefix
        ]
