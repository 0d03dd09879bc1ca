"""A catalogue of another protocol, with other axes and without a session, needs no change of code."""

from pathlib import Path

import pytest
from lxml import html

from codepairs import cli
from tests.conftest import copy_content


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    content = tmp_path_factory.mktemp("invented") / "content"
    copy_content("invented", content)
    folder = content.with_name("site")
    assert cli.main(["--content", str(content), "--site-dir", str(folder)]) == cli.OK
    return folder


def page(site: Path, address: str) -> html.HtmlElement:
    return html.fromstring((site / address / "index.html").read_text(encoding="utf-8"))


def headings(tree: html.HtmlElement) -> list[str]:
    return [str(found) for found in tree.xpath("//h2/@id")]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_codes_stand_in_natural_order(site: Path, language: str) -> None:
    names = {folder.name for folder in (site / language / "lamp").iterdir() if folder.is_dir()}
    assert names == {
        "A1", "C2", "C10",
        "A1-vs-C2", "A1-vs-C10", "C2-vs-C10",
        "C2-vs-A1", "C10-vs-A1", "C10-vs-C2",
    }  # fmt: skip
    assert "C2-vs-C10" in page(site, f"{language}/lamp/C10-vs-C2").xpath("string(//a/@href)")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_comparison_has_no_session_without_stages(site: Path, language: str) -> None:
    assert headings(page(site, f"{language}/lamp/A1-vs-C2")) == [
        "actions",
        "facts",
        "differences",
        "sources",
    ]


def test_its_own_axes_make_table_and_sentences(site: Path) -> None:
    tree = page(site, "en/lamp/A1-vs-C2")
    rows = [
        [" ".join(cell.text_content().split()) for cell in row] for row in tree.xpath("//tbody/tr")
    ]
    assert rows[0] == ["Colour", "Red", "Green"]
    assert rows[1] == ["Smell", "Smoke", "Does not apply"]
    text = tree.text_content()
    assert "With A1, the light is red; with C2, the light is green." in text
    assert "The question arises only with A1: smoke fills the room." in text


@pytest.mark.parametrize(
    ("language", "unknown", "sentence"),
    [("en", "Not known", "arises only"), ("ko", "알 수 없음", "에만 해당하는 물음")],
)
def test_an_answer_that_is_not_known_is_no_question_that_does_not_arise(
    site: Path, language: str, unknown: str, sentence: str
) -> None:
    tree = page(site, f"{language}/lamp/A1-vs-C10")
    cells = [" ".join(cell.text_content().split()) for cell in tree.xpath("//tbody/tr[2]/td")]
    assert cells[1] == unknown
    assert sentence not in tree.text_content()
    assert sentence in page(site, f"{language}/lamp/A1-vs-C2").text_content()


def test_its_korean_sentences_take_particles_after_its_codes(site: Path) -> None:
    text = page(site, "ko/lamp/A1-vs-C2").text_content()
    assert "A1은" in text
    assert "C2는" in text


def test_codes_of_one_fate_are_named(site: Path) -> None:
    text = page(site, "en/lamp/C2-vs-C10").text_content()
    assert "C2 stands for ‘Peace’, C10 for ‘Sleep’" in text
