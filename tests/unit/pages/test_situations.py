"""The list of situations tells in short who says a code; the page of each names them."""

import re

from codepairs.content.whole import Content
from codepairs.pages.situations import SituationsPage
from codepairs.pages.templating import DOT
from codepairs.site.site import Site

ROW = re.compile(r'<tr><th scope="row"><a href="([a-z0-9-]+)/">(.*?)(?=<tr|</table>)')
SAID = re.compile(r'title="([^"]*)"><a class="n" href="[^"]*">([^<]*)</a> <small>([^<]*)</small>')


def shown(site: Site) -> dict[tuple[str, str], tuple[str, str]]:
    """Situation and code → who says it, and that in short, as the English list of its protocol shows it."""
    return {
        (situation, code): (names, short)
        for page in site.pages
        if isinstance(page, SituationsPage)
        for situation, row in ROW.findall(page.text("en"))
        for names, code, short in SAID.findall(row)
    }


def test_every_use_of_every_code_is_told_with_who_says_it(
    content: Content, shipped_site: Site
) -> None:
    told = shown(shipped_site)
    expected = {
        (situation, code.code)
        for catalogue in content.catalogues
        for code in catalogue.codes
        for situation in catalogue.situations_of[code.code]
    }
    assert told.keys() == expected
    for (situation, code), (names, short) in told.items():
        documents = short.startswith("written")
        servers = int(short.removeprefix("written").removeprefix(DOT) or 0)
        assert documents + servers <= len(names.split(" · ")), (situation, code)
        assert documents or servers, (situation, code)
