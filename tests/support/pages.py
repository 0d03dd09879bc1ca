"""Pages of no content at all, for tests of what is made from any page."""

import datetime
from dataclasses import dataclass

from codepairs.languages import Language
from codepairs.pages.page import Article, Head, Page

DAY = datetime.date(2026, 11, 24)


@dataclass(frozen=True)
class PlainPage(Page):
    """A page that says no more than where it stands."""

    place: str
    above: Page | None = None
    offered: bool = True
    changed: datetime.date = DAY

    @property
    def path(self) -> str:
        return self.place

    @property
    def parent(self) -> Page | None:
        return self.above

    @property
    def modified(self) -> datetime.date:
        return self.changed

    @property
    def is_offered(self) -> bool:
        return self.offered

    def name(self, language: Language) -> str:
        return f"{self.place or 'home'} in {language}"

    def head(self, language: Language) -> Head:
        return Head(
            title=f"Title of {self.place}",
            description=f"What {self.place} is about in {language}.",
            files=["smtp/one.yml"],
            article=Article(about=["One & two"], citations=["https://example.org/one"]),
        )

    def text(self, language: Language) -> str:
        return f"{language}: {self.place}"
