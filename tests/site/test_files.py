"""What stands beside the pages: sitemap, robots, the record of addresses; and how the site is built."""

import filecmp
import gzip
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from codepairs import cli
from codepairs.build import workers
from codepairs.content import address_record
from codepairs.languages import LANGUAGES
from tests.conftest import ROOT
from tests.site.conftest import BuiltPage, PageHead

SITE = "https://codepairs.github.io/"
SPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}

REFRESH = b'<meta http-equiv="refresh"'


def test_sitemap_lists_every_indexed_page_with_its_alternates(
    built_site: Path, pages: Mapping[str, BuiltPage], heads: Mapping[str, PageHead]
) -> None:
    urls = ET.parse(built_site / "sitemap.xml").getroot().findall("s:url", SPACES)
    listed = {url.findtext("s:loc", namespaces=SPACES): url for url in urls}
    expected = {
        page.canonical
        for address, page in heads.items()
        if page.is_indexed and address and not page.is_stub
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
    file = ROOT / "content" / "smtp" / "catalogues" / "smtp" / "codes" / "421.yml"
    updated = next(
        line.split()[1] for line in file.read_text().splitlines() if line.startswith("updated:")
    )
    assert dates[f"{SITE}en/smtp/421/"] == updated


def test_robots_names_the_sitemap(built_site: Path) -> None:
    assert f"Sitemap: {SITE}sitemap.xml" in (built_site / "robots.txt").read_text()


def test_every_address_is_recorded() -> None:
    """A page that is not recorded could be dropped unnoticed: run `python build.py addresses`."""
    options = cli._options(["check"])
    site = cli._site(options)
    assert address_record.new(ROOT / "content", site.recorded_addresses()) == []


def test_two_builds_are_identical_whatever_the_number_of_processes(
    small_content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for processes, folder in ((1, one), (3, other)):
        monkeypatch.setattr(workers, "processes_for", lambda _, number=processes: number)
        assert cli.main(["--content", str(small_content), "--site-dir", str(folder)]) == cli.OK
    names = sorted(file.relative_to(one) for file in one.rglob("*") if file.is_file())
    assert names == sorted(file.relative_to(other) for file in other.rglob("*") if file.is_file())
    _, different, errors = filecmp.cmpfiles(one, other, map(str, names), shallow=False)
    assert (different, errors) == ([], [])


@pytest.mark.parametrize("command", ["mkdocs", "properdocs"])
def test_the_ordinary_command_builds_the_same_pages(
    command: str, small_content: Path, tmp_path: Path
) -> None:
    """`mkdocs build --strict` works as usual, and so does ProperDocs, should MkDocs end."""
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    assert cli.main(["--content", str(small_content), "--site-dir", str(ours)]) == cli.OK
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for name in ("content", "templates/theme", "templates"):
        there = small_content if name == "content" else ROOT / name
        text = re.sub(rf"(?<=: ){name}(?=$|/pages$)", str(there), text, flags=re.MULTILINE)
    config = tmp_path / "mkdocs.yml"
    config.write_text(text, encoding="utf-8")
    options = ["--site-dir", str(theirs), "--config-file", str(config)]
    done = subprocess.run(
        [sys.executable, "-m", command, "build", "--strict", *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for name in ("en/smtp/250-vs-421/index.html", "ko/smtp/421/index.html", "ko/index.html"):
        assert (theirs / name).read_bytes() == (ours / name).read_bytes()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_first_query_costs_little(language: str, built_site: Path) -> None:
    """What the field loads when it is first used, compressed as web servers do it."""
    # Those of a question in words, of two codes, of a ticket, of the keys, of programs, of other protocols and of long
    # texts are loaded when they are asked for.
    later = (
        *(
            "search",
            "vendor",
            "find/aside",
            "find/cite",
            "find/keys",
            "find/pairs",
            "find/possible",
            "find/programs",
            "find/results",
            "find/services",
            "recognise/events",
            "recognise/sortings",
        ),
        *("find/numbers", "find/ticket", "recognise/forms", "recognise/index", "recognise/named"),
        *("recognise/others", "recognise/programs", "recognise/protocols", "recognise/foreign"),
        *("recognise/bodies", "recognise/spoken", "recognise/steps", "recognise/unreached"),
        *(
            "recognise/accesses",
            "recognise/audience",
            "recognise/acting",
            "recognise/blocklists",
            "recognise/clients",
            "recognise/delays",
            "recognise/forwards",
            "recognise/greetings",
            "recognise/handed",
            "recognise/hearsay",
            "recognise/hops",
            "recognise/listings",
            "recognise/logins",
            "recognise/misspelled",
            "recognise/mistaken",
            "recognise/processes",
            "recognise/purposes",
            "recognise/redirects",
            "recognise/slips",
            "recognise/spelled",
            "recognise/summaries",
            "recognise/tokens",
            "recognise/wanted",
            "recognise/wording",
        ),
    )
    names = ("site", "notfound", *LANGUAGES)
    scripts = [
        file
        for file in (built_site / "js").rglob("*.js")
        if not (name := file.relative_to(built_site / "js").as_posix()).startswith(later)
        and name.removesuffix(".js") not in names
    ]
    files = [*scripts, built_site / "find" / f"{language}.json"]
    assert sum(len(gzip.compress(file.read_bytes(), 9)) for file in files) <= 120_000


@pytest.mark.parametrize(
    "address", ["ko/smtp/250-vs-421/", "en/smtp/550/", "ko/smtp/", "en/smtp-enhanced/", "en/"]
)
def test_a_page_weighs_little_with_all_it_needs(address: str, built_site: Path) -> None:
    names = [
        f"{address}index.html",
        "css/site.css",
        f"js/{address[:2]}.js",
        "js/site.js",
        "icon.svg",
    ]
    files = [built_site / name for name in names]
    assert sum(len(gzip.compress(file.read_bytes(), 9)) for file in files) <= 60_000


def test_comparisons_and_the_whole_site_weigh_no_more_than_is_allowed(built_site: Path) -> None:
    """The mean of all comparisons, without what only leads to them, and all files together, in bytes."""
    sizes = {file: file.stat().st_size for file in built_site.rglob("*") if file.is_file()}
    assert sum(sizes.values()) < 800_000_000
    pairs = [file for file in sizes if "-vs-" in file.parent.name and file.name == "index.html"]
    pages = [file for file in pairs if REFRESH not in file.read_bytes()[:1000]]
    assert sum(sizes[file] for file in pages) / len(pages) < 13_000
