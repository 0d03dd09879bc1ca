"""What a browser is shown while files are edited; MkDocs runs as ever, but nothing listens at a port."""

import re
import shutil
import socket
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from typing import Any
from wsgiref.types import WSGIApplication
from wsgiref.util import setup_testing_defaults

import pytest
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from codepairs import cli
from codepairs.build import live
from tests.conftest import ROOT
from tests.support.files import replace

# The server says that the site stands at its own address, so the build it is compared with does as well.
ADDRESS = "http://127.0.0.1:8000/"
LIMIT_SECONDS = 30
PAIR = "/en/smtp/421-vs-450/"


@dataclass(frozen=True)
class Answer:
    status: str
    headers: dict[str, str]
    body: Iterable[bytes]

    @property
    def text(self) -> str:
        return b"".join(self.body).decode()


@dataclass(frozen=True)
class Browser:
    app: WSGIApplication

    def ask(self, path: str) -> Answer:
        environ: dict[str, object] = {"PATH_INFO": path.encode().decode("latin-1")}
        setup_testing_defaults(environ)
        answered: list[Answer] = []

        def start_response(status: str, headers: list[tuple[str, str]], *_: object) -> object:
            answered.append(Answer(status, dict(headers), []))
            return None

        body = self.app(environ, start_response)  # type: ignore[arg-type]  # as simple as a server may be
        return Answer(answered[0].status, answered[0].headers, body)

    def see(self, path: str) -> str:
        return self.ask(path).text


