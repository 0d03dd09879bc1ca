"""The site while somebody edits it: built again once a file has changed, each page made when a browser asks for it.

A build for a preview is short: content and templates are read and checked, and MkDocs makes the hand-written pages.
Whoever asks looks for changes first, so that no answer is older than the files are.
When a build stops, the pages of the last good one stay, and say what stopped it.
"""

import logging
import os
import threading
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import jinja2
from mkdocs.exceptions import MkDocsException

from codepairs.build import stamps
from codepairs.content.shelf import Shelf
from codepairs.pages.templating import UnknownSlotError
from codepairs.problems import ContentError
from codepairs.site.site import Site

# How often files are looked at when nobody asks for a page.
LOOK_SECONDS: Final = 0.2

_log = logging.getLogger("mkdocs.plugins.codepairs")


class Edition:
    """The site as one build left it."""

    def __init__(self, site: Site, made: Mapping[str, bytes]) -> None:
        self._site = site
        # What MkDocs made: hand-written pages, the page not found, and the files of the theme.
        self._made = made
        self.is_sound = True

    def file(self, address: str) -> bytes | None:
        """What stands at `address`, or None if nothing does."""
        if address in self._made:
            return self._made[address]
        text = self._site.text_at(address)
        return None if text is None else text.encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is at an address: nothing if `body` is None.

    `problem` is what a build would stop at; `is_old` says that the body is of an earlier edition.
    """

    body: bytes | None
    version: str
    problem: str = ""
    is_old: bool = False


class Preview:
    """Builds when it has to, and knows what stands at each address."""

    def __init__(self) -> None:
        self.shelf = Shelf()
        self.is_open = False
        # Held by whoever builds or makes a page; told when there is something new to see.
        self._turn = threading.Condition()
        self._ended = threading.Event()
        self._build: Callable[[], None] = lambda: None
        self._watched: Sequence[Path] = ()
        self._seen: Mapping[str, stamps.Stamp] | None = None
        self._newest: Edition | None = None
        self._sound: Edition | None = None
        self._problem = ""
        self._is_behind = False
        self._versions = 0

    def open(self, build: Callable[[], None], watched: Sequence[Path]) -> None:
        """Begin: `build` is called now and whenever a file at or below `watched` has changed, and ends in `take`."""
        self._build, self._watched, self.is_open = build, watched, True
        threading.Thread(target=self._keep_looking, daemon=True).start()

    def close(self) -> None:
        """End, once a build that is under way has ended."""
        self._ended.set()
        with self._turn:
            self._turn.notify_all()

    def take(self, site: Site, folder: Path) -> None:
        """Show `site` from now on, with the files that MkDocs made in `folder`."""
        made = {
            file.relative_to(folder).as_posix(): file.read_bytes()
            for file in folder.rglob("*")
            if file.is_file()
        }
        if self._newest and self._newest.is_sound:
            self._sound = self._newest
        self._newest = Edition(site, made)

    def look(self) -> None:
        """Build if a file has changed since the last build began."""
        with self._turn:
            seen = stamps.take(self._watched)
            if seen != self._seen and not self._ended.is_set():
                self._seen = seen
                self._build_anew()
                self._versions += 1
                self._turn.notify_all()

    def show(self, address: str) -> Shown:
        """What stands at `address`, by the newest files."""
        with self._turn:
            self.look()
            if self._newest is None:
                return Shown(body=None, version=self.version, problem=self._problem)
            try:
                return Shown(
                    body=self._newest.file(address),
                    version=self.version,
                    problem=self._problem,
                    is_old=self._is_behind,
                )
            except Exception as error:  # noqa: BLE001 - a template may fail in any way
                self._newest.is_sound = False
                problem = _told(error)
                _log.error(problem)
                body = self._sound.file(address) if self._sound else None
                return Shown(body=body, version=self.version, problem=problem, is_old=True)

    @property
    def version(self) -> str:
        """What changes whenever there is something new to see, even if another process serves it."""
        return f"{os.getpid()}.{self._versions}"

    def await_other(self, version: str, seconds: float) -> str | None:
        """The version once it is another than `version`, or after `seconds`; None once the preview has ended."""
        with self._turn:
            self._turn.wait_for(lambda: self._ended.is_set() or self.version != version, seconds)
            return None if self._ended.is_set() else self.version

    def _keep_looking(self) -> None:
        self.look()
        while not self._ended.wait(LOOK_SECONDS):
            self.look()

    def _build_anew(self) -> None:
        started, before = time.perf_counter(), self._newest
        logged = _Logged()
        logging.getLogger().addHandler(logged)
        try:
            self._build()
            problems = []
        except SystemExit as error:  # MkDocs has said before what made it stop
            problems = logged.messages or [str(error)]
        except Exception as error:  # noqa: BLE001 - whatever stops a build
            problems = [_told(error)]
            _log.error(problems[0])
        finally:
            logging.getLogger().removeHandler(logged)
        self._problem = "\n".join(problems)
        self._is_behind = self._newest is before
        if not self._is_behind:
            _log.info("ready after %.2f s", time.perf_counter() - started)


class _Logged(logging.Handler):
    """Keeps what a build warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def _told(error: BaseException) -> str:
    """What a person has to know of an error: where, and what is wrong there."""
    if isinstance(error, ContentError | UnknownSlotError | MkDocsException):
        return str(error)
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"{error.filename}:{error.lineno}: {error.message}"
    # Jinja puts a template's lines into the traceback; they say more than ours.
    steps = traceback.extract_tb(error.__traceback__)
    step = next((one for one in reversed(steps) if one.filename.endswith(".html")), steps[-1])
    return f"{step.filename}:{step.lineno}: {type(error).__name__}: {error}"
