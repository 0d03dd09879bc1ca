"""The shipped content, and the site built from it once for all tests."""

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from codepairs import cli
from codepairs.checks import run
from codepairs.content.catalogue import Content

ROOT = Path(__file__).resolve().parent.parent
# A busy machine is slow at times; what takes too long is measured elsewhere.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session")
def content() -> Content:
    """The shipped content."""
    return run.load(ROOT / "content", ROOT / "content" / "pages")[0]


def copy_content(name: str, folder: Path) -> Path:
    """Copy a content folder of the tests' data to `folder`, with the few pages of the tests and the shipped phrases."""
    data = ROOT / "tests" / "unit" / "data"
    shutil.copytree(data / name, folder)
    shutil.copytree(data / "pages", folder / "pages")
    shutil.copytree(ROOT / "content" / "phrases", folder / "phrases")
    return folder


@pytest.fixture
def small_content(tmp_path: Path) -> Path:
    """Content with four codes and one insight, whose lines stay where they are when the shipped content changes."""
    return copy_content("content", tmp_path / "content")


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site built from the shipped content, as `python build.py` publishes it."""
    folder = tmp_path_factory.mktemp("built") / "site"
    assert cli.main(["--site-dir", str(folder)]) == cli.OK
    return folder
