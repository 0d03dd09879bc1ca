"""Every page that search engines are told of, with the day its content last changed."""

import datetime
from collections.abc import Iterator, Mapping

from codepairs import languages
from codepairs.content.catalogue import Catalogue, Content
from codepairs.content.handwritten import HandwrittenPage
from codepairs.languages import LANGUAGES
from codepairs.pages import addresses
from codepairs.pages.heads import modified
from codepairs.pages.seo import SitemapEntry


def entries(content: Content, handwritten: Mapping[str, HandwrittenPage]) -> Iterator[SitemapEntry]:
    """The indexed pages; `handwritten` are the hand-written ones by address."""
    yield from _handwritten(handwritten)
    yield SitemapEntry(addresses.in_each(addresses.quality), newest(content))
    if content.providers:
        latest = max(provider.updated for provider in content.providers)
        yield SitemapEntry(addresses.in_each(addresses.providers), latest)
    for provider in content.providers:
        yield SitemapEntry(addresses.in_each(addresses.provider, provider.id), provider.updated)
    for catalogue in content.catalogues:
        yield from _catalogue(catalogue)


def newest(content: Content) -> datetime.date:
    """The day any code or provider last changed."""
    days = [code.updated for catalogue in content.catalogues for code in catalogue.codes]
    return max([*days, *(provider.updated for provider in content.providers)])


def _handwritten(pages: Mapping[str, HandwrittenPage]) -> Iterator[SitemapEntry]:
    for address, page in pages.items():
        if page.language == languages.DEFAULT_LANGUAGE:
            rest = address.removeprefix(page.language)
            updated = max(pages[language + rest].front.updated for language in LANGUAGES)
            yield SitemapEntry({one: one + rest for one in LANGUAGES}, updated)


def _catalogue(catalogue: Catalogue) -> Iterator[SitemapEntry]:
    latest = max(code.updated for code in catalogue.codes)
    yield SitemapEntry(addresses.in_each(addresses.catalogue, catalogue.id), latest)
    for code in catalogue.codes:
        address_in = addresses.in_each(addresses.code, catalogue.id, code.code)
        yield SitemapEntry(address_in, modified(catalogue, code))
    for a, b in catalogue.pairs:
        if catalogue.is_indexed(a, b):
            address_in = addresses.in_each(addresses.pair, catalogue.id, a.code, b.code)
            yield SitemapEntry(address_in, modified(catalogue, a, b))
