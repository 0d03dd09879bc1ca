"""Twenty and more ways of spoiling the content, and the lines that tell what is wrong."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from codepairs import cli

DATA = Path(__file__).parents[1] / "data"
CASES: dict[str, Any] = yaml.safe_load((DATA / "messages.yml").read_text(encoding="utf-8"))


def check(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    status = cli.main(["check", "--content", str(folder)])
    return status, capsys.readouterr().err


def spoil(folder: Path, change: dict[str, str]) -> None:
    file = folder / change["file"]
    if "delete" in change:
        file.unlink()
    elif "bytes" in change:
        file.write_bytes(bytes.fromhex(change["bytes"]))
    elif "whole" in change:
        file.parent.mkdir(exist_ok=True)
        file.write_text(change["whole"], encoding="utf-8")
    elif "rename" in change:
        file.rename(folder / change["rename"])
    else:
        text = file.read_text(encoding="utf-8")
        assert change["replace"] in text, "the case no longer fits the shipped content"
        spoiled = text.replace(change["replace"], change["by"], 1)
        file.write_text(spoiled, encoding="utf-8")


def test_unspoiled_content_passes(small_content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--content", str(small_content)]) == cli.OK
    assert "4 codes, 6 pairs, 2 languages, no problem found" in capsys.readouterr().out


@pytest.mark.parametrize("name", CASES)
def test_problem_is_told_in_one_line(
    name: str, small_content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = CASES[name]
    for change in case["spoil"]:
        spoil(small_content, change)
    status, printed = check(small_content, capsys)
    assert status == cli.PROBLEMS
    expected = [line.replace("DIR", str(small_content)) for line in case["expect"]]
    assert printed.splitlines() == expected
