"""Reading the content and asking every check of it.

Each check is a generator of problems; its docstring is the rule.
"""

from collections.abc import Iterator
from pathlib import Path

from codepairs.checks import (
    catalogues,
    clients,
    codes,
    libraries,
    pages,
    phrases,
    protocols,
    providers,
    situations,
)
from codepairs.content import handwritten, reading
from codepairs.content.handwritten import HandwrittenFiles
from codepairs.content.reading import LoadedCatalogue, LoadedContent, LoadedProtocol
from codepairs.content.shelf import Shelf
from codepairs.content.whole import Content
from codepairs.problems import ContentError, Problem


def load(
    folder: Path, pages_folder: Path, shelf: Shelf | None = None
) -> tuple[Content, HandwrittenFiles]:
    """The content below `folder` and the hand-written pages below `pages_folder`, read and checked.

    Whoever loads again and again brings a shelf, so that only what has changed is parsed.
    Raises `ContentError` with every problem of the run.
    """
    problems: list[Problem] = []
    written: HandwrittenFiles | None = None
    loaded: LoadedContent | None = None
    try:
        written = handwritten.read(pages_folder)
        problems.extend(pages.run(written))
    except ContentError as error:
        problems.extend(error.problems)
    try:
        loaded = reading.read(folder, shelf or Shelf(keeps=False))
        problems.extend(run(loaded))
    except ContentError as error:
        problems.extend(error.problems)
    if written is not None and loaded is not None:
        problems.extend(pages.codes_exist(written, loaded.content))
    if problems or loaded is None or written is None:
        raise ContentError(problems)
    return loaded.content, written


def run(loaded: LoadedContent) -> Iterator[Problem]:
    """Every problem in content that has the right shape."""
    for content_check in protocols.CONTENT_CHECKS:
        yield from content_check(loaded)
    for protocol in loaded.protocols:
        yield from _of_protocol(protocol)
        for one in protocol.catalogues:
            yield from _of_catalogue(one)
    yield from phrases.run(loaded)


def _of_protocol(protocol: LoadedProtocol) -> Iterator[Problem]:
    for check in (*protocols.CHECKS, *situations.PROTOCOL_CHECKS):
        yield from check(protocol)
    for document, situation in protocol.situations:
        for situation_check in situations.CHECKS:
            yield from situation_check(protocol, situation, document)
    for document, provider in protocol.providers:
        for provider_check in providers.CHECKS:
            yield from provider_check(protocol, provider, document)
    for document, library in protocol.libraries:
        for library_check in libraries.CHECKS:
            yield from library_check(protocol, library, document)
    for document, client in protocol.clients:
        for client_check in clients.CHECKS:
            yield from client_check(protocol, client, document)


def _of_catalogue(one: LoadedCatalogue) -> Iterator[Problem]:
    for check in catalogues.CHECKS:
        yield from check(one)
    for code in one.catalogue.codes:
        for code_check in codes.CHECKS:
            yield from code_check(one.catalogue, code, one.codes[code.code])
