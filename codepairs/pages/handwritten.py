"""The hand-written pages among the others: MkDocs makes their texts, everything around them is made as for any page."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from codepairs.content.handwritten import FrontMatter, HandwrittenPage
from codepairs.languages import DEFAULT_LANGUAGE, LANGUAGES, Language
from codepairs.pages import addresses
from codepairs.pages.page import Article, Head, Page, PageKind


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkdownPage(Page):
    """A page written by hand in each language; the one above which there is none is the home page."""

    place: str
    front: Mapping[Language, FrontMatter]
    file: str
    names: Mapping[Language, str]
    site_names: Mapping[Language, str]
    above: Page | None

    @property
    def kind(self) -> PageKind:
        return "article" if self.above else "website"

    @property
    def path(self) -> str:
        return self.place

    @property
    def parent(self) -> Page | None:
        return self.above

    @property
    def modified(self) -> datetime.date:
        return max(front.updated for front in self.front.values())

    def name(self, language: Language) -> str:
        return self.names[language]

    def codes_of(self, catalogue: str) -> frozenset[str]:
        """The codes of a catalogue of which the page says that it tells more."""
        return frozenset(self.front[DEFAULT_LANGUAGE].codes.get(catalogue, ()))

    def head(self, language: Language) -> Head:
        front = self.front[language]
        return Head(
            title=f"{front.title} · {self.site_names[language]}",
            description=front.description,
            files=[f"pages/{language}/{self.file}"],
            article=Article() if self.above else None,
        )

    def text(self, language: Language) -> str:
        """Nothing: MkDocs makes it from Markdown.

        Raises `LookupError`.
        """
        raise LookupError(f"{language}/{self.place} is made by MkDocs")

    def files(self, language: Language) -> Iterator[tuple[str, str]]:  # noqa: ARG002 - as any page
        """None that are made here."""
        return iter(())


def pages(
    handwritten: Sequence[HandwrittenPage],
    home_names: Mapping[Language, str],
    site_names: Mapping[Language, str],
) -> list[MarkdownPage]:
    """The hand-written pages, the home page first; each stands below the nearest page above it."""
    front: dict[str, dict[Language, FrontMatter]] = {}
    for page in handwritten:
        front.setdefault(page.path, {})[page.language] = page.front
    found: dict[str, MarkdownPage] = {}
    for place in sorted(front, key=lambda place: (place.count("/"), place)):
        above = next((found[up] for up in _above(place) if up in found), None)
        is_folder = any(other != place and other.startswith(place) for other in front)
        found[place] = MarkdownPage(
            place=place,
            front=front[place],
            file=f"{place}index.md" if is_folder else f"{place.rstrip('/')}.md",
            names=home_names
            if place == addresses.HOME
            else {language: front[place][language].title for language in LANGUAGES},
            site_names=site_names,
            above=above,
        )
    return list(found.values())


def _above(place: str) -> Iterator[str]:
    """The paths above a path, the nearest first: `guides/` and the home page of `guides/reading-a-reply/`."""
    steps = place.rstrip("/").split("/")
    for count in range(len(steps) - 1, 0, -1):
        yield "/".join(steps[:count]) + "/"
    if place != addresses.HOME:
        yield addresses.HOME
