"""The hand-written Markdown pages: what their front matter has to say, and that both languages have each of them."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field

from codepairs.content import parsing, schema, yamlfile
from codepairs.content.schema import Line
from codepairs.languages import LANGUAGES, Language
from codepairs.problems import ContentError, Problem

FENCE = "---"


class FrontMatter(schema.ContentModel):
    """The lines between the fences at the top of a page."""

    title: Line
    description: Annotated[Line, Field(max_length=170)]
    updated: datetime.date
    template: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandwrittenPage:
    """A Markdown page: its address, and what its front matter says."""

    address: str
    language: Language
    front: FrontMatter


def read(folder: Path) -> tuple[HandwrittenPage, ...]:
    """The pages below `folder`, which holds one folder per language.

    Raises `ContentError` with the problems of all pages together.
    """
    problems: list[Problem] = []
    pages: list[HandwrittenPage] = []
    for language in LANGUAGES:
        for file in sorted((folder / language).rglob("*.md")):
            try:
                front = parsing.parse(FrontMatter, yamlfile.parse(file, _front_matter(file)))
            except ContentError as error:
                problems.extend(error.problems)
            else:
                address = _address(file.relative_to(folder))
                pages.append(HandwrittenPage(address=address, language=language, front=front))
    problems.extend(_missing(folder))
    if problems:
        raise ContentError(problems)
    return tuple(pages)


def _front_matter(file: Path) -> str:
    lines = yamlfile.text(file).splitlines(keepends=True)
    fences = [number for number, line in enumerate(lines) if line.strip() == FENCE][:2]
    if not (fences[:1] == [0] and fences[1:]):
        message = f"expected front matter between two lines {FENCE!r} at the top"
        raise ContentError([Problem(file=file, line=1, path="", message=message)])
    return "".join(lines[: fences[1]])


def _missing(folder: Path) -> Iterator[Problem]:
    names = {
        language: {
            file.relative_to(folder / language) for file in (folder / language).rglob("*.md")
        }
        for language in LANGUAGES
    }
    for language in LANGUAGES:
        for other in LANGUAGES:
            for name in sorted(names[other] - names[language]):
                message = f"expected this page, since {other}/{name} exists"
                yield Problem(file=folder / language / name, line=1, path="", message=message)


def _address(name: Path) -> str:
    stem = name.with_suffix("")
    return f"{(stem.parent if stem.name == 'index' else stem).as_posix()}/"
