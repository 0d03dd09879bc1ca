"""Writing generated files in several processes, forked once everything is read.

Pages do not depend on each other, so each process writes its share and nothing has to be brought together:
the output is byte for byte that of a single process.
"""

import logging
import os
import signal
import sys
import traceback
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, pairwise
from typing import TypeVar

from codepairs.problems import ContentError

# Below, starting a process costs more than it saves.
FILES_WORTH_A_PROCESS = 1_000
MOST_PROCESSES = 8

Write = Callable[[], None]
File = TypeVar("File")


class WorkerFailedError(Exception):
    """A process did not write its share; its own message has been printed."""


def processes_for(files: int) -> int:
    """How many processes are worth having for so many files; one where forking is not to be had."""
    if not hasattr(os, "fork"):
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, min(cores or 1, MOST_PROCESSES, files // FILES_WORTH_A_PROCESS))


def divided(
    files: Sequence[File], shares: int, weight: Callable[[File], int]
) -> list[Sequence[File]]:
    """The files in `shares` runs of about equal weight.

    Neighbouring pages are made of the same fragments, so a run needs fewer of them than every n-th file would.
    """
    upto = list(accumulate(map(weight, files)))
    total = upto[-1] if upto else 0
    ends = (bisect_right(upto, total * number // shares) for number in range(1, shares + 1))
    return [files[start:end] for start, end in pairwise((0, *ends))]


class Workers:
    """Forked processes, each of which writes one share of the files."""

    def __init__(self, shares: Sequence[Iterable[Write]]) -> None:
        self._children: list[int] = []
        for share in shares:
            self._children.append(_fork(share))

    def wait(self) -> None:
        """Wait until all shares are written.

        Raises `WorkerFailedError` if a process failed, or warned of anything.
        """
        statuses: list[int] = []
        while self._children:
            statuses.append(os.waitpid(self._children[0], 0)[1])
            self._children.pop(0)
        if any(os.WIFSIGNALED(status) for status in statuses):
            raise WorkerFailedError("a process that writes pages was ended from outside")
        if any(statuses):
            raise WorkerFailedError("a page could not be written; see the message above")

    def stop(self) -> None:
        """End the processes, whatever they are at."""
        for child in self._children:
            os.kill(child, signal.SIGKILL)
        while self._children:
            os.waitpid(self._children.pop(), 0)


def _fork(share: Iterable[Write]) -> int:
    """Start a process that writes `share`; returns its id."""
    sys.stdout.flush()
    sys.stderr.flush()
    parent = os.getpid()
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        # The first process decides what an interruption means, and ends this one.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        status = _write(share, parent)
    except ContentError as error:
        sys.stderr.write(f"{error}\n")
    except OSError as error:
        sys.stderr.write(f"cannot write {error.filename}: {error.strerror}\n")
    except BaseException:  # noqa: BLE001 - a forked process must end here, whatever happens
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


def _write(share: Iterable[Write], parent: int) -> int:
    """Write the share for as long as the process that is waiting for it lives; returns the exit status."""
    warned = _Warned()
    logging.getLogger().addHandler(warned)
    for write in share:
        # Asking takes a fraction of a microsecond, and needs nothing that only one system has.
        if os.getppid() != parent:
            return 1
        write()
    return int(warned.has_any)


class _Warned(logging.Handler):
    """Notes whether anything was warned of, which MkDocs' own count in the first process cannot see."""

    has_any = False

    def __init__(self) -> None:
        super().__init__(logging.WARNING)

    def emit(self, _record: logging.LogRecord) -> None:
        self.has_any = True
