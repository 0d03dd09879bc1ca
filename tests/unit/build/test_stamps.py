"""Files that changed, came or went are seen; what editors keep beside them is not."""

from pathlib import Path

from codepairs.build import stamps


def test_changes_are_seen(tmp_path: Path) -> None:
    folder = tmp_path / "codes" / "deep"
    folder.mkdir(parents=True)
    file = folder / "421.yml"
    file.write_text("a: 1", encoding="utf-8")
    first = stamps.take([tmp_path])
    assert list(first) == [str(file)]
    assert stamps.take([tmp_path]) == first
    file.write_text("a: 12", encoding="utf-8")
    second = stamps.take([tmp_path])
    assert second != first
    (folder / "422.yml").touch()
    assert stamps.take([tmp_path]).keys() - second.keys() == {str(folder / "422.yml")}
    (folder / "422.yml").unlink()
    assert stamps.take([tmp_path]) == second


def test_a_file_that_takes_the_place_of_another_is_seen(tmp_path: Path) -> None:
    file, other = tmp_path / "a.yml", tmp_path / "b.yml"
    for one in (file, other):
        one.write_text("a: 1", encoding="utf-8")
    before = stamps.take([file])
    other.rename(file)
    assert stamps.take([file]) != before


def test_what_editors_keep_is_not_seen(tmp_path: Path) -> None:
    for name in (".421.yml.swp", "421.yml~", ".git/index"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / ".#421.yml").symlink_to("nobody@nowhere")
    assert stamps.take([tmp_path]) == {}


def test_what_is_not_there_is_not_seen(tmp_path: Path) -> None:
    (tmp_path / "gone.yml").symlink_to("nowhere")
    assert stamps.take([tmp_path, tmp_path / "mkdocs.yml"]) == {}
