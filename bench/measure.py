"""Running a command and measuring it: wall time, processor time, and the peak memory of it and its children together."""

import os
import resource
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SECONDS = 0.05


@dataclass(frozen=True)
class Run:
    """One run: seconds by the clock and of processors, and megabytes at the peak (shared memory counted once)."""

    seconds: float
    processor_seconds: float
    megabytes: float


def run(command: Sequence[str], cwd: Path) -> Run:
    """Run a command to its end; raises `CalledProcessError` if it fails."""
    used, started = _processor_seconds(), time.perf_counter()
    # Python keeps what it has compiled for the next run, unless a machine that only tests forbids it.
    environment = {
        name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
    }
    process = subprocess.Popen(
        command, cwd=cwd, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    peak = [0]
    watcher = threading.Thread(target=_watch, args=(process, peak), daemon=True)
    watcher.start()
    _, errors = process.communicate()
    seconds = time.perf_counter() - started
    watcher.join()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=errors)
    return Run(seconds, _processor_seconds() - used, peak[0] / 1024)


def _processor_seconds() -> float:
    """What all commands that have ended took of processors, which depends less on what else the machine does."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _watch(process: subprocess.Popen[bytes], peak: list[int]) -> None:
    while process.poll() is None:
        total = sum(_proportional_kilobytes(pid) for pid in _family(process.pid))
        peak[0] = max(peak[0], total)
        time.sleep(SAMPLE_SECONDS)


def _family(pid: int) -> list[int]:
    """A process and all that it started."""
    found = [pid]
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return found
    for child in children:
        found += _family(int(child))
    return found


def _proportional_kilobytes(pid: int) -> int:
    """Memory of a process in which pages that processes share are divided among them."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
