"""The attempts of what waits in a queue: who tries again how often, warns when, and gives up when.

A list of words first; the line above each is drawn for those who see it, and says nothing that the words do not.
"""

from collections.abc import Iterable, Mapping

import jinja2
from markupsafe import Markup

from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.codes import CodeFile
from codepairs.content.schema.protocols import Queue
from codepairs.language.phrases import Phrases
from codepairs.pages.pieces.base import Pieces


class QueuePieces(Pieces):
    """Draws the attempts of one catalogue in one language; nothing for a protocol without a queue."""

    def __init__(
        self,
        catalogue: Catalogue,
        phrases: Phrases,
        environment: jinja2.Environment,
        queue: Queue | None,
    ) -> None:
        super().__init__(catalogue, phrases, environment)
        self._queue = queue

    @property
    def title(self) -> str:
        """How the picture is headed."""
        return self._queue.title[self._language] if self._queue else ""

    def of_code(self, code: CodeFile, situation: str | None) -> Markup:
        """The attempts after a code that stood for a situation; empty where nothing waits."""
        return self._drawn(self._catalogue.facts_in(code, situation)) if situation else Markup("")

    def of_class(self, class_: str, situation: str) -> Markup:
        """The attempts after any code of a class that stood for a situation."""
        return self._drawn(self._catalogue.class_facts_in(class_, situation))

    def _drawn(self, facts: Iterable[str | None]) -> Markup:
        told = self._catalogue.by_axis(facts)
        if self._queue is None or not waits(self._queue, told):
            return Markup("")
        queue = self._queue
        return self._once(("queue",), lambda: self._figure(queue))

    def _figure(self, queue: Queue) -> Markup:
        language = self._language
        longest = max(one.ends_after for one in queue.schedules)
        return self._render(
            "queue",
            queue=queue,
            says=queue.says[language],
            steps=[getattr(queue, step)[language] for step in ("first", "again", "warns", "ends")],
            days=[
                {"day": day, "at": _percent(day * 24, longest)}
                for day in range(1, longest // 24 + 1)
            ],
            schedules=[
                {
                    "name": one.name[language],
                    "told": [
                        {"label": getattr(queue, step)[language], "text": text[language]}
                        for step in ("again", "warns", "ends")
                        if (text := getattr(one, step)) is not None
                    ],
                    "warns_at": _percent(one.warns_after, longest) if one.warns_after else None,
                    "ends_at": _percent(one.ends_after, longest),
                    "sources": one.sources,
                }
                for one in queue.schedules
            ],
        )


def waits(queue: Queue, facts: Mapping[str, str | None]) -> bool:
    """Whether what is known says that the queue tries again."""
    return all(facts.get(axis) == value for axis, value in queue.facts.items())


def _percent(hours: int, longest: int) -> str:
    """The place on a line that ends with the longest wait; the rest is room for the last sign."""
    return f"{1 + 97 * hours / longest:.4g}%"
