"""The hand-written Markdown pages: where they may stand, what their front matter has to say, and their text."""

import datetime
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from pydantic import Field

from codepairs.content import parsing, yamlfile
from codepairs.content.schema.base import ContentModel
from codepairs.content.schema.values import CodeId, Line, Slug
from codepairs.content.yamlfile import Document
from codepairs.languages import DEFAULT_LANGUAGE, LANGUAGES, MOST_IN_DESCRIPTION, Language
from codepairs.problems import ContentError, Problem

FENCE = "---"
# The templates of the theme that a page may ask for (a test looks whether they exist).
Template = Literal["home.html", "guides.html", "languages.html"]
_ROOT_TEMPLATE: Final = "languages.html"

_NAME: Final = "[a-z0-9]+(?:-[a-z0-9]+)*"
_IMAGES: Final = "png|jpg|jpeg|webp|gif"
# The page on which a reader chooses a language, and below each language any folders of pages and images.
_PLACE: Final = re.compile(
    rf"index\.md|(?:{'|'.join(LANGUAGES)})/(?:{_NAME}/)*{_NAME}\.(?:md|{_IMAGES})"
)


class FrontMatter(ContentModel):
    """The lines between the fences at the top of a page."""

    title: Line
    description: Line
    updated: datetime.date
    template: Template | None = None
    # The codes by catalogue on whose pages a link leads here.
    codes: dict[Slug, list[CodeId]] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandwrittenPage:
    """A Markdown page: its address, what its front matter says, and its text, which begins at `line` of its file."""

    address: str
    language: Language
    front: FrontMatter
    document: Document
    text: str
    line: int

    @property
    def path(self) -> str:
        """Its address without the language, the same in each."""
        return self.address.removeprefix(f"{self.language}/")

    @property
    def file(self) -> Path:
        """The file that it is written in."""
        return self.document.file


@dataclass(frozen=True, slots=True, kw_only=True)
class HandwrittenFiles:
    """Everything below the folder of pages: `root` is the page of no language, images go by their place."""

    folder: Path
    root: HandwrittenPage
    pages: tuple[HandwrittenPage, ...]
    images: frozenset[str]


def read(folder: Path) -> HandwrittenFiles:
    """The pages below `folder`, which holds one folder per language.

    Raises `ContentError` with the problems of all pages together.
    """
    problems: list[Problem] = []
    pages: dict[str, HandwrittenPage] = {}
    places = sorted(_places(folder))
    for place in places:
        if not _PLACE.fullmatch(place):
            problems.append(_misplaced(folder / place))
        elif place.endswith(".md"):
            try:
                pages[place] = _page(folder, place)
            except ContentError as error:
                problems.extend(error.problems)
        elif not (folder / place).is_file():
            problems.append(_bare(folder / place, "expected an image; found something else"))
    problems.extend(_missing(folder, places))
    if problems:
        raise ContentError(problems)
    root = pages.pop("index.md")
    images = frozenset(place for place in places if not place.endswith(".md"))
    return HandwrittenFiles(folder=folder, root=root, pages=tuple(pages.values()), images=images)


def _places(folder: Path) -> Iterator[str]:
    """Everything below `folder` that is no folder, relative to it; MkDocs passes over hidden names as well."""
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        # A folder behind a link is a file here: it may lead round in a circle.
        linked = [name for name in folders if Path(parent, name).is_symlink()]
        for name in [*linked, *files]:
            if not name.startswith("."):
                yield Path(parent, name).relative_to(folder).as_posix()


def _misplaced(file: Path) -> Problem:
    message = "expected a page such as en/about.md, or an image, named in small letters and digits"
    return _bare(file, message)


def _bare(file: Path, message: str) -> Problem:
    return Problem(file=file, line=1, path="", message=message)


def _page(folder: Path, place: str) -> HandwrittenPage:
    file = folder / place
    text = yamlfile.text(file)
    lines = text.splitlines(keepends=True)
    fences = [number for number, line in enumerate(lines) if line.rstrip() == FENCE][:2]
    # MkDocs looks for the line end behind the second one too.
    if not (fences[:1] == [0] and fences[1:] and lines[fences[1]].endswith("\n")):
        message = f"expected front matter between two lines {FENCE!r} at the top"
        raise ContentError([_bare(file, message)])
    document = yamlfile.parse(file, "".join(lines[: fences[1]]))
    language, _, rest = place.rpartition(".")[0].partition("/")
    stem = "" if rest == "index" else rest.removesuffix("/index")
    is_root = place == "index.md"
    front = parsing.parse(FrontMatter, document)
    if is_root != (front.template == _ROOT_TEMPLATE):
        message = (
            f"expected {_ROOT_TEMPLATE!r} on the page that offers the languages, and only there"
        )
        raise ContentError([document.problem(("template",), message)])
    spoken: Language = "ko" if language == "ko" else DEFAULT_LANGUAGE
    length, most = len(front.description), MOST_IN_DESCRIPTION[spoken]
    if length > most:
        message = (
            f"expected at most {most} characters, which a search result shows whole; found {length}"
        )
        raise ContentError([document.problem(("description",), message)])
    return HandwrittenPage(
        address="" if is_root else f"{language}/{stem}/" if stem else f"{language}/",
        language=spoken,
        front=front,
        document=document,
        text="".join(lines[fences[1] + 1 :]),
        line=fences[1] + 2,
    )


def _missing(folder: Path, places: list[str]) -> Iterator[Problem]:
    """Each page exists in every language, and so does the one that offers the languages."""
    needed = {"index.md": "the site begins with it"}
    needed |= {f"{language}/index.md": "the language begins with it" for language in LANGUAGES}
    for place in places:
        language, _, rest = place.partition("/")
        if language in LANGUAGES and _PLACE.fullmatch(place) and place.endswith(".md"):
            for other in LANGUAGES:
                needed.setdefault(f"{other}/{rest}", f"{place} exists")
    for place, reason in needed.items():
        if place not in places:
            yield _bare(folder / place, f"expected this page, since {reason}")
