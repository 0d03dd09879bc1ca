"""How much of each comparison stands on no other page of its language: a figure that the record must not get wrong."""

import pytest

from codepairs import cli
from codepairs.languages import Language
from codepairs.pages import addresses
from codepairs.site import uniqueness

# The record is renewed by hand; a page may have gained or lost so many hundredths since.
DRIFT = 5


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_record_says_what_is_measured(language: Language) -> None:
    site = cli._site(cli._options(["check"]))
    measured = uniqueness.measure(site, language)
    for catalogue in site.catalogues:
        assert catalogue.shares
        for pair, recorded in catalogue.shares.items():
            share = measured[addresses.pair(catalogue.id, *pair)]
            assert abs(100 * share - recorded[language]) <= DRIFT, pair
