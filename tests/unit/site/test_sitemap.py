"""What search engines are told."""

import re

from codepairs.pages.page import Page
from codepairs.site import sitemap
from tests.support.pages import PlainPage

SITE = "https://example.org/"


def pages(number: int) -> list[Page]:
    return [PlainPage(f"{n}/") for n in range(number)]


def test_each_language_of_a_page_is_listed_with_all_its_alternates() -> None:
    ((name, make),) = sitemap.sitemaps(SITE, pages(1))
    text = make()
    assert name == "sitemap.xml"
    assert re.findall("<loc>(.*?)</loc>", text) == [f"{SITE}en/0/", f"{SITE}ko/0/"]
    alternates = re.findall('hreflang="(.*?)" href="(.*?)"', text)
    one_page = [("en", f"{SITE}en/0/"), ("ko", f"{SITE}ko/0/"), ("x-default", f"{SITE}en/0/")]
    assert alternates == one_page * 2
    assert text.count("<lastmod>2026-11-24</lastmod>") == 2


def test_pages_that_are_not_offered_are_left_out() -> None:
    ((_, make),) = sitemap.sitemaps(SITE, [PlainPage("a/"), PlainPage("b/", offered=False)])
    assert re.findall("<loc>(.*?)</loc>", make()) == [f"{SITE}en/a/", f"{SITE}ko/a/"]


def test_a_large_site_has_an_index_of_sitemaps_within_the_limit() -> None:
    files = {name: make() for name, make in sitemap.sitemaps(SITE, pages(7_000))}
    assert files.keys() == {"sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"}
    assert re.findall("<loc>(.*?)</loc>", files["sitemap.xml"]) == [
        f"{SITE}sitemap-1.xml",
        f"{SITE}sitemap-2.xml",
    ]
    assert "<sitemapindex" in files["sitemap.xml"]
    counts = [files[f"sitemap-{part}.xml"].count("<url>") for part in (1, 2)]
    assert sum(counts) == 14_000
    assert max(counts) <= sitemap.MAX_URLS


def test_addresses_are_escaped() -> None:
    ((_, make),) = sitemap.sitemaps(SITE, [PlainPage("a&b/")])
    assert "a&amp;b/" in make()
    assert "a&b" not in make()


def test_robots_forbid_nothing_and_name_the_sitemap() -> None:
    assert sitemap.robots(SITE) == (
        "User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n"
    )
