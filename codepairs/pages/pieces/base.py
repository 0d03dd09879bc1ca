"""What the makers of a page's pieces share: one catalogue in one language, and the templates of the pieces."""

from collections.abc import Callable, Iterable
from functools import cache

import jinja2
from markupsafe import Markup

from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.codes import CodeFile
from codepairs.language.phrases import Phrases
from codepairs.pages.memo import Memo
from codepairs.pages.templating import Skeleton, trusted


class Pieces(Memo):
    """Makes pieces of pages, each once."""

    def __init__(
        self, catalogue: Catalogue, phrases: Phrases, environment: jinja2.Environment
    ) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._phrases = phrases
        self._language = phrases.language
        self._environment = environment
        # Asked for several times on each page.
        self._skeleton: Callable[..., Skeleton] = cache(self._made_skeleton)

    def _tone(self, code: CodeFile) -> str:
        return self._catalogue.classes[code.class_].tone

    def _render(self, piece: str, **values: object) -> Markup:
        template = _template(self._environment, f"pieces/{piece}.html")
        text = template.render(**values)
        return Markup(text)  # noqa: S704 - rendered with autoescape

    def _made_skeleton(self, piece: str, **fixed: object) -> Skeleton:
        return Skeleton(self._environment, f"pieces/{piece}.html", **fixed)


def joined(pieces: Iterable[Markup], separator: str = "") -> Markup:
    """The pieces one after the other."""
    return trusted(separator.join(pieces))


def filled(skeleton: Skeleton, *values: str) -> Markup:
    """The skeleton with its slots filled in their order."""
    return trusted(skeleton.line(*values))


@cache
def _template(environment: jinja2.Environment, name: str) -> jinja2.Template:
    return environment.get_template(name)
