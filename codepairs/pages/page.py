"""What every page has, whatever its kind: a path, a place below another page, a head, and a text in each language."""

import datetime
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from codepairs.languages import Language
from codepairs.pages import addresses

PageKind = Literal["article", "website"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What structured data says of an article: the terms that it is about, and the addresses that it cites."""

    about: Sequence[str] = ()
    citations: Sequence[str] = ()


@dataclass(slots=True, kw_only=True)
class Head:
    """What a page says of itself in one language. `files` are the content files it was made from."""

    title: str
    description: str
    files: Sequence[str] = ()
    article: Article | None = None


class Page(ABC):
    """A page that stands at one path in every language.

    Everything that is made for all pages (sitemap, record of addresses, heads, breadcrumbs, files to write)
    is made from these, and from `codepairs.site.pages`, which lists them.
    """

    __slots__ = ()

    # The addresses of comparisons follow from those of their codes and are too many to write down.
    is_recorded: ClassVar[bool] = True

    @property
    @abstractmethod
    def path(self) -> str:
        """Where the page stands, without the language."""

    @property
    def paths(self) -> tuple[str, ...]:
        """Every path that it takes, its own first."""
        return (self.path,)

    @property
    @abstractmethod
    def parent(self) -> "Page | None":
        """The page above this one; None for the home page."""

    @property
    @abstractmethod
    def modified(self) -> datetime.date:
        """The day its content last changed."""

    @property
    def kind(self) -> PageKind:
        """What link previews are told it is."""
        return "article"

    @property
    def is_offered(self) -> bool:
        """Whether search engines are told of it."""
        return True

    @property
    def is_embeddable(self) -> bool:
        """Whether other sites may show its answer in a frame."""
        return False

    @abstractmethod
    def name(self, language: Language) -> str:
        """What a breadcrumb calls it."""

    @abstractmethod
    def head(self, language: Language) -> Head:
        """What it says of itself."""

    @abstractmethod
    def text(self, language: Language) -> str:
        """Its HTML, made anew each time."""

    def embed(self, language: Language) -> str:
        """The HTML of its answer in short, for a frame on other sites; asked of embeddable pages only."""
        raise NotImplementedError(language)

    def files(self, language: Language) -> Iterator[tuple[str, str]]:
        """Address and text of each file to write; the first is the page itself."""
        address = addresses.in_language(language, self.path)
        yield f"{address}index.html", self.text(language)
        if self.is_embeddable:
            yield f"{addresses.embed(address)}index.html", self.embed(language)


def trail(page: Page) -> list[Page]:
    """The way to a page: the home page first, the page itself last."""
    found = [page]
    while (above := found[-1].parent) is not None:
        found.append(above)
    return found[::-1]
