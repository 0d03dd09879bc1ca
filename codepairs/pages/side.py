"""What a comparison shows of one of its codes whatever the other is: ready once, and joined page by page.

A catalogue of N codes has N² comparisons but only a few sides for each code: one for each situation it is compared in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from codepairs.pages.pieces.codes import Choice


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
