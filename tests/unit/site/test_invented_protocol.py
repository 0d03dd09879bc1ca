"""Protocols beside SMTP need no change of code, and nothing of one shows on a page of another."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import html

from codepairs import cli
from tests.conftest import copy_content
from tests.support.files import replace

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small SMTP with a provider, and the invented protocols beside it."""
    content = copy_content("content", tmp_path_factory.mktemp("protocols") / "content")
    shutil.copytree(DATA / "invented", content, dirs_exist_ok=True)
    (content / "smtp" / "providers").mkdir()
    (content / "smtp" / "providers" / "postbox.yml").write_text(
        "id: postbox\nname: {en: Postbox Ltd, ko: 우체통}\nkind: server\nupdated: 2026-11-24\n"
        "en: {about: It carries mail.}\nko: {about: 메일을 나릅니다.}\nreplies:\n"
        "  - id: closing\n    text: 421 Postbox is closing\n    mark: Postbox is closing\n"
        "    source: https://example.org/postbox\n    checked: 2026-11-24\n"
        "    en: {means: It closes., do: Wait for it.}\n    ko: {means: 닫힙니다., do: 기다리세요.}\n",
        encoding="utf-8",
    )
    folder = content.with_name("site")
    assert cli.main(["--content", str(content), "--site-dir", str(folder)]) == cli.OK
    return folder


def main_text(file: Path) -> str:
    tree = html.fromstring(file.read_text(encoding="utf-8"))
    (main,) = tree.xpath("//main")
    return " ".join(main.text_content().split())


def texts(site: Path, *places: str) -> Iterator[tuple[Path, str]]:
    for place in places:
        for language in ("en", "ko"):
            for file in (site / language / place).rglob("index.html"):
                yield file, main_text(file)


def test_nothing_of_smtp_shows_on_pages_of_the_other(site: Path) -> None:
    pages = dict(texts(site, "beacon", "beacon-detail"))
    assert len(pages) > 20
    for file, text in pages.items():
        for word in ("SMTP", "Postbox", "우체통", "mail", "메일", "RFC 5321", "bounce"):
            assert word not in text, (file, word)


def test_nothing_of_the_other_shows_on_pages_of_smtp(site: Path) -> None:
    pages = dict(texts(site, "smtp", "providers"))
    assert len(pages) > 20
    for file, text in pages.items():
        for word in ("Beacon", "비컨", "Sample Rock", "표본바위", "Fog", "lamp said"):
            assert word not in text, (file, word)


def test_each_protocol_has_its_own_list_of_providers(site: Path) -> None:
    assert "Sample Rock" in main_text(site / "en" / "beacon" / "providers" / "index.html")
    assert "Lighthouse keepers" in main_text(site / "en" / "beacon" / "providers" / "index.html")
    assert "Postbox" in main_text(site / "en" / "providers" / "index.html")
    assert not (site / "en" / "lamp" / "providers").exists()


def test_a_reply_stands_on_the_pages_of_the_codes_that_it_names(site: Path) -> None:
    for place in ("beacon/421", "beacon-detail/NOT_FOUND"):
        assert "lamp said fog" in main_text(site / "en" / place / "index.html")
    assert "Postbox is closing" in main_text(site / "en" / "smtp" / "421" / "index.html")


def test_codes_that_are_names_stand_in_the_order_of_their_numbers(site: Path) -> None:
    page = (site / "en" / "beacon-detail" / "NOT_FOUND-vs-FAR_OFF" / "index.html").read_text(
        "utf-8"
    )
    assert 'http-equiv="refresh" content="0; url=../FAR_OFF-vs-NOT_FOUND/"' in page


def test_korean_reads_codes_that_are_names(site: Path) -> None:
    text = main_text(site / "ko" / "beacon-detail" / "FAR_OFF-vs-NOT_FOUND" / "index.html")
    assert "FAR_OFF는" in text
    assert "NOT_FOUND는" in text
    assert "배는 그 자리에 남습니다" in text


def test_a_session_shows_messages_of_several_lines(site: Path) -> None:
    text = main_text(site / "en" / "beacon" / "421-vs-1006" / "index.html")
    for line in ("C: HAIL beacon.example BEACON/2", "C: Ship: Maria", "S: Horn: long"):
        assert line in text


@pytest.mark.parametrize(
    ("place", "begins"),
    [
        ("en/beacon-detail/NOT_FOUND", "Beacon details"),
        ("ko/beacon-detail/NOT_FOUND", "비컨 세부"),
        ("en/beacon/421", "Beacon "),
        ("en/smtp/421", "SMTP "),
    ],
)
def test_a_title_says_of_which_catalogue_a_code_is(place: str, begins: str, site: Path) -> None:
    tree = html.fromstring((site / place / "index.html").read_text("utf-8"))
    assert tree.findtext(".//title", "").startswith(begins)


