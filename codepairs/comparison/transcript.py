"""Sample sessions made from the catalogue's stages and a code's own lines.

The client's commands and the usual answers come from `catalogue.yml`, the reply in question from the code's `lines`.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Literal

from codepairs.comparison.compare import Comparison
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.base import Text
from codepairs.content.schema.codes import LIST, STANDARD, CodeFile
from codepairs.content.uses import Saying

Speaker = Literal["C", "S", ""]
FIRST_LINES, LAST_LINES = 1, 2
# What a quoted reply has in place of the address or the domain that somebody's mail had; other domains are others.
_EXAMPLE_ADDRESS = re.compile(r"[\w.+-]+@example\.com\b")
_EXAMPLE_DOMAIN = re.compile(r"(?<![\w.@/-])example\.com(?![\w/-])")
_ADDRESS_ASKED = re.compile(r"<([^<>@\s]+)@([^<>\s]+)>")
# What a reply repeats of the client's words: an address or a host in brackets, or whatever stands in quotation marks.
_REPEATED = re.compile(r'<([^<>\s]*[@.][^<>\s]*|localhost)>|"([^"]{2,})"')


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a session; `code` is the code that it shows, if it is the line in question."""

    speaker: Speaker
    text: str
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The point of a session at which a code comes: at `stage`, for `situation`, in quoted `words` if there are any."""

    code: CodeFile
    stage: str
    situation: str | None
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Which sample sessions show a pair best, and the moment of each code in them.

    `same`: one lead to one stage, then two endings; `one`: both codes in one session; `apart`: two sessions.
    """

    kind: Literal["same", "one", "apart"]
    a: Moment
    b: Moment


# Whose server → stage → how it says a code there.
Moments = Mapping[str, Mapping[str, Moment]]


