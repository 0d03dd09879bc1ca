"""Pieces that show a session: the strip of stages, and transcripts with their endings."""

from collections.abc import Sequence

from markupsafe import Markup

from codepairs.comparison import transcript
from codepairs.comparison.compare import Comparison
from codepairs.comparison.transcript import Line, Plan
from codepairs.content.schema import CodeFile
from codepairs.pages.pieces.base import Pieces, filled, joined
from codepairs.pages.templating import Skeleton


class SessionPieces(Pieces):
    """The pieces that show sessions of one catalogue in one language."""

    def strip(self, codes: Sequence[CodeFile], shared: tuple[str, ...]) -> Markup:
        """The stages of the session with a row for each code; the shared stages stand out."""
        frame = self._once(("strip", shared), lambda: self._strip_frame(shared))
        return filled(frame, joined(map(self._strip_row, codes)))

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
            lambda: self._ending(code, transcript.reply(code, stage)),
        )

    def session(self, code: CodeFile, stage: str) -> Markup:
        """A session that ends with the code's reply at `stage`, and its consequences."""
        return self._once(
            ("session", code.code, stage),
            lambda: self._ending(
                code,
                (
                    *transcript.shortened(transcript.lead(self._catalogue, stage)),
                    *transcript.reply(code, stage),
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

    def _strip_frame(self, shared: tuple[str, ...]) -> Skeleton:
        """What stands around the rows."""
        reference = self._catalogue.vocabulary.stages_source
        words = reference and {"source": reference.title, "section": reference.section}
        return Skeleton(
            self._environment,
            "pieces/strip.html",
            source=self._phrases("stages.source", **words) if words else "",
            stages=[
                {"label": stage.label[self._language], "shared": stage.id in shared}
                for stage in self._catalogue.stages.values()
            ],
        )

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
