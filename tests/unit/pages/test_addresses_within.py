"""Every difference and every action of a page has an address of its own, and so has every reply that is quoted."""

import re
from collections import Counter
from itertools import chain

from lxml import html

from codepairs.languages import LANGUAGES
from codepairs.pages.catalogues import CodePage, PairPage
from codepairs.pages.providers import ProviderPage
from codepairs.pages.situations import SituationPage
from codepairs.site.site import Site

# One of so many comparisons is looked at; it shares no factor with the number of codes.
EVERY = 211


def test_differences_and_actions_have_addresses_that_stand_once(shipped_site: Site) -> None:
    pages = list(shipped_site.pages)
    comparisons = [page for page in pages if isinstance(page, PairPage)][::EVERY]
    others = (page for page in pages if isinstance(page, CodePage | SituationPage))
    seen: Counter[str] = Counter()
    for page in chain(comparisons, others):
        by_language = []
        for language in LANGUAGES:
            tree = html.document_fromstring(page.text(language))
            ids = tree.xpath("//@id")
            assert len(ids) == len(set(ids)), page.path
            parts = tree.xpath(
                "//ol[@class='differences']/li/h3"
                " | //section[h2/@id!='confused']/dl[@class='roles']/div/dt"
            )
            assert all(part.get("id") for part in parts), page.path
            by_language.append([part.get("id") for part in parts])
        assert by_language[0] == by_language[1], "an address is the same in both languages"
        seen.update(re.sub(r"-.*", "", one) for one in by_language[0])
    assert min(seen["on"], seen["for"], seen["permanent"]) > 20, seen


def test_replies_have_addresses_and_lead_to_them(shipped_site: Site) -> None:
    for page in shipped_site.pages.recorded():
        if not isinstance(page, ProviderPage):
            continue
        tree = html.document_fromstring(page.text("en"))
        for reply in tree.xpath("//figure[@class='reply']"):
            assert reply.xpath(".//a[@href=$own]", own=f"#{reply.get('id')}"), page.path
