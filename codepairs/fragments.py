"""Pieces of pages that belong to one code, or to one pair of axis values: made once per language, used on many pages.

A catalogue of N codes has N² comparison pages but only N of these pieces of each kind, which is what keeps a build quick.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from typing import Any, TypeVar

import jinja2
from markupsafe import Markup, escape

from codepairs import addresses, prose, transcript
from codepairs.catalogue import Catalogue, Pair
from codepairs.compare import Comparison
from codepairs.phrasing import Phrases
from codepairs.schema import CodeFile, Reply, Source, StandardRef
from codepairs.templating import Skeleton
from codepairs.transcript import Line, Plan

Made = TypeVar("Made")
REPLIES_PER_CODE = 2
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
        self._made: dict[tuple[Any, ...], Any] = {}

    def card(self, code: CodeFile) -> Markup:
        """The code with its name, class and standing, as it heads a comparison."""
        return self._once(("card", code.code), lambda: self._render("card", **self._named(code)))

    def tags(self, code: CodeFile) -> Markup:
        """Class and standing of a code."""
        return self._render("tags", **self._named(code))

    def rows(self, comparison: Comparison) -> Markup:
        """The facts table: a row for each axis, then class and enhanced codes."""
        a, b = comparison.a, comparison.b
        rows = [self.row(found.axis, found.a, found.b) for found in comparison.axes]
        rows.append(self.class_row(a, b))
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
            return self._render("row_same", label=label, value=a)
        return self._render("row_different", label=label, a=a, b=b)

    def class_row(self, a: CodeFile, b: CodeFile) -> Markup:
        """The row that names the classes of two codes."""
        labels = [self._catalogue.classes[code.class_].label[self._language] for code in (a, b)]
        return self._once(
            ("class", a.class_, b.class_),
            lambda: self.plain_row(self._phrases("facts.class"), *labels),
        )

    def enhanced_row(self, a: CodeFile, b: CodeFile) -> Markup:
        """The row that lists the enhanced codes of two codes."""
        key = ("enhanced row", tuple(a.enhanced), tuple(b.enhanced))
        return self._once(
            key,
            lambda: self.plain_row(
                self._phrases("facts.enhanced"), self._enhanced(a), self._enhanced(b)
            ),
        )

    def strip(self, codes: Sequence[CodeFile], shared: tuple[str, ...]) -> Markup:
        """The stages of the session with a row for each code; the shared stages stand out."""
        frame = self._once(("strip", shared), lambda: self._strip_frame(shared))
        return Markup(frame[0] + "".join(map(self._strip_row, codes)) + frame[1])  # noqa: S704 - pieces are escaped

    def lead(self, stage: str) -> Markup:
        """The session up to the moment at which the server answers at `stage`."""
        return self._once(("lead", stage), lambda: self._lines(transcript.lead(self._catalogue, stage)))

    def ending(self, code: CodeFile, stage: str) -> Markup:
        """The code's reply at `stage`, and its consequences."""
        return self._once(
            ("ending", code.code, stage), lambda: self._ending(code, (transcript.reply(code, stage),))
        )

    def session(self, code: CodeFile, stage: str) -> Markup:
        """A whole session that ends with the code's reply at `stage`, and its consequences."""
        return self._once(
            ("session", code.code, stage),
            lambda: self._ending(code, (*transcript.lead(self._catalogue, stage), transcript.reply(code, stage))),
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

    def actions(self, codes: Sequence[CodeFile], role: str) -> Markup:
        """What somebody in `role` does about each of the codes; empty if there is nothing to do."""
        piece = "action" if len(codes) > 1 else "own_action"
        return _joined(
            self._once((piece, code.code, role), partial(self._action, piece, code, role))
            for code in codes
            if role in code.text(self._language).actions
        )

    def role(self, label: str, actions: Markup) -> Markup:
        """A role with its actions."""
        return self._role.fill(label=label, actions=actions)

    def difference(self, title: str, text: str) -> Markup:
        """One difference of a pair."""
        return self._difference.fill(title=title, text=text)

    def _action(self, piece: str, code: CodeFile, role: str) -> Markup:
        text = prose.to_inline_html(code.text(self._language).actions[role])
        return self._render(piece, code=code, tone=self._tone(code), text=text)

    def use(self, code: CodeFile) -> Markup:
        """When a server should send the code."""
        return prose.to_inline_html(code.text(self._language).use)

    def about(self, code: CodeFile) -> Markup:
        """The code by itself: what it means and when it appears."""
        text = code.text(self._language)
        return self._once(
            ("about", code.code),
            lambda: self._render(
                "about",
                **self._named(code),
                meaning=prose.to_html(text.meaning),
                when=[prose.to_inline_html(situation) for situation in text.when],
            ),
        )

    def reply(self, code: CodeFile, reply: Reply) -> Markup:
        """A real server's answer."""
        return self._once(
            ("reply", code.code, reply.text),
            lambda: self._render(
                "reply",
                code=code,
                reply=reply,
                tone=self._tone(code),
                checked=self._phrases("replies.checked", date=self._phrases.date(reply.checked)),
            ),
        )

    def replies(self, a: CodeFile, b: CodeFile) -> Markup:
        """The first real replies of both codes, in turn."""
        return _joined(
            self.reply(code, code.replies[number])
            for number in range(REPLIES_PER_CODE)
            for code in (a, b)
            if number < len(code.replies)
        )

    def sources(self, sources: Sequence[Source], stages: StandardRef | None) -> Markup:
        """Links to the sources, each once, and to the table of stages unless it is among them."""
        found = {source.url: self._source(source) for source in reversed(sources)}
        links = [found[url] for url in dict.fromkeys(source.url for source in sources)]
        if stages and stages.url not in found:
            note = self._phrases("sources.stages")
            links.append(self._once(("stages",), lambda: self._source_link(stages, note)))
        return _joined(links)

    def pair_links(self, pairs: Iterable[Pair]) -> Markup:
        """Links from one page of the catalogue to comparisons."""
        return _joined(
            self._once(("pair", *pair), partial(self._pair_link, pair)) for pair in pairs
        )

    def _pair_link(self, pair: Pair) -> Markup:
        name = self._phrases("pair.name", a=pair[0], b=pair[1])
        return self._render("pair_link", address=addresses.pair_name(*pair), name=name)

    def _source(self, source: Source) -> Markup:
        return self._once(
            ("source", source.url, source.checked),
            lambda: self._source_link(
                source,
                self._phrases("sources.checked", date=self._phrases.date(source.checked)),
            ),
        )

    def _source_link(self, source: Source | StandardRef, note: str) -> Markup:
        label = source.title
        if source.section:
            label = self._phrases("sources.item", title=source.title, section=source.section)
        return self._render("source", source=source, label=label, note=note)

    def _strip_frame(self, shared: tuple[str, ...]) -> tuple[str, str]:
        """What stands before and after the rows."""
        reference = self._catalogue.vocabulary.stages_source
        words = reference and {"source": reference.title, "section": reference.section}
        frame = self._render(
            "strip",
            rows=Markup(_SEAM),
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


def _joined(pieces: Iterable[Markup]) -> Markup:
    return Markup("".join(pieces))  # noqa: S704 - every piece is escaped


@lru_cache(maxsize=None)
def _template(environment: jinja2.Environment, name: str) -> jinja2.Template:
    return environment.get_template(name)
