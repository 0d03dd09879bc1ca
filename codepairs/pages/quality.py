"""The page that says how the reference is checked, in figures counted from the content."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from codepairs.languages import Language
from codepairs.pages import addresses
from codepairs.pages.page import Head, Page
from codepairs.pages.press import Press


@dataclass(frozen=True, slots=True)
class QualityPage(Page):
    """How this reference is checked; `tables` counts anew each time."""

    presses: Mapping[Language, Press]
    tables: Callable[[Language], Iterable[object]]
    home: Page
    changed: datetime.date

    @property
    def path(self) -> str:
        return addresses.QUALITY

    @property
    def parent(self) -> Page:
        return self.home

    @property
    def modified(self) -> datetime.date:
        return self.changed

    def name(self, language: Language) -> str:
        return self.presses[language].phrases("quality.title")

    def head(self, language: Language) -> Head:
        phrases = self.presses[language].phrases
        return Head(title=phrases("quality.head"), description=phrases("quality.description"))

    def text(self, language: Language) -> str:
        return self.presses[language].page("quality.html", self, tables=list(self.tables(language)))
