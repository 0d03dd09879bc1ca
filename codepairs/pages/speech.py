"""Explanations put into words of one language."""

from dataclasses import dataclass
from functools import lru_cache

from codepairs.comparison.explanation import (
    ClauseWord,
    CodeWord,
    Explanation,
    ListWord,
    NameWord,
    StagesWord,
    StandingWord,
    Word,
)
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema import CodeFile
from codepairs.language.korean import connective
from codepairs.language.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Spoken:
    """An explanation as a reader sees it."""

    title: str | None
    text: str


class Speaker:
    """Says the explanations of one catalogue in one language."""

    def __init__(self, catalogue: Catalogue, phrases: Phrases) -> None:
        self._catalogue = catalogue
        self._phrases = phrases
        self._language = phrases.language
        self._questions = {axis.id: axis.question[self._language] for axis in catalogue.axes}
        # Words that belong to one code or to one set of stages or values are put together once.
        self.clause = lru_cache(maxsize=None)(self._uncached_clause)
        self._stages = lru_cache(maxsize=None)(self._uncached_stages)
        self._list = lru_cache(maxsize=None)(phrases.list)

    def say(self, explanation: Explanation) -> Spoken:
        """The explanation's title and text."""
        words = {slot: self._word(word) for slot, word in explanation.words.items()}
        title = self._phrases(explanation.title) if explanation.title else None
        if explanation.question_of:
            title = self._questions[explanation.question_of]
        return Spoken(title=title, text=self._phrases(explanation.phrase, **words))

    def _word(self, word: Word) -> str:
        match word:
            case CodeWord():
                return word.code.code
            case ClauseWord():
                return self.clause(word.code.code, word.axis, word.goes_on)
            case NameWord():
                return word.code.name[self._language]
            case StandingWord():
                return self._standing(word.code, goes_on=word.goes_on)
            case StagesWord():
                return self._stages(word.stages)
            case ListWord():
                return self._list(word.items)

    def _standing(self, code: CodeFile, *, goes_on: bool) -> str:
        """Who defines the code; a clause may name the first source, which is the defining one."""
        text = self._catalogue.standings[code.standing].clause
        if text is None:
            raise LookupError(code.standing)
        clause = text[self._language].replace("{source}", code.sources[0].title)
        return connective(clause) if goes_on and self._language == "ko" else clause

    def _uncached_clause(self, code_id: str, axis: str, goes_on: bool) -> str:  # noqa: FBT001 - cache key
        code = self._catalogue.by_id[code_id]
        value = self._catalogue.values[axis][code.facts[axis]]
        clause = code.text(self._language).facts.get(axis, value.clause[self._language])
        return connective(clause) if goes_on and self._language == "ko" else clause

    def _uncached_stages(self, stages: tuple[str, ...]) -> str:
        found = [self._catalogue.stages[stage] for stage in stages]
        return self._phrases.list(
            [(stage.inline or stage.label)[self._language] for stage in found]
        )
