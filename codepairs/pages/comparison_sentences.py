"""What is said of two codes in sentences: what settles their comparison, how they differ, and the next step."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from codepairs.comparison import rules
from codepairs.comparison.compare import Comparison
from codepairs.comparison.explanation import Explanation
from codepairs.content.catalogue import Catalogue
from codepairs.language.phrases import Phrases
from codepairs.pages.pieces.advice import next_phrase
from codepairs.pages.pieces.catalogue import CataloguePieces
from codepairs.pages.side import Sides
from codepairs.pages.speech import Speaker, Spoken

_MOST_IN_VERDICT: Final = 3


class ComparisonSentences:
    """Says the comparisons of one catalogue in one language."""

    def __init__(
        self, catalogue: Catalogue, phrases: Phrases, pieces: CataloguePieces, sides: Sides
    ) -> None:
        self.phrases = phrases
        self._catalogue = catalogue
        self._language = phrases.language
        self._situations = pieces.situations
        self._advice = pieces.advice
        self._sides = sides
        self._speaker = Speaker(catalogue, phrases)
        vocabulary = catalogue.vocabulary
        self._named = {
            "catalogue": vocabulary.short[self._language],
            "protocol": (vocabulary.shortest or vocabulary.short)[self._language],
        }
        # Asked for by a page and by its head, one after the other.
        self.words = lru_cache(maxsize=1)(self._words)
        self.explained = lru_cache(maxsize=1)(self._explained)
        self._gists = lru_cache(maxsize=1)(self._made_gists)

    def _words(self, comparison: Comparison) -> Mapping[str, str]:
        """What phrases about two codes are filled with."""
        a, b = self._sides.of(comparison)
        return {**self._named, **a.words_a, **b.words_b}

    def heading(self, comparison: Comparison) -> str:
        """What a page about both is headed with."""
        a, b = self._sides.of(comparison)
        name = "pair.h1_bare" if a.is_bare or b.is_bare else "pair.h1"
        return self.phrases(name, **self.words(comparison))

    def answer(self, comparison: Comparison) -> str:
        """What settles a comparison: in written words, or else from what is known of both codes."""
        insight = self._catalogue.insights.get((comparison.a.code, comparison.b.code))
        return insight.text(self._language).answer if insight else self.verdict(comparison)

    def verdict(self, comparison: Comparison) -> str:
        """What both codes mean, and what servers send either for."""
        gists = self._gists(comparison)
        return f"{gists} {self.sent_for(comparison.shared)}" if comparison.shared else gists

    def _made_gists(self, comparison: Comparison) -> str:
        return self.phrases("pair.gists", **self.words(comparison))

    def sent_for(self, situations: Sequence[str]) -> str:
        """That servers send either of two codes for `situations`."""
        names = situations[:_MOST_IN_VERDICT]
        listed = self.phrases.list([f"‘{self._situations.name(one)}’" for one in names])
        return self.phrases("pair.shared", situations=listed)

    def others(self, comparison: Comparison) -> str:
        """That either code, or each, stands for more than what is compared."""
        a, b = self._sides.of(comparison)
        if a.others and b.others:
            return self.phrases("facts.others_both", a=a.code, b=b.code)
        return a.others or b.others

    def next(self, comparison: Comparison) -> str:
        """The next step after either code; what is the same for both stands once."""
        return " ".join(text for _, text in self._steps(comparison))

    def _steps(self, comparison: Comparison) -> Iterator[tuple[str, str]]:
        """The next steps as sentences, each with the name of its phrase."""
        a, b = self._sides.of(comparison)
        if (a.step, a.aside) == (b.step, b.aside):
            codes = {"a": a.code, "b": b.code}
            said = self._advice.next_said("pair.next_either", a.step, a.aside, **codes)
            yield next_phrase("pair.next_either", a.aside), said
            return
        for side in (a, b):
            yield next_phrase("pair.next", side.aside), side.next

    def _explained(self, comparison: Comparison) -> Sequence[tuple[Explanation, Spoken]]:
        """What the rules say of both, and how that is told."""
        explained = rules.explain(self._catalogue, comparison)
        return [(one, self._speaker.say(one)) for one in explained]

    def computed(self, comparison: Comparison) -> Iterator[tuple[str, str]]:
        """What two codes mean, for what servers send either, and what to do: each sentence with its phrase's name."""
        yield "pair.gists", self._gists(comparison)
        if comparison.shared:
            yield "pair.shared", self.sent_for(comparison.shared)
        for code in (comparison.a, comparison.b):
            if others := self._situations.others(code):
                yield "facts.others", others
        yield from self._steps(comparison)
