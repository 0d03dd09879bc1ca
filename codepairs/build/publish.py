"""Replacing a published site: the whole of it or nothing.

A build goes into a folder beside the site, on the same file system, and takes its place by renaming.
Only one build at a time does so; what one that was killed has left is cleared by the next.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

if sys.platform != "win32":
    import fcntl

# A folder holding this file was published by us and may be replaced.
MARKER = ".codepairs"


class NotOurFolderError(Exception):
    """The folder to publish into holds something else."""


class BusyError(Exception):
    """Another build is publishing into the same folder; the text says which process."""


def publish(build: Callable[[Path], None], site_dir: Path) -> None:
    """Run `build` on an empty folder, then put that folder in the place of `site_dir`.

    Whatever `build` raises is passed on, with the published site as it was.
    Raises `NotOurFolderError` where `site_dir` holds files that no earlier call put there,
    `BusyError` where another process publishes into it.
    """
    site_dir = site_dir.absolute()
    retired = site_dir.with_name(f".{site_dir.name}.old")
    prefix = f".{site_dir.name}.new"
    site_dir.parent.mkdir(parents=True, exist_ok=True)
    with _alone(site_dir.with_name(f".{site_dir.name}.lock")):
        _finish_interrupted(site_dir, retired)
        _check_is_ours(site_dir)
        for rest in site_dir.parent.glob(f"{prefix}*"):
            _remove(rest)
        # A folder of its own: what a killed build left may still be written to for a moment.
        staging = site_dir.with_name(f"{prefix}-{os.getpid()}")
        staging.mkdir()
        try:
            build(staging)
            (staging / MARKER).touch()
            if site_dir.exists():
                site_dir.rename(retired)
            staging.rename(site_dir)
        except BaseException:
            _finish_interrupted(site_dir, retired)
            _remove(staging)
            raise
        _remove(retired)


def size(folder: Path) -> tuple[int, int]:
    """How many files a published site consists of, and their bytes."""
    sizes: list[int] = []
    folders = [os.fspath(folder)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    folders.append(entry.path)
                else:
                    sizes.append(entry.stat().st_size)
    return len(sizes), sum(sizes)


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Hold the lock file, which names the process that holds it.

    The system frees it when the process ends, however that happens; forked processes do not inherit it.
    """
    if sys.platform == "win32":  # where nothing is forked and nobody waits beside a build
        yield
        return
    with _locked(lock) as stream:
        stream.truncate(0)
        stream.write(f"{os.getpid()}\n")
        stream.flush()
        try:
            yield
        finally:
            lock.unlink(missing_ok=True)


def _locked(lock: Path) -> TextIO:
    """The lock file, open and locked."""
    while True:
        stream = lock.open("a+", encoding="utf-8")
        try:
            fcntl.lockf(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Its holder removes it at the end, perhaps between our opening and our locking.
            if lock.exists() and lock.stat().st_ino == os.fstat(stream.fileno()).st_ino:
                return stream
            stream.close()
        except OSError:
            stream.seek(0)
            holder = stream.read().strip() or "another one"
            stream.close()
            raise BusyError(holder) from None


def _finish_interrupted(site_dir: Path, retired: Path) -> None:
    """Undo a swap that was interrupted between its two renamings."""
    if retired.exists() and not site_dir.exists():
        retired.rename(site_dir)
    _remove(retired)


def _check_is_ours(site_dir: Path) -> None:
    if not site_dir.exists():
        return
    if not site_dir.is_dir() or (any(site_dir.iterdir()) and not (site_dir / MARKER).exists()):
        raise NotOurFolderError(site_dir)


def _remove(folder: Path) -> None:
    """Remove a folder of ours; what a dying process still writes into it is left for the next build."""
    shutil.rmtree(folder, ignore_errors=True)
