"""Generated pages: each knows its address and makes its text when it is asked for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from codepairs.content.schema import CodeFile
from codepairs.content.share_record import Pair
from codepairs.pages import addresses
from codepairs.pages.catalogues import CataloguePages


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


@dataclass(frozen=True, slots=True)
class SinglePage:
    """A generated page that is about no code of its own."""

    address: str
    render: Callable[[], str]
    pair: None = None

    def files(self) -> Iterator[tuple[str, str]]:
        """Address and text of the one file to write."""
        yield f"{self.address}index.html", self.render()
