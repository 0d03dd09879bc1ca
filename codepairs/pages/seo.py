"""What the head of a page tells search engines and link previews, and the sitemap.

Both languages of a page name each other and themselves (hreflang is ignored unless it is reciprocal);
`x-default` is the English page.
"""

import datetime
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final, Literal
from xml.sax.saxutils import escape

from markupsafe import Markup

from codepairs.languages import DEFAULT_LANGUAGE, LANGUAGES, Language

LOCALES: Final[Mapping[Language, str]] = {"en": "en_US", "ko": "ko_KR"}
# sitemaps.org allows 50,000 in a file; with fewer, no file takes much memory to make.
MAX_URLS: Final = 10_000
MAX_DESCRIPTION: Final[Mapping[Language, int]] = {"en": 155, "ko": 80}

Alternates = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What one page says about itself. Addresses are absolute; `corrections` are label and address of files to edit."""

    title: str
    description: str
    canonical: str
    alternates: Alternates = field(default_factory=dict)
    kind: Literal["article", "website"] = "article"
    indexed: bool = True
    modified: datetime.date | None = None
    json_ld: Markup | None = None
    corrections: tuple[tuple[str, str], ...] = ()


def alternates(site_url: str, address_in: Mapping[Language, str]) -> Alternates:
    """hreflang and absolute address of a page in every language, and the default."""
    found: dict[str, str] = {language: site_url + address_in[language] for language in LANGUAGES}
    return found | {"x-default": found[DEFAULT_LANGUAGE]}


def shortened(text: str, language: Language) -> str:
    """The text cut at the last whole sentence or word that a search result still shows."""
    limit = MAX_DESCRIPTION[language]
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    return cut[: cut.rfind(" ")].rstrip(",;:·. ") + "…"


def breadcrumbs(steps: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """schema.org BreadcrumbList of names and absolute addresses."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": url}
            for position, (name, url) in enumerate(steps, 1)
        ],
    }


def tech_article(
    head: Head, language: Language, about: Sequence[str] = (), citations: Sequence[str] = ()
) -> dict[str, Any]:
    """schema.org TechArticle about the named terms."""
    modified = head.modified.isoformat() if head.modified else None
    return {
        "@type": "TechArticle",
        "headline": head.title,
        "description": head.description,
        "inLanguage": language,
        "url": head.canonical,
        "dateModified": modified,
        "about": [{"@type": "DefinedTerm", "name": name} for name in about],
        "citation": list(citations),
    }


_ENCODED = json.JSONEncoder(ensure_ascii=False).encode


def json_ld(*graph: Mapping[str, Any]) -> Markup:
    """The graph as JSON that can stand in a script element: no character in it can end the element."""
    text = _ENCODED({"@context": "https://schema.org", "@graph": graph})
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704 - escaped for a script element


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """One indexed page: its address in every language, and the day its content last changed."""

    address_in: Mapping[Language, str]
    modified: datetime.date | None


def sitemaps(
    site_url: str, entries: Sequence[SitemapEntry]
) -> Iterator[tuple[str, Callable[[], str]]]:
    """Name and maker of each sitemap file; beyond 10,000 addresses `sitemap.xml` is an index of parts."""
    per_file = MAX_URLS // len(LANGUAGES)
    if len(entries) <= per_file:
        yield "sitemap.xml", partial(_urlset, site_url, entries)
        return
    starts = range(0, len(entries), per_file)
    names = [f"sitemap-{number}.xml" for number in range(1, len(starts) + 1)]
    for name, start in zip(names, starts, strict=True):
        yield name, partial(_urlset, site_url, entries[start : start + per_file])
    yield "sitemap.xml", partial(_index, site_url, names)


def robots(site_url: str) -> str:
    """`robots.txt`: everything may be read; where the sitemap is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site_url}sitemap.xml\n"


_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def _index(site_url: str, names: Sequence[str]) -> str:
    items = "".join(f"<sitemap><loc>{site_url}{name}</loc></sitemap>\n" for name in names)
    return (
        f'{_XML}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{items}</sitemapindex>\n"
    )


def _urlset(site_url: str, entries: Sequence[SitemapEntry]) -> str:
    urls = "".join(_urls(site_url, entry) for entry in entries)
    return (
        f'{_XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        f' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{urls}</urlset>\n'
    )


def _urls(site_url: str, entry: SitemapEntry) -> str:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(url)}"/>'
        for code, url in alternates(site_url, entry.address_in).items()
    )
    modified = f"<lastmod>{entry.modified}</lastmod>" if entry.modified else ""
    return "".join(
        f"<url><loc>{escape(site_url + entry.address_in[language])}</loc>{modified}{links}</url>\n"
        for language in LANGUAGES
    )
