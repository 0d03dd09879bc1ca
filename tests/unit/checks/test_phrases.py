"""The braces of phrases: what `check` refuses, and that the table of slots is what the program fills in."""

import shutil
from pathlib import Path

import pytest

from codepairs import cli
from tests.conftest import ROOT

DATA = Path(__file__).parents[1] / "data"


def spoil(folder: Path, old: str, new: str | None) -> None:
    for language in ("en", "ko"):
        file = folder / "phrases" / f"{language}.yml"
        text = file.read_text(encoding="utf-8")
        lines = [new if line.startswith(f"{old}:") else line for line in text.splitlines()]
        file.write_text("\n".join(line for line in lines if line is not None), encoding="utf-8")


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("{a} {nosuch}", "expected the slots a, b; got a, nosuch"),
        ("{a}", "expected the slots a, b; got a"),
        ("{a.__class__} {b}", "expected a slot such as {a}, or {a|은/는} in Korean"),
        ("{a[0]} {b}", "expected a slot such as {a}, or {a|은/는} in Korean"),
        ("{a!r} {b}", "expected a slot such as {a}, or {a|은/는} in Korean"),
        ("{a:>99} {b}", "expected a slot such as {a}, or {a|은/는} in Korean"),
        ("{a:{b}} {b}", "expected each brace to belong to a slot"),
        ("{} {a} {b}", "expected a slot such as {a}, or {a|은/는} in Korean"),
        ("{0} {a} {b}", "expected the slots a, b; got 0, a, b"),
        ("{a|은/을} {b}", "expected a particle among "),
        ("{a {b}", "expected each brace to belong to a slot"),
        ("{a} {b} }", "expected each brace to belong to a slot"),
        ("{{a}} {a} {b}", "expected each brace to belong to a slot"),
        ("{a} {b} &amp;", "expected the sign that is meant; found '&amp;'"),
        ("{a} {b} <b>", "expected text without HTML; found '<b'"),
    ],
)
def test_a_phrase_that_cannot_be_filled_is_told_in_both_languages(
    pattern: str, expected: str, small_content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(small_content, "stub.title", f'stub.title: "{pattern}"')
    assert cli.main(["check", "--content", str(small_content)]) == cli.PROBLEMS
    *problems, closing = capsys.readouterr().err.splitlines()
    assert closing == "check failed: 2 problems in 2 files"
    for language, problem in zip(("en", "ko"), problems, strict=True):
        file = small_content / "phrases" / f"{language}.yml"
        lines = file.read_text(encoding="utf-8").splitlines()
        line = 1 + next(
            number for number, text in enumerate(lines) if text.startswith("stub.title")
        )
        assert problem.startswith(f"{file}:{line}: {language} › stub.title: {expected}")


def test_a_particle_in_english_is_refused(
    small_content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(small_content, "stub.title", 'stub.title: "{a|은/는} {b}"')
    assert cli.main(["check", "--content", str(small_content)]) == cli.PROBLEMS
    (problem, _) = capsys.readouterr().err.splitlines()
    assert "en.yml" in problem
    assert "expected a particle among none in this language; found '은/는'" in problem


def test_a_phrase_that_neither_language_has_is_told_near_its_place(
    small_content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = small_content / "phrases" / "en.yml"
    before = 1 + file.read_text(encoding="utf-8").splitlines().index('pair.name: "{a} vs {b}"')
    spoil(small_content, "pair.h1", None)
    assert cli.main(["check", "--content", str(small_content)]) == cli.PROBLEMS
    first = capsys.readouterr().err.splitlines()[0]
    assert (
        first
        == f"{file}:{before}: en › pair.h1: expected the phrase 'pair.h1', which en pages need"
    )


def build(content: Path, site: Path) -> int:
    return cli.main(["--content", str(content), "--site-dir", str(site)])


def test_a_phrase_without_slots_that_neither_language_has_is_told_too(
    small_content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for key in ("facts.title", "catalogue.codes", "code.use", "quality.title"):
        spoil(small_content, key, None)
        assert cli.main(["check", "--content", str(small_content)]) == cli.PROBLEMS
        assert f"phrases/en.yml:1: {key}: expected this phrase" in capsys.readouterr().err
        shutil.rmtree(small_content / "phrases")
        shutil.copytree(ROOT / "content" / "phrases", small_content / "phrases")