class Planner:
    """Plans the sample sessions of the pairs of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        codes = catalogue.by_id
        self._moments: Callable[[str, str], Moments] = cache(
            lambda code, situation: moments(catalogue, codes[code], situation)
        )
        self._usual: Callable[[str], Moment | None] = cache(
            lambda code: usual_moment(catalogue, codes[code])
        )

    def plan(self, comparison: Comparison) -> Plan | None:
        """The sessions that show a pair best, or None where there is no moment at which a code is known to come.

        One session has two endings only where somebody's server (or a standard) really ends it both ways:
        both codes stand for one situation at one stage there.
        """
        catalogue, a, b = self._catalogue, comparison.a, comparison.b
        if not (comparison.stages_of_a and comparison.stages_of_b):
            return None
        onwards = self._going_on(a, b)
        if onwards:
            return Plan(kind="apart", a=onwards[0], b=onwards[1])
        first = comparison.told_of
        for situation in dict.fromkeys((*([first] if first else []), *comparison.shared)):
            together = self._together(situation, a, b)
            if together:
                return Plan(kind="same", a=together[0], b=together[1])
        met = _meeting_points(catalogue, a, b) if comparison.relation == "sequence" else None
        if met:
            return Plan(
                kind="one",
                a=Moment(code=a, stage=met[0], situation=catalogue.typical(a)),
                b=Moment(code=b, stage=met[1], situation=catalogue.typical(b)),
            )
        of_a = self._told(a, comparison.situation_a)
        of_b = self._told(b, comparison.situation_b)
        return Plan(kind="apart", a=of_a, b=of_b) if of_a and of_b else None

    def _going_on(self, a: CodeFile, b: CodeFile) -> tuple[Moment, Moment] | None:
        """The moments of both codes at one stage, where the client goes on from them in two ways: GET or POST again.

        Elsewhere, as where both are asked for a page, nobody would see what tells such codes apart.
        """
        catalogue = self._catalogue
        for stage in catalogue.vocabulary.transcript_order:
            of_a, of_b = a.then.get(stage), b.then.get(stage)
            goes_two_ways = of_a and of_b and _verb(of_a) != _verb(of_b)
            if goes_two_ways and all(stage in usual_stages(catalogue, code) for code in (a, b)):
                return (
                    Moment(code=a, stage=stage, situation=catalogue.typical(a)),
                    Moment(code=b, stage=stage, situation=catalogue.typical(b)),
                )
        return None

    def _told(self, code: CodeFile, situation: str | None) -> Moment | None:
        """The moment of a code in the situation that the comparison answers for, else in what it mostly stands for."""
        if situation and situation != self._catalogue.typical(code):
            quoted = self._moments(code.code, situation).values()
            for stage in self._catalogue.situations[situation].stages:
                for stages in quoted:
                    if stage in stages:
                        return stages[stage]
        return self._usual(code.code)

    def _together(self, situation: str, a: CodeFile, b: CodeFile) -> tuple[Moment, Moment] | None:
        """The moments of both codes at one stage of one server, for one situation, after the same words of the client."""
        if a.asked or b.asked:
            return None
        of_a, of_b = (self._moments(code.code, situation) for code in (a, b))
        both = [(stages, of_b[who]) for who, stages in of_a.items() if who in of_b]
        if both:
            for stage in self._catalogue.vocabulary.transcript_order:
                for stages_a, stages_b in both:
                    if stage in stages_a and stage in stages_b:
                        return stages_a[stage], stages_b[stage]
        return None


def _verb(lines: Sequence[str]) -> str:
    """What the client does with what it says: the first word, such as GET."""
    return lines[0].partition(" ")[0]


def usual_moment(catalogue: Catalogue, code: CodeFile) -> Moment | None:
    """Where a code comes for what it stands for most often, in its own words; None where nothing says."""
    situation = catalogue.typical(code)
    stages = usual_stages(catalogue, code)
    if not stages:
        return None
    # A situation names its stages in the order in which people mostly meet it there.
    stage = stages[0] if situation else most_telling(catalogue, stages)
    return Moment(code=code, stage=stage, situation=situation)


def usual_stages(catalogue: Catalogue, code: CodeFile) -> tuple[str, ...]:
    """The stages at which a code comes for what it mostly stands for, as its situation orders them.

    In a catalogue that knows of situations, nobody can tell what leads to a code that stands for none;
    where the uses written down say at which stages, the code is known to come at these alone.
    """
    stages = catalogue.course.stages_of(code)
    situation = catalogue.typical(code)
    if situation is None:
        return () if catalogue.situations else stages
    known = {
        stage
        for saying in catalogue.sayings[code.code]
        if saying.written and saying.situation == situation
        for stage in saying.stages
    }
    possible = (one for one in catalogue.situations[situation].stages if one in stages)
    return tuple(one for one in possible if not known or one in known)


def moments(catalogue: Catalogue, code: CodeFile, situation: str) -> Moments:
    """Whose server → stage → how it says the code there for the situation.

    A standard's use is shown in the code's own words, which fit what the code mostly stands for;
    a provider's use in those of the quoted reply, if they show the code.
    """
    possible = catalogue.situations[situation].stages
    found: dict[str, dict[str, Moment]] = {}
    for saying in catalogue.sayings[code.code]:
        if saying.situation != situation:
            continue
        reply = saying.answer.reply if saying.answer else None
        if reply and reply.seen != "wire":
            continue  # nobody says in a session what stands in a log or on a page
        if reply and reply.written_codes is not None:
            continue  # nor would anybody see in it which code it is
        if reply is None and situation != catalogue.typical(code):
            continue
        stages = saying.stages or (() if reply else catalogue.course.stages_of(code))
        for stage in stages:
            if stage in possible and stage in catalogue.stages:
                asked = lead(catalogue, stage, situation, code.asked or ())
                words = in_session(reply.text, asked) if reply else None
                if reply and words is None:
                    continue
                moment = Moment(code=code, stage=stage, situation=situation, words=words)
                found.setdefault(_speaker(catalogue, code, saying), {}).setdefault(stage, moment)
    return found


def _speaker(catalogue: Catalogue, code: CodeFile, saying: Saying) -> str:
    """Who says the code: a provider or the standards, but a document that defines no reply speaks for itself alone."""
    is_defined = catalogue.standings[code.standing].defines_stages
    return saying.by if saying.by not in (STANDARD, LIST) or is_defined else code.code


def in_session(text: str, asked: Sequence[Line]) -> str | None:
    """A quoted reply as the server would say it after `asked`, or None where it repeats what nobody said there.

    The addresses of somebody else's mail become the one that this client names.
    """
    said = [line.text for line in asked if line.speaker == "C"]
    found = _ADDRESS_ASKED.search(said[-1]) if said else None
    if found:
        name, domain = found.groups()
        text = _EXAMPLE_ADDRESS.sub(f"{name}@{domain}", text)
        text = _EXAMPLE_DOMAIN.sub(domain, text)
    repeated = ("".join(parts) for parts in _REPEATED.findall(text))
    return text if all(any(one in line for line in said) for one in repeated) else None


def most_telling(catalogue: Catalogue, stages: tuple[str, ...]) -> str:
    """The stage among `stages` that the catalogue prefers for transcripts."""
    return next(stage for stage in catalogue.vocabulary.transcript_order if stage in stages)


def shortened(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with a long middle left out: how the session began, and what was said last, all of it."""
    last = list(takewhile(lambda line: line.speaker == lines[-1].speaker, reversed(lines)))
    kept = max(LAST_LINES, len(last))
    if len(lines) <= FIRST_LINES + kept + 1:
        return lines
    return (*lines[:FIRST_LINES], Line("", "…"), *lines[-kept:])


