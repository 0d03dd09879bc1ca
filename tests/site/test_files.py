"""What stands beside the pages: sitemap, robots, the record of addresses; and how the site is built."""

import filecmp
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from codepairs import cli, published, workers
from tests.conftest import ROOT
from tests.site.conftest import BuiltPage

SITE = "https://codepairs.github.io/"
SPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


def test_sitemap_lists_every_indexed_page_with_its_alternates(
    built_site: Path, pages: Mapping[str, BuiltPage]
) -> None:
    urls = ET.parse(built_site / "sitemap.xml").getroot().findall("s:url", SPACES)
    listed = {url.findtext("s:loc", namespaces=SPACES): url for url in urls}
    expected = {
        page.canonical
        for page in pages.values()
        if page.is_indexed and page.address and not page.is_stub
    }
    assert set(listed) == expected
    for location, url in listed.items():
        page = pages[str(location).removeprefix(SITE)]
        links = {link.get("hreflang"): link.get("href") for link in url.findall("x:link", SPACES)}
        assert links == page.alternates


def test_lastmod_is_the_day_the_content_changed(built_site: Path) -> None:
    urls = ET.parse(built_site / "sitemap.xml").getroot().findall("s:url", SPACES)
    dates = {
        url.findtext("s:loc", namespaces=SPACES): url.findtext("s:lastmod", namespaces=SPACES)
        for url in urls
    }
    file = ROOT / "content" / "smtp" / "codes" / "421.yml"
    updated = next(
        line.split()[1] for line in file.read_text().splitlines() if line.startswith("updated:")
    )
    assert dates[f"{SITE}en/smtp/421/"] == updated


def test_robots_names_the_sitemap(built_site: Path) -> None:
    assert f"Sitemap: {SITE}sitemap.xml" in (built_site / "robots.txt").read_text()


def test_every_address_is_recorded() -> None:
    """A page that is not recorded could be dropped unnoticed: run `python build.py addresses`."""
    options = cli._parser().parse_args(["check"])
    site = cli._site(options)
    assert published.new(ROOT / "content", site.recorded_addresses()) == []


def test_two_builds_are_identical_whatever_the_number_of_processes(
    built_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "site"
    monkeypatch.setattr(workers, "processes_for", lambda _: 3)
    assert cli.main(["--site-dir", str(other)]) == cli.OK
    names = sorted(file.relative_to(built_site) for file in built_site.rglob("*") if file.is_file())
    assert names == sorted(file.relative_to(other) for file in other.rglob("*") if file.is_file())
    _, different, errors = filecmp.cmpfiles(built_site, other, map(str, names), shallow=False)
    assert (different, errors) == ([], [])


@pytest.mark.parametrize("command", ["mkdocs", "properdocs"])
def test_the_ordinary_command_builds_the_same_pages(
    command: str, built_site: Path, tmp_path: Path
) -> None:
    """`mkdocs build --strict` works as usual, and so does ProperDocs, should MkDocs end."""
    config = ["--config-file", "mkdocs.yml"]
    done = subprocess.run(
        [sys.executable, "-m", command, "build", "--strict", "--site-dir", str(tmp_path), *config],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for name in ("en/smtp/250-vs-421/index.html", "ko/smtp/421/index.html", "ko/index.html"):
        assert (tmp_path / name).read_bytes() == (built_site / name).read_bytes()
