"""The verdict, who acts and what to do stand within the first screen, on a desk and on a phone."""

import pytest
from playwright.sync_api import Page

SCREENS = [{"width": 1280, "height": 900}, {"width": 390, "height": 844}]
FIRST_LINE = ".reply .do"
# Each kind of page with the elements that answer.
COMPARISON = [".answer > p:first-child", ".answer > p:last-of-type"]
CODE = [".answer", "main > .verdict"]
# Of a code that people compare, with what.
COMPARED_CODE = [*CODE, "main > .confused a"]
SITUATION = [".answer", ".outcome .verdict", ".outcome .verdict + p"]
# Of an advice that goes on for lines, the first says what to do.
PROVIDER = [".reply .acting", ".reply samp", FIRST_LINE]
ANSWERS = {
    "": ["h1", ".find.large textarea", ".find.large button[type=submit]", "#popular"],
    "smtp/450-vs-550/": COMPARISON,
    "smtp/421-vs-450/": COMPARISON,
    "smtp-enhanced/5.3.0-vs-5.7.1/": COMPARISON,
    "smtp-enhanced/5.1.1-vs-5.1.10/": COMPARISON,
    "http/502-vs-522/": COMPARISON,
    "http/401-vs-403/": COMPARISON,
    "grpc/ALREADY_EXISTS-vs-ABORTED/": COMPARISON,
    "grpc/RESOURCE_EXHAUSTED-vs-UNAVAILABLE/": COMPARISON,
    "smtp/550/": COMPARED_CODE,
    "smtp/421/": COMPARED_CODE,
    "smtp-enhanced/5.7.26/": CODE,
    "http/502/": COMPARED_CODE,
    "http/404/": COMPARED_CODE,
    "grpc/UNAVAILABLE/": COMPARED_CODE,
    "grpc/RESOURCE_EXHAUSTED/": COMPARED_CODE,
    "smtp/situations/login-extra-step/": SITUATION,
    "smtp/situations/mailbox-full/": SITUATION,
    "http/situations/backend-refused/": SITUATION,
    "grpc/situations/quota-used-up/": SITUATION,
    "providers/gmail/": PROVIDER,
    "providers/naver/": PROVIDER,
    "http/providers/cloudflare/": PROVIDER,
}


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("path", ANSWERS)
def test_the_first_screen_answers(
    page: Page, site_url: str, path: str, language: str, screen: dict[str, int]
) -> None:
    page.set_viewport_size(screen)  # type: ignore[arg-type]
    page.goto(f"{site_url}/{language}/{path}")
    wanted = list(ANSWERS[path])
    if "-vs-" in path:
        wanted.append(".cards .verdict" if screen["width"] > 1000 else ".answer .acts")
    for selector in wanted:
        end = page.locator(selector).first.evaluate(
            """(one, isLine) => (isLine ? one.getClientRects()[0] : one.getBoundingClientRect()).bottom""",
            selector == FIRST_LINE,
        )
        assert 0 < end <= screen["height"], selector


def test_the_strip_is_a_list_of_stages_on_a_phone(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site_url}/en/smtp/450-vs-550/")
    boxes = [one.bounding_box() for one in page.locator(".strip thead th").all()]
    tops = [box["y"] for box in boxes if box]
    assert tops == sorted(tops)
    assert len(set(tops)) == len(tops)
    rcpt = page.locator(".strip thead th.shared").first.bounding_box()
    cells = [
        box["y"]
        for one in page.locator(".strip tbody td:has([role=img])").all()
        if (box := one.bounding_box())
    ]
    assert rcpt is not None
    # Each code has a sign in the row of a stage that they share, and nothing scrolls aside.
    assert sum(abs(y - rcpt["y"]) < 1 for y in cells) == 2
    strip = page.locator(".strip")
    assert strip.evaluate("one => one.scrollWidth <= one.clientWidth")
