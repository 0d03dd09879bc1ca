"""Pieces of pages that belong to one code, or to one pair of axis values: made once per language, used on many pages.

A catalogue of N codes has N² comparison pages but only N of these pieces of each kind, which is what keeps a build quick.
"""

import datetime
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache, partial
from typing import Any, TypeVar

import jinja2
from markupsafe import Markup, escape

from codepairs import addresses, prose, transcript
from codepairs.catalogue import Catalogue
from codepairs.compare import Comparison
from codepairs.indexing import Pair
from codepairs.phrasing import Phrases
from codepairs.schema import CodeFile, Reply, Role, Source, StandardRef
from codepairs.templating import Skeleton
from codepairs.transcript import Line, Plan

Made = TypeVar("Made")
# A comparison shows one reply of each code; the rest stands on the code's own page.
REPLIES_PER_CODE = 1
# Marks the place in a rendered frame at which pieces are put in; no text of ours contains it.
_SEAM = "\0"


class Fragments:
    """The pieces of one catalogue in one language."""

    def __init__(
        self, catalogue: Catalogue, phrases: Phrases, environment: jinja2.Environment
    ) -> None:
        self._catalogue = catalogue
        self._phrases = phrases
        self._language = phrases.language
        self._environment = environment
        self._axis_labels = {axis.id: axis.label[self._language] for axis in catalogue.axes}
        template = environment.get_template
        self._role = Skeleton(template("pieces/role.html"), ("label", "actions"))
        self._difference = Skeleton(template("pieces/difference.html"), ("title", "text"))
        self._same_row = Skeleton(template("pieces/row_same.html"), ("label", "value"))
        self._different_row = Skeleton(template("pieces/row_different.html"), ("label", "a", "b"))
        self._source = Skeleton(template("pieces/source.html"), ("lead", "links", "checked"))
        self._pair_item = Skeleton(template("pieces/pair_link.html"), ("address", "name"))
        # Neighbouring pages link to the same pairs, but there are too many to keep them all.
        self._pair_link = lru_cache(maxsize=2_000)(self._uncached_pair_link)
        self._made: dict[tuple[Any, ...], Any] = {}

    def card(self, code: CodeFile) -> Markup:
        """The code with its name, class and standing, as it heads a comparison."""
        return self._once(("card", code.code), lambda: self._render("card", **self._named(code)))

    def tags(self, code: CodeFile) -> Markup:
        """Class and standing of a code."""
        return self._render("tags", **self._named(code))

    def rows(self, comparison: Comparison) -> Markup:
        """The facts table: a row for each axis, then the enhanced codes."""
        a, b = comparison.a, comparison.b
        rows = [self.row(found.axis, found.a, found.b) for found in comparison.axes]
        if a.enhanced or b.enhanced:
            rows.append(self.enhanced_row(a, b))
        return _joined(rows)

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
            return _filled(self._same_row, label=label, value=a)
        return _filled(self._different_row, label=label, a=a, b=b)

    def enhanced_row(self, a: CodeFile, b: CodeFile) -> Markup:
        """The row that lists the enhanced codes of two codes."""
        label = self._phrases("facts.enhanced")
        return self.plain_row(label, self._enhanced(a), self._enhanced(b))

    def strip(self, codes: Sequence[CodeFile], shared: tuple[str, ...]) -> Markup:
        """The stages of the session with a row for each code; the shared stages stand out."""
        frame = self._once(("strip", shared), lambda: self._strip_frame(shared))
        return _joined([frame[0], *map(self._strip_row, codes), frame[1]])

    def lead(self, stage: str) -> Markup:
        """The session up to the moment at which the server answers at `stage`."""
        return self._once(
            ("lead", stage),
            lambda: self._lines(transcript.shortened(transcript.lead(self._catalogue, stage))),
        )

    def ending(self, code: CodeFile, stage: str) -> Markup:
        """The code's reply at `stage`, and its consequences."""
        return self._once(
            ("ending", code.code, stage),
            lambda: self._ending(code, (transcript.reply(code, stage),)),
        )

    def session(self, code: CodeFile, stage: str) -> Markup:
        """A session that ends with the code's reply at `stage`, and its consequences."""
        return self._once(
            ("session", code.code, stage),
            lambda: self._ending(
                code,
                (
                    *transcript.shortened(transcript.lead(self._catalogue, stage)),
                    transcript.reply(code, stage),
                ),
            ),
        )

    def sessions(self, comparison: Comparison, plan: Plan | None) -> dict[str, Markup]:
        """The sample sessions of a pair: what both begin with, and how each ends."""
        shown = dict.fromkeys(("lead", "ending_a", "ending_b"), Markup(""))
        if plan is None:
            return shown
        a, b = comparison.a, comparison.b
        if plan.kind == "same":
            shown["lead"] = self.lead(plan.stage_a)
            shown["ending_a"] = self.ending(a, plan.stage_a)
            shown["ending_b"] = self.ending(b, plan.stage_b)
        elif plan.kind == "one":
            both = {plan.stage_a: a, plan.stage_b: b}
            shown["lead"] = self._lines(transcript.one_session(self._catalogue, both))
        else:
            shown["ending_a"] = self.session(a, plan.stage_a)
            shown["ending_b"] = self.session(b, plan.stage_b)
        return shown

    def _ending(self, code: CodeFile, lines: tuple[Line, ...]) -> Markup:
        return self._render(
            "ending",
            title=self._phrases("sessions.ends", code=code.code),
            lines=self._lines(lines),
            events=[event[self._language] for event in transcript.events(self._catalogue, code)],
        )

    def _lines(self, lines: tuple[Line, ...]) -> Markup:
        tones = {
            line.code: self._tone(self._catalogue.by_id[line.code]) for line in lines if line.code
        }
        return self._render("lines", lines=lines, tones=tones)

    def actions(self, code: CodeFile, role: Role) -> Markup:
        """What somebody in `role` does about the code; empty if there is nothing to do."""
        text = code.text(self._language).actions.get(role.id)
        if text is None:
            return Markup("")
        return self._render("own_action", text=prose.to_inline_html(text))

    def choices(self, a: CodeFile, b: CodeFile, role: Role) -> Markup:
        """What somebody in `role` does about either of two codes, in a sentence each.

        To the role that decides it says when to send which.
        """
        return _joined(
            self._once(("choice", code.code, role.id), partial(self._choice, code, role))
            for code in (a, b)
        )

    def role(self, label: str, actions: Markup) -> Markup:
        """A role with its actions."""
        return _filled(self._role, label=label, actions=actions)

    def difference(self, title: str, text: str) -> Markup:
        """One difference of a pair."""
        return _filled(self._difference, title=title, text=text)

    def _choice(self, code: CodeFile, role: Role) -> Markup:
        text = code.text(self._language)
        told = text.use if role.decides else text.actions.get(role.id)
        if told is None:
            return Markup("")
        sentence = prose.to_inline_html(prose.first_sentence(told))
        return self._render("action", code=code, tone=self._tone(code), text=sentence)

    def use(self, code: CodeFile) -> Markup:
        """When a server should send the code."""
        return prose.to_inline_html(code.text(self._language).use)

    def code_links(self, a: CodeFile, b: CodeFile) -> Markup:
        """Links to the pages of the two codes."""
        return Markup(" · ").join(
            self._once(("code link", code.code), partial(self._code_link, code)) for code in (a, b)
        )

    def _code_link(self, code: CodeFile) -> Markup:
        text = self._phrases("codes.more", code=code.code)
        return Markup('<a href="../{}/">{}</a>').format(code.code, text)

    def reply(self, code: CodeFile, reply: Reply) -> Markup:
        """A real server's answer."""
        return self._once(
            ("reply", code.code, reply.text),
            lambda: self._render(
                "reply",
                code=code,
                reply=reply,
                tone=self._tone(code),
                checked=reply.checked.isoformat(),
            ),
        )

    def replies(self, a: CodeFile, b: CodeFile) -> Markup:
        """The first real reply of each code."""
        return _joined(
            self.reply(code, reply) for code in (a, b) for reply in code.replies[:REPLIES_PER_CODE]
        )

    def sources(self, sources: Sequence[Source], stages: StandardRef | None) -> Markup:
        """The sources, one line for each document, with links to its sections and the day of the last check."""
        found: dict[str, dict[str, Source | StandardRef]] = {}
        for source in sources:
            found.setdefault(source.title, {}).setdefault(source.url, source)
        if stages:
            found.setdefault(stages.title, {}).setdefault(stages.url, stages)
        return _joined(self._document(title, list(at.values())) for title, at in found.items())

    def _document(self, title: str, sources: Sequence[Source | StandardRef]) -> Markup:
        days = [source.checked for source in sources if isinstance(source, Source)]
        return _filled(
            self._source,
            lead=f"{title}: " if sources[0].section else "",
            links=_joined(map(self._source_link, sources), ", "),
            checked=self._checked(max(days)) if days else "",
        )

    def _source_link(self, source: Source | StandardRef) -> Markup:
        key = ("source", source.title, source.url)
        return self._once(key, lambda: self._render("source_link", source=source))

    def _checked(self, day: datetime.date) -> Markup:
        return self._once(("checked", day), lambda: self._render("checked", date=day.isoformat()))

    def pair_links(self, pairs: Iterable[Pair]) -> Markup:
        """Links from one page of the catalogue to comparisons."""
        return _joined(self._pair_link(*pair) for pair in pairs)

    def _uncached_pair_link(self, a: str, b: str) -> Markup:
        name = self._phrases("pair.name", a=a, b=b)
        return _filled(self._pair_item, address=addresses.pair_name(a, b), name=name)

    def _strip_frame(self, shared: tuple[str, ...]) -> tuple[Markup, Markup]:
        """What stands before and after the rows."""
        reference = self._catalogue.vocabulary.stages_source
        words = reference and {"source": reference.title, "section": reference.section}
        frame = self._render(
            "strip",
            rows=Markup(_SEAM),  # noqa: S704 - ours
            source=self._phrases("stages.source", **words) if words else "",
            stages=[
                {"label": stage.label[self._language], "shared": stage.id in shared}
                for stage in self._catalogue.stages.values()
            ],
        )
        before, after = frame.split(_SEAM)
        return before, after

    def _strip_row(self, code: CodeFile) -> Markup:
        here = self._catalogue.stages_of(code)
        return self._once(
            ("strip row", code.code),
            lambda: self._render(
                "strip_row",
                code=code,
                tone=self._tone(code),
                stages=[stage in here for stage in self._catalogue.stages],
            ),
        )

    def _enhanced(self, code: CodeFile) -> Markup:
        if not code.enhanced:
            return escape(self._phrases("facts.none"))
        return self._once(
            ("enhanced", code.code),
            lambda: Markup(" ").join(
                Markup("<code>{}</code>").format(enhanced) for enhanced in code.enhanced
            ),
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

    def _tone(self, code: CodeFile) -> str:
        return self._catalogue.classes[code.class_].tone

    def _once(self, key: tuple[Any, ...], make: Callable[[], Made]) -> Made:
        if key not in self._made:
            self._made[key] = make()
        found: Made = self._made[key]
        return found

    def _render(self, piece: str, **values: object) -> Markup:
        template = _template(self._environment, f"pieces/{piece}.html")
        text = template.render(**values)
        return Markup(text)  # noqa: S704 - rendered with autoescape


def _joined(pieces: Iterable[Markup], separator: str = "") -> Markup:
    return Markup(separator.join(pieces))  # noqa: S704 - every piece is escaped


def _filled(skeleton: Skeleton, **values: str) -> Markup:
    return Markup(skeleton.fill(values))  # noqa: S704 - filling escapes


@cache
def _template(environment: jinja2.Environment, name: str) -> jinja2.Template:
    return environment.get_template(name)
