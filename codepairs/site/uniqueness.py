"""How much of a page stands on no other page.

A comparison made by a template out of two descriptions says little of its own.
The measure is the share of a page's shingles (runs of words) that occur on no other page of the same language,
with the pair's two codes masked, so that numbers alone make nothing unique.
"""

import html
import re
from array import array
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from typing import Final

from codepairs.languages import Language
from codepairs.pages.catalogues import PairPage
from codepairs.pages.handwritten import MarkdownPage
from codepairs.pages.page import Page
from codepairs.site.site import Site

# Korean packs a particle or an ending into each word, so three of its words carry about what five English ones do.
SHINGLE_WORDS: Final[Mapping[Language, int]] = {"en": 5, "ko": 3}
MASK: Final = "#"

_MAIN = re.compile(r"<main\b.*?</main>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_PUNCTUATION = " .,;:!?\"'()[]‘’“”·›→=●"


def main_text(page: str, codes: Iterable[str] = ()) -> str:
    """The words of an HTML page's main part, with `codes` masked."""
    found = _MAIN.search(page)
    text = html.unescape(_TAG.sub(" ", found.group() if found else page))
    for code in codes:
        text = re.sub(rf"(?<![\d.]){re.escape(code)}(?![\d.]*\d)", MASK, text)
    return text


def shingles(text: str, size: int) -> "array[int]":
    """The distinct runs of `size` words, as hashes of this process."""
    words = [bare for word in text.split() if (bare := _bare(word))]
    runs = zip(*(words[start:] for start in range(size)), strict=False)
    return array("q", set(map(hash, runs)))


@lru_cache(maxsize=100_000)
def _bare(word: str) -> str:
    """A word as it is counted; texts of one site repeat most of theirs."""
    return word.strip(_PUNCTUATION).lower()


def unique_shares(
    asked: Iterable[tuple[str, str]], others: Iterable[str], size: int
) -> dict[str, float]:
    """For each page of `asked` (name and text) the share, from 0 to 1, of its shingles that stand on no other.

    Of the texts of `others` only that is kept which stands on a page of `asked`, for there may be many.
    """
    found = {page: shingles(text, size) for page, text in asked}
    seen: set[int] = set()
    repeated: set[int] = set()
    for each in found.values():
        repeated.update(seen.intersection(each))
        seen.update(each)
    for text in others:
        repeated.update(seen.intersection(shingles(text, size)))
    return {
        page: 1 - len(repeated.intersection(each)) / len(each) if each else 0.0
        for page, each in found.items()
    }


def measure(
    site: Site,
    language: Language,
    asked: Collection[str],
    text_of: Callable[[Page, Language], str] = lambda page, language: page.text(language),
) -> dict[str, float]:
    """The unique share of the pages at the paths `asked`, among all generated pages of that language.

    `text_of` gives a page as HTML: rendered, unless there is a built site to read it from.
    """

    def words(page: Page) -> str:
        return main_text(text_of(page, language), _named_codes(page))

    generated = [page for page in site.pages if not isinstance(page, MarkdownPage)]
    return unique_shares(
        ((page.path, words(page)) for page in generated if page.path in asked),
        (words(page) for page in generated if page.path not in asked),
        SHINGLE_WORDS[language],
    )


def _named_codes(page: Page) -> tuple[str, ...]:
    """The codes that a page is about: both of a comparison, else the last step of its path."""
    return page.pair if isinstance(page, PairPage) else (page.path.split("/")[-2],)
