"""axe-core on each kind of page, in English in light and in Korean in dark colours."""

from collections import Counter

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import axe_violations

KINDS = [
    "{language}/",
    "{language}/smtp/",
    "{language}/smtp/421/",
    "{language}/smtp/situations/greylisted/",
    "{language}/smtp/250-vs-421/",
    "{language}/smtp/220-vs-354/",
    "{language}/smtp/211-vs-535/",
    "{language}/smtp/513/",
    "{language}/smtp-enhanced/",
    "{language}/smtp-enhanced/5.1.10/",
    "{language}/smtp-enhanced/5.1.1-vs-5.1.10/",
    "{language}/smtp-enhanced/pairs/policy/",
    "{language}/http/502/",
    "{language}/http/502-vs-522/",
    "{language}/http/situations/",
    "{language}/grpc/",
    "{language}/grpc/RESOURCE_EXHAUSTED-vs-UNAVAILABLE/",
    "{language}/numbers/503/",
    "{language}/providers/",
    "{language}/providers/gmail/",
    "{language}/quality/",
    "{language}/guides/",
    "{language}/guides/reading-a-reply/",
    "{language}/about/",
]


# Colours are the same in both languages, and words in both themes.
@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("ko", "dark")])
@pytest.mark.parametrize("kind", KINDS)
def test_no_violation(page: Page, site_url: str, kind: str, language: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{site_url}/{kind.format(language=language)}")
    assert axe_violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("text", ["550 5.1.1 User unknown", "421 vs 450", "mailbox full", "zzzz"])
def test_no_violation_in_what_the_field_answers(
    page: Page, site_url: str, text: str, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{site_url}/en/smtp/421/")
    page.locator("#find").fill(text)
    expect(page.locator("#found")).to_be_visible()
    assert axe_violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["", "404.html"])
def test_no_violation_on_pages_without_a_language(
    page: Page, site_url: str, address: str, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{site_url}/{address}")
    assert axe_violations(page) == []


@pytest.mark.parametrize("address", ["en/smtp/250-vs-421/", "ko/http/502-vs-522/"])
def test_cells_that_head_rows_and_columns_are_known_as_such(
    page: Page, site_url: str, address: str
) -> None:
    """Comparisons do not say which is which: browsers tell it from where a cell stands."""
    page.goto(f"{site_url}/{address}")
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    roles = Counter(node["role"]["value"] for node in tree["nodes"] if not node["ignored"])
    assert roles["rowheader"] == page.locator("tbody th").count()
    assert roles["columnheader"] == page.locator("thead th").count() > 0
