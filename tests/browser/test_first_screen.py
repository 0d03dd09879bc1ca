"""The verdict, who acts and what to do stand within the first screen, on a desk and on a phone."""

import pytest
from playwright.sync_api import Page

SCREENS = [{"width": 1280, "height": 900}, {"width": 390, "height": 844}]
# Each kind of page with the elements that answer.
ANSWERS = {
    "smtp/450-vs-550/": [".answer > p:first-child", ".answer > p:last-of-type"],
    "smtp-enhanced/5.3.0-vs-5.7.1/": [".answer > p:first-child", ".answer > p:last-of-type"],
    "http/502-vs-522/": [".answer > p:first-child", ".answer > p:last-of-type"],
    "grpc/ALREADY_EXISTS-vs-ABORTED/": [".answer > p:first-child", ".answer > p:last-of-type"],
    "smtp/550/": [".answer", "main > .verdict"],
    "http/502/": [".answer", "main > .verdict"],
    "smtp/situations/login-extra-step/": [".answer", ".outcome .verdict", ".outcome .verdict + p"],
    "providers/gmail/": [".reply samp", ".reply .told"],
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
        box = page.locator(selector).first.bounding_box()
        assert box is not None, selector
        assert box["y"] + box["height"] <= screen["height"], selector
