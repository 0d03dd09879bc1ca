"""What has been read, for whoever reads the same files again and again.

Parsing is most of the work of reading, and an edit changes one file among hundreds.
"""

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, cast

from codepairs.content import parsing, yamlfile
from codepairs.content.yamlfile import Document


@dataclass(slots=True)
class _Kept:
    """A file as it was read, and the models that were made of it; neither is ever changed."""

    raw: bytes
    document: Document
    models: dict[type, Any] = field(default_factory=dict)


class Shelf:
    """Keeps what was made of each file for as long as the file stays the same; or nothing, for who reads but once."""

    def __init__(self, *, keeps: bool = True) -> None:
        self._keeps = keeps
        self._kept: dict[Path, _Kept] = {}

    def read(self, file: Path) -> Document:
        """The document in `file`.

        Raises `ContentError` as `yamlfile.read` does.
        """
        return self._read(file).document

    def parsed(self, model: type[parsing.Model], file: Path) -> tuple[Document, parsing.Model]:
        """The document in `file`, emptied, and what it holds as `model`.

        Raises `ContentError` as `yamlfile.read` and `parsing.parse` do.
        """
        kept = self._read(file)
        if model not in kept.models:
            kept.models[model] = parsing.parse(model, kept.document)
        return kept.document.emptied, cast("parsing.Model", kept.models[model])

    def _read(self, file: Path) -> _Kept:
        raw = yamlfile.raw(file)
        kept = self._kept.get(file)
        if kept is None or kept.raw != raw:
            again = (
                partial(yamlfile.decoded, file, raw)
                if self._keeps
                else partial(yamlfile.text, file)
            )
            document = yamlfile.parse(file, yamlfile.decoded(file, raw), again)
            kept = _Kept(raw, document)
            if self._keeps:
                self._kept[file] = kept
        return kept
