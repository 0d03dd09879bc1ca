"""The tables of the shipped content, and of little content made for tests."""

from pathlib import Path

import pytest

from codepairs.checks import run
from codepairs.content.whole import Content
from codepairs.site.site import Site
from tests.support.field import Files, files_of
from tests.support.sites import site_of


@pytest.fixture(scope="module")
def shipped(content: Content, shipped_site: Site) -> tuple[Content, Files]:
    return content, files_of(shipped_site)


@pytest.fixture
def made(with_situations: Path) -> Files:
    folder = with_situations / "pages"
    return files_of(site_of(run.load(with_situations, folder)[0], folder))
