"""Pieces of pages that belong to one code, or to one pair of axis values: made once per language, used on many pages.

A catalogue of N codes has N² comparison pages but only N of these pieces of each kind, which is what keeps a build quick.
"""

from collections.abc import Iterable
from functools import partial
from typing import Any

import jinja2
from markupsafe import Markup

from codepairs.comparison.compare import Comparison
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema import CodeFile, Role
from codepairs.content.share_record import Pair
from codepairs.language import markdown
from codepairs.language.phrases import Phrases
from codepairs.pages import addresses
from codepairs.pages.pieces.base import Pieces, filled, joined


class CodePieces(Pieces):
    """The pieces of one catalogue in one language."""

    def __init__(
        self, catalogue: Catalogue, phrases: Phrases, environment: jinja2.Environment
    ) -> None:
        super().__init__(catalogue, phrases, environment)
        self._axis_labels = {axis.id: axis.label[self._language] for axis in catalogue.axes}

    def card(self, code: CodeFile) -> Markup:
        """The code with its name, class and standing, as it heads a comparison."""
        return self._once(("card", code.code), lambda: self._render("card", **self._named(code)))

    def tags(self, code: CodeFile) -> Markup:
        """Class and standing of a code."""
        return self._render("tags", **self._named(code))

    def rows(self, comparison: Comparison) -> Markup:
        """The rows of the facts table, one for each axis; many pairs have the same answers."""
        a, b = comparison.a, comparison.b
        return self._once(
            ("rows", self._catalogue.facts_of(a), self._catalogue.facts_of(b)),
            lambda: joined(self.row(found.axis, found.a, found.b) for found in comparison.axes),
        )

    def row(self, axis: str, a: str | None, b: str | None) -> Markup:
        """The row of the facts table for two values of an axis."""
        return self._once(
            ("row", axis, a, b),
            lambda: self.plain_row(
                self._axis_labels[axis], self._value(axis, a), self._value(axis, b)
            ),
        )

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

    def choices(self, a: CodeFile, b: CodeFile, role: Role) -> Markup:
        """What somebody in `role` does about either of two codes, in a sentence each.

        To the role that decides it says when to send which.
        """
        return joined(
            self._once(("choice", code.code, role.id), partial(self._choice, code, role))
            for code in (a, b)
        )

    def role(self, role: Role, actions: Markup) -> Markup:
        """A role with its actions."""
        return filled(
            self._skeleton("role", decides=role.decides), role.label[self._language], actions
        )

    def difference(self, title: str, text: str) -> Markup:
        """One difference of a pair."""
        return filled(self._skeleton("difference"), title, text)

    def _choice(self, code: CodeFile, role: Role) -> Markup:
        text = code.text(self._language)
        told = text.use if role.decides else text.actions.get(role.id)
        if told is None:
            return Markup("")
        sentence = markdown.to_inline_html(markdown.first_sentence(told))
        return self._render("action", code=code, tone=self._tone(code), text=sentence)

    def use(self, code: CodeFile) -> Markup:
        """When a server should send the code."""
        return markdown.to_inline_html(code.text(self._language).use)

    def code_links(self, a: CodeFile, b: CodeFile) -> Markup:
        """Links to the pages of the two codes."""
        return Markup(" · ").join(
            self._once(("code link", code.code), partial(self._code_link, code)) for code in (a, b)
        )

    def _code_link(self, code: CodeFile) -> Markup:
        text = self._phrases("codes.more", code=code.code)
        return self._render("link", address=f"../{code.code}/", text=text)

    def pick(self, page: str, first: str = "") -> Markup:
        """The form that leads to the comparison of any two codes; `page` is the way to the catalogue's folder."""
        choices = [(code.code, code.name[self._language]) for code in self._catalogue.codes]
        return self._render("pick", **{"from": page}, first=first, choices=choices)

    def pair_links(self, pairs: Iterable[Pair]) -> Markup:
        """Links from one page of the catalogue to comparisons."""
        item = self._skeleton("pair_link")
        return joined(
            filled(item, addresses.pair_name(a, b), self._phrases("pair.name", a=a, b=b))
            for a, b in pairs
        )

    def _value(self, axis: str, value: str | None) -> str:
        if value is None:
            return self._phrases("facts.not_applicable")
        return self._catalogue.values[axis][value].label[self._language]

    def _named(self, code: CodeFile) -> dict[str, Any]:
        return {
            "code": code,
            "name": code.name[self._language],
            "original": code.name.en if self._language != "en" else None,
            "class": self._catalogue.classes[code.class_],
            "standing": self._catalogue.standings[code.standing],
        }
