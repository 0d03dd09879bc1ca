"""Sample sessions made from the catalogue's stages and a code's own lines.

The client's commands and the usual answers come from `catalogue.yml`, the reply in question from the code's `lines`.
"""

from dataclasses import dataclass
from typing import Literal

from codepairs.catalogue import Catalogue
from codepairs.compare import Comparison
from codepairs.schema import CodeFile, Text

Speaker = Literal["C", "S"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a session; `code` is the code that it shows, if it is the line in question."""

    speaker: Speaker
    text: str
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """The reply in question, and what it leads to."""

    code: CodeFile
    lead: tuple[Line, ...]
    reply: Line
    events: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcripts:
    """Sample sessions of a pair.

    `same`: both endings follow `lead`; `one`: both replies stand in `lead`; `apart`: each ending has a lead of its own.
    """

    kind: Literal["same", "one", "apart"]
    lead: tuple[Line, ...]
    endings: tuple[Ending, ...]


def transcripts(catalogue: Catalogue, comparison: Comparison) -> Transcripts | None:
    """The sessions that show a pair best, or None for a protocol without a session."""
    a, b = comparison.a, comparison.b
    if not (comparison.stages_of_a and comparison.stages_of_b):
        return None
    if comparison.shared_stages:
        stage = most_telling(catalogue, comparison.shared_stages)
        endings = (ending(catalogue, a, stage), ending(catalogue, b, stage))
        return Transcripts(kind="same", lead=lead(catalogue, stage), endings=endings)
    if comparison.relation == "sequence":
        return Transcripts(kind="one", lead=_one_session(catalogue, comparison), endings=())
    both = (session(catalogue, a), session(catalogue, b))
    return Transcripts(kind="apart", lead=(), endings=both)


def session(catalogue: Catalogue, code: CodeFile) -> Ending:
    """A session up to the code, at the stage that shows it best."""
    stage = most_telling(catalogue, catalogue.stages_of(code))
    found = ending(catalogue, code, stage)
    return Ending(
        code=code, lead=lead(catalogue, stage), reply=found.reply, events=found.events
    )


def most_telling(catalogue: Catalogue, stages: tuple[str, ...]) -> str:
    """The stage among `stages` that the catalogue prefers for transcripts."""
    return next(stage for stage in catalogue.vocabulary.transcript_order if stage in stages)


def lead(catalogue: Catalogue, stage: str) -> tuple[Line, ...]:
    """The session up to the moment at which the server answers at `stage`."""
    lines: list[Line] = []
    for before in catalogue.stages[stage].path:
        lines += _asked(catalogue, before)
        lines.append(Line("S", catalogue.stages[before].ok))
    return (*lines, *_asked(catalogue, stage))


def ending(catalogue: Catalogue, code: CodeFile, stage: str) -> Ending:
    """The code's reply at `stage`, and what its facts say happens next."""
    events = (
        catalogue.values[axis.id][code.facts[axis.id]].event
        for axis in catalogue.axes
        if axis.id in code.facts
    )
    return Ending(
        code=code,
        lead=(),
        reply=_reply(code, stage),
        events=tuple(event for event in events if event),
    )


def _one_session(catalogue: Catalogue, comparison: Comparison) -> tuple[Line, ...]:
    """A session that passes a stage of each code; the line of each code stands where the session meets it."""
    stage_a, stage_b = _meeting_points(catalogue, comparison)
    passed = {stage_a, stage_b} | {
        before for stage in (stage_a, stage_b) for before in catalogue.stages[stage].path
    }
    shown = {stage_a: comparison.a, stage_b: comparison.b}
    lines: list[Line] = []
    for stage in catalogue.stages:
        if stage in passed:
            lines += _asked(catalogue, stage)
            lines.append(
                _reply(shown[stage], stage)
                if stage in shown
                else Line("S", catalogue.stages[stage].ok)
            )
    return tuple(lines)


def _meeting_points(catalogue: Catalogue, comparison: Comparison) -> tuple[str, str]:
    """A main stage of each code, the two as near to each other as the session allows."""
    order = list(catalogue.stages)
    choices = [
        (abs(order.index(one) - order.index(other)), one, other)
        for one in comparison.stages_of_a
        for other in comparison.stages_of_b
        if catalogue.stages[one].main and catalogue.stages[other].main
    ]
    _, stage_a, stage_b = min(choices)
    return stage_a, stage_b


def _asked(catalogue: Catalogue, stage: str) -> list[Line]:
    client = catalogue.stages[stage].client
    return [Line("C", client)] if client else []


def _reply(code: CodeFile, stage: str) -> Line:
    return Line("S", code.lines.get(stage) or code.lines["any"], code.code)
