"""A page that is open while files are edited."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import ROOT
from tests.support.files import replace
from tests.unit.build.test_preview import code_file


@pytest.fixture
def address(small_content: Path) -> Iterator[str]:
    """Where the small content is served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "build.py", "--content", str(small_content), "serve"]
    process = subprocess.Popen(
        [*command, "--address", host], cwd=ROOT, stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    for line in process.stderr:
        if "Serving on" in line:
            break
    yield f"http://{host}/"
    process.terminate()
    process.communicate()


def test_an_open_page_reloads_when_a_file_is_edited(
    browser: Browser, address: str, small_content: Path
) -> None:
    file = code_file(small_content, "421")
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}en/smtp/421/")
        replace(file, "gist: ", "gist: surely ")
        expect(page.get_by_text("surely").first).to_be_visible()
        replace(file, "class: transient", "class: wrong")
        expect(page.get_by_text(f"{file}:3: 421 › class: expected one of")).to_be_visible()
        replace(file, "class: wrong", "class: transient")
        expect(page.get_by_text("A build would stop here")).to_have_count(0)
