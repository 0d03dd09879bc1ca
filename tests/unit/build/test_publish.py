"""A published site is replaced as a whole or stays as it was."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from codepairs import cli
from codepairs.build import publish


def write_new(folder: Path) -> None:
    (folder / "index.html").write_text("new", encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"

    def write_old(staging: Path) -> None:
        (staging / "index.html").write_text("old", encoding="utf-8")

    publish.publish(write_old, folder)
    return folder


def shown(site: Path) -> str:
    return (site / "index.html").read_text(encoding="utf-8")


def fail_with(error: BaseException) -> Callable[[Path], None]:
    def build(folder: Path) -> None:
        write_new(folder)
        raise error

    return build


def test_a_complete_build_takes_the_place_of_the_site(site: Path) -> None:
    publish.publish(write_new, site)
    assert shown(site) == "new"
    assert [file.name for file in site.parent.iterdir()] == ["site"]


@pytest.mark.parametrize("error", [RuntimeError("broken"), KeyboardInterrupt(), SystemExit(1)])
def test_an_interrupted_build_leaves_the_site_as_it_was(site: Path, error: BaseException) -> None:
    with pytest.raises(type(error)):
        publish.publish(fail_with(error), site)
    assert shown(site) == "old"
    assert [file.name for file in site.parent.iterdir()] == ["site"]


def test_an_interrupted_swap_is_undone(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def stop_before_second(self: Path, target: Path) -> Path:
        if ".new-" in self.name:
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", stop_before_second)
    with pytest.raises(KeyboardInterrupt):
        publish.publish(write_new, site)
    assert shown(site) == "old"


def test_a_swap_that_a_power_cut_interrupted_is_finished_by_the_next_build(site: Path) -> None:
    site.rename(site.with_name(".site.old"))
    with pytest.raises(RuntimeError):
        publish.publish(fail_with(RuntimeError()), site)
    assert shown(site) == "old"


def test_an_interrupted_swap_is_finished_before_the_next_build_begins(site: Path) -> None:
    site.rename(site.with_name(".site.old"))

    def build(folder: Path) -> None:
        assert shown(site) == "old"
        write_new(folder)

    publish.publish(build, site)
    assert shown(site) == "new"


def test_rests_of_earlier_builds_are_cleared_before_the_next_begins(site: Path) -> None:
    for name in (".site.new", f".site.new-{os.getpid()}", ".site.new-1", ".site.old"):
        (site.parent / name).mkdir()
        (site.parent / name / "rest.html").touch()

    def build(folder: Path) -> None:
        assert {file.name for file in site.parent.iterdir()} == {"site", folder.name, ".site.lock"}
        assert list(folder.iterdir()) == []
        write_new(folder)

    publish.publish(build, site)
    assert shown(site) == "new"
    assert not (site / "rest.html").exists()
    assert [file.name for file in site.parent.iterdir()] == ["site"]


@pytest.mark.parametrize("name", ["notes.txt", ".hidden"])
def test_a_folder_of_somebody_else_is_not_touched(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    with pytest.raises(publish.NotOurFolderError):
        publish.publish(write_new, tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_an_empty_folder_may_be_published_into(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    publish.publish(write_new, folder)
    assert shown(folder) == "new"


def build(content: Path, site: Path) -> int:
    return cli.main(["--content", str(content), "--site-dir", str(site)])


def test_problems_in_content_leave_the_published_site(
    small_content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    assert build(small_content, site) == cli.OK
    before = {file: file.read_bytes() for file in site.rglob("*") if file.is_file()}
    code = small_content / "smtp" / "catalogues" / "smtp" / "codes" / "421.yml"
    code.write_text(code.read_text(encoding="utf-8").replace("class: transient", "class: wrong"))
    capsys.readouterr()
    assert build(small_content, site) == cli.PROBLEMS
    printed = capsys.readouterr()
    assert "Traceback" not in printed.err
    assert printed.err.startswith(f"{code}:3: 421 › class: expected one of")
    assert {file: file.read_bytes() for file in site.rglob("*") if file.is_file()} == before


def test_a_page_that_cannot_be_rendered_leaves_the_published_site(
    small_content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    assert build(small_content, site) == cli.OK
    page = small_content / "pages" / "en" / "about.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[gone](missing.md)\n", encoding="utf-8")
    capsys.readouterr()
    assert build(small_content, site) == cli.PROBLEMS
    assert "Traceback" not in capsys.readouterr().err
    assert "missing.md" not in (site / "en" / "about" / "index.html").read_text(encoding="utf-8")


def test_a_phrase_missing_in_both_languages_is_told_in_a_line(
    small_content: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for language in ("en", "ko"):
        file = small_content / "phrases" / f"{language}.yml"
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith("facts.title:")]
        file.write_text("".join(kept), encoding="utf-8")
    assert build(small_content, tmp_path / "site") == cli.PROBLEMS
    printed = capfd.readouterr().err
    assert "phrases/en.yml:1: facts.title: expected this phrase" in printed
    assert "Traceback" not in printed
    assert not (tmp_path / "site").exists()
