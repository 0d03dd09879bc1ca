"""A file is parsed again only if it has changed."""

from datetime import date
from pathlib import Path

import pytest

from codepairs.content.schema.base import Source
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


def test_a_model_is_kept_while_its_file_stays_the_same(tmp_path: Path) -> None:
    file, shelf = tmp_path / "source.yml", Shelf()
    text = "title: a\nurl: https://example.org/\nchecked: 2026-11-24\n"
    file.write_text(text, encoding="utf-8")
    document, first = shelf.parsed(Source, file)
    assert (document, first.title) == (shelf.read(file).emptied, "a")
    assert shelf.parsed(Source, file)[1] is first
    file.write_text(text.replace("title: a", "title: b"), encoding="utf-8")
    assert shelf.parsed(Source, file)[1].title == "b"
    file.write_text("title: c\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(ContentError, match="expected a value; found nothing"):
            shelf.parsed(Source, file)


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


def test_what_is_kept_knows_its_lines_whatever_becomes_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "421.yml"
    file.write_text("\ncode: a", encoding="utf-8")
    kept, passing = Shelf().read(file), Shelf(keeps=False).read(file)
    file.write_text("\n\n\ncode: a", encoding="utf-8")
    assert kept.line(("code",)) == 2
    assert passing.line(("code",)) == 4


def test_who_reads_but_once_keeps_nothing(tmp_path: Path) -> None:
    file, shelf = tmp_path / "421.yml", Shelf(keeps=False)
    file.write_text("code: a", encoding="utf-8")
    assert shelf.read(file) is not shelf.read(file)


def test_a_model_does_not_note_which_fields_were_written() -> None:
    one = Source(title="a", url="https://example.org/", checked=date(2026, 11, 24))
    assert one.model_fields_set == set()
    assert one.model_copy(update={"title": "b"}).title == "b"
