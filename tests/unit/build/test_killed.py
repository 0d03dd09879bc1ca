"""A build that is ended from outside: no process goes on, the published site stays, the next build is not hindered."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from codepairs import cli
from codepairs.build import publish
from tests.conftest import ROOT

# A build in several processes that takes its time, and notes each page before writing it.
SLOW_BUILD = """
import signal, sys, time
from codepairs import cli
from codepairs.build import generated, workers

# A shell that starts the tests in the background has them, and all that they start, pass over Ctrl+C.
signal.signal(signal.SIGINT, signal.default_int_handler)
write = generated.GeneratedFile.write

def slowly(self):
    with open(sys.argv[1], "a") as notes:
        notes.write(self.src_uri + "\\n")
    time.sleep(0.1)
    write(self)

generated.GeneratedFile.write = slowly
workers.processes_for = lambda files: 3
raise SystemExit(cli.main(sys.argv[2:]))
"""


# How many seconds a busy machine may take for what takes a quiet one two.
PATIENCE = 60


class SlowBuild:
    """A build running in a process of its own."""

    def __init__(self, content: Path, site: Path) -> None:
        self.site = site
        self._notes = site.with_name("notes")
        arguments = [self._notes, "--content", content, "--site-dir", site]
        self.process = subprocess.Popen(
            [sys.executable, "-c", SLOW_BUILD, *map(str, arguments)],
            cwd=ROOT,
            stderr=subprocess.PIPE,
            text=True,
        )
        wait_until(lambda: self.written >= 6)

    @property
    def written(self) -> int:
        """How many pages have been begun, by all processes together."""
        return len(self._notes.read_text().splitlines()) if self._notes.exists() else 0

    def end(self, number: signal.Signals) -> str:
        """Send a signal to the first process alone; returns what it said."""
        self.process.send_signal(number)
        # The pipe closes when its last holder ends, so this waits for the other processes as well.
        return self.process.communicate(timeout=PATIENCE)[1]

    def left(self) -> list[str]:
        """What stands beside the site, apart from the notes and the content."""
        beside = {file.name for file in self.site.parent.iterdir()}
        return sorted(beside - {"site", "notes", "content"})


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


@pytest.fixture
def slow(small_content: Path, tmp_path: Path) -> Iterator[SlowBuild]:
    site = tmp_path / "site"
    site.mkdir()
    (site / publish.MARKER).touch()
    (site / "index.html").write_text("old")
    build = SlowBuild(small_content, site)
    yield build
    build.process.kill()
    build.process.communicate()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_build_that_is_asked_to_end_says_so_and_leaves_nothing(
    slow: SlowBuild, number: signal.Signals
) -> None:
    assert slow.end(number) == "interrupted; the published site is as it was\n"
    assert slow.process.returncode == 128 + number
    assert (slow.site / "index.html").read_text() == "old"
    assert slow.left() == []


def test_no_process_survives_a_build_that_is_killed(slow: SlowBuild) -> None:
    assert slow.end(signal.SIGKILL) == ""
    written = slow.written
    time.sleep(0.5)
    assert slow.written == written
    assert (slow.site / "index.html").read_text() == "old"


def test_the_next_build_clears_what_a_killed_one_left(slow: SlowBuild, small_content: Path) -> None:
    slow.end(signal.SIGKILL)
    assert slow.left() == [".site.lock", f".site.new-{slow.process.pid}"]
    assert cli.main(["--content", str(small_content), "--site-dir", str(slow.site)]) == cli.OK
    assert slow.left() == []


def test_a_second_build_says_who_is_at_work(
    slow: SlowBuild, small_content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--content", str(small_content), "--site-dir", str(slow.site)]
    assert cli.main(arguments) == cli.PROBLEMS
    said = capsys.readouterr().err
    assert said == f"build failed: process {slow.process.pid} is building into {slow.site}\n"
    assert slow.process.poll() is None
