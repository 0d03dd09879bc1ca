"""Reading the content and asking every check of it.

Each check is a generator of problems; its docstring is the rule.
"""

from collections.abc import Iterator
from pathlib import Path

from codepairs.checks import catalogues, codes, pages, phrases, protocols, providers
from codepairs.content import handwritten, reading
from codepairs.content.catalogue import Content
from codepairs.content.handwritten import HandwrittenFiles
from codepairs.content.reading import LoadedContent
from codepairs.problems import ContentError, Problem


def load(folder: Path, pages_folder: Path) -> tuple[Content, HandwrittenFiles]:
    """The content below `folder` and the hand-written pages below `pages_folder`, read and checked.

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
        loaded = reading.read(folder)
        problems.extend(run(loaded))
    except ContentError as error:
        problems.extend(error.problems)
    if problems or loaded is None or written is None:
        raise ContentError(problems)
    return loaded.content, written


def run(loaded: LoadedContent) -> Iterator[Problem]:
    """Every problem in content that has the right shape."""
    for content_check in protocols.CONTENT_CHECKS:
        yield from content_check(loaded)
    for protocol in loaded.protocols:
        for protocol_check in protocols.CHECKS:
            yield from protocol_check(protocol)
        for document, provider in protocol.providers:
            for provider_check in providers.CHECKS:
                yield from provider_check(protocol, provider, document)
    for one in loaded.catalogues:
        for check in catalogues.CHECKS:
            yield from check(one)
        for code in one.catalogue.codes:
            for code_check in codes.CHECKS:
                yield from code_check(one.catalogue, code, one.codes[code.code])
    yield from phrases.run(loaded)
