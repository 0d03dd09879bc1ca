"""What must hold of names, ids and dates in content files: the small checks that larger ones are made of."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from codepairs.content.code_patterns import fits
from codepairs.content.parsing import one_of
from codepairs.content.schema.base import Source
from codepairs.content.schema.catalogues import ABSENT, UNKNOWN
from codepairs.content.schema.clients import Behaviour
from codepairs.content.schema.codes import Use
from codepairs.content.schema.libraries import LibraryFile
from codepairs.content.schema.providers import Reply
from codepairs.content.schema.situations import SituationFile
from codepairs.content.yamlfile import Document, Location
from codepairs.language import korean
from codepairs.problems import Problem, shown


def not_older_than_checks(
    document: Document, updated: datetime.date, checked: Iterable[Source | Reply | Use | Behaviour]
) -> Iterator[Problem]:
    """A file was changed no earlier than the checks it reports."""
    latest = max((item.checked for item in checked), default=updated)
    if updated < latest:
        yield document.problem(("updated",), f"expected {latest} or later; got {updated}")


def named_after(document: Document, where: Location, name: str) -> Iterator[Problem]:
    """What a file says it is about is what its name says."""
    if document.file.stem != name:
        message = f"expected {document.file.stem!r}, the file's name; got {shown(name)}"
        yield document.problem(where, message)


def is_named_after_file(
    _: object, item: SituationFile | LibraryFile, document: Document
) -> Iterator[Problem]:
    """The file's name is the id of what it holds, and the file is not older than the checks it reports."""
    yield from named_after(document, ("id",), item.id)
    yield from not_older_than_checks(document, item.updated, item.sources)


def no_id_twice(document: Document, where: Location, ids: list[str]) -> Iterator[Problem]:
    """No id stands twice in one list."""
    for name, count in Counter(ids).items():
        if count > 1:
            yield document.problem(where, f"expected each id once; got {shown(name)} {count} times")


def known_patterns(
    document: Document, where: Location, patterns: Iterable[str], codes: Iterable[str]
) -> Iterator[Problem]:
    """Every pattern of codes stands for one at least."""
    for number, pattern in enumerate(patterns):
        if not any(fits(code, [pattern]) for code in codes):
            message = f"expected a pattern of known codes; {shown(pattern)} fits none"
            yield document.problem((*where, number), message)


def known(
    document: Document,
    where: Location,
    found: Iterable[str],
    expected: list[str],
    *,
    item: bool = True,
) -> Iterator[Problem]:
    """Every name found is one of those expected, and stands once in its list."""
    seen: set[str] = set()
    for number, name in enumerate(found):
        place = (*where, number) if item else where
        if name not in expected:
            message, hint = one_of(name, expected)
            yield document.problem(place, message, hint)
        elif name in seen:
            yield document.problem(place, f"expected each name once; got {shown(name)} again")
        seen.add(name)


def known_facts(
    document: Document,
    where: Location,
    facts: Mapping[str, str],
    values: Mapping[str, Iterable[str]],
) -> Iterator[Problem]:
    """Facts answer the questions of axes with their values, or say that the question does not arise, or that nobody can answer it.

    `values` are the answers that there are, by axis.
    """
    for axis, value in facts.items():
        expected = [*values[axis], ABSENT, UNKNOWN] if axis in values else list(values)
        found = value if axis in values else axis
        yield from known(document, (*where, axis), [found], expected, item=False)


def can_be_read(document: Document, where: Location, word: str) -> Iterator[Problem]:
    """A word that Korean sentences put particles after is one whose reading is known."""
    if not korean.can_be_read(word):
        message = (
            f"expected a word that ends in Hangul, a digit or a capital letter; found {shown(word)}"
        )
        yield document.problem(where, message)


def listed(names: Iterable[str]) -> str:
    """The names in order, for a message."""
    return ", ".join(sorted(names)) or "none"
