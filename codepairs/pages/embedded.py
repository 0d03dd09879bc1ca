"""What a frame on another site shows of a page: its answer, who acts, and what to do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one code comes to, or one class of codes: its class, and the answers to what a reader asks first.

    `code` is empty where all of the page is about it.
    """

    code: str = ""
    label: str
    tone: str
    standing: str = ""
    verdict: Iterable[Mapping[str, str]]
    next: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """The answer of a page in short; `next` is what to do where that is one thing for all outcomes.

    `outcomes` are as the press shows them, `warnings` say of which codes no standard knows.
    """

    title: str
    answer: str
    warnings: Sequence[str] = ()
    outcomes: Sequence[Markup]
    next: str = ""
