import datetime
import json
import re

from codepairs.pages import seo
from codepairs.pages.seo import SitemapEntry

SITE = "https://example.org/"
DAY = datetime.date(2026, 11, 24)


def entries(number: int) -> list[SitemapEntry]:
    return [SitemapEntry({"en": f"en/{n}/", "ko": f"ko/{n}/"}, DAY) for n in range(number)]


def test_each_language_of_a_page_is_listed_with_all_its_alternates() -> None:
    ((name, make),) = seo.sitemaps(SITE, entries(1))
    text = make()
    assert name == "sitemap.xml"
    assert re.findall("<loc>(.*?)</loc>", text) == [f"{SITE}en/0/", f"{SITE}ko/0/"]
    assert text.count('hreflang="ko"') == 2
    assert text.count("<lastmod>2026-11-24</lastmod>") == 2


def test_a_large_site_has_an_index_of_sitemaps_within_the_limit() -> None:
    files = {name: make() for name, make in seo.sitemaps(SITE, entries(7_000))}
    assert files.keys() == {"sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"}
    assert "<sitemapindex" in files["sitemap.xml"]
    counts = [files[f"sitemap-{part}.xml"].count("<url>") for part in (1, 2)]
    assert sum(counts) == 14_000
    assert max(counts) <= seo.MAX_URLS


def test_addresses_are_escaped() -> None:
    ((_, make),) = seo.sitemaps(SITE, [SitemapEntry({"en": "a&b/", "ko": "c/"}, None)])
    assert "a&amp;b/" in make()
    assert "lastmod" not in make()


def test_robots_names_the_sitemap() -> None:
    assert "Sitemap: https://example.org/sitemap.xml\n" in seo.robots(SITE)


def test_no_text_can_end_the_script_element() -> None:
    text = seo.json_ld({"name": "</script><b>"})
    assert "<" not in text
    assert json.loads(text)["@graph"][0]["name"] == "</script><b>"
