"""Pieces that show a session: the strip of stages, and transcripts with their endings."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

import jinja2
from markupsafe import Markup

from codepairs.comparison import transcript
from codepairs.comparison.transcript import Line, Moment, Plan
from codepairs.content import notes
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.codes import STANDARD, CodeFile
from codepairs.language.phrases import Phrases
from codepairs.pages.citations import cited, named
from codepairs.pages.pieces.base import Pieces, filled, joined
from codepairs.pages.pieces.evidence import Providers
from codepairs.pages.templating import DOT, Skeleton


class SessionPieces(Pieces):
    """The pieces that show sessions of one catalogue in one language."""

    def __init__(
        self,
        catalogue: Catalogue,
        phrases: Phrases,
        environment: jinja2.Environment,
        in_words: Mapping[str, str],
        providers: Providers,
    ) -> None:
        super().__init__(catalogue, phrases, environment)
        self._notes = in_words
        self._providers = providers

    def strip(self, *codes: CodeFile, shared: tuple[str, ...] = ()) -> Markup:
        """The stages of the session with a row for each code that can come at any; the `shared` stages stand out.

        Below it stands, for each code, which standard says so, or who is known to send it.
        """
        seen = [(code, self._catalogue.course.seen_at(code)) for code in codes]
        shown = [code for code, here in seen if here]
        if not shown:
            return Markup("")
        stages = [here for _, here in seen if here]
        if not self._catalogue.course.has_main and all(
            len(one) == len(self._catalogue.stages) for one in stages
        ):
            return Markup("")  # that any request can be answered so is nothing to look at
        frame = self._once(("strip", shared), partial(self._strip_frame, shared))
        rows = [
            self._once(("row", code.code), partial(self._strip_row, code, of_code))
            for code, of_code in zip(shown, stages, strict=True)
        ]
        source = DOT.join(dict.fromkeys(source for _, source in rows if source))
        return filled(frame, joined(row for row, _ in rows), source)

    def _reference(self, code: CodeFile) -> str:
        found = self._catalogue.course.standards[code.code]
        source = cited(self._phrases, [(one.title, one.section) for one in found])
        if not source and self._catalogue.course.has_main:
            source = self._phrases.list(self._senders(code))
        return self._phrases("stages.source", code=code.code, source=source) if source else ""

    def _senders(self, code: CodeFile) -> list[str]:
        """Who is known to send a code that no standard gives stages, those first whose stage is known."""
        shown = [one for one in self._catalogue.sayings[code.code] if one.is_evidence]
        names = [
            named(self._phrases, one.written.title or one.written.url, one.written.section)
            if one.written and one.by == STANDARD
            else self._providers.by_id[one.by].name[self._language]
            for one in sorted(shown, key=lambda one: not one.stages)
        ]
        return list(dict.fromkeys(names))

    def session(self, moment: Moment) -> Markup:
        """A session that ends with a code's reply, and its consequences."""
        return self._once(
            ("session", *_key(moment)),
            lambda: self._made_ending(
                moment,
                (
                    *transcript.shortened(
                        transcript.lead(
                            self._catalogue,
                            moment.stage,
                            moment.situation,
                            moment.code.asked or (),
                        )
                    ),
                    *transcript.reply(moment),
                ),
            ),
        )

    def sessions(self, plan: Plan | None) -> dict[str, Markup]:
        """The sample sessions of a pair: what both begin with, and how each ends."""
        shown = dict.fromkeys(("lead", "ending_a", "ending_b"), Markup(""))
        if plan is None:
            return shown
        if plan.kind == "same":
            shown["lead"] = self.lead(plan.a)
            shown["ending_a"] = self.ending(plan.a)
            shown["ending_b"] = self.ending(plan.b)
        elif plan.kind == "one":
            shown["lead"] = self._lines(transcript.one_session(self._catalogue, plan.a, plan.b))
        else:
            shown["ending_a"] = self.session(plan.a)
            shown["ending_b"] = self.session(plan.b)
        return shown

    def lead(self, moment: Moment) -> Markup:
        """A session up to the moment at which a reply comes."""
        key = ("lead", moment.stage, moment.situation)
        return self._once(
            key,
            lambda: self._lines(
                transcript.shortened(
                    transcript.lead(self._catalogue, moment.stage, moment.situation)
                )
            ),
        )

    def ending(self, moment: Moment) -> Markup:
        """A code's reply, and its consequences."""
        return self._once(
            ("ending", *_key(moment)), lambda: self._made_ending(moment, transcript.reply(moment))
        )

    def _made_ending(self, moment: Moment, lines: tuple[Line, ...]) -> Markup:
        happens = transcript.events(self._catalogue, moment)
        return self._render(
            "ending",
            title=self._ends(moment),
            lines=self._lines(lines),
            events=[event[self._language] for event in happens],
        )

    def _ends(self, moment: Moment) -> str:
        """How an ending is headed: by its code, and by what happened, since that need not be what the table tells of."""
        if moment.situation is None:
            return self._phrases("sessions.ends", code=moment.code.code)
        name = self._catalogue.situations[moment.situation].name[self._language]
        return self._phrases("sessions.ends_for", code=moment.code.code, situation=name)

    def _lines(self, lines: tuple[Line, ...]) -> Markup:
        tones = {
            line.code: self._tone(self._catalogue.by_id[line.code]) for line in lines if line.code
        }
        told = [replace(line, text=notes.told(line.text, self._notes)) for line in lines]
        return self._render("lines", lines=told, tones=tones)

    def _strip_frame(self, shared: tuple[str, ...]) -> Skeleton:
        """What stands around the rows."""
        return Skeleton(
            self._environment,
            "pieces/strip.html",
            stages=[
                {"label": stage.label[self._language], "shared": stage.id in shared}
                for stage in self._catalogue.stages.values()
            ],
        )

    def _strip_row(self, code: CodeFile, here: Sequence[str]) -> tuple[Markup, str]:
        """The row of a code that can come at some stages, and which standard says so."""
        row = self._render(
            "strip_row",
            code=code,
            tone=self._tone(code),
            stages=[stage in here for stage in self._catalogue.stages],
        )
        return row, self._reference(code)


def _key(moment: Moment) -> tuple[str | None, ...]:
    return moment.code.code, moment.stage, moment.situation, moment.words
