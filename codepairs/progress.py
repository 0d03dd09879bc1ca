"""A line that tells how far a long build has come, on a terminal only."""

import time
from types import TracebackType
from typing import Self, TextIO

# A quick build needs no progress, and a line that changes faster cannot be read.
QUIET_SECONDS = 1.0
STEP_SECONDS = 0.1


class Progress:
    """Counts written pages towards a total."""

    def __init__(self, stream: TextIO, total: int) -> None:
        self._stream = stream if stream.isatty() else None
        self._total = total
        self._done = 0
        self._next = time.monotonic() + QUIET_SECONDS
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def advance(self) -> None:
        """One page more has been written."""
        self._done += 1
        if self._stream and time.monotonic() >= self._next:
            percent = 100 * self._done // self._total
            self._stream.write(f"\rwriting pages: {self._done:,} of {self._total:,} ({percent} %)")
            self._stream.flush()
            self._next = time.monotonic() + STEP_SECONDS
            self._shown = True

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._stream and self._shown:
            self._stream.write("\r\x1b[K")
