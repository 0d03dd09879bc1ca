"""Every page of the built site, parsed once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement


@dataclass(frozen=True)
class BuiltPage:
    """A page of the built site; `address` is relative to the site's root."""

    address: str
    text: str

    @cached_property
    def tree(self) -> HtmlElement:
        return html.document_fromstring(self.text)

    @property
    def language(self) -> str:
        return str(self.tree.get("lang"))

    @property
    def is_stub(self) -> bool:
        return 'http-equiv="refresh"' in self.text

    @property
    def is_indexed(self) -> bool:
        return not self.tree.xpath('//meta[@name="robots"]')

    @property
    def title(self) -> str:
        return str(self.tree.findtext(".//title"))

    @property
    def description(self) -> str:
        return str(self.tree.xpath('string(//meta[@name="description"]/@content)'))

    @property
    def canonical(self) -> str:
        return str(self.tree.xpath('string(//link[@rel="canonical"]/@href)'))

    @property
    def alternates(self) -> Mapping[str, str]:
        links = self.tree.xpath('//link[@rel="alternate"][@hreflang]')
        return {link.get("hreflang"): link.get("href") for link in links}


@pytest.fixture(scope="session")
def pages(built_site: Path) -> Mapping[str, BuiltPage]:
    """Address → page, for every HTML page of the site."""
    found = {}
    for file in sorted(built_site.rglob("*.html")):
        name = file.relative_to(built_site).as_posix()
        address = name.removesuffix("index.html")
        found[address] = BuiltPage(address, file.read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="session")
def comparisons(pages: Mapping[str, BuiltPage]) -> Mapping[str, BuiltPage]:
    """The comparison pages alone."""
    return {
        address: page for address, page in pages.items() if "-vs-" in address and not page.is_stub
    }
