"""Sample sessions made from the catalogue's stages and a code's own lines.

The client's commands and the usual answers come from `catalogue.yml`, the reply in question from the code's `lines`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from codepairs.comparison.compare import Comparison
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema import CodeFile, Text

Speaker = Literal["C", "S", ""]
FIRST_LINES, LAST_LINES = 1, 2


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a session; `code` is the code that it shows, if it is the line in question."""

    speaker: Speaker
    text: str
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Which sample sessions show a pair best, and at which stage of them each code stands.

    `same`: one lead to one stage, then two endings; `one`: both codes in one session; `apart`: two sessions.
    """

    kind: Literal["same", "one", "apart"]
    stage_a: str
    stage_b: str


def plan(catalogue: Catalogue, comparison: Comparison) -> Plan | None:
    """The sessions that show a pair best, or None for a protocol without a session."""
    if not (comparison.stages_of_a and comparison.stages_of_b):
        return None
    if comparison.shared_stages:
        stage = most_telling(catalogue, comparison.shared_stages)
        return Plan(kind="same", stage_a=stage, stage_b=stage)
    if comparison.relation == "sequence":
        stage_a, stage_b = _meeting_points(catalogue, comparison)
        return Plan(kind="one", stage_a=stage_a, stage_b=stage_b)
    return Plan(
        kind="apart",
        stage_a=most_telling(catalogue, comparison.stages_of_a),
        stage_b=most_telling(catalogue, comparison.stages_of_b),
    )


def most_telling(catalogue: Catalogue, stages: tuple[str, ...]) -> str:
    """The stage among `stages` that the catalogue prefers for transcripts."""
    return next(stage for stage in catalogue.vocabulary.transcript_order if stage in stages)


def shortened(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with a long middle left out: how the session began, and what was said last."""
    if len(lines) <= FIRST_LINES + LAST_LINES + 1:
        return lines
    return (*lines[:FIRST_LINES], Line("", "…"), *lines[-LAST_LINES:])


def lead(catalogue: Catalogue, stage: str) -> tuple[Line, ...]:
    """The session up to the moment at which the server answers at `stage`."""
    lines: list[Line] = []
    for before in catalogue.stages[stage].path:
        lines += _asked(catalogue, before)
        lines += _answered(catalogue, before)
    return (*lines, *_asked(catalogue, stage))


def reply(code: CodeFile, stage: str) -> tuple[Line, ...]:
    """The code's own lines at `stage`; the first shows the code."""
    first, *rest = code.lines.get(stage) or code.lines["any"]
    return (Line("S", first, code.code), *(Line("S", line) for line in rest))


def events(catalogue: Catalogue, code: CodeFile) -> list[Text]:
    """What the code's facts say happens after its reply."""
    found = (
        catalogue.values[axis.id][code.facts[axis.id]].event
        for axis in catalogue.axes
        if axis.id in code.facts
    )
    return [event for event in found if event]


def one_session(catalogue: Catalogue, shown: Mapping[str, CodeFile]) -> tuple[Line, ...]:
    """A session that passes the stages of `shown`; each code's line stands where the session meets it."""
    passed = {*shown, *(before for stage in shown for before in catalogue.stages[stage].path)}
    lines: list[Line] = []
    for stage in catalogue.stages:
        if stage in passed:
            lines += _asked(catalogue, stage)
            lines += reply(shown[stage], stage) if stage in shown else _answered(catalogue, stage)
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
    return [Line("C", line) for line in catalogue.stages[stage].client or ()]


def _answered(catalogue: Catalogue, stage: str) -> list[Line]:
    return [Line("S", line) for line in catalogue.stages[stage].ok]
