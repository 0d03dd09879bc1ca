"""The templates of one language.

Interface texts without slots, written `{{ ui('facts.title') }}`, are put in when a template is loaded:
they are the same on every page, and a page has dozens of them.
"""

import re
from collections.abc import Callable
from pathlib import Path

import jinja2
from markupsafe import escape

from codepairs.phrasing import Phrases

FOLDERS = ("theme", "pages")
_CONSTANT = re.compile(r"\{\{ ui\('(?P<key>[a-z_.]+)'\) \}\}")


def environment(templates: Path, phrases: Phrases) -> jinja2.Environment:
    """The templates below `templates`, strict and escaped, speaking one language."""
    found = jinja2.Environment(
        loader=_Loader([templates / name for name in FOLDERS], phrases),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        auto_reload=False,
    )
    found.globals.update(ui=phrases, language=phrases.language)
    return found


class _Loader(jinja2.FileSystemLoader):
    def __init__(self, folders: list[Path], phrases: Phrases) -> None:
        super().__init__(folders)
        self._phrases = phrases

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        source, file, is_current = super().get_source(environment, template)
        return _CONSTANT.sub(self._spoken, source), file, is_current

    def _spoken(self, constant: re.Match[str]) -> str:
        return str(escape(self._phrases(constant["key"])))
