"""Which files below a folder are meant to be read."""

from pathlib import Path


def visible(folder: Path, pattern: str) -> list[Path]:
    """The files below `folder` that fit `pattern`, in order.

    Hidden ones are left out: editors keep locks and copies there while a file is open, and a lock may lead nowhere.
    """
    depth = len(folder.parts)
    found = [
        file
        for file in folder.glob(pattern)
        if not any(part.startswith(".") for part in file.parts[depth:])
    ]
    return sorted(found, key=lambda file: file.parts)
