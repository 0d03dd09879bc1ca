"""How much of each comparison stands on no other page of its language."""

import statistics

import pytest

from codepairs import cli
from codepairs.languages import Language
from codepairs.pages import addresses
from codepairs.site import uniqueness
from codepairs.site.report import percentile

# The record is renewed by hand; a page may have gained or lost so many hundredths since.
DRIFT = 5


@pytest.mark.parametrize("language", ["en", "ko"])
def test_indexed_comparisons_say_something_of_their_own(language: Language) -> None:
    site = cli._site(cli._parser().parse_args(["check"]))
    measured = uniqueness.measure(site, language)
    indexed: list[float] = []
    for catalogue in site.catalogues:
        assert catalogue.indexed
        for pair, recorded in catalogue.indexed.items():
            share = measured[addresses.pair(catalogue.id, *pair)]
            assert abs(100 * share - recorded[language]) <= DRIFT, pair
            indexed.append(share)
    assert statistics.median(indexed) >= 0.30
    assert percentile(indexed, 0.05) >= 0.15
    assert min(indexed) >= uniqueness.BAR
