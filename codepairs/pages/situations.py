"""The pages about situations of a protocol: which there are, and where each stands."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from codepairs.content.schema.situations import SituationFile
from codepairs.content.whole import Protocol
from codepairs.languages import Language
from codepairs.pages import addresses
from codepairs.pages.page import Head, Page, PageKind
from codepairs.pages.pieces.evidence import Providers
from codepairs.pages.press import Press
from codepairs.pages.situation_writer import SituationWriter


class SituationPages:
    """The pages about the situations of a protocol, and what makes their texts in each language."""

    def __init__(
        self,
        protocol: Protocol,
        presses: Mapping[Language, Press],
        providers: Providers,
        above: Page,
    ) -> None:
        self.protocol = protocol
        self.writers = {
            language: SituationWriter(protocol, press, providers)
            for language, press in presses.items()
        }
        self.index = SituationsPage(self, above)

    def pages(self) -> Iterator[Page]:
        """The list of situations, then each of them; nothing for a protocol without any."""
        if self.protocol.situations:
            yield self.index
            for situation in self.protocol.situations.values():
                yield SituationPage(self, situation)


@dataclass(frozen=True, slots=True)
class SituationsPage(Page):
    """The list of all situations, by group, with the codes that are sent for each."""

    of: SituationPages
    above: Page

    @property
    def kind(self) -> PageKind:
        return "website"

    @property
    def path(self) -> str:
        return addresses.situations(self.of.protocol.id)

    @property
    def parent(self) -> Page:
        return self.above

    @property
    def modified(self) -> datetime.date:
        return max(situation.updated for situation in self.of.protocol.situations.values())

    def name(self, language: Language) -> str:
        return self.of.writers[language].index_name

    def head(self, language: Language) -> Head:
        return self.of.writers[language].index_head()

    def text(self, language: Language) -> str:
        return self.of.writers[language].index(self)


@dataclass(frozen=True, slots=True)
class SituationPage(Page):
    """The page of one situation."""

    of: SituationPages
    situation: SituationFile

    @property
    def path(self) -> str:
        return addresses.situation(self.of.protocol.id, self.situation.id)

    @property
    def parent(self) -> Page:
        return self.of.index

    @property
    def modified(self) -> datetime.date:
        return self.situation.updated

    def name(self, language: Language) -> str:
        return self.situation.name[language]

    def head(self, language: Language) -> Head:
        file = f"{self.of.protocol.id}/situations/{self.situation.id}.yml"
        return self.of.writers[language].situation_head(self.situation, [file])

    @property
    def is_embeddable(self) -> bool:
        return True

    def text(self, language: Language) -> str:
        return self.of.writers[language].situation(self, self.situation)

    def embed(self, language: Language) -> str:
        return self.of.writers[language].situation_embed(self, self.situation)
