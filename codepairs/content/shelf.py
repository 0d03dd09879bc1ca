"""Documents that have been read, for whoever reads the same files again and again.

Parsing is most of the work of reading, and an edit changes one file among hundreds.
"""

from pathlib import Path

from codepairs.content import yamlfile
from codepairs.content.yamlfile import Document


class Shelf:
    """Keeps the document of each file for as long as the file's text stays the same."""

    def __init__(self) -> None:
        self._kept: dict[Path, tuple[str, Document]] = {}

    def read(self, file: Path) -> Document:
        """The document in `file`.

        Raises `ContentError` as `yamlfile.read` does.
        """
        text = yamlfile.text(file)
        kept = self._kept.get(file)
        if kept is None or kept[0] != text:
            kept = self._kept[file] = text, yamlfile.parse(file, text)
        return kept[1]
