"""What the makers of a page's pieces share: one catalogue in one language, and the templates of the pieces."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, TypeVar

import jinja2
from markupsafe import Markup

from codepairs.content.catalogue import Catalogue
from codepairs.content.schema import CodeFile
from codepairs.language.phrases import Phrases
from codepairs.pages.templating import Skeleton

Made = TypeVar("Made")


class Pieces:
    """Makes pieces of pages, each once."""

    def __init__(
        self, catalogue: Catalogue, phrases: Phrases, environment: jinja2.Environment
    ) -> None:
        self._catalogue = catalogue
        self._phrases = phrases
        self._language = phrases.language
        self._environment = environment
        self._made: dict[tuple[Any, ...], Any] = {}

    def _tone(self, code: CodeFile) -> str:
        return self._catalogue.classes[code.class_].tone

    def _once(self, key: tuple[Any, ...], make: Callable[[], Made]) -> Made:
        if key not in self._made:
            self._made[key] = make()
        found: Made = self._made[key]
        return found

    def _render(self, piece: str, **values: object) -> Markup:
        template = _template(self._environment, f"pieces/{piece}.html")
        text = template.render(**values)
        return Markup(text)  # noqa: S704 - rendered with autoescape


def joined(pieces: Iterable[Markup], separator: str = "") -> Markup:
    """The pieces one after the other."""
    return Markup(separator.join(pieces))  # noqa: S704 - every piece is escaped


def filled(skeleton: Skeleton, *values: str) -> Markup:
    """The skeleton with its slots filled in their order."""
    return Markup(skeleton.line(*values))  # noqa: S704 - filling escapes


@cache
def _template(environment: jinja2.Environment, name: str) -> jinja2.Template:
    return environment.get_template(name)
