"""The whole site: every generated page, and what the hand-written pages need to stand among them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from codepairs import addresses, seo, templating
from codepairs.catalogue import Catalogue, Content
from codepairs.frame import Frame
from codepairs.handwritten import HandwrittenPage
from codepairs.heads import Setting, modified
from codepairs.indexing import Pair
from codepairs.pages import CataloguePages
from codepairs.phrasing import Phrases
from codepairs.schema import LANGUAGES, CodeFile, Language
from codepairs.seo import Head, SitemapEntry


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page made from a catalogue in one language: about all its codes, one, or two in catalogue order.

    It holds no more than that, since there are as many as pairs.
    """

    pages: CataloguePages
    codes: tuple[CodeFile, ...] = ()

    @property
    def pair(self) -> Pair | None:
        """The two codes of a comparison."""
        return (self.codes[0].code, self.codes[1].code) if self.codes[1:] else None

    @property
    def address(self) -> str:
        """Where the page stands, relative to the site's root."""
        match self.codes:
            case (a, b):
                return addresses.pair(*self.pages.place, a.code, b.code)
            case (code,):
                return addresses.code(*self.pages.place, code.code)
            case _:
                return addresses.catalogue(*self.pages.place)

    def render(self) -> str:
        """The page's HTML."""
        match self.codes:
            case (a, b):
                return self.pages.comparison(a, b)
            case (code,):
                return self.pages.code(code)
            case _:
                return self.pages.index()

    def files(self) -> Iterator[tuple[str, str]]:
        """Address and text of each file to write; a comparison brings the stub at its other order."""
        yield f"{self.address}index.html", self.render()
        if self.pair:
            a, b = self.codes
            reverse = addresses.pair(*self.pages.place, b.code, a.code)
            yield f"{reverse}index.html", self.pages.stub(a, b)


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
        self._pages = {
            language: [
                CataloguePages(catalogue, self.phrases[language], environments[language], setting)
                for catalogue in content.catalogues
            ]
            for language in LANGUAGES
        }

    def pages(self) -> Iterator[GeneratedPage]:
        """Every generated page."""
        for language in LANGUAGES:
            for catalogue, pages in zip(
                self._content.catalogues, self._pages[language], strict=True
            ):
                yield GeneratedPage(pages)
                for code in catalogue.codes:
                    yield GeneratedPage(pages, (code,))
                for pair in catalogue.pairs:
                    yield GeneratedPage(pages, pair)

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
        return sorted({*generated, *self._handwritten})

    def sitemaps(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """Name and maker of each sitemap file."""
        return seo.sitemaps(self._setting.site_url, list(self._sitemap_entries()))

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
            alternates=seo.alternates(self._setting.site_url, _in_each(addresses.home))
            if is_root
            else {},
            kind="website",
            indexed=is_root,
        )
        return self._context(seo.DEFAULT_LANGUAGE, head, address) | {"other_language": None}

    def _context(self, language: Language, head: Head, address: str) -> dict[str, Any]:
        frame = self._frames[language]
        return {
            "ui": self.phrases[language],
            "language": language,
            **frame.slots(head, address),
            **frame.flags(head),
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
            corrections=((file.rsplit("/", 1)[-1], self._setting.edit_url + file),),
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
        return [*found, (phrases("site.guides"), f"{language}/guides/")]

    def _overview(self, language: Language) -> list[dict[str, Any]]:
        return [
            {
                "id": catalogue.id,
                "title": catalogue.vocabulary.title[language],
                "address": addresses.catalogue(language, catalogue.id),
                "groups": pages.groups,
                "popular": pages.popular,
                "count": pages.count,
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

    def _sitemap_entries(self) -> Iterator[SitemapEntry]:
        for address, page in self._handwritten.items():
            if page.language == seo.DEFAULT_LANGUAGE:
                rest = address.removeprefix(page.language)
                updated = max(
                    self._handwritten[language + rest].front.updated for language in LANGUAGES
                )
                yield SitemapEntry({one: one + rest for one in LANGUAGES}, updated)
        for catalogue in self._content.catalogues:
            newest = max(code.updated for code in catalogue.codes)
            yield SitemapEntry(_in_each(partial(_index_address, catalogue.id)), newest)
            for code in catalogue.codes:
                yield SitemapEntry(
                    _in_each(partial(_code_address, catalogue.id, code.code)),
                    modified(catalogue, code),
                )
            for a, b in catalogue.pairs:
                if catalogue.is_indexed(a, b):
                    yield SitemapEntry(
                        _in_each(partial(_pair_address, catalogue.id, a.code, b.code)),
                        modified(catalogue, a, b),
                    )


def _in_each(address: Callable[[Language], str]) -> Mapping[Language, str]:
    return {language: address(language) for language in LANGUAGES}


def _index_address(catalogue_id: str, language: Language) -> str:
    return addresses.catalogue(language, catalogue_id)


def _code_address(catalogue_id: str, code: str, language: Language) -> str:
    return addresses.code(language, catalogue_id, code)


def _pair_address(catalogue_id: str, a: str, b: str, language: Language) -> str:
    return addresses.pair(language, catalogue_id, a, b)
