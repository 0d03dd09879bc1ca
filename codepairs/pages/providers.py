"""The pages about providers in one language: each with its real replies, and a list of all of them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, get_args

import jinja2

from codepairs.content.catalogue import Catalogue
from codepairs.content.schema import CodeFile, ProviderFile, ProviderKind, Reply
from codepairs.language import markdown
from codepairs.language.phrases import Phrases
from codepairs.languages import Language
from codepairs.pages import addresses, seo
from codepairs.pages.frame import Frame
from codepairs.pages.heads import Setting
from codepairs.pages.seo import Head


class ProviderPages:
    """Renders the pages about providers in one language."""

    def __init__(
        self,
        providers: Sequence[ProviderFile],
        catalogues: Sequence[Catalogue],
        phrases: Phrases,
        environment: jinja2.Environment,
        setting: Setting,
    ) -> None:
        self._providers = providers
        self._catalogues = catalogues
        self._phrases = phrases
        self._language: Language = phrases.language
        self._setting = setting
        self._frame = Frame(phrases, environment)
        self._template = lru_cache(maxsize=None)(environment.get_template)

    def index(self) -> str:
        """The list of all providers, by kind."""
        language = self._language
        return self._page(
            "providers.html",
            self._head(
                title=self._phrases("providers.title"),
                description=self._phrases("providers.description"),
                address_in=addresses.in_each(addresses.providers),
                provider=None,
            ),
            addresses.providers(language),
            groups=[
                {
                    "label": self._phrases(f"providers.{kind}"),
                    "providers": [
                        {
                            "id": provider.id,
                            "name": provider.name[language],
                            "count": self._phrases(
                                "provider.count", count=str(len(provider.replies))
                            ),
                        }
                        for provider in self._providers
                        if provider.kind == kind
                    ],
                }
                for kind in get_args(ProviderKind)
            ],
        )

    def provider(self, provider: ProviderFile) -> str:
        """The page of one provider."""
        language = self._language
        name = provider.name[language]
        return self._page(
            "provider.html",
            self._head(
                title=self._phrases("provider.title", name=name),
                description=self._phrases(
                    "provider.description", name=name, count=str(len(provider.replies))
                ),
                address_in=addresses.in_each(addresses.provider, provider.id),
                provider=provider,
            ),
            addresses.provider(language, provider.id),
            name=name,
            h1=self._phrases("provider.h1", name=name),
            about=markdown.to_html(provider.about(language)),
            url=provider.url,
            replies=[self._reply(reply) for reply in _by_code(provider.replies)],
            deviations=list(self._deviations(provider)),
            own=[
                {"link": self._link(catalogue, code), "name": code.name[language]}
                for catalogue, code in self._codes()
                if code.provider == provider.id
            ],
        )

    def _reply(self, reply: Reply) -> dict[str, Any]:
        told = reply.told(self._language)
        found = [
            (catalogue, catalogue.by_id[code])
            for code in reply.codes
            for catalogue in self._catalogues
            if code in catalogue.by_id
        ]
        first = found[0]
        return {
            "id": reply.id,
            "text": reply.text,
            "tone": first[0].classes[first[1].class_].tone,
            "codes": [self._link(*one) for one in found],
            "means": markdown.to_inline_html(told.means),
            "do": markdown.to_inline_html(told.do),
            "source": reply.source,
            "checked": reply.checked.isoformat(),
        }

    def _deviations(self, provider: ProviderFile) -> Iterator[dict[str, Any]]:
        for catalogue, code in self._codes():
            for deviation in code.deviations:
                if deviation.provider == provider.id:
                    text = markdown.to_inline_html(deviation.text(self._language))
                    yield {"link": self._link(catalogue, code), "text": text}

    def _codes(self) -> Iterator[tuple[Catalogue, CodeFile]]:
        return ((catalogue, code) for catalogue in self._catalogues for code in catalogue.codes)

    def _link(self, catalogue: Catalogue, code: CodeFile) -> dict[str, str]:
        return {
            "code": code.code,
            "address": addresses.code(self._language, catalogue.id, code.code),
        }

    def _page(self, template: str, head: Head, address: str, **values: object) -> str:
        return self._template(template).render(**self._frame.around(head, address), **values)

    def _head(
        self,
        *,
        title: str,
        description: str,
        address_in: Mapping[Language, str],
        provider: ProviderFile | None,
    ) -> Head:
        url, language = self._setting.site_url, self._language
        steps = [
            (self._phrases("site.home"), url + addresses.home(language)),
            (self._phrases("site.providers"), url + addresses.providers(language)),
        ]
        corrections = []
        if provider:
            steps.append((provider.name[language], url + address_in[language]))
            corrections.append(self._setting.correction(f"providers/{provider.id}.yml"))
        return Head(
            title=title,
            description=seo.shortened(description, language),
            canonical=url + address_in[language],
            alternates=seo.alternates(url, address_in),
            kind="article" if provider else "website",
            modified=provider.updated if provider else max(one.updated for one in self._providers),
            json_ld=seo.json_ld(seo.breadcrumbs(steps)),
            corrections=tuple(corrections),
        )


def _by_code(replies: Sequence[Reply]) -> list[Reply]:
    return sorted(replies, key=lambda reply: reply.text[:3])
