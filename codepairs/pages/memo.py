"""Making a thing once and keeping it, for what many pages share.

The one other way of keeping things here is `functools.cache` and `cached_property`, for what has no key of its own.
"""

from collections.abc import Callable
from typing import Any, TypeVar

Made = TypeVar("Made")


class Memo:
    """Keeps what it has made, by key, for as long as it lives itself."""

    def __init__(self) -> None:
        self._made: dict[tuple[Any, ...], Any] = {}

    def _once(self, key: tuple[Any, ...], make: Callable[[], Made]) -> Made:
        try:
            found: Made = self._made[key]
        except KeyError:
            found = self._made[key] = make()
        return found