def test_companions_lead_to_the_other_catalogue(site: Path) -> None:
    page = (site / "en" / "beacon" / "421-vs-550" / "index.html").read_text("utf-8")
    assert 'href="../../beacon-detail/NOT_FOUND/"' in page
    assert "Both may stand beside NOT_FOUND." in page
    beside = (site / "en" / "beacon-detail" / "NOT_FOUND" / "index.html").read_text("utf-8")
    assert 'href="../../beacon/421/"' in beside


def test_the_field_is_told_of_each_protocol(site: Path) -> None:
    tables = json.loads((site / "find" / "en.json").read_text("utf-8"))
    forms = {one["id"]: (one["protocol"], one["forms"]) for one in tables["catalogues"]}
    assert forms["smtp"] == ("smtp", ["{code}"])
    assert forms["beacon"] == ("beacon", ["BEACON/… {code}", "beacon-status: {code}"])
    told = [tables, json.loads((site / "find" / "en" / "beacon.json").read_text("utf-8"))]
    above = {one["id"]: one.get("providers") for part in told for one in part["protocols"]}
    providers = {
        one: (protocol, f"{above[protocol]}{one}/")
        for listed in (part["providers"] for part in told)
        for one, protocol in zip(listed["id"], listed["protocol"], strict=True)
    }
    assert providers == {
        "postbox": ("smtp", "providers/postbox/"),
        "keeper": ("beacon", "beacon/providers/keeper/"),
    }
    codes = next(
        one["codes"] for one in tables["catalogues"] if "NOT_FOUND" in one["codes"]["code"]
    )
    place = codes["code"].index("NOT_FOUND")
    assert codes["number"][place] == 5
    assert codes["aliases"][place] == ["nothing found"]


DETAIL = "beacon/catalogues/beacon-detail/"
SILENCE = """\
  - {id: silence, outcome: failure, tone: fail, label: {en: a, ko: 가}, meaning: {en: A., ko: 가.}}
"""


@pytest.mark.parametrize(
    ("place", "old", "new", "line"),
    [
        (
            "lamp/protocol.yml",
            "speaks: [lamp]\n",
            "",
            ":1: protocol › speaks: expected words that texts of mail do not have; found none",
        ),
        (
            "lamp/protocol.yml",
            "order: 1",
            "order: first",
            ":3: protocol › order: expected a whole number; found 'first'",
        ),
        (
            "beacon/catalogues/beacon/catalogue.yml",
            'en: "Both may stand beside {shared}."',
            'en: "Both may stand beside {share}."',
            ":11: catalogue › companions › item 1 › shared › en: expected no slot but {shared}; got share",
        ),
        (
            "beacon/catalogues/beacon/catalogue.yml",
            "{shared|과/와}",
            "{shared|과}",
            ":11: catalogue › companions › item 1 › shared › ko: expected a particle among ",
        ),
        (
            "beacon/catalogues/beacon/catalogue.yml",
            "- catalogue: beacon-detail",
            "- catalogue: beacon-details",
            ":7: catalogue › companions › item 1 › catalogue: expected one of beacon-detail; got",
        ),
        (
            f"{DETAIL}catalogue.yml",
            "standings:",
            SILENCE + "standings:",
            ": catalogue › classes › item 2: expected one of answer; got 'silence'",
        ),
        (
            f"{DETAIL}codes/NOT_FOUND.yml",
            'aliases: ["nothing found"]',
            "aliases: [far_off]",
            ":3: NOT_FOUND › aliases › item 1: expected what leads to no other code; 'far_off' is FAR_OFF",
        ),
    ],
)
def test_a_mistake_in_a_further_protocol_is_told_in_one_line(
    place: str,
    old: str,
    new: str,
    line: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    content = copy_content("content", tmp_path / "content")
    shutil.copytree(DATA / "invented", content, dirs_exist_ok=True)
    replace(content / place, old, new)
    assert cli.main(["check", "--content", str(content)]) == cli.PROBLEMS
    told = [one for one in capsys.readouterr().err.splitlines() if not one.startswith(" ")]
    assert len(told) == 2
    assert line in told[0]
    assert told[0].startswith(f"{content / place}:")


@pytest.mark.parametrize(
    ("path", "own"),
    [
        ("beacon", {"/en/beacon/providers/"}),
        ("smtp", {"/en/providers/"}),
        ("guides", set()),
    ],
)
def test_the_header_leads_to_all_catalogues_and_to_the_lists_of_its_protocol(
    path: str, own: set[str], site: Path
) -> None:
    page = (site / "en" / path / "index.html").read_text("utf-8")
    (nav,) = html.fromstring(page).xpath("//header//nav")
    found = {urljoin(f"/en/{path}/", link.get("href")) for link in nav.xpath(".//a")}
    catalogues = {"/en/smtp/", "/en/beacon/", "/en/beacon-detail/", "/en/lamp/"}
    assert found == {*catalogues, *own, "/en/guides/"}
