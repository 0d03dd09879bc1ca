"""The pages about the providers of a protocol: each with its real replies, and a list of all of them."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.codes import CodeFile
from codepairs.content.schema.providers import ProviderFile, Reply
from codepairs.content.schema.situations import SituationFile
from codepairs.content.whole import Protocol
from codepairs.language import markdown
from codepairs.languages import Language
from codepairs.pages import addresses, titles, verdicts
from codepairs.pages.page import Head, Page, PageKind
from codepairs.pages.press import Press


class ProviderPages:
    """The pages about the providers of a protocol, and what makes their texts in each language."""

    def __init__(self, protocol: Protocol, presses: Mapping[Language, Press], above: Page) -> None:
        self.protocol = protocol
        self.place = protocol.providers_place
        self.writers = {
            language: ProviderWriter(protocol, press) for language, press in presses.items()
        }
        self.index = ProvidersPage(self, above)

    def pages(self) -> Iterator[Page]:
        """The list of providers, then each of them; nothing for a protocol without any."""
        if self.protocol.providers:
            yield self.index
            for provider in self.protocol.providers:
                yield ProviderPage(self, provider)


@dataclass(frozen=True, slots=True)
class ProvidersPage(Page):
    """The list of all providers, by kind."""

    of: ProviderPages
    above: Page

    @property
    def kind(self) -> PageKind:
        return "website"

    @property
    def path(self) -> str:
        return addresses.providers(self.of.place)

    @property
    def parent(self) -> Page:
        return self.above

    @property
    def modified(self) -> datetime.date:
        return max(provider.updated for provider in self.of.protocol.providers)

    def name(self, language: Language) -> str:
        return self.of.writers[language].index_name

    def head(self, language: Language) -> Head:
        return self.of.writers[language].index_head()

    def text(self, language: Language) -> str:
        return self.of.writers[language].index(self)


@dataclass(frozen=True, slots=True)
class ProviderPage(Page):
    """The page of one provider."""

    of: ProviderPages
    provider: ProviderFile

    @property
    def path(self) -> str:
        return addresses.provider(self.of.place, self.provider.id)

    @property
    def parent(self) -> Page:
        return self.of.index

    @property
    def modified(self) -> datetime.date:
        return self.provider.updated

    def name(self, language: Language) -> str:
        return self.provider.name[language]

    def head(self, language: Language) -> Head:
        file = f"{self.of.protocol.id}/providers/{self.provider.id}.yml"
        return self.of.writers[language].provider_head(self.provider, [file])

    def text(self, language: Language) -> str:
        return self.of.writers[language].provider(self, self.provider)


class ProviderWriter:
    """Makes the texts of the pages about providers in one language."""

    def __init__(self, protocol: Protocol, press: Press) -> None:
        self._protocol = protocol
        self._press = press
        self._phrases = press.phrases
        self._language = press.phrases.language

    @property
    def index_name(self) -> str:
        """What the list is called."""
        return self._phrases("site.providers")

    def index_head(self) -> Head:
        """What the list says of itself."""
        return Head(
            title=self._phrases("providers.title"),
            description=self._phrases("providers.description"),
        )

    def provider_head(self, provider: ProviderFile, files: Sequence[str]) -> Head:
        """What the page of a provider says of itself."""
        name, count = provider.name[self._language], str(len(provider.replies))
        return Head(
            title=titles.fitting(
                [
                    self._phrases("provider.title", name=name),
                    self._phrases("provider.title_short", name=name),
                ],
                self._language,
            ),
            description=self._phrases("provider.description", name=name, count=count),
            files=files,
        )

    def index(self, page: Page) -> str:
        """The list of all providers, by kind."""
        language = self._language
        return self._press.page(
            "providers.html",
            page,
            groups=[
                {
                    "label": kind.label[language],
                    "providers": [
                        {
                            "id": provider.id,
                            "name": provider.name[language],
                            "count": self._phrases(
                                "provider.count", count=str(len(provider.replies))
                            ),
                        }
                        for provider in self._protocol.providers
                        if provider.kind == kind.id
                    ],
                }
                for kind in self._protocol.vocabulary.provider_kinds
            ],
        )

    def provider(self, page: Page, provider: ProviderFile) -> str:
        """The page of one provider."""
        language = self._language
        name = provider.name[language]
        return self._press.page(
            "provider.html",
            page,
            name=name,
            h1=self._phrases("provider.h1", name=name),
            about=markdown.to_html(provider.about(language)),
            url=provider.url,
            groups=list(self._groups(provider)),
            uses=list(self._uses(provider)),
            own=[
                {"link": self._link(catalogue, code), "name": code.name[language]}
                for catalogue, code in self._codes()
                if code.provider == provider.id
            ],
        )

    def _reply(self, provider: ProviderFile, reply: Reply) -> dict[str, Any]:
        told = reply.told(self._language)
        found = [
            (catalogue, catalogue.by_id[code])
            for code in reply.codes
            for catalogue in self._protocol.catalogues
            if code in catalogue.by_id
        ]
        return {
            "id": reply.id,
            "text": reply.text,
            "tone": found[0][0].classes[found[0][1].class_].tone if found else "",
            "codes": [self._link(*one) for one in found],
            "acting": self._acting(provider.kind, reply, found),
            "means": markdown.to_inline_html(told.means),
            "do": markdown.to_inline_html(told.do),
            "source": reply.source,
            "explained": reply.explained,
            "checked": reply.checked.isoformat(),
        }

    def _acting(self, kind: str, reply: Reply, found: Sequence[tuple[Catalogue, CodeFile]]) -> str:
        """Who acts after a reply, as its code has it in its situation; without a code, as its situation always has it."""
        happened = self._protocol.situations.get(reply.situation or "")
        told = [catalogue.facts_in(code, reply.situation) for catalogue, code in found[:1]]
        catalogue = found[0][0] if found else self._protocol.catalogues[0]
        if not found and happened:
            told = [catalogue.class_facts_in(one, happened.id) for one in happened.outcomes]
        answers = {verdicts.acting(catalogue, facts, self._language) for facts in told}
        (answer,) = answers if len(answers) == 1 else (None,)
        if not answer:
            return ""
        question, who = answer
        met = kind, reply.seen
        return f"{question}: {verdicts.acting_before(self._protocol, met, who, self._language)}"

    def _groups(self, provider: ProviderFile) -> Iterator[dict[str, Any]]:
        """The replies by group and situation, in the protocol's order; those that name no situation at the end."""
        replies: defaultdict[str | None, list[Reply]] = defaultdict(list)
        for reply in _by_code(provider.replies):
            replies[reply.situation].append(reply)
        situations = [one for one in self._protocol.situations.values() if one.id in replies]
        for group in self._protocol.vocabulary.groups:
            said = [
                self._of_situation(provider, one, replies[one.id])
                for one in situations
                if one.group == group.id
            ]
            if said:
                count = sum(len(one["replies"]) for one in said)
                label = group.label[self._language]
                yield {"id": f"on-{group.id}", "label": label, "count": count, "situations": said}
        rest = [self._reply(provider, reply) for reply in replies[None]]
        if rest:
            yield {
                "id": "other",
                "label": "",
                "count": len(rest),
                "situations": [{"name": "", "replies": rest}],
            }

    def _of_situation(
        self, provider: ProviderFile, situation: SituationFile, replies: Sequence[Reply]
    ) -> dict[str, Any]:
        return {
            "name": situation.name[self._language],
            "address": self._situation(situation.id),
            "replies": [self._reply(provider, reply) for reply in replies],
        }

    def _situation(self, name: str) -> str:
        return addresses.in_language(self._language, addresses.situation(self._protocol.id, name))

    def _uses(self, provider: ProviderFile) -> Iterator[dict[str, Any]]:
        """What the provider's codes stand for that no quoted reply shows, and what is special about them."""
        shown = {(code, reply.situation) for reply in provider.replies for code in reply.codes}
        for catalogue, code in self._codes():
            for use in code.uses:
                text = use.text(self._language)
                if use.by == provider.id and (text or (code.code, use.situation) not in shown):
                    situation = self._protocol.situations[use.situation]
                    yield {
                        "link": self._link(catalogue, code),
                        "name": situation.name[self._language],
                        "address": self._situation(use.situation),
                        "text": markdown.to_inline_html(text) if text else "",
                        "url": use.url,
                    }

    def _codes(self) -> Iterator[tuple[Catalogue, CodeFile]]:
        return (
            (catalogue, code) for catalogue in self._protocol.catalogues for code in catalogue.codes
        )

    def _link(self, catalogue: Catalogue, code: CodeFile) -> dict[str, str]:
        return {
            "code": code.code,
            "address": addresses.in_language(
                self._language, addresses.code(catalogue.id, code.code)
            ),
        }


def _by_code(replies: Sequence[Reply]) -> list[Reply]:
    return sorted(replies, key=lambda reply: reply.text[:3])