def lead(
    catalogue: Catalogue, stage: str, situation: str | None = None, asked: Sequence[str] = ()
) -> tuple[Line, ...]:
    """The session up to the moment at which the server answers at `stage`, by the line that leads to `situation`.

    `asked` stands in place of that line, where a code knows better what leads to it.
    """
    lines: list[Line] = []
    for before in catalogue.stages[stage].path:
        lines += _asked(catalogue, before)
        lines += _answered(catalogue, before)
    own = [Line("C", line) for line in asked]
    return (*lines, *(own or _asked(catalogue, stage, situation)))


def reply(moment: Moment) -> tuple[Line, ...]:
    """What the server says at a moment: the quoted reply, or the code's own lines, and which of them shows the code.

    That is mostly the first; the number of a part stands further down, in the body of the whole.
    Behind the code's own lines stands what the client says next, where the code has that.
    """
    code = moment.code.code
    if moment.words:
        return (Line("S", moment.words, code),)
    lines = moment.code.lines.get(moment.stage) or moment.code.lines["any"]
    shown = next((line for line in lines if code in line), lines[0])
    # What stands in brackets before any answer is a note: what is in a log alone, or went on elsewhere, nobody says.
    unsaid = list(takewhile(lambda line: line.startswith("("), lines))
    said = lines[len(unsaid) :]
    return (
        *(Line("", line, code if line is shown else None) for line in unsaid),
        *(Line("S", line, code if line is shown else None) for line in said),
        *(Line("C", line) for line in moment.code.then.get(moment.stage, ())),
    )


def events(catalogue: Catalogue, moment: Moment) -> list[Text]:
    """What the code's facts say happens after its reply at a moment.

    Nothing is told after a command that a session does not need, such as a request for help: no fate hangs on it.
    """
    if catalogue.course.has_main and not catalogue.stages[moment.stage].main:
        return []
    facts = catalogue.facts_in(moment.code, moment.situation)
    found = (
        catalogue.values[axis.id][value].event
        for axis, value in zip(catalogue.axes, facts, strict=True)
        if value is not None and value in catalogue.values[axis.id]
    )
    return [event for event in found if event]


def one_session(catalogue: Catalogue, *shown: Moment) -> tuple[Line, ...]:
    """A session that passes the stages of `shown`; each code's line stands where the session meets it."""
    at = {moment.stage: moment for moment in shown}
    left_out = {stage for moment in shown for stage in _skips(catalogue, moment.code)}
    before = {stage for moment in shown for stage in catalogue.stages[moment.stage].path}
    passed = {*at, *(before - left_out)}
    lines: list[Line] = []
    for stage in catalogue.stages:
        if stage in passed:
            moment = at.get(stage)
            lines += _asked(catalogue, stage, moment.situation if moment else None)
            lines += reply(moment) if moment else _answered(catalogue, stage)
    return tuple(lines)


def _meeting_points(catalogue: Catalogue, a: CodeFile, b: CodeFile) -> tuple[str, str] | None:
    """A main stage of each code, the two as near to each other as the session allows; None if it passes no such two."""
    order = list(catalogue.stages)
    choices = [
        (abs(order.index(one) - order.index(other)), one, other)
        for one in usual_stages(catalogue, a)
        for other in usual_stages(catalogue, b)
        if catalogue.stages[one].main
        and catalogue.stages[other].main
        and _goes_on(catalogue, (a, one), (b, other))
    ]
    if not choices:
        return None
    _, stage_a, stage_b = min(choices)
    return stage_a, stage_b


def _goes_on(catalogue: Catalogue, *met: tuple[CodeFile, str]) -> bool:
    """Whether a session gets from the first of two codes to the second.

    After half an answer only what belongs to it comes, and nothing at a stage that is left out from then on.
    """
    order = list(catalogue.stages)
    (code, stage), (_, later) = sorted(met, key=lambda one: order.index(one[1]))
    if later in _skips(catalogue, code):
        return False
    is_half = catalogue.classes[code.class_].outcome == "progress"
    return not is_half or stage in catalogue.stages[later].path


def _skips(catalogue: Catalogue, code: CodeFile) -> Sequence[str]:
    """The stages that a session leaves out after a code, by what the code mostly stands for."""
    happened = catalogue.situations.get(catalogue.typical(code) or "")
    return happened.skips if happened else ()


def _asked(catalogue: Catalogue, stage: str, situation: str | None = None) -> list[Line]:
    """What the client says at a stage: the line that leads to the situation there, or else the stage's own."""
    own = catalogue.situations[situation].stages.get(stage) if situation else None
    return [Line("C", line) for line in own or catalogue.stages[stage].client or ()]


def _answered(catalogue: Catalogue, stage: str) -> list[Line]:
    return [Line("S", line) for line in catalogue.stages[stage].ok]
