"""A real Chromium on the built site.

Every page that these fixtures open is watched: an error on its console, an uncaught exception or a request to another host fails the test when it ends.
A test that means to provoke errors is marked `expects_errors`.
"""

import importlib.resources
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.support import chromium
from tests.support.server import serve

# WCAG 2.2 AA contains level A and the earlier versions; axe tags a rule with the one that brought it.
AXE_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
AXE = (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")

# A busy machine is slow at times; how quick the site is, tests say that measure it.
expect.set_options(timeout=20_000)

DESKTOP = {"width": 1280, "height": 800}


class OpenPage(Protocol):
    """Opens a watched page in a context of its own.

    Options are those of Playwright's `new_context`: `viewport`, `color_scheme`, `locale`, `java_script_enabled` …
    """

    def __call__(self, **options: Any) -> Page: ...  # noqa: ANN401 - options of many types


class ContextFor(Protocol):
    """Finds the context of some of Playwright's options."""

    def __call__(self, **options: Any) -> BrowserContext: ...  # noqa: ANN401 - as above


def axe_violations(page: Page) -> list[str]:
    """What axe-core finds wrong with the page as it is now: one line for each element concerned."""
    # Evaluated through the debugger, so the site's content security policy does not stand in the way.
    page.evaluate(AXE)
    violations = page.evaluate(
        """tags => axe
            .run({runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]})
            .then(results => results.violations)""",
        AXE_TAGS,
    )
    return [
        f"{violation['id']}: {violation['help']}: {' '.join(map(str, node['target']))}: {node['html']}"
        for violation in violations
        for node in violation["nodes"]
    ]


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """The address of the served site, without a slash at its end."""
    with serve(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def context_for(browser: Browser, site_url: str) -> ContextFor:
    """The context of some options, one for all tests.

    To start one and to load every script anew takes twice the time of most tests.
    """
    contexts: dict[str, BrowserContext] = {}

    def found(**options: Any) -> BrowserContext:  # noqa: ANN401 - of many types
        # Without motion, a page looks final as soon as it is loaded.
        defaults = {"base_url": site_url, "viewport": DESKTOP, "reduced_motion": "reduce"}
        name = json.dumps(options, sort_keys=True)
        if name not in contexts:
            contexts[name] = browser.new_context(**(defaults | options))
        return contexts[name]

    return found


def _forget(context: BrowserContext, site_url: str) -> None:
    """Leave nothing of a test to the next but what the browser has loaded."""
    context.clear_permissions()
    for page in context.pages[1:]:
        page.close()
    for page in context.pages:
        context.new_cdp_session(page).send(
            "Storage.clearDataForOrigin", {"origin": site_url, "storageTypes": "all"}
        )
        page.close()


@pytest.fixture
def open_page(
    context_for: ContextFor, site_url: str, request: pytest.FixtureRequest
) -> Iterator[OpenPage]:
    """Opens pages as wished: `open_page(color_scheme="dark", viewport={…})`."""
    contexts = []
    errors: list[str] = []
    foreign: list[str] = []

    def opened(**options: Any) -> Page:  # noqa: ANN401 - of many types
        context = context_for(**options)
        contexts.append(context)
        page = context.new_page()
        page.on(
            "console",
            lambda message: (
                errors.append(f"{page.url}: {message.text}") if message.type == "error" else None
            ),
        )
        page.on("pageerror", lambda error: errors.append(f"{page.url}: {error}"))
        page.on(
            "request",
            lambda request: (
                foreign.append(f"{page.url}: request to {request.url}")
                if not request.url.startswith((f"{site_url}/", "data:", "blob:"))
                else None
            ),
        )
        return page

    yield opened
    for context in contexts:
        _forget(context, site_url)
    if request.node.get_closest_marker("expects_errors"):
        errors.clear()
    if errors or foreign:
        pytest.fail("\n".join(errors + foreign), pytrace=False)


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A page on a desktop screen."""
    return open_page()


@pytest.fixture
def no_js_page(open_page: OpenPage) -> Page:
    """A page with JavaScript off."""
    return open_page(java_script_enabled=False)
