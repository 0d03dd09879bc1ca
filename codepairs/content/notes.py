"""Notes in sample lines: what stands in brackets is said by nobody, and so each language says it in its own words."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from codepairs.content.schema.base import Text
from codepairs.content.schema.codes import CodeFile
from codepairs.content.whole import Protocol
from codepairs.languages import Language

_NOTE: Final = re.compile(r"\(([^()]+)\)")


def of_line(line: str) -> Iterator[str]:
    """The notes in a line, without their brackets."""
    yield from _NOTE.findall(line)


def in_words(notes: list[Text], language: Language) -> Mapping[str, str]:
    """Note as the lines have it → note in `language`."""
    return {note.en: note[language] for note in notes}


def told(line: str, notes: Mapping[str, str]) -> str:
    """A line with its notes in the words of `notes`; what is in brackets and no note stays."""
    return _NOTE.sub(lambda found: f"({notes.get(found[1], found[1])})", line)


def is_only_noted(code: CodeFile) -> bool:
    """Whether no answer shows a code: a note tells of it, as of what a log or the client alone has."""
    lines = [line for lines in code.lines.values() for line in lines]
    noted = any(code.code in note for line in lines for note in of_line(line))
    return noted and not any(code.code in _NOTE.sub("", line) for line in lines)


def sample_lines(protocol: Protocol) -> Iterator[str]:
    """Every line from which the protocol's sample sessions are put together."""
    for situation in protocol.situations.values():
        for lines in situation.stages.values():
            yield from lines
    for catalogue in protocol.catalogues:
        for stage in catalogue.stages.values():
            yield from (*(stage.client or ()), *stage.ok)
        for code in catalogue.codes:
            yield from code.asked or ()
            for lines in (*code.lines.values(), *code.then.values()):
                yield from lines
