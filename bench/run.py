"""Time our full build against others making the same pages: `make bench`, or `python bench/run.py --help`.

All contenders run in turn on one machine in one run, each into a fresh folder, several times; the median counts.
Ratios are what to look at: seconds depend on the machine.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import invent
import rivals
from measure import Run, run

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
OURS, HUGO, HUGO_MD, MKDOCS, BARE = (
    "codepairs",
    "hugo, data",
    "hugo, markdown",
    "mkdocs, markdown",
    "bare writing",
)
# Plain MkDocs takes minutes beyond this size, and Hugo from Markdown more memory than most machines have beyond that.
MKDOCS_AT_MOST = 45
HUGO_MD_AT_MOST = 120

Contender = Callable[[Path], Run]


def main() -> None:
    """Print times, peak memory and ratios for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--codes", type=int, nargs="+", default=[45, 120, 245])
    parser.add_argument("--rounds", type=int, default=3, help="runs of each contender")
    parser.add_argument("--work", type=Path, help="folder to work in (default: a temporary one)")
    options = parser.parse_args()
    for codes in options.codes:
        work = Path(tempfile.mkdtemp(prefix="codepairs-bench-", dir=options.work))
        try:
            _size(work, codes, options.rounds)
        finally:
            shutil.rmtree(work)


def _size(work: Path, codes: int, rounds: int) -> None:
    content = invent.invent(work, codes)
    contenders = _contenders(work, content, codes)
    runs: dict[str, list[Run]] = {name: [] for name in contenders}
    outputs: dict[str, Path] = {}
    for number in range(rounds):
        for name, contender in contenders.items():
            outputs[name] = work / f"out-{number}-{name.replace(', ', '-').replace(' ', '-')}"
            os.sync()
            runs[name].append(contender(outputs[name]))
    pairs = codes * (codes - 1) // 2
    print(f"\n{codes} codes, {pairs:,} pairs, {rounds} rounds, median (fastest – slowest)")
    for name, found in runs.items():
        _print_row(name, found, outputs[name], runs[OURS])


def _contenders(work: Path, content: Path, codes: int) -> Mapping[str, Contender]:
    rivals.hugo_from_data(content, work / "hugo-data")
    build = [sys.executable, str(ROOT / "build.py"), "--content", str(content), "--site-dir"]
    hugo = [str(BIN / "hugo"), "--quiet", "--destination"]
    found: dict[str, Contender] = {
        OURS: lambda out: run([*build, str(out)], ROOT),
        HUGO: lambda out: run([*hugo, str(out)], work / "hugo-data"),
        BARE: lambda out: _write_bare(work, out),
    }
    if codes <= HUGO_MD_AT_MOST:
        rivals.hugo_from_markdown(content, work / "hugo-md")
        found[HUGO_MD] = lambda out: run([*hugo, str(out)], work / "hugo-md")
    if codes <= MKDOCS_AT_MOST:
        rivals.mkdocs_from_markdown(content, work / "mkdocs")
        mkdocs = [str(BIN / "mkdocs"), "build", "--quiet", "--site-dir"]
        found[MKDOCS] = lambda out: run([*mkdocs, str(out)], work / "mkdocs")
    return found


def _write_bare(work: Path, out: Path) -> Run:
    """Write the bytes of our newest output again, and do nothing else."""
    newest = max(work.glob("out-*-codepairs"), key=lambda folder: folder.name)
    files = [
        (file.relative_to(newest), file.read_bytes())
        for file in sorted(newest.rglob("*"))
        if file.is_file()
    ]
    os.sync()
    used, started = time.process_time(), time.perf_counter()
    for name, content in files:
        target = f"{out}/{name}"
        try:
            stream = open(target, "wb", buffering=0)  # noqa: SIM115, PTH123 - as bare as it gets
        except FileNotFoundError:
            os.makedirs(os.path.dirname(target))  # noqa: PTH103, PTH120 - as above
            stream = open(target, "wb", buffering=0)  # noqa: SIM115, PTH123 - as above
        with stream:
            stream.write(content)
    return Run(time.perf_counter() - started, time.process_time() - used, 0)


def _print_row(name: str, runs: list[Run], output: Path, ours: list[Run]) -> None:
    seconds = [run.seconds for run in runs]
    median = statistics.median(seconds)
    ratio = statistics.median(run.seconds for run in ours) / median
    used = statistics.median(run.processor_seconds for run in runs)
    used_ratio = statistics.median(run.processor_seconds for run in ours) / used
    pages = [file.stat().st_size for file in output.rglob("index.html")]
    comparisons = [size for size in pages if size > 2_000]  # noqa: PLR2004 - stubs are smaller
    memory = max(run.megabytes for run in runs)
    print(
        f"{name:18} {median:7.2f} s ({min(seconds):.2f} – {max(seconds):.2f})"
        f"  ours/this {ratio:5.2f}  this/ours {1 / ratio:6.2f}"
        f"  processors {used:6.2f} s, ours/this {used_ratio:5.2f}"
        f"  {memory:5.0f} MB  {median / len(pages) * 1e6:6.0f} µs/page"
        f"  {len(pages):,} pages, {statistics.mean(comparisons) / 1000:.1f} kB each"
    )


if __name__ == "__main__":
    main()
