"""Every page of the built site, parsed once."""

import html as html_entities
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from tests.support.vnu import Validation


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

    @cached_property
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

    @cached_property
    def alternates(self) -> Mapping[str, str]:
        links = self.tree.xpath('//link[@rel="alternate"][@hreflang]')
        return {link.get("hreflang"): link.get("href") for link in links}


# Of the comparisons that are made from data alone, and of the stubs, so many are parsed; all are read.
EVERY_OTHER = 40
EVERY_STUB = 200
# Of the short answers every so many is validated; all are read.
EVERY_EMBED = 40
EMBED = "/embed/"


@dataclass(frozen=True)
class PageHead:
    """What every page says of itself, read without parsing it."""

    title: str
    description: str
    canonical: str
    is_indexed: bool
    is_stub: bool


@pytest.fixture(scope="session")
def heads(built_site: Path) -> Mapping[str, PageHead]:
    """Address → head, for every HTML page of the site but the short answers for frames."""
    found = {}
    for file in sorted(built_site.rglob("*.html")):
        address = file.relative_to(built_site).as_posix().removesuffix("index.html")
        if address.endswith(EMBED):
            continue
        text = file.read_text(encoding="utf-8")
        if any(word in text for word in SPOILED):  # as on few pages
            visible = re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL)
            assert [word for word in SPOILED if word in visible] == [], address
        found[address] = PageHead(
            title=_first(r"<title>(.*?)</title>", text),
            description=_first(r'<meta name="description" content="(.*?)">', text),
            canonical=_first(r'<link rel="canonical" href="(.*?)">', text),
            is_indexed='<meta name="robots"' not in text,
            is_stub='http-equiv="refresh"' in text,
        )
    return found


# What only a program understands.
SPOILED = (">None<", "{{", "{%", "은(는)", "이(가)", "을(를)", "&lt;code&gt;", "  .", "..</p>")


def _first(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    return html_entities.unescape(found[1]) if found else ""


@pytest.fixture(scope="session")
def pages(built_site: Path, heads: Mapping[str, PageHead]) -> Mapping[str, BuiltPage]:
    """Address → page: all that people wrote for, all indexed comparisons, and a sample of the others."""
    chosen = [address for address in heads if "-vs-" not in address]
    pairs = [address for address in heads if "-vs-" in address]
    chosen += [one for one in pairs if heads[one].is_indexed and not heads[one].is_stub]
    chosen += [one for one in pairs if not heads[one].is_indexed and not heads[one].is_stub][
        ::EVERY_OTHER
    ]
    chosen += [one for one in pairs if heads[one].is_stub][::EVERY_STUB]
    return {
        address: BuiltPage(address, page_file(built_site, address).read_text(encoding="utf-8"))
        for address in sorted(chosen)
    }


@pytest.fixture(scope="session")
def embeds(built_site: Path) -> Mapping[str, BuiltPage]:
    """Address → page: every short answer for frames on other sites."""
    found = sorted(built_site.rglob(f"*{EMBED}index.html"))
    return {
        address: BuiltPage(address, file.read_text(encoding="utf-8"))
        for file in found
        for address in [file.relative_to(built_site).as_posix().removesuffix("index.html")]
    }


def page_file(site: Path, address: str) -> Path:
    """The file of the page at `address`."""
    return site / (address if address.endswith(".html") else f"{address}index.html")


@pytest.fixture(scope="session")
def validation(
    built_site: Path, pages: Mapping[str, BuiltPage], embeds: Mapping[str, BuiltPage]
) -> Iterator[Validation]:
    """The check of the pages' HTML, which goes on while other tests look at them."""
    found = Validation(
        page_file(built_site, address) for address in (*pages, *list(embeds)[::EVERY_EMBED])
    )
    yield found
    found.stop()


@pytest.fixture(scope="session", autouse=True)
def _validation_is_begun(request: pytest.FixtureRequest) -> None:
    """The machine has another core, which the other tests leave alone."""
    if any("validation" in getattr(item, "fixturenames", ()) for item in request.session.items):
        request.getfixturevalue("validation")


@pytest.fixture(scope="session")
def comparisons(pages: Mapping[str, BuiltPage]) -> Mapping[str, BuiltPage]:
    """The comparison pages alone."""
    return {
        address: page for address, page in pages.items() if "-vs-" in address and not page.is_stub
    }
