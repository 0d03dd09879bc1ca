"""Pages on paper."""

import re

import pytest
from playwright.sync_api import Page, expect

LANGUAGES = ["en", "ko"]


def test_print_leaves_the_comparison_and_nothing_else(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/smtp/250-vs-421/")
    page.emulate_media(media="print")
    expect(page.locator("table.facts")).to_be_visible()
    expect(page.locator("a.language")).to_be_hidden()
    expect(page.locator(".bar nav")).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_printed_page_has_one_size_of_text_and_its_tables(
    page: Page, site_url: str, language: str
) -> None:
    page.goto(f"{site_url}/{language}/http/502-vs-504/")
    page.emulate_media(media="print")
    # A4 between its margins.
    page.set_viewport_size({"width": 718, "height": 1000})
    sizes = page.evaluate(
        """() => [".roles dd", ".facts td", ".insight p", ".who td"]
            .map(one => parseFloat(getComputedStyle(document.querySelector(one)).fontSize))"""
    )
    assert max(sizes) - min(sizes) < 1
    assert page.locator(".facts tbody tr").first.evaluate(
        "one => getComputedStyle(one).display"
    ) == ("table-row")
    # Nothing is left of a narrow column where there is room.
    assert page.locator(".insight p").first.evaluate(
        "one => one.offsetWidth / one.parentElement.clientWidth > .9"
    )


def test_a_printed_code_lists_all_that_it_stands_for(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/smtp/550/")
    last = page.locator(".situations li").last
    expect(last).to_be_hidden()
    page.emulate_media(media="print")
    expect(last).to_be_visible()
    assert (last.bounding_box() or {"height": 0})["height"] > 0


def test_a_printed_code_is_short_however_much_it_stands_for(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/smtp/550/")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) <= 4
