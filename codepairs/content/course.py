"""At which stages of a session codes can come, and where that stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from codepairs.content.schema.base import Source
from codepairs.content.schema.catalogues import Stage, StandardRef, Standing
from codepairs.content.schema.codes import STANDARD, CodeFile
from codepairs.content.uses import Saying


@dataclass(frozen=True)
class Course:
    """The stages of the codes of one catalogue; there are none where its protocol has no session."""

    codes: tuple[CodeFile, ...]
    sayings: Mapping[str, Sequence[Saying]]
    stages: Mapping[str, Stage]
    standings: Mapping[str, Standing]
    source: StandardRef | None

    def defined_by(self, code: CodeFile) -> tuple[Source, ...]:
        """The sources that define a code: the first, and others by which it is a reply at stages of their own.

        454 to STARTTLS is RFC 3207's, and 454 to AUTH is RFC 4954's.
        """
        first, *others = code.sources
        if not self.standings[code.standing].defines_stages:
            return (first,)
        defining = {one.url for one in code.uses if one.by == STANDARD and one.stages}
        if first.url not in defining:
            return (first,)
        return (first, *(one for one in others if one.url in defining))

    def references(self, code: CodeFile, stages: Sequence[str]) -> tuple[StandardRef | Source, ...]:
        """Where it stands that the code can come at `stages`; nothing where no standard says so.

        The catalogue's table covers the codes of its first standing, except at stages that another standard brought;
        any other code is covered by a section of the standard that defines it, where one does; a registry has none.
        """
        if not self.standings[code.standing].defines_stages:
            return ()
        if code.standing != next(iter(self.standings)):
            return tuple(one for one in self.defined_by(code) if one.section)
        table = self.source
        # What can come anywhere needs no other standard's leave.
        own = (self.stages[stage].source for stage in stages if not isinstance(code.stages, str))
        found = [source or table for source in own] or [table]
        return tuple(dict.fromkeys(one for one in found if one))

    @cached_property
    def standards(self) -> Mapping[str, tuple[StandardRef | Source, ...]]:
        """Code → where it stands at which stages it can come; nothing where no standard says so."""
        return {code.code: self.references(code, self.stages_of(code)) for code in self.codes}

    @cached_property
    def used(self) -> Mapping[str, frozenset[str]]:
        """Code → the stages at which somebody is known to send it, whatever the standards say."""
        return {
            code: frozenset(stage for saying in said for stage in saying.stages)
            for code, said in self.sayings.items()
        }

    def stages_of(self, code: CodeFile) -> tuple[str, ...]:
        """Ids of the stages at which `code` can appear, in session order."""
        return self._stages_of[code.code]

    def seen_at(self, code: CodeFile) -> tuple[str, ...]:
        """Where `code` can appear and, if no standard says where, those stages too at which somebody is known to send it.

        What mostly happens outside of sessions has no stages at all.
        """
        here = self.stages_of(code)
        if not here or self.standings[code.standing].defines_stages:
            return here
        used = self.used[code.code]
        return tuple(stage for stage in self.stages if stage in here or stage in used)

    @cached_property
    def has_main(self) -> bool:
        """Whether stages follow each other in one session, so that some do not belong to every one."""
        return any(stage.main for stage in self.stages.values())

    @cached_property
    def _stages_of(self) -> Mapping[str, tuple[str, ...]]:
        return {
            code.code: tuple(
                stage.id for stage in self.stages.values() if _can_come_at(code, stage)
            )
            for code in self.codes
        }


def _can_come_at(code: CodeFile, stage: Stage) -> bool:
    if isinstance(code.stages, str):
        return code.stages == "any" or stage.client is not None
    return stage.id in code.stages
