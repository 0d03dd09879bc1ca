"""Explanations put into words of one language."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from codepairs.catalogue import Catalogue
from codepairs.explanation import (
    ClauseWord,
    CodeWord,
    Explanation,
    ListWord,
    NameWord,
    SharedClausesWord,
    StagesWord,
    StandardWord,
    Word,
)
from codepairs.korean import connective
from codepairs.phrasing import Phrases


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
        self.stages: Callable[[tuple[str, ...]], str] = lru_cache(maxsize=None)(self._stages)
        self._clause = lru_cache(maxsize=None)(self._uncached_clause)

    def say(self, explanation: Explanation) -> Spoken:
        """The explanation's title and text."""
        words = {slot: self._word(word) for slot, word in explanation.words.items()}
        title = explanation.title
        if isinstance(title, str):
            title = self._phrases(title)
        elif title is not None:
            title = title.question[self._language]
        return Spoken(title=title, text=self._phrases(explanation.phrase, **words))

    def _word(self, word: Word) -> str:
        match word:
            case CodeWord(code):
                return code.code
            case NameWord(code):
                return code.name[self._language]
            case StandardWord(code):
                return code.sources[0].title
            case ClauseWord(code, axis, goes_on):
                return self._clause(code.code, axis.id, goes_on)
            case SharedClausesWord(answers):
                values = self._catalogue.values
                return self._phrases.joined(
                    [values[axis.id][value].clause[self._language] for axis, value in answers]
                )
            case StagesWord(stages):
                return self.stages(stages)
            case ListWord(items):
                return self._phrases.list(items)

    def _uncached_clause(self, code_id: str, axis: str, goes_on: bool) -> str:  # noqa: FBT001 - cache key
        code = self._catalogue.by_id[code_id]
        value = self._catalogue.values[axis][code.facts[axis]]
        clause = code.text(self._language).facts.get(axis, value.clause[self._language])
        return connective(clause) if goes_on and self._language == "ko" else clause

    def _stages(self, stages: tuple[str, ...]) -> str:
        found = [self._catalogue.stages[stage] for stage in stages]
        return self._phrases.list([(stage.inline or stage.label)[self._language] for stage in found])
