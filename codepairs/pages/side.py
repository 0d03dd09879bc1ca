"""What a comparison shows of one of its codes whatever the other is: ready once, and joined page by page.

A catalogue of N codes has N² comparisons but only a few sides for each code: one for each situation it is compared in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from codepairs.comparison.compare import Comparison
from codepairs.content.schema.codes import CodeFile
from codepairs.pages import titles
from codepairs.pages.memo import Memo
from codepairs.pages.pieces.catalogue import CataloguePieces
from codepairs.pages.pieces.codes import Choice
from codepairs.pages.press import Press
from codepairs.pages.templating import softened


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Side:
    """A code where it stands for the situation that it is compared in.

    `as_a` and `as_b` fill slots of the page, for the first of two codes and for the second.
    """

    code: str
    as_a: Mapping[str, str]
    as_b: Mapping[str, str]
    # The same for the slots of phrases.
    words_a: Mapping[str, str]
    words_b: Mapping[str, str]
    # Whether its name says no more than the code itself.
    is_bare: bool
    # Who acts after the code, and the code as it stands before that; None where that is not known.
    acting: tuple[Markup, Markup] | None
    # By role: what is told to it.
    choices: Mapping[str, Choice]
    # The next step, and the situation that has to be named with it, both as parts and as a sentence.
    step: str
    aside: str | None
    next: str
    # That the code stands for more than this situation, that no standard knows it, that its sources disagree.
    others: str
    warning: Markup
    disputed: Markup
    link: Markup
    guides: Sequence[Markup]
    outcome: Markup


class Sides(Memo):
    """Makes the sides of the comparisons of one catalogue in one language."""

    def __init__(self, press: Press, pieces: CataloguePieces) -> None:
        super().__init__()
        self._press = press
        self._pieces = pieces
        self._language = press.phrases.language
        # Asked for by a page and by its head, one after the other.
        self.of = lru_cache(maxsize=1)(self._of)

    def _of(self, comparison: Comparison) -> tuple[Side, Side]:
        """Both sides of a comparison."""
        return (
            self._side(comparison.a, comparison.situation_a),
            self._side(comparison.b, comparison.situation_b),
        )

    def _side(self, code: CodeFile, situation: str | None) -> Side:
        return self._once((code.code, situation), lambda: self._made_side(code, situation))

    def _made_side(self, code: CodeFile, situation: str | None) -> Side:
        pieces, situations = self._pieces, self._pieces.situations
        name = softened(code.code)
        card = situations.card(code, situation)
        of_situation = situations.name(situation)
        called, gist = code.name[self._language], code.text(self._language).gist
        return Side(
            code=code.code,
            as_a={"a": name, "card_a": card, "situation_a": of_situation},
            as_b={"b": name, "card_b": card, "situation_b": of_situation},
            words_a={"a": code.code, "name_a": called, "gist_a": gist},
            words_b={"b": code.code, "name_b": called, "gist_b": gist},
            is_bare=titles.only_spells(called, code.code),
            acting=situations.acting(code, situation),
            choices=pieces.codes.choices(code, situation),
            step=pieces.codes.next(code, situation),
            aside=pieces.advice.aside(code, situation),
            next=pieces.advice.next(code, situation),
            others=situations.others(code),
            warning=pieces.evidence.warning(code),
            disputed=pieces.evidence.disputed(code),
            link=pieces.codes.code_link(code),
            guides=pieces.guides.of_code(code),
            outcome=self._press.outcome(situations.outcome(code, situation, code.code)),
        )
