"""What must hold of hand-written pages: their text, their addresses and their links."""

import posixpath
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Final, TypeAlias
from urllib.parse import unquote, urlsplit

from codepairs.checks.texts import (
    TEXT_PARTS,
    TOO_DEEP,
    is_web_address,
    no_sentence_twice,
    wording_problems,
)
from codepairs.content.handwritten import HandwrittenFiles, HandwrittenPage
from codepairs.content.whole import Content
from codepairs.content.yamlfile import Document, Location
from codepairs.language import markdown
from codepairs.languages import DEFAULT_LANGUAGE
from codepairs.problems import Problem, shown

# A page has room for what a text in a data file has not; its h1 is its title.
PARTS: Final = TEXT_PARTS | frozenset(
    {
        *("h2", "h2 id", "h3", "h3 id", "h4", "h4 id", "hr", "code class"),
        *("table", "thead", "tbody", "tr", "th", "td", "img", "img src", "img alt", "img title"),
    }
)
_FENCE: Final = "```"


# What makes the text of the generated page that takes an address; None where none does.
Find: TypeAlias = Callable[[str], Callable[[], str] | None]


def run(files: HandwrittenFiles) -> Iterator[Problem]:
    """Every problem that can be found in the pages alone."""
    for page in (files.root, *files.pages):
        yield from page_texts_are_clean(page)
        yield from page_is_built_of_text(page)


def page_texts_are_clean(page: HandwrittenPage) -> Iterator[Problem]:
    """Texts hold no raw HTML, Korean ones are Korean, and no sentence stands twice."""
    for name in ("title", "description"):
        text = str(getattr(page.front, name))
        yield from wording_problems(page.document, (name,), page.language, text)
    lines = dict(_prose(page))
    texts: dict[Location, str] = {(number,): line for number, line in lines.items()}
    document = Document(file=page.file, data=None, lines={(number,): number for number in lines})
    found = chain(
        *(wording_problems(document, where, page.language, text) for where, text in texts.items()),
        no_sentence_twice(document, texts),
    )
    # A line needs no other name than its number.
    yield from (replace(problem, path=page.file.stem) for problem in found)


def page_is_built_of_text(page: HandwrittenPage) -> Iterator[Problem]:
    """A page consists of headings, paragraphs, lists, tables, images and code, not nested without end."""
    try:
        outline = markdown.page_outline(page.text)
    except markdown.TooDeepError:
        yield _problem(page, TOO_DEEP)
        return
    for part in sorted(outline.parts.keys() - PARTS):
        message = f"expected headings, paragraphs, lists, tables, images and code; found {part!r}"
        yield _problem(page, message, part.rpartition(" ")[2])


def codes_exist(files: HandwrittenFiles, content: Content) -> Iterator[Problem]:
    """A page names codes of catalogues that exist, and the same in each language."""
    known = {
        catalogue.id: catalogue.by_id.keys()
        for protocol in content.protocols
        for catalogue in protocol.catalogues
    }
    by_path = {(page.language, page.path): page for page in files.pages}
    for page in files.pages:
        first = by_path[DEFAULT_LANGUAGE, page.path]
        if page.front.codes != first.front.codes:
            message = (
                f"expected the same codes as in {first.document.file.name} of {first.language}"
            )
            yield page.document.problem(("codes",), message)
        for catalogue, codes in page.front.codes.items():
            if catalogue not in known:
                message = f"expected a catalogue: {', '.join(known)}; found {shown(catalogue)}"
                yield page.document.problem(("codes", catalogue), message)
            for at, code in enumerate(codes if catalogue in known else ()):
                if code not in known[catalogue]:
                    message = f"expected a code of {catalogue}; found {shown(code)}"
                    yield page.document.problem(("codes", catalogue, at), message)


def addresses_are_free(
    files: HandwrittenFiles, folder_of_content: Path, generated: Iterable[str], find: Find
) -> Iterator[Problem]:
    """Every page of the site has an address of its own; those of pairs follow from their codes."""
    counts = Counter(generated)
    for address in (address for address, count in counts.items() if count > 1):
        message = f"expected an id that no other page is named after; {address} exists twice"
        yield Problem(file=folder_of_content, line=1, path="", message=message)
    written: set[str] = set()
    for page in files.pages:
        if find(page.address):
            yield _problem(page, f"expected another name; {page.address} is a generated page")
        if page.address in written:
            yield _problem(page, f"expected another name; another page has {page.address}")
        written.add(page.address)


def links_lead_somewhere(files: HandwrittenFiles, find: Find) -> Iterator[Problem]:
    """A link leads to another site, to a page (by its address, or its file) or to an anchor that is there."""
    outlines = {
        page.address: markdown.page_outline(page.text) for page in (files.root, *files.pages)
    }
    by_file = {_place(files, page): page.address for page in (files.root, *files.pages)}
    for page in (files.root, *files.pages):
        for link in outlines[page.address].links:
            if is_web_address(link):
                continue
            path, fragment = _parts(link)
            target = _address(path, page.address, _place(files, page), by_file)
            make = None if target is None or target in outlines else find(target)
            if target is None or (target not in outlines and make is None):
                message = (
                    f"expected an http(s) link, or one to a page that exists; found {shown(link)}"
                )
                yield _problem(page, message, link)
            elif fragment and target in outlines and fragment not in outlines[target].anchors:
                yield _problem(page, f"expected an anchor that exists; found {shown(link)}", link)
            elif fragment and make:
                anchors = markdown.anchors(make())
                if fragment not in anchors:
                    message = f"expected an anchor that exists; found {shown(link)}"
                    yield _problem(page, message, link)
        for image in outlines[page.address].images:
            place = posixpath.join(posixpath.dirname(_place(files, page)), unquote(image))
            if posixpath.normpath(place) not in files.images:
                message = f"expected an image beside the pages; found {shown(image)}"
                yield _problem(page, message, image)


def _parts(link: str) -> tuple[str, str]:
    """Path and fragment of a link within the site; a path that leads nowhere for any other link."""
    try:
        url = urlsplit(link)
    except ValueError:
        return "/", ""
    path = "/" if url.scheme or url.netloc else unquote(url.path)
    return path, unquote(url.fragment)


def _address(path: str, address: str, place: str, by_file: Mapping[str, str]) -> str | None:
    """The address that a path on a page leads to, or None where it cannot lead to a page."""
    if not path:
        return address
    if path.endswith(".md"):
        return by_file.get(posixpath.normpath(posixpath.join(posixpath.dirname(place), path)))
    if path.startswith("/") or not path.endswith("/"):
        return None
    found = posixpath.normpath(posixpath.join(address, path))
    return "" if found == "." else f"{found}/"


def _place(files: HandwrittenFiles, page: HandwrittenPage) -> str:
    return page.file.relative_to(files.folder).as_posix()


def _prose(page: HandwrittenPage) -> Iterator[tuple[int, str]]:
    """The lines that people read as sentences, with their numbers: no code, no headings, no lines of tables."""
    is_code = False
    for number, line in enumerate(page.text.splitlines(), page.line):
        if line.startswith(_FENCE):
            is_code = not is_code
        elif not is_code and not line.startswith("#") and any(sign.isalpha() for sign in line):
            yield number, line


def _problem(page: HandwrittenPage, message: str, part: str = "") -> Problem:
    """A problem in the first line of the page that holds `part`."""
    lines = enumerate(page.text.splitlines(), page.line)
    written = [(number, text) for number, text in lines if text.strip()] or [(page.line, "")]
    line = next((number for number, text in written if part in text), written[0][0])
    return Problem(file=page.file, line=line, path=page.file.stem, message=message)
