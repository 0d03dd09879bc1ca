"""Reading one YAML file: safe, limited, and with the line of every value.

Contributors write these files, so nothing in one can run code, exhaust memory or lose a value silently:
tags and aliases are refused, as are duplicate keys (PyYAML would keep the last), and size and depth are limited.
"""

import datetime  # noqa: TC003 - what `Value` names
import stat
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import TypeAlias, cast

import yaml

from codepairs.content import characters
from codepairs.problems import ContentError, Problem, shortened, shown

MAX_BYTES = 256 * 1024
MAX_DEPTH = 12

Location: TypeAlias = tuple[str | int, ...]
Value: TypeAlias = (
    "str | int | float | bool | datetime.date | list[Value] | dict[str, Value] | None"
)

_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp")
)
_TREE_TAGS = frozenset({"tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"})
_TEXT = "tag:yaml.org,2002:str"
# A text of no more signs is a name that stands in many files, and is kept once.
_WORD = 32
# What is expected where something else is written as such; anything else is a number.
_KINDS = {
    "tag:yaml.org,2002:bool": "true or false",
    "tag:yaml.org,2002:timestamp": "a date that exists",
}
# What stands for a tag where none is written.
_UNSAID = frozenset({None, "!"})


class Lines(Mapping[Location, int]):
    """The line of each place in a file, found when somebody first asks.

    Few files have a problem, and the lines of all would take more memory than what they say.
    """

    def __init__(self, find: Callable[[], Mapping[Location, int]]) -> None:
        self._find = find

    @cached_property
    def _found(self) -> Mapping[Location, int]:
        return self._find()

    def __getitem__(self, location: Location) -> int:
        return self._found[location]

    def __iter__(self) -> Iterator[Location]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The data of one file, and the line (from 1) at which each place in it is written."""

    file: Path
    data: Value
    lines: Mapping[Location, int]

    @property
    def emptied(self) -> "Document":
        """The document without its data, for whoever has a model of it and needs but the lines."""
        return replace(self, data=None)

    def line(self, location: Location) -> int:
        """The line of a place, or of the nearest place around it that is written in the file."""
        while location not in self.lines and location:
            location = location[:-1]
        return self.lines.get(location, 1)

    def problem(
        self, location: Location, message: str, hint: str = "", near: Sequence[Location] = ()
    ) -> Problem:
        """A problem at a place of this file, with its breadcrumb of names.

        Where the place is missing, its line is that of the last written one of `near`, the places in front of it.
        """
        crumb = " › ".join(_named(step) for step in (self.file.stem, *location))
        before = [self.lines[place] for place in near if place in self.lines]
        line = before[-1] if before and location not in self.lines else self.line(location)
        return Problem(file=self.file, line=line, path=crumb, message=message, hint=hint)


def read(file: Path) -> Document:
    """The document in `file`, which is read again should anybody ask for a line.

    Raises `ContentError` with every problem found: unreadable, too large, too deep, not YAML, a duplicate key.
    """
    return parse(file, text(file), partial(text, file))


def parse(file: Path, text: str, again: Callable[[], str] | None = None) -> Document:
    """The document in `text`, which was read from `file`.

    Lines are looked for in what `again` returns, so that nobody has to keep the text for them, or in the text itself.
    Raises `ContentError` as `read` does.
    """
    builder = _Builder(file, notes_lines=False)
    try:
        data = builder.document(text)
    except yaml.YAMLError as error:
        raise ContentError([_syntax_problem(file, text, error)]) from None
    if builder.problems:
        raise ContentError(builder.problems)
    return Document(file=file, data=data, lines=Lines(partial(_lines, file, again or text)))


def _lines(file: Path, source: Callable[[], str] | str) -> Mapping[Location, int]:
    builder = _Builder(file, notes_lines=True)
    try:
        builder.document(source if isinstance(source, str) else source())
    except (ContentError, yaml.YAMLError):  # somebody is writing it
        return {}
    return builder.lines


_RESOLVER = yaml.resolver.Resolver()


# Keys, and words such as ids, come again and again.
@lru_cache(maxsize=2_000)
def _kind(plain: str) -> str:
    """What kind of value is written without quotes."""
    found = _RESOLVER.resolve(yaml.ScalarNode, plain, (True, False))  # type: ignore[no-untyped-call]  # as above
    return str(found)


class _Builder:
    """Turns the events of a file into plain values, collecting problems on the way, and lines if they are asked for."""

    _loader: yaml.CSafeLoader

    def __init__(self, file: Path, *, notes_lines: bool) -> None:
        self.lines: dict[Location, int] = {}
        self.problems: list[Problem] = []
        self._file = file
        self._notes_lines = notes_lines
        self._depth = 0

    def document(self, text: str) -> Value:
        """The value of the only document in the text of the file."""
        self._loader = yaml.CSafeLoader(text)
        try:
            return self._document()
        finally:
            self._loader.dispose()

    def _document(self) -> Value:
        self._next()  # the stream begins
        if self._loader.check_event(yaml.StreamEndEvent):
            raise self._stopped(1, "expected a mapping; the file is empty")
        self._next()  # the document begins
        data = self._value(self._next(), ())
        self._next()  # the document ends
        if not self._loader.check_event(yaml.StreamEndEvent):
            raise self._stopped(_line(self._next()), "expected YAML; but found another document")
        return data

    def _next(self) -> yaml.Event:
        """The next event; depth and aliases are refused before anything recursive touches the file."""
        event = cast("yaml.Event", self._loader.get_event())
        if isinstance(event, yaml.ScalarEvent):  # as most are
            return event
        if isinstance(event, yaml.AliasEvent):
            message = f"expected the value itself; found the alias {shortened(f'*{event.anchor}')}"
            raise self._stopped(_line(event), message)
        if isinstance(event, yaml.CollectionStartEvent):
            self._depth += 1
            if self._depth > MAX_DEPTH:
                message = f"expected at most {MAX_DEPTH} levels of nesting; found more"
                raise self._stopped(_line(event), message)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._depth -= 1
        return event

    def _value(self, event: yaml.Event, location: Location) -> Value:
        """What begins with `event`."""
        if self._notes_lines:
            self.lines.setdefault(location, _line(event))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, location)
        tag = getattr(event, "tag", None)
        if tag not in _TREE_TAGS and tag not in _UNSAID:
            self._refuse(event, location, f"expected plain data; found the tag {shown(tag)}")
            self._skip(event)
            return None
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(location)
        found: list[Value] = []
        while not isinstance(item := self._next(), yaml.SequenceEndEvent):
            found.append(self._value(item, (*location, len(found))))
        return found

    def _scalar(self, event: yaml.ScalarEvent, location: Location) -> Value:
        tag = self._tag(event)
        if tag not in _PLAIN_TAGS:
            self._refuse(event, location, f"expected plain data; found the tag {shown(tag)}")
            return None
        found: Value = event.value
        if tag == _TEXT and len(event.value) <= _WORD:
            found = sys.intern(event.value)
        elif tag != _TEXT:
            node = yaml.ScalarNode(tag, event.value)
            try:
                found = cast("Value", self._loader.construct_object(node))
            except (ValueError, LookupError, AttributeError):  # as the kind may be
                kind = _KINDS.get(tag, "a number that exists")
                self._refuse(event, location, f"expected {kind}; found {shown(event.value)}")
                return None
        self._check_characters(event, location)
        return found

    def _tag(self, event: yaml.ScalarEvent) -> str:
        """What kind of value was written, which a plain one shows by its form."""
        if event.tag not in _UNSAID:
            return str(event.tag)
        return _kind(event.value) if event.implicit[0] else _TEXT

    def _mapping(self, location: Location) -> Value:
        found: dict[str, Value] = {}
        lines: dict[str, int] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent) or self._tag(event) != _TEXT:
                written = getattr(event, "value", "a list or a mapping")
                self._refuse(event, location, f"expected a text as key; found {shown(written)}")
                self._skip(event)
                self._skip(self._next())
                continue
            key = sys.intern(event.value)
            inner = (*location, key)
            self._check_characters(event, location)
            if key in found:
                message = f"duplicate key; it is already set in line {lines[key]}"
                self._refuse(event, inner, message)
                self._skip(self._next())
                continue
            lines[key] = _line(event)
            if self._notes_lines:
                self.lines[inner] = lines[key]
            found[key] = self._value(self._next(), inner)
        return found

    def _skip(self, event: yaml.Event) -> None:
        """Pass over what begins with `event`."""
        if isinstance(event, yaml.CollectionStartEvent):
            outside = self._depth - 1
            while self._depth > outside:
                self._next()

    def _check_characters(self, event: yaml.ScalarEvent, location: Location) -> None:
        r"""The file as a whole has been looked at; what an escape such as `"\0"` stands for has not."""
        if event.style == '"':
            for _, message in characters.unwanted(event.value):
                self._refuse(event, location, message)

    def _refuse(self, event: yaml.Event, location: Location, message: str) -> None:
        document = Document(file=self._file, data=None, lines={location: _line(event)})
        self.problems.append(document.problem(location, message))

    def _stopped(self, line: int, message: str) -> ContentError:
        return ContentError([_bare(self._file, line, message)])


def text(file: Path) -> str:
    """The text of a content file, with plain line ends.

    Raises `ContentError` as `raw` and `decoded` do.
    """
    return decoded(file, raw(file))


def raw(file: Path) -> bytes:
    """The bytes of a content file.

    Raises `ContentError` where it is no file, cannot be read, or is too large.
    """
    try:
        # Whoever opens a named pipe waits for somebody to write into it.
        if not stat.S_ISREG(file.stat().st_mode):
            raise ContentError([_bare(file, 1, "expected a file; found something else")])
        with file.open("rb") as stream:
            found = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise ContentError([_bare(file, 1, f"cannot be read: {error.strerror}")]) from None
    if len(found) > MAX_BYTES:
        raise ContentError([_bare(file, 1, f"expected at most {MAX_BYTES} bytes; found more")])
    return found


def decoded(file: Path, raw: bytes) -> str:
    """The text that a content file's bytes are, with plain line ends.

    Raises `ContentError` where it is not UTF-8, or holds what nobody can see.
    """
    try:
        found = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"expected UTF-8; found the byte 0x{raw[error.start]:02x}"
        raise ContentError([_bare(file, line, message)]) from None
    unwanted = [_bare(file, 1 + line, message) for line, message in characters.unwanted(found)]
    if unwanted:
        raise ContentError(unwanted)
    return found


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


# What the parser says of a text that lacks its quotes names neither the text nor the quotes.
_HINTS = {
    "mapping values are not allowed": "put a text that has a `: ` in it into quotes",
    "cannot start any token": "indent with blanks, and put a text that begins with a sign into quotes",
}


def _syntax_problem(file: Path, text: str, error: yaml.YAMLError) -> Problem:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        hint = next((text for part, text in _HINTS.items() if part in str(error.problem)), "")
        line = error.problem_mark.line + 1
        return _bare(file, line, f"expected YAML; {error.problem}", hint)
    position = getattr(error, "position", 0)
    reason = getattr(error, "reason", str(error))
    return _bare(file, text.count("\n", 0, position) + 1, f"expected YAML; {reason}")


def _bare(file: Path, line: int, message: str, hint: str = "") -> Problem:
    return Problem(file=file, line=line, path="", message=message, hint=hint)


def _named(step: str | int) -> str:
    """List positions count from 1 for people."""
    return f"item {step + 1}" if isinstance(step, int) else shortened(step)
