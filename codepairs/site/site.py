"""The whole site: its pages, what is made from their list, and what MkDocs' own pages need to stand among them."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from codepairs.content.catalogue import Catalogue
from codepairs.content.handwritten import HandwrittenPage
from codepairs.content.whole import Content
from codepairs.languages import DEFAULT_LANGUAGE, LANGUAGES, Language
from codepairs.pages import addresses, seo, titles
from codepairs.pages.frame import Setting
from codepairs.pages.handwritten import MarkdownPage
from codepairs.pages.page import Page
from codepairs.site import finder, report, sitemap
from codepairs.site.cards import Card
from codepairs.site.pages import Pages


class Site:
    """The pages of all protocols in all languages."""

    def __init__(
        self,
        content: Content,
        handwritten: Sequence[HandwrittenPage],
        templates: Path,
        setting: Setting,
    ) -> None:
        self._content = content
        self._setting = setting
        self.pages = Pages(content, handwritten, templates, setting)
        self._handwritten = {page.path: page for page in self.pages.handwritten}

    @property
    def catalogues(self) -> Sequence[Catalogue]:
        """The catalogues of the site."""
        return self._content.catalogues

    def report(self, language: Language) -> Iterator[report.Table]:
        """The tables that say how good the reference is."""
        return report.tables(self._content, self.pages.phrases[language])

    def summary(self) -> str:
        """How much there is, for the command line."""
        codes = sum(len(catalogue.codes) for catalogue in self._content.catalogues)
        pairs = sum(catalogue.pair_count for catalogue in self._content.catalogues)
        return f"{codes} codes, {pairs} pairs, {len(LANGUAGES)} languages"

    def page_count(self) -> int:
        """How many pages are made, with those at the other order of a pair and the short answers."""
        pairs = sum(catalogue.pair_count for catalogue in self._content.catalogues)
        made = sum(1 + page.is_embeddable for page in self.pages) - len(self._handwritten)
        return (made + pairs) * len(LANGUAGES)

    def recorded_addresses(self) -> list[str]:
        """Every address that must never disappear, except pairs, which follow from their codes."""
        return sorted(
            addresses.in_language(language, page.path)
            for page in self.pages.recorded()
            for language in LANGUAGES
        )

    def texts(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """Address and maker of each file that is no page: for search engines, and for the field."""
        url = self._setting.site_url
        yield "robots.txt", partial(sitemap.robots, url)
        yield from sitemap.sitemaps(url, self.pages)
        for language in LANGUAGES:
            own = {name: spoken[language] for name, spoken in self.pages.own_phrases.items()}
            phrases = self.pages.phrases[language]
            yield from finder.files(self._content, self.pages.handwritten, phrases, own)

    def generated(self) -> Iterator[str]:
        """The addresses of the generated pages, except pairs."""
        for page in self.pages.recorded():
            if not isinstance(page, MarkdownPage):
                yield from (addresses.in_language(language, page.path) for language in LANGUAGES)

    def generated_at(self, address: str) -> Callable[[], str] | None:
        """What makes the text of the generated page that takes `address`; None where none does."""
        for language in LANGUAGES:
            page = self._page_at(language, address)
            if page and not isinstance(page, MarkdownPage):
                return partial(page.text, language)
        return None

    def text_at(self, address: str) -> str | None:
        """The text of the generated file at `address`, made anew; None if there is no such file."""
        for language in LANGUAGES:
            if page := self._page_at(language, address.removesuffix("index.html")):
                return dict(page.files(language)).get(address)
        return next((make() for uri, make in self.texts() if uri == address), None)

    def _page_at(self, language: Language, address: str) -> Page | None:
        start = addresses.in_language(language, addresses.HOME)
        return self.pages.at(address.removeprefix(start)) if address.startswith(start) else None

    def card(self, page: Page, language: Language) -> Card:
        """What the picture of a page says in link previews."""
        head = page.head(language)
        name = self.pages.phrases[language]("site.name")
        above = page.parent
        places = [name] if above is None or above.parent is None else [name, above.name(language)]
        title = head.title.removesuffix(f" · {name}")
        description = titles.whole_sentences(head.description, language)
        return Card(place=" · ".join(places), title=title, text=description)

    def theme_globals(self) -> dict[str, Any]:
        """What every template of the theme may use."""
        return {
            "site_nav": self.pages.nav[""],
            "locales": seo.LOCALES,
            "overview": {language: self._overview(language) for language in LANGUAGES},
            "situations": {language: self._situations(language) for language in LANGUAGES},
            "examples": [
                one for protocol in self._content.protocols for one in protocol.vocabulary.examples
            ],
            "guides": {language: self._guides(language) for language in LANGUAGES},
            "languages": LANGUAGES,
            "speak": self.pages.phrases,
        }

    def page_context(self, address: str) -> dict[str, Any]:
        """What the theme needs for the hand-written page at `address`."""
        language: Language = "ko" if address.startswith("ko/") else "en"
        page = self._handwritten[address.removeprefix(f"{language}/")]
        press = self.pages.presses[language]
        return {"ui": press.phrases, "language": language, **press.frame.around(page)}

    def neutral_context(self, address: str, title: str, description: str) -> dict[str, Any]:
        """What the theme needs for a page that belongs to no language: the root, and the page not found."""
        press = self.pages.presses[DEFAULT_LANGUAGE]
        is_root = not address
        return {
            "ui": press.phrases,
            "language": DEFAULT_LANGUAGE,
            "title": title,
            "description": description,
            "canonical": self._setting.site_url + address,
            "root": addresses.to_root(address),
            "home": addresses.to_root(address)
            + addresses.in_language(DEFAULT_LANGUAGE, addresses.HOME),
            "card_alt": title,
            "card": self._setting.site_url + addresses.card(DEFAULT_LANGUAGE, addresses.HOME),
            **press.frame.alternates(addresses.HOME),
            "is_offered": is_root,
            "has_alternates": is_root,
            "has_json_ld": False,
            "is_embeddable": False,
            "kind": "website",
            "other_language": None,
        }

    def _overview(self, language: Language) -> list[dict[str, Any]]:
        return [
            {
                "id": pages.catalogue.id,
                "title": pages.catalogue.vocabulary.title[language],
                "address": addresses.in_language(language, pages.index.path),
                "groups": pages.writers[language].overview.groups,
                "popular": pages.writers[language].overview.popular,
                "pick": pages.writers[language].pick,
                "count": pages.writers[language].overview.count,
            }
            for pages in self.pages.catalogues
        ]

    def _situations(self, language: Language) -> list[dict[str, Any]]:
        """The situations of each protocol that has some, by group."""
        return [
            {
                "id": protocol.id,
                "name": protocol.vocabulary.name[language],
                "groups": [
                    {
                        "label": group.label[language],
                        "situations": [
                            {
                                "name": one.name[language],
                                "address": addresses.in_language(
                                    language, addresses.situation(protocol.id, one.id)
                                ),
                            }
                            for one in protocol.situations.values()
                            if one.group == group.id
                        ],
                    }
                    for group in protocol.vocabulary.groups
                ],
                "lists": list(self.pages.lists(protocol.id, language)),
            }
            for protocol in self._content.protocols
            if protocol.situations
        ]

    def _guides(self, language: Language) -> list[dict[str, str]]:
        return [self._listed(page, language) for page in self.pages.guides]

    def _listed(self, page: Page, language: Language) -> dict[str, str]:
        return {
            "address": addresses.in_language(language, page.path),
            "title": page.name(language),
            "description": page.head(language).description,
        }
