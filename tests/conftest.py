"""The shipped content, and the site built from it once for all tests."""

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from codepairs import cli
from codepairs.checks import run
from codepairs.content.catalogue import Catalogue
from codepairs.content.whole import Content
from codepairs.language.phrases import Phrases
from codepairs.languages import LANGUAGES, Language
from codepairs.site.site import Site
from tests.support.sites import site_of

ROOT = Path(__file__).resolve().parent.parent
# A busy machine is slow at times; what takes too long is measured elsewhere.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session")
def content() -> Content:
    """The shipped content, read once for all tests, which change nothing of it."""
    return run.load(ROOT / "content", ROOT / "content" / "pages")[0]


@pytest.fixture(params=["smtp", "smtp-enhanced"])
def catalogue(request: pytest.FixtureRequest, content: Content) -> Catalogue:
    """Each of the shipped catalogues of SMTP."""
    return next(found for found in content.catalogues if found.id == request.param)


@pytest.fixture(params=LANGUAGES)
def phrases(request: pytest.FixtureRequest, content: Content) -> Phrases:
    """The shipped phrases, in each language."""
    language: Language = request.param
    return Phrases(language, content.phrases[language])


@pytest.fixture(scope="session")
def shipped_site(content: Content) -> Site:
    """The site of the shipped content, of which nothing is made before it is asked for."""
    return site_of(content, ROOT / "content" / "pages")


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


# What the code 450 stands for in the content with situations: by a standard, a provider and a copied list.
USES = """\
uses:
  - situation: mailbox-full
    url: https://example.org/450
    checked: 2026-11-24
  - situation: server-closing
    by: gmail
    url: https://example.org/gmail
    checked: 2026-11-24
    stages: [mail, queue]
    en: It closes early.
    ko: 일찍 닫습니다.
  - {situation: server-closing, by: list, url: "https://example.org/list", checked: 2026-11-24}
"""


@pytest.fixture
def with_situations(small_content: Path) -> Path:
    """The small content with two situations, which a provider's reply and the uses of a code name."""
    data = ROOT / "tests" / "unit" / "data" / "situations"
    shutil.copytree(data, small_content, dirs_exist_ok=True)
    code = small_content / "smtp" / "catalogues" / "smtp" / "codes" / "450.yml"
    code.write_text(code.read_text(encoding="utf-8") + USES, encoding="utf-8")
    return small_content


def pytest_addoption(parser: pytest.Parser) -> None:
    """Lets several runs look at one site, each at its part of the tests."""
    parser.addoption("--built-site", type=Path, help="a folder with the site as it is built now")


@pytest.fixture(scope="session")
def built_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site built from the shipped content, as `python build.py` publishes it."""
    built: Path | None = request.config.getoption("--built-site")
    if built is not None:
        return built
    folder = tmp_path_factory.mktemp("built") / "site"
    assert cli.main(["--site-dir", str(folder)]) == cli.OK
    return folder
