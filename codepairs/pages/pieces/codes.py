"""Pieces of pages that belong to one code, or to one pair of axis values: made once per language, used on many pages.

A catalogue of N codes has N² comparison pages but only N of these pieces of each kind, which is what keeps a build quick.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import jinja2
from markupsafe import Markup

from codepairs.comparison.compare import Comparison
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.catalogues import ABSENT, Role
from codepairs.content.schema.codes import CodeFile
from codepairs.content.schema.situations import Outcome
from codepairs.content.share_record import Pair
from codepairs.language import markdown
from codepairs.language.phrases import Phrases
from codepairs.pages import addresses, titles
from codepairs.pages.pieces.base import Pieces, filled, joined
from codepairs.pages.templating import Skeleton


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What somebody is told about a code, if anything, and how that is shown."""

    code: str
    tone: str
    told: str | None
    shown: Markup


class CodePieces(Pieces):
    """The pieces of one catalogue in one language."""

    def __init__(
        self, catalogue: Catalogue, phrases: Phrases, environment: jinja2.Environment
    ) -> None:
        super().__init__(catalogue, phrases, environment)
        self._axis_labels = {axis.id: axis.label[self._language] for axis in catalogue.axes}
        # A page has a handful of each.
        self.row: Callable[[str, str | None, str | None], Markup] = cache(self._row)
        self._often_linked: Callable[[str, str], Markup] = cache(self.pair_link)

    def tags(self, code: CodeFile) -> Markup:
        """Class and standing of a code."""
        return self._render("tags", **self._named(code))

    def rows(self, comparison: Comparison) -> Markup:
        """The rows of the facts table, one for each axis whose question arises for at least one of the two."""
        return joined(
            self.row(found.axis, found.a, found.b)
            for found in comparison.axes
            if not found.a == found.b == ABSENT
        )

    def _row(self, axis: str, a: str | None, b: str | None) -> Markup:
        """The row of the facts table for two values of an axis."""
        return self.plain_row(self._axis_labels[axis], self._value(axis, a), self._value(axis, b))

    def plain_row(self, label: str, a: str, b: str) -> Markup:
        """A row of the facts table; equal cells become one."""
        if a == b:
            return filled(self._skeleton("row_same"), label, a)
        return filled(self._skeleton("row_different"), label, a, b)

    def actions(self, code: CodeFile, role: Role) -> Markup:
        """What somebody in `role` does about the code; empty if there is nothing to do."""
        text = code.text(self._language).actions.get(role.id)
        if text is None:
            return Markup("")
        return self._render("own_action", text=markdown.to_inline_html(text))

    def either(self, a: Choice, b: Choice) -> Markup:
        """What somebody does about either of two codes; what is told alike of both stands once."""
        if a.told is None or a.told != b.told:
            return joined((a.shown, b.shown))
        text = markdown.to_inline_html(a.told)
        return filled(self._skeleton("action_alike"), a.tone, a.code, b.tone, b.code, text)

    def choices(self, code: CodeFile, situation: str | None) -> Mapping[str, Choice]:
        """What each role does about a code that stands for `situation`.

        To the role that decides it says when to send the code.
        """
        return {role.id: self._choice(code, situation, role) for role in self._catalogue.roles}

    def role(self, role: Role, actions: Markup) -> Markup:
        """A role with its actions."""
        label = role.label[self._language]
        return filled(
            self._skeleton("role", decides=role.decides, id=role.id, label=label), actions
        )

    def difference(self, subject: str, title: str, text: str) -> Markup:
        """One difference of a pair."""
        return filled(self._skeleton("difference"), subject, title, text)

    def _choice(self, code: CodeFile, situation: str | None, role: Role) -> Choice:
        told, tone, shown = self._told_to(code, situation, role), self._tone(code), Markup("")
        if told is not None:
            action = self._skeleton("action")
            shown = filled(action, tone, code.code, markdown.to_inline_html(told))
        return Choice(code=code.code, tone=tone, told=told, shown=shown)

    def _told_to(self, code: CodeFile, situation: str | None, role: Role) -> str | None:
        if role.decides:
            return code.text(self._language).use
        return self._told(code, situation).get(role.id)

    def next(self, code: CodeFile, situation: str | None) -> str:
        """The next step in a few words: in the code's own for what it mostly stands for, else in the situation's."""
        outcome = self._outcome(code, situation)
        return outcome.next[self._language] if outcome else code.text(self._language).next

    def _told(self, code: CodeFile, situation: str | None) -> Mapping[str, str]:
        """Role → what to do: in the code's own words for what it mostly stands for, else in the situation's."""
        outcome = self._outcome(code, situation)
        return outcome.actions(self._language) if outcome else code.text(self._language).actions

    def _outcome(self, code: CodeFile, situation: str | None) -> Outcome | None:
        """What a situation comes to with a code that mostly stands for something else."""
        if situation is None or situation == self._catalogue.typical(code):
            return None
        return self._catalogue.situations[situation].outcomes.get(code.class_)

    def use(self, code: CodeFile) -> Markup:
        """When a server should send the code."""
        return markdown.to_inline_html(code.text(self._language).use)

    def code_link(self, code: CodeFile) -> Markup:
        """A link to the page of a code."""
        text = self._phrases("codes.more", code=code.code)
        return self._render("link", address=f"../{code.code}/", text=text)

    def pick(self, page: str, first: str = "") -> Markup:
        """The form that leads to the comparison of any two codes; `page` is the way to the catalogue's folder."""
        key = ("pick", page, bool(first))
        form = self._once(key, lambda: self._pick(page, has_first=bool(first)))
        return filled(form, *filter(None, [first]))

    def _pick(self, page: str, *, has_first: bool) -> Skeleton:
        choices = [(code.code, code.name[self._language]) for code in self._catalogue.codes]
        known = {
            "from": page,
            "catalogue": self._catalogue.id,
            "choices": choices,
            **({} if has_first else {"first": ""}),
        }
        return Skeleton(self._environment, "pieces/pick.html", **known)

    def pair_links(self, pairs: Iterable[Pair]) -> Markup:
        """Links to comparisons that many pages of the catalogue lead to."""
        return joined(self._often_linked(*pair) for pair in pairs)

    def pair_link(self, a: str, b: str) -> Markup:
        """A link from one page of the catalogue to a comparison."""
        name = self._phrases("pair.name", a=a, b=b)
        return filled(self._skeleton("pair_link"), addresses.pair_name(a, b), name)

    def _value(self, axis: str, value: str | None) -> str:
        if value is None:
            return self._phrases("facts.unknown")
        if value == ABSENT:
            return self._phrases("facts.not_applicable")
        return self._catalogue.values[axis][value].label[self._language]

    def _named(self, code: CodeFile) -> dict[str, Any]:
        return {
            "code": code,
            **titles.beside_code(code, self._language),
            "class": self._catalogue.classes[code.class_],
            "standing": self._catalogue.standings[code.standing],
        }
