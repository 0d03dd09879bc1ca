"""Seeing that files have changed: by looking, since not every file system tells."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

# When a file was last written, its size, and its number, which is another one once a file has been replaced.
Stamp = tuple[int, int, int]


def take(paths: Iterable[Path]) -> Mapping[str, Stamp]:
    """The stamp of every file at or below `paths`; files that editors keep beside them are left out."""
    found: dict[str, Stamp] = {}
    for path in paths:
        try:
            found.update(_below(path) if path.is_dir() else [(str(path), _stamp(path.stat()))])
        except FileNotFoundError:
            continue  # it may be back the next time
    return found


def _below(folder: str | Path) -> Iterator[tuple[str, Stamp]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or entry.name.endswith("~"):
                continue
            try:
                if entry.is_dir():
                    yield from _below(entry.path)
                else:
                    yield entry.path, _stamp(entry.stat())
            except FileNotFoundError:
                continue  # removed since its folder was listed


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_mtime_ns, status.st_size, status.st_ino
