"""What search engines are told: the sitemap of all pages that are offered to them, and robots.txt.

Both languages of a page name each other and themselves (hreflang is ignored unless it is reciprocal);
`x-default` is the English page.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from html import escape
from typing import Final

from codepairs.languages import DEFAULT_LANGUAGE, LANGUAGES
from codepairs.pages import addresses
from codepairs.pages.page import Page

# sitemaps.org allows 50,000 in a file; with fewer, no file takes much memory to make.
MAX_URLS: Final = 10_000


def sitemaps(site_url: str, pages: Iterable[Page]) -> Iterator[tuple[str, Callable[[], str]]]:
    """Name and maker of each sitemap file; beyond 10,000 addresses `sitemap.xml` is an index of parts."""
    offered = [page for page in pages if page.is_offered]
    per_file = MAX_URLS // len(LANGUAGES)
    if len(offered) <= per_file:
        yield "sitemap.xml", partial(_urlset, site_url, offered)
        return
    starts = range(0, len(offered), per_file)
    names = [f"sitemap-{number}.xml" for number in range(1, len(starts) + 1)]
    for name, start in zip(names, starts, strict=True):
        yield name, partial(_urlset, site_url, offered[start : start + per_file])
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


def _urlset(site_url: str, pages: Sequence[Page]) -> str:
    urls = "".join(_urls(site_url, page) for page in pages)
    return (
        f'{_XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        f' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{urls}</urlset>\n'
    )


def _urls(site_url: str, page: Page) -> str:
    """The page in every language, each with all of them as alternates."""
    url_in: dict[str, str] = {
        language: escape(site_url + addresses.in_language(language, page.path))
        for language in LANGUAGES
    }
    alternates: dict[str, str] = {**url_in, "x-default": url_in[DEFAULT_LANGUAGE]}
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{url}"/>'
        for code, url in alternates.items()
    )
    return "".join(
        f"<url><loc>{url}</loc><lastmod>{page.modified}</lastmod>{links}</url>\n"
        for url in url_in.values()
    )
