"""A line that tells how far a long build has come, on a terminal only."""

import time
from types import TracebackType
from typing import Self, TextIO

# A quick build needs no progress, and a line that changes faster cannot be read.
QUIET_SECONDS = 1.0
STEP_SECONDS = 0.1


class Progress:
    """Shows which share of the pages has been written."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream if stream.isatty() else None
        self._next = time.monotonic() + QUIET_SECONDS
        self._is_shown = False

    def __enter__(self) -> Self:
        return self

    def show(self, done: int, total: int) -> None:
        """`done` of `total` pages have been written."""
        if self._stream and time.monotonic() >= self._next:
            self._stream.write(f"\rwriting pages: {100 * done // total} %")
            self._stream.flush()
            self._next = time.monotonic() + STEP_SECONDS
            self._is_shown = True

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._stream and self._is_shown:
            self._stream.write("\r\x1b[K")
