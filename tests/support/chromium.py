"""Finding and starting Chromium."""

import os
import shutil

from playwright.sync_api import Browser, Error, Playwright

VARIABLE = "CODEPAIRS_CHROMIUM"

# The pages are served from this machine: nothing else needs to be reached, and nothing else may be.
ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--no-first-run",
)


def installed() -> str | None:
    """The Chromium named by CODEPAIRS_CHROMIUM, else the system's; None leaves Playwright's own."""
    found = os.environ.get(VARIABLE) or shutil.which("chromium")
    # Ubuntu's snap cannot see the folders in which Playwright keeps its profiles.
    return None if found and found.startswith("/snap/") else found


def launch(playwright: Playwright) -> Browser:
    """Start Chromium, headless.

    Raises Playwright's `Error` where there is none; `make test` installs one.
    """

    def start(*, sandbox: bool) -> Browser:
        return playwright.chromium.launch(
            executable_path=installed(), args=ARGUMENTS, chromium_sandbox=sandbox
        )

    if os.geteuid() == 0:
        # Chromium refuses its sandbox to root.
        return start(sandbox=False)
    try:
        return start(sandbox=True)
    except Error:
        # Some systems let nobody use it, containers above all; our own pages can do without.
        return start(sandbox=False)
