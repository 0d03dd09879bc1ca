"""A file is parsed again only if its text has changed."""

from pathlib import Path

import pytest

from codepairs.content.shelf import Shelf
from codepairs.problems import ContentError


def test_a_document_is_kept_while_its_file_stays_the_same(tmp_path: Path) -> None:
    file, shelf = tmp_path / "421.yml", Shelf()
    file.write_text("code: a", encoding="utf-8")
    first = shelf.read(file)
    assert first.data == {"code": "a"}
    file.touch()
    assert shelf.read(file) is first
    file.write_text("code: b", encoding="utf-8")
    assert shelf.read(file).data == {"code": "b"}


def test_a_mistake_is_told_each_time(tmp_path: Path) -> None:
    file, shelf = tmp_path / "421.yml", Shelf()
    file.write_text("code: a", encoding="utf-8")
    shelf.read(file)
    file.write_text("code: [", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(ContentError, match="expected YAML"):
            shelf.read(file)
    file.unlink()
    with pytest.raises(ContentError, match="cannot be read"):
        shelf.read(file)
