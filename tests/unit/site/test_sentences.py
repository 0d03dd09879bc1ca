"""The list of computed sentences: every one that a comparison says, by pattern, with examples that stay the same."""

from pathlib import Path

import pytest

from codepairs.checks import run
from codepairs.pages.catalogues import PairPage
from codepairs.pages.frame import Setting
from codepairs.site import sentences
from codepairs.site.sentences import Pattern
from codepairs.site.site import Site
from tests.conftest import ROOT, copy_content


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = copy_content("content", tmp_path_factory.mktemp("sentences") / "content")
    content, written = run.load(folder, Path(folder) / "pages")
    setting = Setting(site_url="https://example.org/", edit_url="https://example.org/edit/")
    return Site(content, written.pages, ROOT / "templates", setting)


@pytest.fixture(scope="module")
def found(site: Site) -> list[Pattern]:
    return list(sentences.patterns(site, "en"))


def test_every_pair_says_what_its_two_codes_mean(found: list[Pattern], site: Site) -> None:
    (gists,) = [pattern for pattern in found if pattern.name == "pair.gists"]
    assert gists.pages == site.catalogues[0].pair_count == 6
    assert len(gists.examples) == sentences.EXAMPLES


def test_the_commonest_pattern_comes_first_and_equals_by_name(found: list[Pattern]) -> None:
    order = [(-pattern.pages, pattern.name) for pattern in found]
    assert order == sorted(order)
    assert {pattern.catalogue for pattern in found} == {"smtp"}


def test_no_example_is_shown_twice_and_a_rare_pattern_shows_all(found: list[Pattern]) -> None:
    for pattern in found:
        assert len(set(pattern.examples)) == min(pattern.pages, sentences.EXAMPLES), pattern.name


def test_a_difference_stands_under_its_question(found: list[Pattern]) -> None:
    (axis,) = [pattern for pattern in found if pattern.name == "differences.axis"]
    assert all("? With 4" in said.text or "? With 2" in said.text for said in axis.examples)


def test_the_examples_are_the_same_each_time_and_others_for_another_seed(
    found: list[Pattern], site: Site
) -> None:
    assert list(sentences.patterns(site, "en")) == found
    other = list(sentences.patterns(site, "en", seed=2))
    assert [pattern.name for pattern in other] == [pattern.name for pattern in found]
    assert other != found


def test_what_is_listed_stands_on_the_page_of_its_pair(found: list[Pattern], site: Site) -> None:
    pages = {page.path: page for page in site.pages if isinstance(page, PairPage)}
    for pattern in found:
        if not pattern.name.startswith("stages."):
            continue
        for said in pattern.examples:
            assert said.text in pages[f"smtp/{said.pair}/"].text("en"), said


def test_both_languages_say_the_same_patterns(found: list[Pattern], site: Site) -> None:
    korean = {pattern.name: pattern.pages for pattern in sentences.patterns(site, "ko")}
    assert korean == {pattern.name: pattern.pages for pattern in found}
