"""Pieces that show situations: what happened, which codes say it, and at whose."""

from collections.abc import Iterable
from functools import partial
from itertools import zip_longest
from typing import Any, Final

import jinja2
from markupsafe import Markup, escape

from codepairs.comparison.compare import Comparison
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.codes import LIST, STANDARD, CodeFile
from codepairs.content.uses import Saying
from codepairs.language.phrases import Phrases
from codepairs.pages import addresses, titles, verdicts
from codepairs.pages.citations import named, section_name
from codepairs.pages.embedded import Outcome
from codepairs.pages.pieces.base import Pieces, filled, joined
from codepairs.pages.pieces.evidence import Providers
from codepairs.pages.templating import DOT

# A cell names so many who say a code; the situation's page names all.
_MOST_NAMED: Final = 4
# A comparison lists so many situations of each kind; the pages of its codes list all.
_MOST_ROWS: Final = 6


class SituationPieces(Pieces):
    """The pieces about situations of one catalogue in one language; `up` leads from a page to the language's folder."""

    def __init__(
        self,
        catalogue: Catalogue,
        phrases: Phrases,
        environment: jinja2.Environment,
        providers: Providers,
        up: str,
    ) -> None:
        super().__init__(catalogue, phrases, environment)
        self._up = up
        self._providers = providers
        self._place = addresses.situations(catalogue.protocol)

    def name(self, situation: str | None) -> str:
        """What a reader calls the situation; empty where there is none."""
        return self._catalogue.situations[situation].name[self._language] if situation else ""

    def link(self, situation: str) -> Markup:
        """The situation's name, leading to its page."""
        return self._once(
            ("link", situation),
            lambda: self._render(
                "link", address=f"{self._up}{self._place}{situation}/", text=self.name(situation)
            ),
        )

    def who(self, code: CodeFile, situation: str, most: int = _MOST_NAMED) -> Markup:
        """Who says `code` for `situation`: standards with their section, providers with a link to the reply."""
        return self._once(
            ("who", code.code, situation, most), partial(self._who, code, situation, most)
        )

    def sayers(self, code: CodeFile, situation: str) -> list[dict[str, Any]]:
        """Everybody who says `code` for `situation`: `standard` names a section of a document, `name` a provider."""
        said: dict[str, Saying] = {}
        for saying in self._catalogue.sayings[code.code]:
            if saying.situation == situation:
                said.setdefault(saying.source, saying)
        found = list(said.values())
        return [
            self._named_sayer(one, before)
            for before, one in zip([None, *found], found, strict=False)
        ]

    def _who(self, code: CodeFile, situation: str, most: int) -> Markup:
        named_here = self.sayers(code, situation)
        rest = len(named_here) - most
        return self._render(
            "who",
            said=named_here[:most] if rest > 1 else named_here,
            more=self._phrases("situations.more", count=str(rest)) if rest > 1 else "",
            nobody=self._phrases("situations.nobody"),
        )

    def _named_sayer(self, saying: Saying, before: Saying | None) -> dict[str, Any]:
        written = saying.written
        if written and written.by in (STANDARD, LIST):
            title = written.title or written.url
            last = before.written if before else None
            # A further section of the same document, whose title has just been read.
            is_further = last is not None and written.section and title == (last.title or last.url)
            name = (
                section_name(self._phrases, written.section)
                if is_further and written.section
                else named(self._phrases, title, written.section)
            )
            return {"standard": name, "address": written.url, "is_title": not written.section}
        provider = self._providers.by_id[saying.by]
        answer = saying.answer
        # Another code of this catalogue would read as if the page were about that one.
        others = [
            one
            for one in (answer.reply.codes if answer else ())
            if one not in self._catalogue.by_id
        ]
        anchor = f"#{answer.reply.id}" if answer else ""
        return {
            "standard": None,
            "name": provider.name[self._language],
            "address": f"{self._up}{self._providers.place}/{provider.id}/{anchor}",
            "beside": next((one for one in others if one[0].isdigit()), ""),
        }

    def shared(self, comparison: Comparison) -> Markup:
        """A row for each situation that both codes stand for: who says the one, who the other."""
        return joined(
            self._row(
                situation, self.who(comparison.a, situation), self.who(comparison.b, situation)
            )
            for situation in comparison.shared[:_MOST_ROWS]
        )

    def apart(self, comparison: Comparison) -> Markup:
        """A row for each situation that only one of the codes stands for, in turn for either."""
        own_a, own_b = (
            [
                one
                for one in self._catalogue.situations_of[code.code]
                if one not in comparison.shared
            ][: _MOST_ROWS // 2]
            for code in (comparison.a, comparison.b)
        )
        rows: list[Markup] = []
        for of_a, of_b in zip_longest(own_a, own_b):
            if of_a:
                rows.append(self._only(comparison.a, of_a, is_first=True))
            if of_b:
                rows.append(self._only(comparison.b, of_b, is_first=False))
        return joined(rows)

    def _only(self, code: CodeFile, situation: str, *, is_first: bool) -> Markup:
        """The row of a situation that only the first of two codes stands for, or only the second."""
        key = ("only", code.code, situation, is_first)
        return self._once(key, lambda: self._uncached_only(code, situation, is_first=is_first))

    def _uncached_only(self, code: CodeFile, situation: str, *, is_first: bool) -> Markup:
        nobody = self._phrases("situations.nobody")
        cells = [self.who(code, situation), filled(self._skeleton("nobody"), nobody)]
        return self._row(situation, *(cells if is_first else cells[::-1]))

    def _row(self, situation: str, a: Markup, b: Markup) -> Markup:
        return filled(self._skeleton("situation_row"), self.link(situation), a, b)

    def card(self, code: CodeFile, situation: str | None) -> Markup:
        """A code at the head of a comparison: its name, its situation, and what that comes to."""
        class_ = self._catalogue.classes[code.class_]
        return self._render(
            "card",
            code=code,
            tone=class_.tone,
            class_name=titles.class_beside_code(class_, self._language),
            **titles.beside_code(code, self._language),
            situation=self.name(situation),
            verdict=list(self.verdict(code, situation)),
            standing=self._catalogue.standings[code.standing],
        )

    def acts(self, *sides: tuple[Markup, Markup] | None) -> Markup:
        """Who acts after either of two codes, in a line for screens on which their cards are out of sight."""
        told: dict[Markup, list[Markup]] = {}
        for who, code in filter(None, sides):
            told.setdefault(who, []).append(code)
        axis = self._catalogue.acting
        if axis is None or not told:
            return Markup("")
        said = [
            joined([joined(codes, " "), who], "\N{NO-BREAK SPACE}") for who, codes in told.items()
        ]
        frame = self._skeleton("acts", label=axis.label[self._language])
        return filled(frame, joined(said, DOT))

    def acting(self, code: CodeFile, situation: str | None) -> tuple[Markup, Markup] | None:
        """Who acts after a code, if that is known, and the code as it stands before that."""
        facts = self._catalogue.facts_in(code, situation)
        told = verdicts.acting(self._catalogue, facts, self._language)
        if told is None:
            return None
        _, who = told
        return escape(who), self._render("acting", code=code.code, tone=self._tone(code))

    def others(self, code: CodeFile) -> str:
        """That a code stands for more than what is compared, if it does."""
        if len(self._catalogue.situations_of[code.code]) <= 1:
            return ""
        return self._phrases("facts.others", code=code.code)

    def outcome(self, code: CodeFile, situation: str | None, name: str = "") -> Outcome:
        """What a code that stands for `situation` comes to, for the answer of a page in short."""
        class_ = self._catalogue.classes[code.class_]
        return Outcome(
            code=name,
            label=class_.label[self._language],
            tone=class_.tone,
            standing=self._catalogue.standings[code.standing].label[self._language],
            verdict=list(self.verdict(code, situation)),
        )

    def verdict(self, code: CodeFile, situation: str | None) -> Iterable[dict[str, str]]:
        """What a reader asks first, answered: the axes that the catalogue marks so."""
        return self._verdict(self._catalogue.facts_in(code, situation))

    def class_verdict(self, class_: str, situation: str) -> Iterable[dict[str, str]]:
        """The same of any code of a class."""
        return self._verdict(self._catalogue.class_facts_in(class_, situation))

    def _verdict(self, facts: Iterable[str | None]) -> Iterable[dict[str, str]]:
        for axis, value in zip(self._catalogue.axes, facts, strict=True):
            if axis.verdict and value is not None and value in self._catalogue.values[axis.id]:
                label = self._catalogue.values[axis.id][value].label[self._language]
                yield {"label": axis.label[self._language], "value": label}
