"""The page of one catalogue, and those of tables that are too large for it, in one language."""

from collections.abc import Sequence

from markupsafe import Markup

from codepairs.content.catalogue import Catalogue
from codepairs.pages import addresses
from codepairs.pages.overview import Overview
from codepairs.pages.page import Head, Page
from codepairs.pages.pieces.codes import CodePieces
from codepairs.pages.press import Press


class CatalogueWriter:
    """Writes the lists of one catalogue in one language."""

    def __init__(self, catalogue: Catalogue, press: Press, codes: CodePieces) -> None:
        self._catalogue = catalogue
        self._press = press
        self._codes = codes
        self._phrases = press.phrases
        self._language = press.phrases.language
        self.overview = Overview(catalogue, press.phrases)

    @property
    def pick(self) -> Markup:
        """The form that leads from the home page to the comparison of any two codes."""
        return self._codes.pick(f"{self._catalogue.id}/")

    def index_head(self, files: Sequence[str]) -> Head:
        """What the page of the catalogue says of itself."""
        vocabulary = self._catalogue.vocabulary
        title = self._phrases("catalogue.title", catalogue=vocabulary.title[self._language])
        return Head(title=title, description=vocabulary.description[self._language], files=files)

    def index(self, page: Page) -> str:
        """The page of the catalogue: all codes by class, and a table that leads to any pair."""
        vocabulary = self._catalogue.vocabulary
        return self._press.page(
            "catalogue.html",
            page,
            heading=vocabulary.title[self._language],
            summary=vocabulary.description[self._language],
            count=self.overview.count,
            pick=self._codes.pick(""),
            popular=self.overview.popular,
            groups=self.overview.groups,
            tables=self.overview.tables,
            legend=self.overview.legend,
            up="",
        )

    def table_head(self, value: str, files: Sequence[str]) -> Head:
        """What the page of a table of pairs says of itself."""
        return Head(
            title=self._table_heading(value),
            description=self._phrases(
                "matrix.description",
                label=self.overview.apart[value],
                count=str(len(self.overview.codes_of(value))),
            ),
            files=files,
        )

    def table(self, page: Page, value: str) -> str:
        """The page of a table that leads to any pair of a part of the catalogue."""
        return self._press.page(
            "table.html",
            page,
            heading=self._table_heading(value),
            summary=page.head(self._language).description,
            tables=list(self.overview.blocks(value)),
            legend=self.overview.legend,
            up=addresses.up_to(page.path, addresses.catalogue(self._catalogue.id)),
        )

    def _table_heading(self, value: str) -> str:
        title = self._catalogue.vocabulary.title[self._language]
        return self._phrases("matrix.title", title=title, label=self.overview.apart[value])
