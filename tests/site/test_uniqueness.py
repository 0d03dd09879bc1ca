"""How much of each comparison stands on no other page of its language: a figure that the record must not get wrong."""

from pathlib import Path

import pytest

from codepairs import cli
from codepairs.languages import Language
from codepairs.pages import addresses
from codepairs.pages.page import Page
from codepairs.site import uniqueness

# The record is renewed by hand; a page may have gained or lost so many hundredths since.
DRIFT = 5


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_record_says_what_is_measured(built_site: Path, language: Language) -> None:
    site = cli._site(cli._options(["check"]))
    recorded = {
        addresses.pair(catalogue.id, *pair): shares[language]
        for catalogue in site.catalogues
        for pair, shares in (catalogue.shares or {}).items()
    }
    assert all(catalogue.shares for catalogue in site.catalogues)

    def published(page: Page, of: Language) -> str:
        return (built_site / of / page.path / "index.html").read_text("utf-8")

    measured = uniqueness.measure(site, language, recorded, published)
    assert set(measured) == set(recorded)
    for path, share in measured.items():
        assert abs(100 * share - recorded[path]) <= DRIFT, path
