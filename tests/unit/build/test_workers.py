import errno
import logging
import os
import signal
import time
from pathlib import Path

import pytest

from codepairs.build import workers
from codepairs.build.workers import WorkerFailedError, Workers
from codepairs.problems import ContentError, Problem


def test_shares_are_runs_that_together_are_everything() -> None:
    files = list(range(10))
    shares = workers.divided(files, 3, lambda _: 2)
    assert [file for share in shares for file in share] == files
    assert {len(share) for share in shares} <= {3, 4}


def test_shares_weigh_the_same_rather_than_count_the_same() -> None:
    shares = workers.divided([1, 1, 1, 1, 4, 4, 4], 2, lambda file: file)
    assert shares == [[1, 1, 1, 1, 4], [4, 4]]
    assert workers.divided([0, 0, 1, 1], 2, lambda file: file) == [[0, 0, 1], [1]]
    assert workers.divided([], 2, lambda _: 1) == [[], []]


def test_few_files_are_not_worth_a_process() -> None:
    assert workers.processes_for(10) == 1
    assert 1 <= workers.processes_for(10**6) <= workers.MOST_PROCESSES


def test_where_processes_cannot_fork_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert workers.processes_for(10**6) == 1


def test_every_share_is_written(tmp_path: Path) -> None:
    files = [tmp_path / str(number) for number in range(4)]
    Workers([[file.touch for file in files[:2]], [file.touch for file in files[2:]]]).wait()
    assert all(file.exists() for file in files)


def test_an_error_in_a_process_reaches_the_caller(capfd: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise ValueError("no such phrase")

    with pytest.raises(WorkerFailedError):
        Workers([[fail]]).wait()
    assert "no such phrase" in capfd.readouterr().err


def test_processes_can_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, int]] = []
    wait = os.waitpid

    def noted(child: int, options: int) -> tuple[int, int]:
        asked.append((child, options))
        return wait(child, options)

    monkeypatch.setattr(os, "waitpid", noted)
    started = time.monotonic()
    found = Workers([[lambda: time.sleep(30)]])
    (child,) = found._children
    found.stop()
    assert asked == [(child, 0)], "however long it takes"
    found.wait()
    assert time.monotonic() - started < 10


def test_a_problem_in_content_is_told_without_a_traceback(
    capfd: pytest.CaptureFixture[str],
) -> None:
    def fail() -> None:
        raise ContentError([Problem(file=Path("a.yml"), line=1, path="", message="expected b")])

    with pytest.raises(WorkerFailedError):
        Workers([[fail]]).wait()
    printed = capfd.readouterr().err
    assert printed.startswith("a.yml:1: expected b")
    assert "Traceback" not in printed


def test_a_warning_in_a_process_fails_a_strict_build() -> None:
    warn = logging.getLogger("mkdocs.plugins").warning
    with pytest.raises(WorkerFailedError, match="see the message above"):
        Workers([[lambda: None], [lambda: warn("a link leads nowhere")]]).wait()
    Workers([[lambda: logging.getLogger("mkdocs.plugins").info("a page is written")]]).wait()


def test_a_process_ended_from_outside_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    def end() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(WorkerFailedError, match="ended from outside"):
        Workers([[end]]).wait()
    assert capfd.readouterr().err == ""


def test_a_full_disk_is_told_in_a_line(capfd: pytest.CaptureFixture[str]) -> None:
    def write() -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "site/index.html")

    with pytest.raises(WorkerFailedError):
        Workers([[write]]).wait()
    assert capfd.readouterr().err == "cannot write site/index.html: No space left on device\n"
