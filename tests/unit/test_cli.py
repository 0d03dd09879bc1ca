import json
import re
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

import pytest

from codepairs import cli
from codepairs.content import share_record
from codepairs.languages import Language
from codepairs.site import uniqueness
from codepairs.site.site import Site
from tests.conftest import ROOT

COMMANDS = ("build", "check", "serve", "addresses", "measure", "report", "schema")


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in COMMANDS)])
def test_help_explains_and_succeeds(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    assert ended.value.code == cli.OK
    assert "usage: build.py" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [["publish"], ["--content", "no/such/folder"], ["check", "--fast"]]
)
def test_wrong_usage_is_told_in_a_line(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    assert ended.value.code == cli.USAGE
    assert capsys.readouterr().err.splitlines()[-1].startswith("build.py")


def test_a_folder_of_somebody_else_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "thesis.tex").touch()
    assert cli.main(["--site-dir", str(tmp_path)]) == cli.USAGE
    assert "holds files that this command did not write" in capsys.readouterr().err


@pytest.mark.parametrize("is_before", [True, False])
def test_options_may_stand_before_or_after_the_command(
    small_content: Path, capsys: pytest.CaptureFixture[str], *, is_before: bool
) -> None:
    option = ["--content", str(small_content)]
    assert cli.main([*option, "check"] if is_before else ["check", *option]) == cli.OK
    assert capsys.readouterr().out.startswith("checked: 4 codes, 6 pairs")


def test_check_says_what_it_checked(
    small_content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check", "--content", str(small_content)]) == cli.OK
    printed = capsys.readouterr().out
    assert printed == "checked: 4 codes, 6 pairs, 2 languages, no problem found\n"


def test_build_closes_with_what_it_built_and_how_long_it_took(
    small_content: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(cli, "MEGABYTE", 100)  # the few pages make no million bytes
    out = tmp_path / "out"
    assert cli.main(["--content", str(small_content), "--site-dir", str(out)]) == cli.OK
    line = capsys.readouterr().out
    folder = re.escape(str(out))
    expected = rf"built (\d+) pages in \d+\.\d s into {folder} \((\d+) files, (\d+,\d{{3}}) MB\)\n"
    found = re.fullmatch(expected, line)
    assert found
    pages, files, hundreds = (int(number.replace(",", "")) for number in found.groups())
    written = [file for file in out.rglob("*") if file.is_file()]
    assert files == len(written)
    assert hundreds == round(sum(file.stat().st_size for file in written) / 100)
    by_hand = len(list((small_content / "pages").rglob("*.md")))
    not_found = 1
    assert pages == sum(file.suffix == ".html" for file in written) - by_hand - not_found


def test_a_site_too_large_for_github_pages_is_warned_of(
    small_content: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    arguments = ["--content", str(small_content), "--site-dir", str(tmp_path / "out")]
    assert cli.main(arguments) == cli.OK
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(cli, "PAGES_TAKES", 1000)
    assert cli.main(arguments) == cli.OK
    assert capsys.readouterr().err == "warning: GitHub Pages takes 0 MB at most\n"


def test_an_interruption_is_told_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_site", interrupt)
    assert cli.main(["check"]) == 130
    assert capsys.readouterr().err == "interrupted; the published site is as it was\n"


def test_what_is_measured_is_recorded_for_the_comparisons_that_are_offered(
    small_content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def measure(_: Site, language: Language, asked: Collection[str]) -> dict[str, float]:
        return dict.fromkeys(asked, 0.999 if language == "en" else 0.25)

    monkeypatch.setattr(uniqueness, "measure", measure)
    assert cli.main(["measure", "--content", str(small_content)]) == cli.OK
    assert capsys.readouterr().out == "smtp: measured 6 of 6 pairs\n"
    found = share_record.read(small_content / "smtp" / "catalogues" / "smtp") or {}
    assert found["421", "450"] == {"en": 99, "ko": 25}


def test_the_comparisons_that_are_offered_are_listed_with_the_reason(
    small_content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["offered", "--content", str(small_content)]) == cli.OK
    lines = capsys.readouterr().out.splitlines()
    assert "smtp 421 450 insight" in lines
    assert "smtp 250 421 all" in lines


def test_every_pattern_of_sentence_is_printed_with_examples(
    small_content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["sentences", "--content", str(small_content)]) == cli.OK
    printed = capsys.readouterr().out
    assert "en smtp pair.gists: 6 pages" in printed
    assert "ko smtp differences.axis: " in printed
    assert "    421-vs-450: " in printed


def test_schemas_are_written_for_every_kind_of_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli, "ROOT", tmp_path)
    assert cli.main(["schema"]) == cli.OK
    schemas = {file.stem: json.loads(file.read_text("utf-8")) for file in tmp_path.rglob("*.json")}
    assert schemas.keys() == {
        *("protocol", "catalogue", "code", "pair", "situation"),
        *("phrases", "provider", "synonyms", "library", "client", "foreign"),
    }
    assert "class" in schemas["code"]["properties"]


def test_the_script_passes_the_exit_status_on() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "build.py", "publish"], capture_output=True, text=True, check=False
    )
    assert done.returncode == cli.USAGE
    assert "Traceback" not in done.stderr
