"""What editors keep beside open files is neither read nor counted."""

import shutil
from pathlib import Path

import pytest

from codepairs import cli


def leave_beside_each(folder: Path) -> None:
    """What an editor leaves beside every file and folder below `folder`."""
    for place in sorted(folder.rglob("*")):
        place.with_name(f".#{place.name}").symlink_to("somebody@machine.1234:1764000000")
        if place.is_file():
            shutil.copyfile(place, place.with_name(f"._{place.name}"))
    for place in [one for one in folder.glob("*") if one.is_dir() and one.name[0] != "."]:
        shutil.copytree(place, place.with_name(f".{place.name}"), symlinks=True)


def test_files_of_editors_are_passed_over(
    with_situations: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["check", "--content", str(with_situations)]
    assert cli.main(arguments) == cli.OK
    without = capsys.readouterr().out
    leave_beside_each(with_situations)
    assert cli.main(arguments) == cli.OK
    assert capsys.readouterr().out == without
