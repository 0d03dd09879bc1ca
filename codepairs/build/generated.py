"""What is generated, as files of MkDocs: virtual ones, outside the navigation.

A virtual file renders itself when MkDocs writes it and keeps nothing, so memory does not grow with the text of pages.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final, Protocol

from mkdocs.structure.files import File, InclusionLevel

from codepairs.languages import LANGUAGES, Language
from codepairs.pages import addresses
from codepairs.pages.handwritten import MarkdownPage
from codepairs.pages.page import Page
from codepairs.site.pages import Bundle
from codepairs.site.site import Site

# How much work a page is: one about a code, a situation or a provider is itself put together of dozens of pieces.
_OF_A_COMPARISON: Final = 1
_OF_ANOTHER_PAGE: Final = 5


class Source(Protocol):
    """Something that makes files: address, relative to the site's root, and text or bytes of each."""

    @property
    def work(self) -> int:
        """How much work it is to make them, as a number of comparisons."""
        ...

    def __len__(self) -> int:
        """How many pages it makes."""
        ...

    def files(self) -> Iterator[tuple[str, str | bytes]]:
        """The files, made anew each time; the first is the one that MkDocs knows of."""
        ...


@dataclass(frozen=True, slots=True)
class PageSource:
    """Pages in one language, with the cards of those that are offered to search engines."""

    pages: Bundle
    language: Language
    card: Callable[[Page, Language], bytes]

    @property
    def work(self) -> int:
        """That of its pages, which are of one kind."""
        is_recorded = next(iter(self.pages)).is_recorded
        return len(self) * (_OF_ANOTHER_PAGE if is_recorded else _OF_A_COMPARISON)

    def __len__(self) -> int:
        return len(self.pages)

    def files(self) -> Iterator[tuple[str, str | bytes]]:
        """The pages, and what each brings along."""
        for page in self.pages:
            yield from page.files(self.language)
            if page.is_offered:
                yield addresses.card(self.language, page.path), self.card(page, self.language)


@dataclass(frozen=True, slots=True)
class PlainFile:
    """A file made by a function."""

    uri: str
    make: Callable[[], str | bytes]

    # Tables for scripts, and pictures that have been drawn before.
    work: ClassVar[int] = 0

    def __len__(self) -> int:
        return 1

    def files(self) -> Iterator[tuple[str, str | bytes]]:
        """The one file."""
        yield self.uri, self.make()


def sources(site: Site, card: Callable[[Page, Language], bytes]) -> Iterator[tuple[str, Source]]:
    """The address of the first file and the source of all that is generated; `card` draws the picture of a page."""
    # What is no page goes to the first process, whose pages are quicker to make than those of the last.
    for uri, make in site.texts():
        yield uri, PlainFile(uri, make)
    for language in LANGUAGES:
        for bundle in site.pages.bundles():
            first = next(iter(bundle))
            if not isinstance(first, MarkdownPage):
                address = addresses.in_language(language, first.path)
                yield f"{address}index.html", PageSource(bundle, language, card)
    # MkDocs writes the pages themselves.
    for language in LANGUAGES:
        for page in site.pages.handwritten:
            uri = addresses.card(language, page.path)
            yield uri, PlainFile(uri, partial(card, page, language))


class GeneratedFile(File):
    """A virtual file whose text is made at the moment it is written, and those of its neighbours after it.

    What all generated files share stands on the class, so that thousands of them stay small.
    """

    generated_by = "codepairs"
    inclusion = InclusionLevel.NOT_IN_NAV
    src_dir = None
    abs_src_path = None
    use_directory_urls = True
    is_written_elsewhere = False

    def __init__(
        self, uri: str, source: Source, site_dir: str, done: Callable[[int], None]
    ) -> None:
        self.src_uri = uri
        self.dest_dir = site_dir
        self._source = source
        self._done = done

    @property
    def dest_uri(self) -> str:  # type: ignore[override]
        """The file goes where its address says."""
        return self.src_uri

    @property  # type: ignore[misc]  # MkDocs lets it be set; nothing sets it here
    def content_string(self) -> str:
        """The text, made anew each time."""
        return self.content_bytes.decode()

    @property  # type: ignore[misc]  # as above
    def content_bytes(self) -> bytes:
        """The text as it is written."""
        return _encoded(next(self._source.files())[1])

    def is_documentation_page(self) -> bool:
        """Never: MkDocs is not to read it as Markdown."""
        return False

    def is_modified(self) -> bool:
        """Always: what it is made of may have changed."""
        return True

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - MkDocs' signature
        """Render and write the file, unless another process does."""
        if not self.is_written_elsewhere:
            self.write()
            self._done(len(self))

    def __len__(self) -> int:
        return len(self._source)

    @property
    def work(self) -> int:
        """How much work it is to write the file and what comes with it."""
        return self._source.work

    def write(self) -> None:
        """Render and write the file, and what else comes with it."""
        for uri, content in self._source.files():
            write(f"{self.dest_dir}/{uri}", content)


def _encoded(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def write(path: str, content: str | bytes) -> None:
    """Write a file, and make the folder that it stands in."""
    # Nearly every page is the first in a folder of its own, so the folder is made first.
    folder = path.rpartition("/")[0]
    try:
        os.mkdir(folder)  # noqa: PTH102 - hot path
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - as above
    with open(path, "wb", buffering=0) as stream:  # noqa: PTH123 - as above
        stream.write(_encoded(content))
