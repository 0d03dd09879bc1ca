"""The list of situations tells in short who says a code; the page of each names them."""

import re

from codepairs.checks import run
from codepairs.content.catalogue import Content
from codepairs.pages.frame import Setting
from codepairs.pages.situations import SituationsPage
from codepairs.site.site import Site
from tests.conftest import ROOT

ROW = re.compile(r'<tr><th scope="row"><a href="([a-z0-9-]+)/">(.*?)</tr>')
SAID = re.compile(r'title="([^"]*)"><a class="n" href="[^"]*">([^<]*)</a> <small>([^<]*)</small>')


def shown() -> dict[tuple[str, str], tuple[str, str]]:
    """Situation and code → who says it, and that in short, as the English list shows it."""
    setting = Setting(site_url="https://example.org/", edit_url="https://example.org/edit/")
    content, written = run.load(ROOT / "content", ROOT / "content" / "pages")
    site = Site(content, written.pages, ROOT / "templates", setting)
    page = next(page for page in site.pages if isinstance(page, SituationsPage))
    return {
        (situation, code): (names, short)
        for situation, row in ROW.findall(page.text("en"))
        for names, code, short in SAID.findall(row)
    }


def test_every_use_of_every_code_is_told_with_who_says_it(content: Content) -> None:
    told = shown()
    expected = {
        (situation, code.code)
        for catalogue in content.catalogues
        for code in catalogue.codes
        for situation in catalogue.situations_of[code.code]
    }
    assert told.keys() == expected
    for (situation, code), (names, short) in told.items():
        documents = short.startswith("written")
        servers = int(short.removeprefix("written").removeprefix(" · ") or 0)
        assert documents + servers <= len(names.split(" · ")), (situation, code)
        assert documents or servers, (situation, code)
