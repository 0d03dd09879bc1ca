"""What must hold of the clients of a protocol."""

from collections.abc import Callable, Iterator

from codepairs.checks.names import known_patterns, named_after, not_older_than_checks
from codepairs.checks.texts import no_sentence_twice, prose_problems
from codepairs.content.reading import LoadedProtocol
from codepairs.content.schema.clients import ClientFile
from codepairs.content.yamlfile import Document, Location
from codepairs.languages import LANGUAGES
from codepairs.problems import Problem


def is_named_after_file(
    _: LoadedProtocol, client: ClientFile, document: Document
) -> Iterator[Problem]:
    """The file's name is the id of what it holds, and the file is not older than the checks it reports."""
    yield from named_after(document, ("id",), client.id)
    yield from not_older_than_checks(document, client.updated, client.does)


def knows_codes(
    loaded: LoadedProtocol, client: ClientFile, document: Document
) -> Iterator[Problem]:
    """The codes are those of the protocol's first catalogue."""
    known = loaded.catalogues[0].catalogue.by_id
    for number, behaviour in enumerate(client.does):
        yield from known_patterns(document, ("does", number, "codes"), behaviour.codes, known)


def texts_are_clean(_: LoadedProtocol, client: ClientFile, document: Document) -> Iterator[Problem]:
    """Texts hold no raw HTML, Korean ones are Korean, and nothing is told twice."""
    for language in LANGUAGES:
        texts: dict[Location, str] = {
            ("does", number, language): behaviour.text(language)
            for number, behaviour in enumerate(client.does)
        }
        yield from prose_problems(document, language, texts, plain=())
        yield from no_sentence_twice(document, texts)


ClientCheck = Callable[[LoadedProtocol, ClientFile, Document], Iterator[Problem]]
CHECKS: tuple[ClientCheck, ...] = (is_named_after_file, knows_codes, texts_are_clean)
