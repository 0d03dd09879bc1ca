"""Addresses of parts of a page, and the buttons that copy them."""

import pytest
from playwright.sync_api import Page, expect


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("en/smtp/421-vs-450/", "on-connection"),
        ("en/smtp/421-vs-450/", "for-sender"),
        ("ko/smtp/421-vs-450/", "actions"),
        ("ko/smtp/550/", "for-sending-admin"),
        ("en/smtp/situations/mailbox-full/", "permanent-sender"),
        ("ko/smtp/situations/", "on-server"),
    ],
)
def test_a_part_of_a_page_has_a_link_that_can_be_copied(
    path: str, part: str, page: Page, site_url: str
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site_url}/{path}")
    heading = page.locator(f"#{part}")
    heading.hover()
    button = heading.get_by_role("button")
    expect(button).not_to_have_css("opacity", "0")
    button.click()
    address = page.evaluate("navigator.clipboard.readText()")
    assert address == f"{site_url}/{path}#{part}"
    page.goto(address)
    expect(heading).to_be_in_viewport()


@pytest.mark.parametrize("part", ["on-encryption", "on-never-sent"])
def test_a_part_that_is_not_laid_out_yet_is_where_its_link_leads(
    part: str, page: Page, site_url: str
) -> None:
    page.goto(f"{site_url}/en/smtp/situations/#{part}")
    heading = page.locator(f"#{part}")
    expect(heading).to_be_in_viewport()
    page.wait_for_timeout(300)  # what is laid out above it must not push it away
    expect(heading).to_be_in_viewport()


def test_the_buttons_are_in_no_text_for_a_ticket(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/smtp/550/")
    page.get_by_text("Text for a ticket", exact=True).click()
    options = page.locator(".ticket select").first.locator("option")
    expect(options).to_have_text(
        ["Who sent the mail", "Sending server's administrator", "Receiving server's administrator"]
    )
    expect(page.locator(".ticket textarea")).not_to_have_value("")
    assert "#" not in page.locator(".ticket textarea").input_value()
