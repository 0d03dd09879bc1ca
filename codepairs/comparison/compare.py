"""Two codes of a catalogue laid side by side: what they stand for, what their facts say together, and how they meet.

Pure: no words, no language, no page. The rules turn a comparison into explanations.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, Literal

from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.catalogues import ABSENT, Relation
from codepairs.content.schema.codes import CodeFile

Kind = Literal["same", "different", "only-a", "only-b", "unknown"]


@dataclass(frozen=True, kw_only=True)
class AxisComparison:
    """The values of both codes on one axis; None where the answer is not known."""

    axis: str
    a: str | None
    b: str | None

    @cached_property
    def kind(self) -> Kind:
        """Whether the answers are the same or different, the question arises for one code only, or one is not known."""
        if self.a is None or self.b is None:
            return "unknown"
        if self.a == self.b:
            return "same"
        if ABSENT in (self.a, self.b):
            return "only-b" if self.a == ABSENT else "only-a"
        return "different"


@dataclass(slots=True, kw_only=True, eq=False)
class Comparison:
    """What two codes have in common and where they part; `a` comes before `b` in catalogue order.

    `shared` are the situations that both stand for. The axes are answered in `situation_a` and `situation_b`
    (see `Catalogue.compared_in`); None in a catalogue without situations.
    """

    a: CodeFile
    b: CodeFile
    shared: tuple[str, ...]
    situation_a: str | None
    situation_b: str | None
    axes: tuple[AxisComparison, ...]
    shared_stages: tuple[str, ...]
    stages_of_a: tuple[str, ...]
    stages_of_b: tuple[str, ...]
    relation: Relation

    @property
    def told_of(self) -> str | None:
        """The situation in which both are answered for, where that is one for which either is shown."""
        is_one = self.situation_a == self.situation_b and self.situation_a in self.shared
        return self.situation_a if is_one else None

    @property
    def stages_only_a(self) -> tuple[str, ...]:
        """Stages at which only `a` can appear, in session order."""
        return tuple(stage for stage in self.stages_of_a if stage not in self.shared_stages)

    @property
    def stages_only_b(self) -> tuple[str, ...]:
        """Stages at which only `b` can appear, in session order."""
        return tuple(stage for stage in self.stages_of_b if stage not in self.shared_stages)


@dataclass(slots=True)
class _Sides:
    """What the relations are decided by: both codes, their situations, their answers, and where they meet."""

    catalogue: Catalogue
    a: CodeFile
    b: CodeFile
    shared: tuple[str, ...]
    axes: tuple[AxisComparison, ...]
    shared_stages: tuple[str, ...]


def compare(catalogue: Catalogue, a: CodeFile, b: CodeFile) -> Comparison:
    """The comparison of two codes of `catalogue`, given in catalogue order."""
    shared = catalogue.shared_situations(a, b)
    situation_a, situation_b = catalogue.compared_in(a, b)
    axes = compared(
        catalogue.axis_ids, catalogue.facts_in(a, situation_a), catalogue.facts_in(b, situation_b)
    )
    stages_of_a, stages_of_b = catalogue.course.stages_of(a), catalogue.course.stages_of(b)
    shared_stages = tuple([stage for stage in stages_of_a if stage in stages_of_b])
    sides = _Sides(catalogue, a, b, shared, axes, shared_stages)
    return Comparison(
        a=a,
        b=b,
        shared=shared,
        situation_a=situation_a,
        situation_b=situation_b,
        axes=axes,
        shared_stages=shared_stages,
        stages_of_a=stages_of_a,
        stages_of_b=stages_of_b,
        relation=next(
            relation
            for relation in (*catalogue.vocabulary.relations, "apart")
            if _HOLDS[relation](sides)
        ),
    )


# Many codes have the same facts, so many pairs share this.
@lru_cache(maxsize=20_000)
def compared(
    axes: tuple[str, ...], facts_a: tuple[str | None, ...], facts_b: tuple[str | None, ...]
) -> tuple[AxisComparison, ...]:
    """The answers side by side, for every axis on which anything is known."""
    return tuple(
        _compared(axis, a, b)
        for axis, a, b in zip(axes, facts_a, facts_b, strict=True)
        if a is not None or b is not None
    )


# Few answers meet on one axis, however many codes there are.
@lru_cache(maxsize=20_000)
def _compared(axis: str, a: str | None, b: str | None) -> AxisComparison:
    return AxisComparison(axis=axis, a=a, b=b)


def are_twins(sides: _Sides) -> bool:
    """The temporary and the permanent version of one reason, such as 450 and 550.

    The digits after the class are the same, both are failures, and both stand for one situation;
    in a catalogue that knows of no situations the reason axes agree instead.
    """
    catalogue, a, b = sides.catalogue, sides.a, sides.b
    class_a, class_b = catalogue.classes[a.class_], catalogue.classes[b.class_]
    return (
        class_a.id != class_b.id
        and class_a.outcome == class_b.outcome == "failure"
        and a.code.removeprefix(class_a.prefix) == b.code.removeprefix(class_b.prefix)
        and (bool(sides.shared) if catalogue.situations else _agree(sides, catalogue.reasons))
    )


def share_fate(sides: _Sides) -> bool:
    """Same class and same consequence, so that only the reason differs, such as 550 and 554.

    An intermediate reply ends nothing, so two of them share no fate.
    """
    outcome = sides.catalogue.classes[sides.a.class_].outcome
    return (
        sides.a.class_ == sides.b.class_
        and outcome != "progress"
        and _agree(sides, sides.catalogue.consequences)
    )


def follow_each_other(catalogue: Catalogue, a: CodeFile, b: CodeFile) -> bool:
    """Both belong to one successful session, one after the other, such as 220 and 354."""
    return (
        a.code in catalogue.in_main_course
        and b.code in catalogue.in_main_course
        and set(catalogue.course.stages_of(a)).isdisjoint(catalogue.course.stages_of(b))
    )


_HOLDS: Final[dict[Relation, Callable[[_Sides], bool]]] = {
    "twins": are_twins,
    "same-fate": share_fate,
    "sequence": lambda sides: follow_each_other(sides.catalogue, sides.a, sides.b),
    "alternatives": lambda sides: bool(sides.shared_stages),
    "apart": lambda _: True,
}


def _agree(sides: _Sides, asked: frozenset[str]) -> bool:
    """Whether at least one of the axes is answered, and all that are answered for either agree."""
    found = [axis.kind for axis in sides.axes if axis.axis in asked]
    return bool(found) and all(kind == "same" for kind in found)
