"""Two codes of a catalogue laid side by side: what their facts say together, and how the two meet.

Pure: no words, no language, no page. The rules turn a comparison into explanations.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from codepairs.content.catalogue import Catalogue
from codepairs.content.schema import Axis, CodeFile, Relation

Kind = Literal["same", "different", "only-a", "only-b"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisComparison:
    """The values of both codes on one axis; None where its question does not apply."""

    axis: str
    a: str | None
    b: str | None

    @property
    def kind(self) -> Kind:
        """Whether the answers are the same, different, or given for one code only."""
        if self.a is None:
            return "only-b"
        if self.b is None:
            return "only-a"
        return "same" if self.a == self.b else "different"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What two codes have in common and where they part; `a` comes before `b` in catalogue order."""

    a: CodeFile
    b: CodeFile
    axes: tuple[AxisComparison, ...]
    shared_stages: tuple[str, ...]
    stages_of_a: tuple[str, ...]
    stages_of_b: tuple[str, ...]
    relation: Relation

    @property
    def stages_only_a(self) -> tuple[str, ...]:
        """Stages at which only `a` can appear, in session order."""
        return tuple(stage for stage in self.stages_of_a if stage not in self.shared_stages)

    @property
    def stages_only_b(self) -> tuple[str, ...]:
        """Stages at which only `b` can appear, in session order."""
        return tuple(stage for stage in self.stages_of_b if stage not in self.shared_stages)


def compare(catalogue: Catalogue, a: CodeFile, b: CodeFile) -> Comparison:
    """The comparison of two codes of `catalogue`, given in catalogue order."""
    axes = _compared(catalogue.axis_ids, catalogue.facts_of(a), catalogue.facts_of(b))
    stages_of_a, stages_of_b = catalogue.stages_of(a), catalogue.stages_of(b)
    return Comparison(
        a=a,
        b=b,
        axes=axes,
        shared_stages=tuple(stage for stage in stages_of_a if stage in stages_of_b),
        stages_of_a=stages_of_a,
        stages_of_b=stages_of_b,
        relation=next(
            relation
            for relation in (*catalogue.vocabulary.relations, "apart")
            if _HOLDS[relation](catalogue, a, b)
        ),
    )


# Many codes have the same facts, so many pairs share this.
@lru_cache(maxsize=20_000)
def _compared(
    axes: tuple[str, ...], facts_a: tuple[str | None, ...], facts_b: tuple[str | None, ...]
) -> tuple[AxisComparison, ...]:
    return tuple(
        AxisComparison(axis=axis, a=a, b=b)
        for axis, a, b in zip(axes, facts_a, facts_b, strict=True)
        if a is not None or b is not None
    )


def are_twins(catalogue: Catalogue, a: CodeFile, b: CodeFile) -> bool:
    """The temporary and the permanent version of one reason, such as 450 and 550.

    The digits after the class are the same, both are failures, and the reason axes agree:
    452 and 552 are twins; 451 and 551, whose reasons have nothing to do with each other, are not.
    """
    class_a, class_b = catalogue.classes[a.class_], catalogue.classes[b.class_]
    return (
        class_a.id != class_b.id
        and class_a.outcome == class_b.outcome == "failure"
        and a.code.removeprefix(class_a.prefix) == b.code.removeprefix(class_b.prefix)
        and _agree(catalogue, a, b, lambda axis: axis.reason)
    )


def share_fate(catalogue: Catalogue, a: CodeFile, b: CodeFile) -> bool:
    """Same class and same consequence, so that only the reason differs, such as 550 and 554."""
    return a.class_ == b.class_ and _agree(catalogue, a, b, lambda axis: axis.consequence)


def follow_each_other(catalogue: Catalogue, a: CodeFile, b: CodeFile) -> bool:
    """Both belong to one successful session, one after the other, such as 220 and 354."""
    succeed = all(catalogue.classes[code.class_].outcome != "failure" for code in (a, b))
    return (
        succeed
        and not _shared(catalogue, a, b)
        and all(
            any(catalogue.stages[stage].main for stage in catalogue.stages_of(code))
            for code in (a, b)
        )
    )


def answer_same_command(catalogue: Catalogue, a: CodeFile, b: CodeFile) -> bool:
    """Both can answer at the same stage, so a client may get one or the other, such as 250 and 421."""
    return bool(_shared(catalogue, a, b))


def _always(_catalogue: Catalogue, _a: CodeFile, _b: CodeFile) -> bool:
    return True


_HOLDS: dict[Relation, Callable[[Catalogue, CodeFile, CodeFile], bool]] = {
    "twins": are_twins,
    "same-fate": share_fate,
    "sequence": follow_each_other,
    "alternatives": answer_same_command,
    "apart": _always,
}


def _shared(catalogue: Catalogue, a: CodeFile, b: CodeFile) -> set[str]:
    return set(catalogue.stages_of(a)) & set(catalogue.stages_of(b))


def _agree(
    catalogue: Catalogue, a: CodeFile, b: CodeFile, is_asked: Callable[[Axis], bool]
) -> bool:
    """Whether at least one such axis applies to both, and all that apply to either agree."""
    asked = [axis.id for axis in catalogue.axes if is_asked(axis)]
    answers = list(_answers(asked, a, b))
    return bool(answers) and all(one == other for one, other in answers)


def _answers(axes: list[str], a: CodeFile, b: CodeFile) -> Iterator[tuple[str | None, str | None]]:
    for axis in axes:
        if axis in a.facts or axis in b.facts:
            yield a.facts.get(axis), b.facts.get(axis)
