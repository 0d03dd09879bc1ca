"""The templates of one language, and what makes them quick enough for pages by the thousand.

What a browser puts in by itself is left out of them when they are read.
Interface texts without slots, written `{{ ui('facts.title') }}`, are put in when a template is loaded:
they are the same on every page, and a page has dozens of them.
A `Skeleton` is a template rendered once, with places left open; filling it in is joining strings.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import Final

import jinja2
from jinja2 import meta, nodes
from markupsafe import Markup, escape

from codepairs.content.places import visible
from codepairs.language.phrases import Phrases
from codepairs.pages.citations import citation, section_name
from codepairs.pages.contents import with_contents
from codepairs.pages.optional_tags import left_out
from codepairs.pages.row_labels import with_row_labels

FOLDERS = ("theme", "pages")
# Between items of a line: a new line begins with an item, not with the sign before it.
DOT: Final = "\N{NO-BREAK SPACE}· "
_CONSTANT = re.compile(r"\{\{ ui\('(?P<key>[a-z_.]+)'\) \}\}")


def environment(templates: Path, phrases: Phrases) -> jinja2.Environment:
    """The templates below `templates`, strict and escaped, speaking one language."""
    found = jinja2.Environment(
        loader=_Loader([templates / name for name in FOLDERS], phrases),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        auto_reload=False,
    )
    found.globals.update(
        ui=phrases,
        language=phrases.language,
        citation=partial(citation, phrases),
        section_name=partial(section_name, phrases),
    )
    found.filters.update(FILTERS)
    return found


# Text of which it is known that it is safe; a page is made of dozens, and this is quicker than `Markup(text)`.
trusted: Final[Callable[[str], Markup]] = partial(str.__new__, Markup)


def softened(name: str) -> Markup:
    """A long name such as RESOURCE_EXHAUSTED, which may go on in the next line where a word of it ends."""
    return escape(name).replace("_", Markup("_<wbr>"))


def unbroken(text: str) -> str:
    """A short answer among others in a line, which ends between answers and not within one."""
    # Korean writes a dot between words, beside which browsers end a line.
    return text.replace(" ", "\N{NO-BREAK SPACE}").replace("·", "\N{WORD JOINER}·\N{WORD JOINER}")


# What templates call besides the filters of jinja.
FILTERS: Final[Mapping[str, Callable[[str], str]]] = {
    "with_contents": with_contents,
    "with_row_labels": with_row_labels,
    "softened": softened,
    "unbroken": unbroken,
}

# Encloses the name of an open place in a rendered template; no text of ours contains it.
_SEAM = "\0"


class UnknownSlotError(KeyError):
    """A template puts out what nothing is known of."""

    def __init__(self, file: str, line: int, slot: str) -> None:
        super().__init__(slot)
        self._told = f"{file}:{line}: expected a name that is known; found {{{{ {slot} }}}}"

    def __str__(self) -> str:
        return self._told


class Skeleton:
    """A template whose logic has been run: `fixed` values decide it, everything else it names is filled in page by page.

    `fill` gives what the template itself would give (a test holds the two identical),
    as long as the template does nothing with such a value but put it out.
    """

    def __init__(self, environment: jinja2.Environment, name: str, **fixed: object) -> None:
        slots = _variables(environment, name) - fixed.keys() - environment.globals.keys()
        marks = {slot: Markup(f"{_SEAM}{slot}{_SEAM}") for slot in slots}  # noqa: S704 - our own names
        text = environment.get_template(name).render(**marks, **fixed)
        # Text and the name of a place in turn; there are hundreds of skeletons, and most parts are alike in all.
        self._parts = [sys.intern(part) for part in text.split(_SEAM)]
        self._environment, self._name = environment, name

    def line(self, *values: str) -> str:
        """The template filled with one value for each slot, in the order in which the template puts them out.

        Text that is not Markup is escaped.
        """
        parts = self._parts.copy()
        parts[1::2] = [_safe(value) for value in values]
        return "".join(parts)

    def fill(self, values: Mapping[str, str]) -> str:
        """The template with every slot filled; text that is not Markup is escaped.

        Raises `UnknownSlotError`, with file and line, for a slot that is not given.
        """
        parts = self._parts.copy()
        try:
            parts[1::2] = [_safe(values[slot]) for slot in parts[1::2]]
        except KeyError as error:
            raise _unknown(self._environment, self._name, error.args[0]) from None
        return "".join(parts)


def _unknown(environment: jinja2.Environment, name: str, slot: str) -> UnknownSlotError:
    """The error with the place in the template, or in one that it is made of, where the slot is put out."""
    for one, _ in _trees(environment, name):
        source, file = _source(environment, one)
        for number, line in enumerate(source.splitlines(), start=1):
            if re.search(rf"{{[{{%][^}}]*\b{re.escape(slot)}\b", line):
                return UnknownSlotError(file, number, slot)
    return UnknownSlotError(name, 1, slot)


def _trees(environment: jinja2.Environment, name: str) -> Iterator[tuple[str, nodes.Template]]:
    """Name and tree of a template, and of the templates it extends or includes."""
    source, file = _source(environment, name)
    tree = environment.parse(source, name, file)
    yield name, tree
    for other in meta.find_referenced_templates(tree):
        if other:
            yield from _trees(environment, other)


def _source(environment: jinja2.Environment, name: str) -> tuple[str, str]:
    if environment.loader is None:
        raise LookupError(name)
    source, file, _ = environment.loader.get_source(environment, name)
    return source, file or name


# Of the environments of two builds, so that a server does not gather those of all.
@lru_cache(maxsize=200)
def _variables(environment: jinja2.Environment, name: str) -> frozenset[str]:
    """The variables that a template names without setting them, with those of the templates it extends or includes."""
    trees = (tree for _, tree in _trees(environment, name))
    return frozenset().union(*map(meta.find_undeclared_variables, trees))


_NEEDS_ESCAPING = re.compile("[&<>'\"]").search


def _safe(value: str) -> str:
    """The value as HTML; most texts hold nothing to escape, and looking is quicker than escaping."""
    return value if type(value) is Markup or not _NEEDS_ESCAPING(value) else escape(value)


class _Loader(jinja2.BaseLoader):
    """Reads all templates at once, so that the pages of a site are of one kind whatever is edited meanwhile."""

    def __init__(self, folders: list[Path], phrases: Phrases) -> None:
        self._phrases = phrases
        self._read = {
            file.relative_to(folder).as_posix(): (file, left_out(file.read_text(encoding="utf-8")))
            for folder in reversed(folders)
            for file in visible(folder, "**/*.html")
        }

    def get_source(
        self,
        environment: jinja2.Environment,  # noqa: ARG002 - jinja2's signature
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        if template not in self._read:
            raise jinja2.TemplateNotFound(template)
        file, source = self._read[template]
        return _CONSTANT.sub(self._spoken, source), str(file), lambda: True

    def list_templates(self) -> list[str]:
        return sorted(self._read)

    def _spoken(self, constant: re.Match[str]) -> str:
        return str(escape(self._phrases(constant["key"])))
