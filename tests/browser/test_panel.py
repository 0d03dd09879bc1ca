"""How the answer of the field behaves: it stays for the visit, is reached by keyboard, handed on, and fits a phone."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

REPLY = "550 5.1.1 <kim@example.com>: Recipient address rejected: User unknown"


def test_an_example_of_the_home_page_is_answered(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/")
    example = page.locator("button.example").first
    text = example.inner_text()
    example.click()
    expect(page.locator("#find")).to_have_value(text)
    expect(page.locator("#found .main-answer")).to_be_visible()


def test_a_paste_is_there_on_the_next_page_and_after_going_back(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/smtp/421/")
    page.locator("#find").fill(REPLY)
    page.locator("#found .title a").click()
    page.wait_for_url(re.compile("/situations/user-unknown/"))
    expect(page.locator("#find")).to_have_value(REPLY)
    expect(page.locator("#found")).to_have_count(0)
    page.go_back()
    expect(page.locator("#find")).to_have_value(REPLY)
    expect(page.locator("#found .main-answer")).to_be_visible()


def test_going_back_leads_to_the_link_that_was_followed(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/smtp/421/")
    page.locator("#find").fill(REPLY)
    link = page.locator("#found .title a")
    link.press("Enter")
    page.wait_for_url(re.compile("/situations/user-unknown/"))
    page.go_back()
    expect(link).to_be_focused()
    # Without it, as where a part is read only when it is unfolded, to the answer.
    page.locator("#found summary", has_text="in general").click()
    page.locator("#found details a[href$='/smtp/550/']").press("Enter")
    page.wait_for_url(f"{site_url}/en/smtp/550/")
    page.go_back()
    expect(page.locator("#found")).to_be_focused()


def test_enter_goes_to_the_answer_and_escape_back_to_the_field(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/smtp/421/")
    page.evaluate("window.scrollTo(0, 2000)")
    field = page.locator("#find")
    field.focus()
    field.fill("421 vs 450")
    field.press("Enter")
    expect(page.locator("#found")).to_be_focused()
    expect(
        page.locator("#found").get_by_role("link", name="Compare: 421 · 450")
    ).to_be_in_viewport()
    expect(page).to_have_url(f"{site_url}/en/smtp/421/")
    page.keyboard.press("Escape")
    expect(page.locator("#found")).to_be_hidden()
    expect(field).to_be_focused()


def test_the_answer_is_announced(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/ko/")
    page.locator("#find").fill(REPLY)
    expect(page.get_by_role("status")).to_contain_text("받는 주소가 없을 때")


def test_a_copied_link_carries_the_answer_and_nothing_of_the_text(
    page: Page, site_url: str
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site_url}/en/smtp/421/")
    page.locator("#find").fill(REPLY)
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator("#found .sharing")).to_contain_text("Copied")
    link = page.evaluate("navigator.clipboard.readText()")
    assert "kim" not in link
    page.goto(link)
    expect(page.locator("#found .title")).to_contain_text("The recipient's address does not exist")


def test_a_copied_answer_says_what_happened_and_what_to_do(page: Page, site_url: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site_url}/en/smtp/421/")
    page.locator("#find").fill(REPLY)
    page.get_by_role("button", name="Copy answer").click()
    expect(page.locator("#found .sharing")).to_contain_text("Copied")
    first, *rest = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert first == "550 5.1.1 · The recipient's address does not exist"
    assert rest[:2] == ["The mail: Refused", "Send again? Only after a change"]
    assert rest[-1] == f"{site_url}/en/smtp/situations/user-unknown/#permanent"


@pytest.mark.parametrize(("width", "size"), [(320, "100%"), (390, "100%"), (1280, "200%")])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_answer_fits(page: Page, site_url: str, language: str, width: int, size: str) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{site_url}/{language}/")
    page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
    page.locator("#find").fill(REPLY)
    expect(page.locator("#found .verdict")).to_be_in_viewport()
    page.locator("#found details").evaluate_all("all => all.forEach((one) => { one.open = true })")
    expect(page.locator(".ticket textarea")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_a_link_leads_to_is_not_covered_on_a_phone(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site_url}/en/smtp/421-vs-450/#facts")
    heading = page.locator("#facts").bounding_box()
    bar = page.locator("header.bar").bounding_box()
    assert heading is not None
    assert bar is not None
    assert heading["y"] >= max(0, bar["y"] + bar["height"])


@pytest.mark.parametrize("language", ["en", "ko"])
def test_without_javascript_the_home_page_says_what_to_do(
    no_js_page: Page, site_url: str, language: str
) -> None:
    no_js_page.goto(f"{site_url}/{language}/")
    expect(no_js_page.locator("noscript p")).to_be_visible()
    # What is pasted would be sent to the server.
    expect(no_js_page.locator("#find")).to_be_hidden()


def test_a_slow_answer_is_announced_by_the_button(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/http/502/")
    held: list[Route] = []
    page.route("**/find/en.json", lambda route: held.append(route))  # noqa: PLW0108 - wants a function
    field = page.locator(".find textarea")
    field.fill("550 5.1.1 User unknown")
    form = page.locator(".find")
    expect(form).to_have_attribute("aria-busy", "true")
    for one in held:
        one.continue_()
    expect(page.locator(".found")).to_be_visible()
    expect(form).to_have_attribute("aria-busy", "false")
