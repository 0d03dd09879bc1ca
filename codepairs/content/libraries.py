"""Which errors of a library a code leads to."""

from collections.abc import Collection, Iterator, Sequence

from codepairs.content.code_patterns import fits
from codepairs.content.schema.libraries import LibraryError, LibraryFile


def errors_for(library: LibraryFile, code: str, stages: Collection[str]) -> list[LibraryError]:
    """The errors to which `code` leads, sent in answer at any of `stages`, or whatever was asked."""
    return [
        error
        for error in library.errors
        if (stages_in(error, stages) or (not error.stages and error.codes)) and _fits(error, code)
    ]


def stages_in(error: LibraryError, stages: Collection[str]) -> frozenset[str]:
    """Those of `stages` at which an answer leads to the error."""
    return frozenset(error.stages).intersection(stages)


def by_place(errors: Sequence[LibraryError]) -> Iterator[list[LibraryError]]:
    """The errors, together where a program finds code and words in the same place; apart what is only returned."""
    found: dict[tuple[str | None, str, bool], list[LibraryError]] = {}
    for error in errors:
        found.setdefault((error.code, error.words, error.returned), []).append(error)
    yield from found.values()


def names_of(library: LibraryFile, code: str) -> list[str]:
    """The library's names for a code."""
    return [name for name, named in library.constants.items() if named == code]


def _fits(error: LibraryError, code: str) -> bool:
    return not error.codes or fits(code, error.codes)
