"""Replacing a published site: the whole of it or nothing.

A build goes into a folder beside the site, on the same file system, and takes its place by renaming.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

# A folder holding this file was published by us and may be replaced.
MARKER = ".codepairs"


class NotOurFolderError(Exception):
    """The folder to publish into holds something else."""


def publish(build: Callable[[Path], None], site_dir: Path) -> None:
    """Run `build` on an empty folder, then put that folder in the place of `site_dir`.

    Whatever `build` raises is passed on, with the published site as it was.
    Raises `NotOurFolderError` where `site_dir` holds files that no earlier call put there.
    """
    site_dir = site_dir.absolute()
    staging = site_dir.with_name(f".{site_dir.name}.new")
    retired = site_dir.with_name(f".{site_dir.name}.old")
    _finish_interrupted(site_dir, retired)
    _check_is_ours(site_dir)
    _remove(staging)
    staging.mkdir(parents=True)
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
    if folder.exists():
        shutil.rmtree(folder)
