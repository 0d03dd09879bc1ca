"""The answer of a page in short, for frames on other sites."""

import pytest
from lxml import html

from codepairs.languages import LANGUAGES, Language
from codepairs.site.site import Site


def text_at(site: Site, path: str, language: Language = "en") -> str:
    return site.text_at(f"{language}/{path}embed/index.html") or ""


@pytest.mark.parametrize("path", ["smtp/421/", "smtp/421-vs-450/", "smtp/situations/mailbox-full/"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_leads_to_its_page_which_is_the_one_to_be_found(
    path: str, language: Language, shipped_site: Site
) -> None:
    tree = html.document_fromstring(text_at(shipped_site, path, language))
    assert tree.get("lang") == language
    assert tree.xpath("string(//link[@rel='canonical']/@href)") == (
        f"https://example.org/{language}/{path}"
    )
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert tree.xpath("//a/@href") == ["../"]


def test_a_comparison_tells_what_either_code_comes_to(shipped_site: Site) -> None:
    tree = html.document_fromstring(text_at(shipped_site, "smtp/421-vs-450/"))
    assert tree.xpath("//p[@class='class']/b/text()") == ["421", "450"]
    assert len(tree.xpath("//dl/div")) == 6
    assert "If you see 421" in tree.xpath("string(//main/p[last() - 1])")


def test_a_situation_tells_what_each_class_comes_to(shipped_site: Site) -> None:
    tree = html.document_fromstring(text_at(shipped_site, "smtp/situations/mailbox-full/"))
    assert tree.xpath("//main/div/div/@class") == ["fail", "wait"]
    assert all("What to do: " in text.text_content() for text in tree.xpath("//main/div/div/p[2]"))


def test_what_no_standard_defines_is_said(shipped_site: Site) -> None:
    tree = html.document_fromstring(text_at(shipped_site, "http/444/"))
    assert tree.xpath("//p[@class='warning']/text()") == ["No standard defines 444."]


def test_a_page_without_a_verdict_of_its_own_has_none(shipped_site: Site) -> None:
    for path in ("", "smtp/", "providers/gmail/", "numbers/421/", "smtp/214-vs-252/"):
        page = shipped_site.pages.at(path)
        assert page is not None
        assert not page.is_embeddable
        assert text_at(shipped_site, path) == ""
    assert text_at(shipped_site, "smtp/450-vs-421/") == ""


def test_only_pages_that_have_one_offer_it(shipped_site: Site) -> None:
    for path, expected in (("smtp/421/", True), ("smtp/", False), ("smtp/214-vs-252/", False)):
        page = shipped_site.pages.at(path)
        assert page is not None
        assert (" data-embed>" in page.text("en")) is expected
