"""A short answer in a frame on another site."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage, axe_violations

THEMES = {"light": "rgb(255, 255, 255)", "dark": "rgb(16, 18, 22)"}


@pytest.mark.parametrize("scheme", THEMES)
def test_the_code_that_a_page_offers_shows_its_answer_on_another_site(
    scheme: str, open_page: OpenPage, site_url: str
) -> None:
    page = open_page(color_scheme=scheme, viewport={"width": 700, "height": 900})
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site_url}/en/smtp/421-vs-450/")
    page.get_by_text("Cite this page", exact=True).click()
    page.get_by_role("button", name="iframe").click()
    code = page.evaluate("navigator.clipboard.readText()")
    published = page.locator("link[rel=canonical]").get_attribute("href") or ""
    other = open_page(color_scheme=scheme, viewport={"width": 700, "height": 900})
    other.set_content(f"<main>{code.replace(published, f'{site_url}/en/smtp/421-vs-450/')}</main>")
    frame = other.frame_locator("iframe")
    expect(frame.get_by_role("heading")).to_have_text(re.compile("421 .* vs 450 "))
    expect(frame.locator("body")).to_have_css("background-color", THEMES[scheme])
    expect(frame.locator(".tag").first).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")
    # All of the answer can be seen.
    assert frame.locator("html").evaluate("root => root.scrollHeight <= innerHeight")
    with other.context.expect_page() as opened:
        frame.get_by_role("link").click()
    assert opened.value.url == f"{site_url}/en/smtp/421-vs-450/"


@pytest.mark.parametrize("scheme", THEMES)
@pytest.mark.parametrize(
    "path", ["en/smtp/550/", "ko/smtp/421-vs-450/", "ko/smtp/situations/mailbox-full/"]
)
def test_short_answers_are_accessible_and_fit_a_phone(
    path: str, scheme: str, open_page: OpenPage
) -> None:
    page = open_page(color_scheme=scheme, viewport={"width": 320, "height": 500})
    page.goto(f"/{path}embed/")
    assert axe_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
