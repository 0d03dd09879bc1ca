"""Readers' journeys through the built site in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect


def test_reader_arrives_at_a_korean_comparison_and_knows_what_to_do(
    page: Page, site_url: str
) -> None:
    """The verdict, what to do and both codes are in the first screen."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{site_url}/ko/smtp/250-vs-421/")
    expect(page.locator("h1")).to_contain_text("250")
    answer = page.locator(".answer")
    expect(answer).to_contain_text("421을 받았다면")
    box = answer.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 800


def test_reverse_order_leads_to_the_comparison(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/smtp/421-vs-250/")
    page.wait_for_url(f"{site_url}/en/smtp/250-vs-421/")
    expect(page.locator("h1")).to_contain_text("250 OK vs 421")


def test_language_switch_keeps_page_and_section(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/ko/smtp/450-vs-550/#differences")
    page.locator("a.language").click()
    page.wait_for_url(f"{site_url}/en/smtp/450-vs-550/#differences")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.go_back()
    expect(page.locator("html")).to_have_attribute("lang", "ko")


def test_only_differences_hides_equal_rows_and_is_remembered(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/smtp/550-vs-554/")
    same = page.locator("tr.same")
    assert same.count() > 0
    expect(same.first).to_be_visible()
    page.locator("#only-different").check()
    expect(same.first).to_be_hidden()
    page.goto(f"{site_url}/en/smtp/450-vs-451/")
    expect(page.locator("#only-different")).to_be_checked()
    expect(page.locator("tr.same").first).to_be_hidden()


def test_reader_goes_from_home_to_any_pair(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/")
    page.get_by_role("link", name="한국어").click()
    page.get_by_role("link", name=re.compile("모든 코드와 비교")).click()
    page.get_by_role("link", name="421과 450", exact=True).first.click()
    page.wait_for_url(f"{site_url}/ko/smtp/421-vs-450/")
    page.get_by_role("link", name="450 자세히 보기").click()
    page.wait_for_url(f"{site_url}/ko/smtp/450/")
    expect(page.locator("h1")).to_contain_text("450")


def test_matrix_leads_to_any_pair_by_keyboard(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/smtp/")
    cell = page.locator(".matrix").get_by_role("link", name="354 vs 554").first
    cell.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site_url}/en/smtp/354-vs-554/")


def test_skip_link_is_the_first_stop_of_the_keyboard(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/smtp/250-vs-421/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to content")
    expect(page.locator(".skip")).to_be_in_viewport()


@pytest.mark.expects_errors
def test_page_not_found_suggests_the_pair(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/ko/smtp/550-vs-421-차이/")
    link = page.locator(".suggestion a")
    expect(link).to_have_text("421 · 550")
    link.click()
    page.wait_for_url(f"{site_url}/ko/smtp/421-vs-550/")


def test_theme_can_be_set_and_is_remembered(page: Page, site_url: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(f"{site_url}/en/smtp/250-vs-421/")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("button.theme").click()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark != light
    page.goto(f"{site_url}/ko/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
@pytest.mark.parametrize(
    "address",
    ["en/", "ko/", "ko/smtp/", "ko/smtp/250-vs-421/", "en/smtp/550/", "ko/guides/", "404.html"],
)
def test_nothing_is_wider_than_the_window(
    page: Page, site_url: str, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site_url}/{address}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("language", ["en", "ko"])
def test_everything_is_readable_without_javascript(
    no_js_page: Page, site_url: str, language: str
) -> None:
    no_js_page.goto(f"{site_url}/{language}/smtp/250-vs-421/")
    for name in ("facts", "stages", "sessions", "differences", "actions", "sources"):
        expect(no_js_page.locator(f"#{name}")).to_be_visible()
    expect(no_js_page.locator("button.theme")).to_be_hidden()
    no_js_page.locator("#only-different").check()
    expect(no_js_page.locator("tr.same").first).to_be_hidden()
    no_js_page.locator("a.language").click()
    assert no_js_page.locator("h1").inner_text()


def test_print_leaves_the_comparison_and_nothing_else(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/smtp/250-vs-421/")
    page.emulate_media(media="print")
    expect(page.locator("table.facts")).to_be_visible()
    expect(page.locator("a.language")).to_be_hidden()
    expect(page.locator(".bar nav")).to_be_hidden()
