"""Which files below a folder are meant to be read."""

from pathlib import Path


def visible(folder: Path, pattern: str) -> list[Path]:
    """The files below `folder` that fit `pattern`, in order.

    Hidden ones are left out: editors keep locks and copies there while a file is open, and a lock may lead nowhere.
    """
    return sorted(
        file
        for file in folder.glob(pattern)
        if not any(part.startswith(".") for part in file.relative_to(folder).parts)
    )
