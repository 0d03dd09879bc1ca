"""Explanations put into words of one language."""

from dataclasses import dataclass

from codepairs.comparison.explanation import (
    ClauseWord,
    CodeWord,
    Explanation,
    ListWord,
    NameWord,
    ReferencesWord,
    SituationsWord,
    StagesWord,
    StandingWord,
    Word,
)
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.base import Text
from codepairs.content.schema.codes import CodeFile
from codepairs.language.phrases import Phrases
from codepairs.pages.citations import cited
from codepairs.pages.memo import Memo

# A list that lacks no more than so many stages of a session names these instead.
FEW_OTHERS = 2


@dataclass(slots=True)
class Spoken:
    """An explanation as a reader sees it."""

    title: str | None
    text: str


class Speaker(Memo):
    """Says the explanations of one catalogue in one language."""

    def __init__(self, catalogue: Catalogue, phrases: Phrases) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._phrases = phrases
        self._language = phrases.language

    def say(self, explanation: Explanation) -> Spoken:
        """The explanation's title and text."""
        words = {slot: self._word(word) for slot, word in explanation.words.items()}
        title = self._title(explanation.title) if explanation.title else None
        return Spoken(title=title, text=self._said(explanation.phrase, words))

    def _title(self, title: str | Text) -> str:
        return title[self._language] if isinstance(title, Text) else self._phrases(title)

    def _said(self, phrase: str | Text, words: dict[str, str]) -> str:
        """A phrase of the site by its key, or a text of the catalogue, with its slots filled."""
        if isinstance(phrase, Text):
            return self._phrases.fill(phrase[self._language], words)
        return self._phrases(phrase, **words)

    def _word(self, word: Word) -> str:
        match word:
            case CodeWord():
                return word.code.code
            case NameWord():
                return word.code.name[self._language]
            case ClauseWord():
                return self.clause(word)
            case StandingWord():
                key = ("standing", word.code.code)
                return self._once(key, lambda: self._standing(word.code))
            case StagesWord():
                return self._once((word,), lambda: self._stages(word.stages))
            case ListWord():
                return self._once((word,), lambda: self._phrases.list(word.items))
            case SituationsWord():
                return self._once((word,), lambda: self._situations(word.situations))
            case ReferencesWord():
                return self._once((word,), lambda: self._references(word.references))

    def _standing(self, code: CodeFile) -> str:
        """Who defines the code; a clause may name the source that does, or each of several."""
        text = self._catalogue.standings[code.standing].clause
        if text is None:
            raise LookupError(code.standing)
        titles = dict.fromkeys(one.title for one in self._catalogue.course.defined_by(code))
        return text[self._language].replace("{source}", self._phrases.list(list(titles)))

    def clause(self, word: ClauseWord) -> str:
        """What a code's answer to an axis means, in its own words or in those of the value."""
        own = word.code.text(self._language).facts
        if word.axis in own and word.situation == self._catalogue.typical(word.code):
            return own[word.axis]
        return self._catalogue.values[word.axis][word.value].clause[self._language]

    def _stages(self, stages: tuple[str, ...]) -> str:
        """The stages by name, or those that are missing where nearly all are meant."""
        others = tuple(stage for stage in self._catalogue.stages if stage not in stages)
        if 0 < len(others) <= FEW_OTHERS < len(stages) - FEW_OTHERS:
            return self._phrases("stages.all_but", others=self._named(others))
        return self._named(stages)

    def _named(self, stages: tuple[str, ...]) -> str:
        found = [self._catalogue.stages[stage] for stage in stages]
        return self._phrases.list(
            [(stage.inline or stage.label)[self._language] for stage in found]
        )

    def _situations(self, situations: tuple[str, ...]) -> str:
        names = [self._catalogue.situations[one].name[self._language] for one in situations]
        return self._phrases.list([f"‘{name}’" for name in names])

    def _references(self, references: tuple[tuple[str, str | None], ...]) -> str:
        return cited(self._phrases, references)
