"""What a comparison says of itself to search engines: what is asked, as a title, and what settles it."""

from collections.abc import Iterator

from codepairs.comparison.compare import Comparison
from codepairs.content.catalogue import Catalogue
from codepairs.language.phrases import Phrases
from codepairs.pages import titles
from codepairs.pages.comparison_sentences import ComparisonSentences
from codepairs.pages.pieces.situations import SituationPieces
from codepairs.pages.side import Sides


class ComparisonHead:
    """Makes titles and descriptions of the comparisons of one catalogue in one language."""

    def __init__(
        self,
        catalogue: Catalogue,
        phrases: Phrases,
        situations: SituationPieces,
        sides: Sides,
        sentences: ComparisonSentences,
    ) -> None:
        self._catalogue = catalogue
        self._phrases = phrases
        self._language = phrases.language
        self._situations = situations
        self._sides = sides
        self._sentences = sentences

    def title(self, comparison: Comparison) -> str:
        """What is asked, as far as a search result shows it."""
        say, words = self._phrases, self._sentences.words(comparison)
        names = ["pair.title", "pair.title_short"]
        if self._catalogue.is_failure(comparison.a) and self._catalogue.is_failure(comparison.b):
            names = ["pair.title_error", "pair.title_error_short"]
        # Two codes of one name are not told apart by it.
        if words["name_a"] == words["name_b"]:
            del names[0]
        # Codes that are long words leave room for nothing else.
        names.append("pair.title_bare")
        return titles.fitting((say(name, **words) for name in names), self._language)

    def description(self, comparison: Comparison) -> str:
        """What settles a comparison, in sentences of which a search result shows the first whole."""
        language, sentences = self._language, self._sentences
        whole = (sentences.answer(comparison), sentences.verdict(comparison))
        for said in whole:
            if titles.is_shown(titles.whole_sentences(said, language), language):
                return said
        told = {one.subject: said.text for one, said in sentences.explained(comparison)}
        # How the two are related takes more than one sentence in some languages, and the first says too little.
        related = [told["relation"]] if "relation" in told else []
        names = self._named(comparison)
        # What to do with either code, else in what their outcomes differ; names alone settle nothing.
        settled = (
            sentences.next(comparison),
            *(told[one.id] for one in self._catalogue.axes if one.verdict and one.id in told),
        )
        after = (*settled, names)
        alike = self._same_verdict(comparison)
        # More to the point than two names: that the outcome is the same, else a situation that both stand for.
        lead = alike or (sentences.sent_for(comparison.shared[:1]) if comparison.shared else "")
        leads = [f"{lead} {names}"] if lead and names else []
        for said in (*related, *self._stood_for(comparison), *settled, *leads, names):
            if titles.is_shown(said, language):
                # That both end alike is what the relation says by itself.
                last = "" if said in related or alike in said else alike
                added = (more for more in (*after, last) if more and more not in said)
                longer = (f"{said} {more}" for more in added)
                return next((one for one in longer if titles.is_shown(one, language)), said)
        return whole[0]

    def _stood_for(self, comparison: Comparison) -> Iterator[str]:
        """What either code mostly stands for, if that is known of both."""
        a, b, say = comparison.a, comparison.b, self._phrases
        of_a, of_b = (self._catalogue.sent_for(self._catalogue.commonest(one)) for one in (a, b))
        if not of_a or not of_b:
            return
        codes = {"a": a.code, "b": b.code}
        name_a, name_b = self._situations.name(of_a), self._situations.name(of_b)
        if of_a == of_b and a.class_ != b.class_:
            of_class = (self._catalogue.classes[one.class_].label[self._language] for one in (a, b))
            classes = dict(zip(("class_a", "class_b"), of_class, strict=True))
            yield say("pair.typical_classes", **codes, **classes, situation=name_a)
        if of_a == of_b:
            yield say("pair.typical_both", **codes, situation=name_a)
        else:
            yield say("pair.typical", **codes, situation_a=name_a, situation_b=name_b)

    def _same_verdict(self, comparison: Comparison) -> str:
        """That what settles it is the same for both in what they mostly stand for; nothing where it is not."""
        kinds = {one.axis: one.kind for one in comparison.axes}
        found = {kinds.get(axis.id) for axis in self._catalogue.axes if axis.verdict}
        compared = any(side.aside for side in self._sides.of(comparison))
        return self._phrases("pair.same_verdict") if found == {"same"} and not compared else ""

    def _named(self, comparison: Comparison) -> str:
        """What either code is called; nothing where that is the same."""
        words = self._sentences.words(comparison)
        if words["name_a"] == words["name_b"]:
            return ""
        used = {slot: words[slot] for slot in ("a", "b", "name_a", "name_b")}
        return self._phrases("pair.names", **used)
