"""Patterns of codes, in which `?` stands for any sign: `5??`."""

from collections.abc import Iterable
from fnmatch import fnmatchcase


def fits(code: str, patterns: Iterable[str]) -> bool:
    """Whether any of the patterns stands for `code`."""
    return any(fnmatchcase(code, pattern) for pattern in patterns)
