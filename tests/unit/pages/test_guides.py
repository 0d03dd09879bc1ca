"""The ways from the pages of codes to the guides that tell more of them."""

from pathlib import Path

import pytest

from codepairs.checks import run
from codepairs.site.site import Site
from tests.support.files import replace
from tests.support.sites import site_of


def page(site: Site, path: str) -> str:
    found = site.pages.at(path)
    assert found is not None
    return found.text("en")


@pytest.mark.parametrize(
    ("path", "links"),
    [
        ("smtp/421/", 1),
        ("smtp/550/", 0),
        ("smtp/421-vs-450/", 1),
        ("smtp/421-vs-550/", 0),
    ],
)
def test_a_guide_is_linked_where_it_names_all_codes_of_the_page(
    path: str, links: int, small_content: Path
) -> None:
    for language in ("en", "ko"):
        file = small_content / "pages" / language / "guides" / "reading-a-reply.md"
        codes = 'codes: {smtp: ["421", "450"]}'
        replace(file, "updated: 2026-11-24\n", f"updated: 2026-11-24\n{codes}\n")
    site = site_of(run.load(small_content, small_content / "pages")[0], small_content / "pages")
    link = '<a href="../../guides/reading-a-reply/">Guide: How to read a reply</a>'
    assert page(site, path).count(link) == links


def test_the_guide_to_the_fewest_codes_comes_first(shipped_site: Site) -> None:
    text = page(shipped_site, "http/502/")
    assert text.index("guides/who-produced-this-502/") < text.index("guides/what-may-be-retried/")
