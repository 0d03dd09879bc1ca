"""Time from a command to its first answer, and from saving a file to the changed answer: `python bench/serving.py`.

The shipped content and an invented one are served by `build.py serve` and by plain `mkdocs serve`, as a browser would meet them.
A whole build of the same content in the same run says what the seconds are worth on this machine.
"""

import argparse
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO

import invent
from measure import run

ROOT = Path(__file__).resolve().parent.parent
INVENTED_CODES = 350
# Longer than any answer takes; beyond, something is broken.
LIMIT_SECONDS = 60
POLL_SECONDS = 0.01


@dataclass(frozen=True)
class Edit:
    """A file, relative to the project, a text in it, and the address at which a word put before that text shows."""

    name: str
    file: str
    before: str
    address: str


def _edits(codes: Path, pair: str) -> Sequence[Edit]:
    a = pair.split("-vs-", maxsplit=1)[0]
    return (
        # At the end of what to do next, which every comparison shows.
        Edit("a code", f"{codes}/{a}.yml", "\n  facts:", f"en/smtp/{pair}/"),
        Edit("a template", "templates/pages/comparison.html", "</h1>", f"en/smtp/{pair}/"),
        Edit("a style", "templates/theme/css/site.css", "body", "css/site.css"),
        Edit("a hand-written page", "content/pages/en/about.md", "\n## ", "en/about/"),
    )


def main() -> None:
    """Print a table of medians, in seconds and as shares of a whole build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="edits of each kind")
    parser.add_argument("--codes", type=int, default=INVENTED_CODES, help="how many to invent")
    options = parser.parse_args()
    for codes in (None, options.codes):
        work = Path(tempfile.mkdtemp(prefix="codepairs-serving-"))
        try:
            _size(work, codes, options.rounds)
        finally:
            shutil.rmtree(work)


def _size(work: Path, codes: int | None, rounds: int) -> None:
    if codes is None:
        shutil.copytree(ROOT / "content", work / "content")
        name, pair = "shipped content", "421-vs-450"
    else:
        invent.invent(work, codes)
        name, pair = f"{codes} invented codes", "401-vs-402"
    shutil.copytree(ROOT / "templates", work / "templates")
    shutil.copy(ROOT / "mkdocs.yml", work)
    codes_folder = Path("content/smtp/catalogues/smtp/codes")
    address = f"en/smtp/{pair}/"
    content = ["--content", str(work / "content")]
    build = [sys.executable, str(ROOT / "build.py"), *content]
    whole = run([*build, "--site-dir", str(work / "site")], ROOT).seconds
    print(f"\n{name}: a whole build takes {whole:.2f} s; {rounds} rounds, median (slowest)")
    starts: dict[str, list[float]] = {"build.py serve": [], "mkdocs serve": []}
    for _ in range(rounds):
        with _served([*build, "serve", "--address"], ROOT, address) as (_url, seconds):
            starts["build.py serve"].append(seconds)
        with _served(_mkdocs(work), work, address) as (_url, seconds):
            starts["mkdocs serve"].append(seconds)
    for command, found in starts.items():
        _print_row(f"first answer of {command}", found, whole)
    with _served(_mkdocs(work), work, address) as (url, _):
        for edit in _edits(codes_folder, pair):
            found = [_seconds_to_see(work, edit, url, number) for number in range(rounds)]
            _print_row(f"edit of {edit.name}", found, whole)


def _mkdocs(work: Path) -> Sequence[str]:
    file = str(work / "mkdocs.yml")
    return [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--config-file", file, "--dev-addr"]


@contextmanager
def _served(command: Sequence[str], cwd: Path, address: str) -> Iterator[tuple[str, float]]:
    """A running server: its address, and the seconds from the command to its first answer."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    started = time.perf_counter()
    process = subprocess.Popen(
        [*command, host],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},  # ours, wherever the command is run
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _await(f"http://{host}/{address}", b"</html>")
        yield f"http://{host}/", time.perf_counter() - started
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def _seconds_to_see(work: Path, edit: Edit, url: str, number: int) -> float:
    """What passes until a page that is open has been told of an edit, and has loaded anew."""
    file, word = work / edit.file, f"zz{number}zz"
    text = file.read_text(encoding="utf-8")
    if edit.before not in text:
        raise LookupError(f"{edit.file} does not contain {edit.before!r}")
    with urllib.request.urlopen(f"{url}livereload", timeout=LIMIT_SECONDS) as changes:  # noqa: S310 - ours
        _next_event(changes)
        started = time.perf_counter()
        file.write_text(text.replace(edit.before, f"{word} {edit.before}", 1), encoding="utf-8")
        _next_event(changes)
    _await(url + edit.address, word.encode())
    return time.perf_counter() - started


def _next_event(changes: BinaryIO) -> None:
    """Read on until the server has told something."""
    while changes.readline().strip():
        pass


def _await(url: str, expected: bytes) -> None:
    """Ask until the answer holds `expected`."""
    deadline = time.perf_counter() + LIMIT_SECONDS
    while time.perf_counter() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=LIMIT_SECONDS) as answer:  # noqa: S310 - ours
                if answer.status == HTTPStatus.OK and expected in answer.read():
                    return
        except (urllib.error.URLError, ConnectionError):
            pass  # not there yet
        time.sleep(POLL_SECONDS)
    raise TimeoutError(f"{url} did not show {expected!r} within {LIMIT_SECONDS} s")


def _print_row(name: str, seconds: Sequence[float], whole: float) -> None:
    median = statistics.median(seconds)
    print(f"{name:32} {median:6.2f} s ({max(seconds):.2f})  {median / whole:7.1%} of a build")


if __name__ == "__main__":
    main()
