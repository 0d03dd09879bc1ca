"""Every pattern of a computed sentence, with the comparisons that say it: for a person who reviews all of them.

The command `sentences` prints this list; a sentence that is false of one of its pairs lacks a condition in its rule.
"""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from codepairs.comparison import rules
from codepairs.comparison.compare import compare
from codepairs.content.schema.base import Text
from codepairs.languages import Language
from codepairs.pages import addresses
from codepairs.pages.catalogues import CataloguePages
from codepairs.pages.speech import Speaker
from codepairs.site.site import Site

EXAMPLES: Final = 5


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence on the page of a pair."""

    pair: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A pattern of sentences in one catalogue: how many pages say it, and some of them."""

    catalogue: str
    name: str
    pages: int
    examples: tuple[Said, ...]


def patterns(site: Site, language: Language, seed: int = 1) -> Iterator[Pattern]:
    """The patterns of every catalogue with five random examples each, the commonest first."""
    for pages in site.pages.catalogues:
        found: defaultdict[str, list[Said]] = defaultdict(list)
        for name, said in _sentences(pages, language):
            found[name].append(said)
        for name, all_of_it in sorted(found.items(), key=lambda item: (-len(item[1]), item[0])):
            count = min(EXAMPLES, len(all_of_it))
            chosen = random.Random(seed).sample(all_of_it, count)  # noqa: S311 - a sample to read
            yield Pattern(
                catalogue=pages.catalogue.id,
                name=name,
                pages=len(all_of_it),
                examples=tuple(chosen),
            )


def _sentences(pages: CataloguePages, language: Language) -> Iterator[tuple[str, Said]]:
    """Each computed sentence of each comparison, with the name of its pattern."""
    catalogue, sentences = pages.catalogue, pages.comparison_writers[language].sentences
    speaker = Speaker(catalogue, sentences.phrases)
    for a, b in catalogue.pairs:
        pair = addresses.pair_name(a.code, b.code)
        comparison = compare(catalogue, a, b)
        for name, text in sentences.computed(comparison):
            yield name, Said(pair, text)
        for explanation in rules.explain(catalogue, comparison):
            said = speaker.say(explanation)
            phrase = explanation.phrase
            name = phrase[language] if isinstance(phrase, Text) else phrase
            title = f"{said.title} " if said.title else ""
            yield name, Said(pair, f"{title}{said.text}")
