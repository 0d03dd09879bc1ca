"""Pieces that tell readers what to do: the next step, what each role does, and who has nothing to do."""

from collections.abc import Callable, Mapping

import jinja2
from markupsafe import Markup

from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.catalogues import Role
from codepairs.content.schema.codes import CodeFile
from codepairs.language.phrases import Phrases
from codepairs.pages.pieces.base import Pieces, joined
from codepairs.pages.pieces.codes import CodePieces
from codepairs.pages.pieces.situations import SituationPieces


class AdvicePieces(Pieces):
    """The advice of one catalogue in one language."""

    def __init__(
        self,
        catalogue: Catalogue,
        phrases: Phrases,
        environment: jinja2.Environment,
        codes: CodePieces,
        situations: SituationPieces,
    ) -> None:
        super().__init__(catalogue, phrases, environment)
        self._codes = codes
        self._situations = situations

    def next(self, code: CodeFile, situation: str | None) -> str:
        """The next step after a code that stands for `situation`, as a sentence."""
        step, aside = self._codes.next(code, situation), self.aside(code, situation)
        return self.next_said("pair.next", step, aside, code=code.code)

    def aside(self, code: CodeFile, situation: str | None) -> str | None:
        """A situation that a code does not mostly stand for, which has to be named where it is advised upon."""
        return None if situation == self._catalogue.typical(code) else situation

    def next_said(self, phrase: str, step: str, aside: str | None, **codes: str) -> str:
        """A step as a sentence, which names the situation `aside` if there is one."""
        named = next_phrase(phrase, aside)
        if aside is None:
            return self._phrases(named, next=step, **codes)
        return self._phrases(named, next=step, situation=self._situations.name(aside), **codes)

    def actions(
        self, told_to: Callable[[Role], Markup], *stood_for: tuple[CodeFile, str | None]
    ) -> Mapping[str, str]:
        """What each role is told, and one sentence for the roles that have nothing to do.

        A role that a page of a situation tells what to do has something to do, whatever a code itself leaves out.
        """
        idle: list[str] = []
        told: list[Markup] = []
        for role in self._catalogue.roles:
            actions = told_to(role)
            if actions:
                told.append(self._codes.role(role, actions))
            elif not any(self._is_told(role, code, situation) for code, situation in stood_for):
                idle.append(role.label[self._language])
        sentence = ""
        if idle and told:
            sentence = self._once(
                ("idle", *idle),
                lambda: self._phrases("actions.none", roles=self._phrases.list(idle)),
            )
        elif idle:
            sentence = self._phrases("actions.none_all")
        return {"roles": joined(told), "idle": sentence}

    def _is_told(self, role: Role, code: CodeFile, situation: str | None) -> bool:
        """Whether a failure that a code stands for gives a role something to do."""
        if situation is None or not self._catalogue.is_failure(code):
            return False
        outcome = self._catalogue.situations[situation].outcomes.get(code.class_)
        return outcome is not None and role.id in outcome.actions(self._language)


def next_phrase(phrase: str, aside: str | None) -> str:
    """The phrase of a next step, or the one in its place that names the situation `aside`."""
    return phrase if aside is None else f"{phrase}_in"
