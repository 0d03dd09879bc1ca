"""What codes stand for, and at whose: as standards say it, as code files write it, and as quoted replies show it."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from codepairs.content.schema.codes import LIST, STANDARD, CodeFile, Use
from codepairs.content.schema.providers import ProviderFile, Reply


@dataclass(frozen=True, slots=True)
class Answer:
    """A real reply together with the provider that sends it."""

    provider: ProviderFile
    reply: Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A code that stands for a situation at somebody's: `by` names the provider, or is `standard`.

    Either a use that was written down or a quoted reply shows it. `stages` is empty where they are not known.
    """

    situation: str
    by: str
    stages: tuple[str, ...]
    written: Use | None = None
    answer: Answer | None = None

    @property
    def is_evidence(self) -> bool:
        """Whether a standard, a provider or a quoted reply shows it, and not a copied list alone."""
        return self.by != LIST

    @property
    def source(self) -> str:
        """Whose use it is: a provider's id, or the address of the section of a standard."""
        is_document = self.by in (STANDARD, LIST)
        return self.written.url if self.written and is_document else self.by


def shows(code: CodeFile, text: str) -> bool:
    """Whether a text shows the code by one of its names, or as `code: 2`."""
    numbered = [] if code.number is None else [f"code: {code.number}"]
    names = "|".join(map(re.escape, (code.code, *code.aliases, *numbered)))
    return re.search(rf"(?<![\w.])(?:{names})(?![\w.])", text) is not None


def shows_another(code: CodeFile, answer: Answer, codes: Mapping[str, CodeFile]) -> bool:
    """Whether a reply shows another of the codes that it stands for, and not this one.

    A provider's own number stands in its log, and what it sends shows another.
    """
    if code.provider == answer.provider.id or shows(code, answer.reply.text):
        return False
    others = (codes[one] for one in answer.reply.codes if one in codes and one != code.code)
    return any(shows(one, answer.reply.text) for one in others)


def sayings(code: CodeFile, answers: Iterable[Answer]) -> tuple[Saying, ...]:
    """Every use of a code: those written in its file first, the typical one at their head, then those of replies."""
    written = (
        Saying(situation=use.situation, by=use.by, stages=tuple(use.stages), written=use)
        for use in code.uses
    )
    shown = (
        Saying(
            situation=answer.reply.situation,
            by=answer.provider.id,
            stages=(answer.reply.stage,) if answer.reply.stage else (),
            answer=answer,
        )
        for answer in answers
        if answer.reply.situation
    )
    return (*written, *shown)


def situations(code: CodeFile, said: Sequence[Saying]) -> tuple[str, ...]:
    """The situations of a code: as its file orders them, then those that more replies show first."""
    counts = Counter(one.situation for one in said)
    written = dict.fromkeys(use.situation for use in code.uses)
    others = sorted(set(counts) - set(written), key=lambda name: (-counts[name], name))
    return (*written, *others)
