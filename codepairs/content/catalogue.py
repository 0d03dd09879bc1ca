"""A set of codes in order, what they are said to stand for, and the answers that follow from that."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import combinations
from typing import Final

from codepairs.content import uses
from codepairs.content.course import Course
from codepairs.content.schema.base import Text
from codepairs.content.schema.catalogues import (
    UNKNOWN,
    Axis,
    AxisValue,
    CatalogueFile,
    CodeClass,
    Role,
    Stage,
    Standing,
)
from codepairs.content.schema.codes import STANDARD, CodeFile
from codepairs.content.schema.pairs import PairFile
from codepairs.content.schema.situations import SituationFile
from codepairs.content.share_record import Pair, Shares
from codepairs.content.uses import Answer, Saying

# So many have to show a situation on either side before it stands for what the two codes have in common.
_SEVERAL: Final = 2
# A situation is one of many for a code unless it is so great a part of what is said of the code.
_MUCH: Final = 1 / 5


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """A set of codes that are compared with each other, in catalogue order, and the vocabulary they use."""

    protocol: str
    vocabulary: CatalogueFile
    codes: tuple[CodeFile, ...]
    insights: Mapping[Pair, PairFile] = field(default_factory=dict)
    situations: Mapping[str, SituationFile] = field(default_factory=dict)
    # Real replies of the protocol's providers that stand for a code, those with the most replies first.
    answers: Mapping[str, Sequence[Answer]] = field(default_factory=dict)
    # The name of the file that holds a code, where it is not the code's own.
    files: Mapping[str, str] = field(default_factory=dict)
    # How much of its own each offered comparison says; a figure, and None where nobody has measured.
    shares: Mapping[Pair, Shares] | None = None

    @property
    def id(self) -> str:
        """The catalogue's name in addresses: `smtp`."""
        return self.vocabulary.id

    @property
    def folder(self) -> str:
        """Where its files stand below the content's folder."""
        return f"{self.protocol}/catalogues/{self.id}"

    @property
    def pairs(self) -> Iterator[tuple[CodeFile, CodeFile]]:
        """Every pair, each once, in catalogue order."""
        return combinations(self.codes, 2)

    @property
    def pair_count(self) -> int:
        """How many pairs there are."""
        return len(self.codes) * (len(self.codes) - 1) // 2

    @cached_property
    def by_id(self) -> Mapping[str, CodeFile]:
        """The codes by their name."""
        return {code.code: code for code in self.codes}

    @cached_property
    def classes(self) -> Mapping[str, CodeClass]:
        """The classes by id."""
        return {item.id: item for item in self.vocabulary.classes}

    def is_failure(self, code: CodeFile) -> bool:
        """Whether a code says that something failed."""
        return self.classes[code.class_].outcome == "failure"

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """The standings by id."""
        return {item.id: item for item in self.vocabulary.standings}

    @cached_property
    def stages(self) -> Mapping[str, Stage]:
        """The stages by id, in session order; empty for a protocol without a session."""
        return {item.id: item for item in self.vocabulary.stages}

    @cached_property
    def values(self) -> Mapping[str, Mapping[str, AxisValue]]:
        """Axis id → value id → value."""
        return {
            axis.id: {value.id: value for value in axis.values} for axis in self.vocabulary.axes
        }

    @cached_property
    def questions(self) -> Mapping[str, Text]:
        """Axis id → its question."""
        return {axis.id: axis.question for axis in self.axes}

    def offered_for(self, a: CodeFile, b: CodeFile) -> str | None:
        """Why search engines are told of the comparison: an insight, or a situation that is shown on both sides.

        In a catalogue that knows of no situations every comparison is offered, for nothing speaks against it.
        """
        if (a.code, b.code) in self.insights:
            return "insight"
        if not self.situations:
            return "all"
        return None if self._evident[a.code].isdisjoint(self._evident[b.code]) else "situation"

    @cached_property
    def _evident(self) -> Mapping[str, frozenset[str]]:
        """Code → the situations for which a standard, a provider or a quoted reply shows it, and not a copied list alone."""
        return {
            code: frozenset(saying.situation for saying in said if saying.is_evidence)
            for code, said in self.sayings.items()
        }

    def is_shown(self, code: CodeFile, situation: str) -> bool:
        """Whether somebody is known to send the code for the situation: what only a copied list says is not."""
        return situation in self._evident[code.code]

    def compared_in(self, a: CodeFile, b: CodeFile) -> tuple[str | None, str | None]:
        """The situations in which two codes are laid side by side.

        A shared one, if either mostly stands for it or several show both, and it is no rarity for either;
        else what each mostly stands for: a rare meeting would answer another question than the reader's.
        """
        typical = self.typical(a), self.typical(b)
        for shared in self.shared_situations(a, b):
            is_known = shared in typical or self._weight(a, b, shared) >= _SEVERAL
            if is_known and all(self._is_usual(code, shared) for code in (a, b)):
                return shared, shared
        return typical

    def _is_usual(self, code: CodeFile, situation: str) -> bool:
        """Whether a code mostly stands for a situation, or does so in a good part of what is said of it.

        What a single provider makes of a code that others say as well is its own habit, however often it is quoted.
        """
        shown = self._shown[code.code]
        return situation == self.typical(code) or (
            shown[situation] >= _MUCH * shown.total() and not self._is_habit(code, situation)
        )

    def _is_habit(self, code: CodeFile, situation: str) -> bool:
        said = self.sayings[code.code]
        by = {one.by for one in said if one.situation == situation}
        return len(by) == 1 and STANDARD not in by and any(one.by not in by for one in said)

    @property
    def axes(self) -> Iterable[Axis]:
        """The axes, the weightiest first."""
        return self.vocabulary.axes

    @property
    def roles(self) -> Iterable[Role]:
        """The roles, in the order in which actions are told."""
        return self.vocabulary.roles

    @cached_property
    def reasons(self) -> frozenset[str]:
        """Ids of the axes that ask for a reason."""
        return frozenset(axis.id for axis in self.axes if axis.reason)

    @cached_property
    def consequences(self) -> frozenset[str]:
        """Ids of the axes that ask for a consequence."""
        return frozenset(axis.id for axis in self.axes if axis.consequence)

    @cached_property
    def acting(self) -> Axis | None:
        """The axis that says who has to act."""
        return next((axis for axis in self.axes if axis.acts), None)

    @cached_property
    def axis_ids(self) -> tuple[str, ...]:
        """Ids of the axes, in order."""
        return tuple(axis.id for axis in self.axes)

    @cached_property
    def sayings(self) -> Mapping[str, Sequence[Saying]]:
        """Code → everybody who says it, and for what."""
        return {
            code.code: uses.sayings(code, self.answers.get(code.code, ())) for code in self.codes
        }

    @cached_property
    def quoted(self) -> Mapping[str, Sequence[Answer]]:
        """Code → the replies that may be quoted under it: not those whose text shows another of their codes alone."""
        return {
            code: [
                answer
                for answer in answers
                if not uses.shows_another(self.by_id[code], answer, self.by_id)
            ]
            for code, answers in self.answers.items()
        }

    @cached_property
    def situations_of(self) -> Mapping[str, tuple[str, ...]]:
        """Code → the situations that it stands for, the typical one first."""
        return {code.code: uses.situations(code, self.sayings[code.code]) for code in self.codes}

    def typical(self, code: CodeFile) -> str | None:
        """The situation that a code stands for most often; None where nobody has said of any."""
        return next(iter(self.situations_of[code.code]), None)

    def commonest(self, code: CodeFile) -> str | None:
        """The typical situation, where nobody can say that another is commoner: by how many say the code for each."""
        return self._commonest[code.code]

    @cached_property
    def _commonest(self) -> Mapping[str, str | None]:
        return {code.code: self._commonest_of(code) for code in self.codes}

    def _commonest_of(self, code: CodeFile) -> str | None:
        sayers: defaultdict[str, set[str]] = defaultdict(set)
        for saying in self.sayings[code.code]:
            if saying.is_evidence:
                sayers[saying.situation].add(saying.by)
        typical = self.typical(code)
        most = max(map(len, sayers.values()), default=0)
        return typical if typical and most and len(sayers[typical]) == most else None

    def sent_for(self, situation: str | None) -> str | None:
        """The situation, if servers answer it with codes."""
        return situation if situation and self.situations[situation].sent else None

    def shared_situations(self, a: CodeFile, b: CodeFile) -> tuple[str, ...]:
        """The situations for which either code is shown: typical ones first, then those that more show.

        What only a copied list says of a code is no evidence that anybody sends it.
        """
        found = self._evident[a.code] & self._evident[b.code]
        if not found:  # as of most pairs
            return ()
        typical = [self.typical(a), self.typical(b)]
        return tuple(
            sorted(
                found,
                key=lambda name: (-typical.count(name), -self._weight(a, b, name), name),
            )
        )

    def _weight(self, a: CodeFile, b: CodeFile, situation: str) -> int:
        """How well both sides of a situation are shown: by the side that fewer show."""
        return min(self._shown[code.code][situation] for code in (a, b))

    @cached_property
    def _shown(self) -> Mapping[str, Counter[str]]:
        return {
            code: Counter(saying.situation for saying in said)
            for code, said in self.sayings.items()
        }

    def facts_in(self, code: CodeFile, situation: str | None) -> tuple[str | None, ...]:
        """The answers of `code` where it stands for `situation`, in the order of the axes; None where unknown.

        What follows from the class gives way to what the situation says, and that to what is about the number itself.
        """
        return self._facts_in(code.code, situation)

    @cached_property
    def _facts_in(self) -> Callable[[str, str | None], tuple[str | None, ...]]:
        return cache(self._uncached_facts)

    def _uncached_facts(self, name: str, situation: str | None) -> tuple[str | None, ...]:
        code = self.by_id[name]
        found = {**self._facts_of_class(code.class_, situation), **code.facts}
        return tuple(found.get(axis) for axis in self.axis_ids)

    def class_facts_in(self, class_: str, situation: str) -> tuple[str | None, ...]:
        """The answers of any code of a class where it stands for `situation`, in the order of the axes."""
        found = self._facts_of_class(class_, situation)
        return tuple(found.get(axis) for axis in self.axis_ids)

    def comes_back(self, facts: Iterable[str | None]) -> bool:
        """Whether answers in the order of the axes say that what was sent comes back."""
        return any(
            value.id == fact and value.returned
            for axis, fact in zip(self.axes, facts, strict=True)
            for value in axis.values
        )

    def by_axis(self, facts: Iterable[str | None]) -> dict[str, str | None]:
        """Answers in the order of the axes, each with its axis."""
        return dict(zip(self.axis_ids, facts, strict=True))

    def _facts_of_class(self, class_: str, situation: str | None) -> Mapping[str, str]:
        found: dict[str, str] = dict(self.classes[class_].facts)
        happened = self.situations.get(situation) if situation else None
        if happened:
            found |= happened.facts
            outcome = happened.outcomes.get(class_)
            found |= outcome.facts if outcome else {}
        return {axis: value for axis, value in found.items() if value != UNKNOWN}

    @cached_property
    def course(self) -> Course:
        """At which stages its codes can come."""
        return Course(
            self.codes,
            self.sayings,
            self.stages,
            self.standings,
            self.vocabulary.stages_source,
        )

    @cached_property
    def in_main_course(self) -> frozenset[str]:
        """The codes that are no failures and can come in a session in which everything goes well."""
        return frozenset(
            code.code
            for code in self.codes
            if not self.is_failure(code)
            and any(self.stages[stage].main for stage in self.course.stages_of(code))
        )
