import shutil
from pathlib import Path

import pytest

from codepairs.build import config
from codepairs.problems import ContentError
from tests.conftest import ROOT


@pytest.fixture
def file(tmp_path: Path) -> Path:
    for name in ("content", "templates"):
        (tmp_path / name).symlink_to(ROOT / name)
    return Path(shutil.copy(ROOT / "mkdocs.yml", tmp_path))


def test_the_shipped_configuration_is_read_and_changed(file: Path) -> None:
    assert config.load(file, strict=False).site_name == "Codepairs"
    assert config.load(file, site_name="Pairs of codes").site_name == "Pairs of codes"


@pytest.mark.parametrize(
    ("right", "wrong", "at", "told"),
    [
        ("site_name: ", "sitename: ", "sitename: ", "Unrecognised configuration name: sitename"),
        ("codepairs:\n", "codepair:\n", "- codepair:", 'The "codepair" plugin is not installed'),
        ("content: content", "contents: content", "contents: ", "option 'contents'"),
        ("templates/theme", "templates/themes", "theme:", "does not exist"),
        ("plugins:\n", "plugins: [\n", "- codepairs:", "expected YAML: expected the node content"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    file: Path, right: str, wrong: str, at: str, told: str
) -> None:
    text = file.read_text(encoding="utf-8").replace(right, wrong, 1)
    file.write_text(text, encoding="utf-8")
    line = next(number for number, one in enumerate(text.splitlines(), start=1) if at in one)
    with pytest.raises(ContentError) as error:
        config.load(file)
    assert any(one.line == line and told in one.message for one in error.value.problems)


def test_every_problem_is_told_at_once(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("site_name", "sitename"), encoding="utf-8")
    with pytest.raises(ContentError) as error:
        config.load(file)
    assert [(one.line, one.path) for one in error.value.problems] == [
        (1, "site_name"),
        (3, "sitename"),
    ]