@pytest.fixture
def project(small_content: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SITE_URL", ADDRESS)
    folder = small_content.parent
    shutil.copytree(ROOT / "templates", folder / "templates")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


@pytest.fixture
def opened(project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Queue[Browser]]:
    """Fulfilled once MkDocs serves; asked for late, a test can break the project before."""
    served: Queue[Browser] = Queue()
    ended = threading.Event()

    def serve(self: LiveReloadServer, **_: object) -> None:
        served.put(Browser(self.get_app()))  # type: ignore[arg-type]  # MkDocs' types are older
        ended.wait()

    monkeypatch.setattr(LiveReloadServer, "serve", serve)
    thread = threading.Thread(target=mkdocs_serve.serve, args=[str(project / "mkdocs.yml")])

    class Late(Queue[Browser]):
        def get(self, *_: object, **__: object) -> Browser:
            thread.start()
            return served.get(timeout=LIMIT_SECONDS)

    yield Late()
    ended.set()
    thread.join()


@pytest.fixture
def browser(opened: Queue[Browser]) -> Browser:
    return opened.get()


def code_file(project: Path, code: str) -> Path:
    return next(project.rglob(f"codes/{code}.yml"))


def box(page: str) -> str:
    found = re.search(r"<details open style=.*?</details>", page, re.DOTALL)
    return found[0] if found else ""


def test_served_bytes_are_built_bytes(project: Path, opened: Queue[Browser]) -> None:
    built = project / "built"
    build(load_config(str(project / "mkdocs.yml"), site_dir=str(built)))
    browser = opened.get()
    # Who writes a page looks at the page; its card is drawn when the site is built.
    files = [file for file in built.rglob("*") if file.is_file() and file.suffix != ".png"]
    kinds = {file.relative_to(built).parts[0] for file in files}
    assert kinds >= {"en", "ko", "css", "js", "find", "404.html", "sitemap.xml", "robots.txt"}
    for file in files:
        path = "/" + file.relative_to(built).as_posix().removesuffix("index.html")
        if file.suffix == ".ico":
            assert b"".join(browser.ask(path).body) == file.read_bytes()
            continue
        served = re.sub(
            r"<script>\n\(\(\) => \{.*?</script>\n", "", browser.see(path), count=1, flags=re.DOTALL
        )
        assert served == file.read_text(encoding="utf-8"), path


def test_an_edit_shows(project: Path, browser: Browser) -> None:
    before = browser.see(PAIR)
    replace(code_file(project, "421"), "next: ", "next: surely ")
    assert "surely" not in before
    assert "surely" in browser.see(PAIR)
    replace(project / "content" / "pages" / "en" / "about.md", "\n\n", "\n\nMost certainly.\n\n")
    assert "Most certainly." in browser.see("/en/about/")
    replace(project / "templates" / "theme" / "css" / "site.css", "body", "main, body")
    assert "main, body" in browser.see("/css/site.css")
    replace(project / "templates" / "pages" / "comparison.html", "</h1>", "!</h1>")
    assert "!</h1>" in browser.see(PAIR)
    assert box(browser.see(PAIR)) == ""


def test_a_file_that_appears_or_vanishes_brings_or_takes_its_pages(
    project: Path, browser: Browser
) -> None:
    assert browser.ask("/ko/smtp/453/").status == "404 Not Found"
    old = code_file(project, "450")
    new = old.with_name("453.yml")
    new.write_text(old.read_text(encoding="utf-8").replace("450", "453"), encoding="utf-8")
    assert browser.ask("/ko/smtp/453/").status == "200 OK"
    assert browser.ask("/en/smtp/453-vs-450/").status == "200 OK"
    new.unlink()
    assert browser.ask("/ko/smtp/453/").status == "404 Not Found"


def test_a_mistake_shows_its_line_on_the_last_good_page_until_it_is_mended(
    project: Path, browser: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    good = browser.see(PAIR)
    file = code_file(project, "421")
    replace(file, "class: transient", "class: wrong")
    page = browser.see(PAIR)
    assert f"{file}:3: 421 › class: expected one of" in box(page)
    assert "got &#x27;wrong&#x27;" in box(page)
    assert f"{file}:3: 421 › class: expected one of" in caplog.text
    main = re.compile(r"<main.*</main>", re.DOTALL)
    assert main.findall(page) == main.findall(good)
    assert "as it was before" in box(browser.see("/ko/about/"))
    replace(file, "class: wrong", "class: transient")
    assert box(browser.see(PAIR)) == ""


def test_a_mistake_from_the_start_shows_and_can_be_mended(
    project: Path, opened: Queue[Browser]
) -> None:
    file = code_file(project, "421")
    replace(file, "class: transient", "class: wrong")
    browser = opened.get()
    answer = browser.ask(PAIR)
    assert answer.status == "500 Internal Server Error"
    assert f"{file}:3:" in box(answer.text)
    assert live.CHANGES in browser.see(PAIR)
    replace(file, "class: wrong", "class: transient")
    assert browser.ask(PAIR).status == "200 OK"


@pytest.mark.parametrize(
    ("broken", "said"), [("{% if %}", ":1: Expected an expression"), ("{{ nobody.knows }}", ":1: ")]
)
def test_a_mistake_in_a_template_leaves_the_pages_that_others_make(
    project: Path, browser: Browser, broken: str, said: str
) -> None:
    browser.see("/en/smtp/421/")
    file = project / "templates" / "pages" / "code.html"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("{% block main %}", "{% block main %}" + broken), encoding="utf-8")
    said = said.replace(":1:", f":{text[: text.index('{% block main %}')].count(chr(10)) + 1}:")
    page = browser.see("/en/smtp/421/")
    assert f"{file}{said}" in box(page)
    assert "</main>" in page
    assert box(browser.see(PAIR)) == ""
    file.write_text(text, encoding="utf-8")
    assert box(browser.see("/en/smtp/421/")) == ""


def test_a_mistake_in_the_theme_or_the_configuration_shows(project: Path, browser: Browser) -> None:
    browser.see(PAIR)
    base = project / "templates" / "theme" / "base.html"
    replace(base, "<html", "{% endfor %}<html")
    assert f"{base}:2: Encountered unknown tag" in box(browser.see("/en/about/"))
    replace(base, "{% endfor %}", "")
    config = project / "mkdocs.yml"
    replace(config, "strict: true", "strict: maybe")
    assert "strict" in box(browser.see("/en/about/"))
    replace(config, "strict: maybe", "strict: true")
    assert box(browser.see("/en/about/")) == ""


def test_a_warning_shows_on_the_new_page(project: Path, browser: Browser) -> None:
    replace(project / "mkdocs.yml", "docs_dir:", "nav: [gone.md]\ndocs_dir:")
    replace(project / "content" / "pages" / "en" / "about.md", "title: ", "title: Surely ")
    page = browser.see("/en/about/")
    assert "<h1>Surely" in page
    assert "gone.md" in box(page)
    assert "as it was before" not in box(page)


def test_an_open_page_hears_of_a_change(project: Path, browser: Browser) -> None:
    page = browser.see(PAIR)
    changes = iter(browser.ask(live.CHANGES).body)
    told = next(changes).decode()
    version = told.split("data: ")[1].strip()
    assert f'"{version}"' in page
    replace(code_file(project, "421"), "gist: ", "gist: surely ")
    assert next(changes).decode() != told  # told by whoever looks for changes without being asked
    assert f'"{version}"' not in browser.see(PAIR)


def test_an_address_without_its_slash_leads_to_the_page(browser: Browser) -> None:
    answer = browser.ask(PAIR.rstrip("/"))
    assert answer.status == "302 Found"
    assert answer.headers["Location"] == PAIR
    assert browser.ask("/en/smtp/421-vs-421/").status == "404 Not Found"


@pytest.mark.parametrize(
    ("options", "file", "shown"),
    [
        ({"build_type": "clean"}, "en/smtp/450-vs-421/index.html", "421-vs-450"),
        ({"livereload": False}, "404.html", "needs live reloading"),
    ],
)
def test_other_ways_of_serving(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: dict[str, Any],
    file: str,
    shown: str,
) -> None:
    found: list[str] = []

    def serve(self: LiveReloadServer, **_: object) -> None:
        found.append((Path(self.root) / file).read_text(encoding="utf-8"))

    monkeypatch.setattr(LiveReloadServer, "serve", serve)
    mkdocs_serve.serve(str(project / "mkdocs.yml"), **options)
    assert shown in found[0]


def test_a_port_in_use_is_told_in_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        assert cli.main(["serve", "--address", address]) == cli.USAGE
    assert capsys.readouterr().err == f"error: --address {address}: Address already in use\n"


def test_an_interruption_ends_with_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(LiveReloadServer, "serve", interrupted)
    assert cli.main(["serve"]) == cli.OK
    assert capsys.readouterr().out == "stopped serving\n"
