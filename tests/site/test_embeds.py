"""The short answers of pages, as frames on other sites show them."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import html

from tests.site.conftest import EMBED, BuiltPage, PageHead

POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"
SITE = "https://codepairs.github.io/"
Pages = Mapping[str, BuiltPage]
Heads = Mapping[str, PageHead]


def test_codes_situations_and_offered_comparisons_have_one(embeds: Pages, heads: Heads) -> None:
    others = re.compile(r"(en|ko)/((.+/)?(providers|situations|guides|numbers)/([^/]+/)?)?$")
    situation = re.compile(r"(en|ko)/[^/]+/situations/[^/]+/$")
    single = re.compile(r"(en|ko)/[^/]+/[^/]+/$")
    expected = {
        address
        for address, head in heads.items()
        if head.is_indexed
        and not head.is_stub
        and (situation.match(address) or (single.match(address) and not others.match(address)))
    }
    assert {address.removesuffix(EMBED[1:]) for address in embeds} == expected


def test_each_says_what_its_page_says_and_leads_there(
    embeds: Pages, pages: Pages, heads: Heads
) -> None:
    for address, embed in embeds.items():
        page = pages[address.removesuffix(EMBED[1:])]
        tree = embed.tree
        assert words(tree, "//h1") == words(page.tree, "//h1"), address
        # What no standard defines is said here too.
        said = "//*[@class='answer' or @class='warning'][not(.//p)]"
        answer = (
            "//*[@class='answer']/p[not(@class)]/b | //*[@class='answer']/*[@class='warning']//b"
        )
        assert words(tree, said) == words(page.tree, answer), address
        asked = words(page.tree, VERDICTS)
        assert words(tree, "//dl/div") == asked, address
        # Of a number that lists alone have, nothing may be known, nor of a notice that leaves the reason out.
        is_open = "/reason-not-quoted/" in address
        assert asked or is_open or words(tree, "//*[@class='warning']"), address
        for text in words(tree, "//p[not(@class)]"):
            assert text in page.tree.xpath("string(//main)"), address
        (link,) = tree.xpath("//a")
        assert dict(link.attrib) == {"href": "../", "target": "_blank", "rel": "noopener"}
        assert embed.canonical == page.canonical == heads[page.address].canonical
        assert embed.language == page.language
        assert embed.title


VERDICTS = "//main//dl[@class='verdict']/div[not(ancestor::section[h2/@id='way'])]"


def words(tree: html.HtmlElement, path: str) -> list[str]:
    return [" ".join(found.text_content().split()) for found in tree.xpath(path)]


def test_none_is_found_or_loads_more_than_its_style(embeds: Pages, built_site: Path) -> None:
    for address, embed in embeds.items():
        tree = embed.tree
        policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']")
        assert [one.get("content") for one in policy] == [POLICY], address
        assert policy[0].getprevious().get("charset"), "it holds for all that follows"
        assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
        assert not tree.xpath("//script | //style | //*[@style] | //img | //iframe | //form")
        (sheet,) = tree.xpath("//link[@rel!='canonical']")
        assert sheet.get("href") == "../" * address.count("/") + "css/embed.css"
        assert len(embed.text.encode()) < 6_000
    assert (built_site / "css" / "embed.css").is_file()


def test_search_engines_are_told_of_none(built_site: Path) -> None:
    for file in built_site.glob("sitemap*.xml"):
        assert EMBED not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_are_those_of_the_pages(scheme: str, built_site: Path) -> None:
    own, of_pages = (
        colours((built_site / "css" / name).read_text(encoding="utf-8"), scheme)
        for name in ("embed.css", "site.css")
    )
    assert len(own) > 8
    assert own.items() <= of_pages.items()


def colours(sheet: str, scheme: str) -> dict[str, str]:
    """The colours that a sheet names first for all, and then for the dark theme."""
    blocks = re.findall(r":root[^{]*\{([^}]*--bg[^}]*)\}", sheet)
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+)", blocks[scheme == "dark"]))
