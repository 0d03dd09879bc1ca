"""How much of each comparison stands on no other page of its language."""

import statistics
from collections.abc import Mapping

import pytest

from codepairs.schema import Language
from codepairs.uniqueness import SHINGLE_WORDS, main_text, percentile, unique_shares
from tests.site.conftest import BuiltPage


@pytest.mark.parametrize("language", ["en", "ko"])
def test_comparisons_say_something_of_their_own(
    language: Language,
    pages: Mapping[str, BuiltPage],
    comparisons: Mapping[str, BuiltPage],
) -> None:
    texts = {
        address: main_text(page.text, address.split("/")[-2].split("-vs-"))
        for address, page in pages.items()
        if address.startswith(f"{language}/smtp/") and not page.is_stub
    }
    shares = unique_shares(texts, SHINGLE_WORDS[language])
    indexed = [
        shares[address]
        for address, page in comparisons.items()
        if page.language == language and page.is_indexed
    ]
    assert statistics.median(indexed) >= 0.25
    assert percentile(indexed, 0.05) >= 0.12
