"""Content spoiled at random: it is refused with problems that carry file and line, or the site is built.

The seeds are fixed, so a run is the same each time; another range of seeds finds other faults.
"""

import os
import re
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from codepairs import cli

SEEDS = range(60)
SECONDS = 60  # a busy machine can stand still for a while
PROBLEM = re.compile(r"/.+:[1-9]\d*: .{1,600}|  hint: .{1,200}")
CLOSING = re.compile(r"check failed: \d+ problems? in \d+ files?")

# What people, editors and ill will write into files.
HOSTILE = (
    *("", " ", "null", "~", "yes", "5.10", "1:30", "2026-02-30", "0x1f", "1e999", "-", "?", "*a", "&a"),
    *("\0", "\x1b[31m", "\u202e", "\u200b", "\ufeff", "\ufffe", '"\\ud800"', "\r", "\t", "\u2028", "²"),
    *("<script>", "</title>", "&lt;", "&#0;", "javascript:x", "[a](javascript:x)", "[a][1]", "![a](b)"),
    *("{a}", "{nosuch}", "{a.__class__}", "{a!r:>9}", "{", "}}", "%s", "{{ a }}", "{% raw %}", "${a}"),
    *("../../../etc/passwd", "http://[/", "https://a b/", "//a", "C:\\", "con", "x" * 5000, "9" * 5000),
    *("[" * 3000, "> " * 500, "가" * 2000, "메일", "이(가)", "421는", "Abc", "ABC", "A.B", "421_"),
    *("!!python/name:os.system", "---", "...", "<<: {}", "[]", "{}", "|", ">-", "'", '"', "#", ":"),
)  # fmt: skip

Mutation = Callable[[Path, Random], None]


def _lines(file: Path, change: Callable[[list[str]], None]) -> None:
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    change(lines)
    file.write_text("".join(lines), encoding="utf-8", errors="surrogatepass")


def drop_line(file: Path, random: Random) -> None:
    def change(lines: list[str]) -> None:
        del lines[random.randrange(len(lines))]

    _lines(file, change)


def repeat_line(file: Path, random: Random) -> None:
    place = random.randrange(100_000)
    _lines(file, lambda lines: lines.insert(place % len(lines), random.choice(lines)))


def indent_line(file: Path, random: Random) -> None:
    def change(lines: list[str]) -> None:
        place = random.randrange(len(lines))
        lines[place] = random.choice(["  ", "\t", "- "]) + lines[place]

    _lines(file, change)


def replace_value(file: Path, random: Random) -> None:
    def change(lines: list[str]) -> None:
        place = random.randrange(len(lines))
        key, colon, _ = lines[place].partition(": ")
        lines[place] = f"{key}{colon}{random.choice(HOSTILE)}\n"

    _lines(file, change)


def insert_into_value(file: Path, random: Random) -> None:
    def change(lines: list[str]) -> None:
        place = random.randrange(len(lines))
        at = random.randrange(len(lines[place]))
        lines[place] = lines[place][:at] + random.choice(HOSTILE) + lines[place][at:]

    _lines(file, change)


def replace_word(file: Path, random: Random) -> None:
    words = re.findall(r"[\w.-]+", file.read_text(encoding="utf-8"))
    old, new = random.choice(words), random.choice([*words, *HOSTILE])
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def cut_off(file: Path, random: Random) -> None:
    raw = file.read_bytes()
    file.write_bytes(raw[: random.randrange(len(raw))])


def spoil_bytes(file: Path, random: Random) -> None:
    raw = bytearray(file.read_bytes())
    for _ in range(3):
        raw[random.randrange(len(raw))] = random.randrange(256)
    file.write_bytes(raw)


def remove(file: Path, _: Random) -> None:
    file.unlink()


def rename(file: Path, random: Random) -> None:
    name = random.choice(["a", "A b", "<b>", "421", "index", "a\nb", "\udcff", "X59", "x" * 200])
    file.rename(file.with_name(name + file.suffix))


def copy(file: Path, random: Random) -> None:
    name = random.choice(["copy", "999", "421-vs-550", "smtp", "guide", "X21"])
    shutil.copy(file, file.with_name(name + file.suffix))


def make_something_else(file: Path, random: Random) -> None:
    file.unlink()
    random.choice([os.mkfifo, os.mkdir, lambda path: path.symlink_to(path)])(file)


MUTATIONS: tuple[Mutation, ...] = (
    *(drop_line, repeat_line, indent_line, replace_value, insert_into_value, replace_word),
    *(replace_value, insert_into_value, replace_word, cut_off, spoil_bytes),
    *(remove, rename, copy, make_something_else),
)


@pytest.fixture
def whole_content(with_situations: Path) -> Path:
    """The content with situations and a file of every other kind."""
    (with_situations / "synonyms.yml").write_text("en: [[full, quota]]\nko: [[꽉, 용량]]\n")
    (with_situations / "addresses.txt").write_text("en/smtp/421/\nko/smtp/421/\n")
    (with_situations / "smtp" / "catalogues" / "smtp" / "shares.txt").write_text("421 450 31 28\n")
    return with_situations


@pytest.fixture
def _no_hang() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    yield
    signal.alarm(0)


@pytest.mark.usefixtures("_no_hang")
@pytest.mark.parametrize("seed", SEEDS)
def test_a_mutant_is_refused_with_a_line_or_built(
    seed: int, whole_content: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    random = Random(seed)  # noqa: S311 - the same each time
    folders = [whole_content, *(whole_content / name for name in ("smtp", "pages", "phrases"))]
    folder = random.choice(folders)
    file = random.choice(sorted(file for file in folder.rglob("*") if file.is_file()))
    random.choice(MUTATIONS)(file, random)
    status = cli.main(["--content", str(whole_content), "--site-dir", str(tmp_path / "site")])
    printed = capfd.readouterr().err
    if status == cli.OK:
        assert printed == ""
    else:
        assert status == cli.PROBLEMS
        *problems, closing = printed.splitlines()
        assert CLOSING.fullmatch(closing)
        assert [line for line in problems if not PROBLEM.fullmatch(line)] == []
