"""What must hold of the libraries with which programs speak a protocol."""

from collections import Counter
from collections.abc import Callable, Iterator

from codepairs.checks.names import is_named_after_file, known, known_patterns
from codepairs.checks.texts import no_sentence_twice, prose_problems
from codepairs.content.reading import LoadedProtocol
from codepairs.content.schema.libraries import LibraryError, LibraryFile
from codepairs.content.yamlfile import Document, Location
from codepairs.languages import LANGUAGES
from codepairs.problems import Problem, shown


def uses_vocabulary(
    loaded: LoadedProtocol, library: LibraryFile, document: Document
) -> Iterator[Problem]:
    """Stages, situations and codes are those of the protocol; its first catalogue has the codes of replies."""
    catalogue = loaded.catalogues[0].catalogue
    situations = list(loaded.protocol.situations)
    for number, error in enumerate(library.errors):
        where = ("errors", number)
        yield from known(document, (*where, "stages"), error.stages, list(catalogue.stages))
        if error.situation:
            place = (*where, "situation")
            yield from known(document, place, [error.situation], situations, item=False)
        happened = loaded.protocol.situations.get(error.situation or "")
        if error.outcome and (happened or not error.situation):
            outcomes = list(happened.outcomes) if happened else []
            place = (*where, "outcome")
            yield from known(document, place, [error.outcome], outcomes, item=False)
        yield from known_patterns(document, (*where, "codes"), error.codes, catalogue.by_id)
    for name, code in library.constants.items():
        codes = list(catalogue.by_id)
        yield from known(document, ("constants", name), [code], codes, item=False)


def errors_tell_themselves_apart(
    loaded: LoadedProtocol, library: LibraryFile, document: Document
) -> Iterator[Problem]:
    """No error stands twice for the same answers, and only an answer has a code."""
    stages = loaded.catalogues[0].catalogue.stages.values()
    has_session = any(stage.main for stage in stages)
    seen = Counter(map(_answers, library.errors))
    for number, error in enumerate(library.errors):
        if seen[_answers(error)] > 1:
            what = "stages" if error.stages or not error.codes else "codes"
            message = f"expected {shown(error.name)} once for these {what}"
            yield document.problem(("errors", number, "name"), message)
        if has_session and (error.code or error.codes) and not error.stages:
            message = "expected the stages at which an answer leads to it, since it has a code"
            yield document.problem(("errors", number), message)
        if not has_session and (error.code or error.returned) and not error.is_answered:
            message = "expected the codes that lead to it, since it has a place for one"
            yield document.problem(("errors", number), message)


def _answers(error: LibraryError) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """An error's name and what leads to it; of one with stages the codes only narrow these."""
    return error.name, tuple(error.stages), () if error.stages else tuple(error.codes)


def library_texts_are_clean(
    _: LoadedProtocol, library: LibraryFile, document: Document
) -> Iterator[Problem]:
    """Texts hold no raw HTML, Korean ones are Korean, and what is to be known of the library is told once."""
    for language in LANGUAGES:
        about: dict[Location, str] = {(language, "about"): library.about(language)}
        texts = {
            ("errors", number, language): error.text(language)
            for number, error in enumerate(library.errors)
        }
        yield from prose_problems(document, language, about | texts, plain=())
        yield from no_sentence_twice(document, about)


LibraryCheck = Callable[[LoadedProtocol, LibraryFile, Document], Iterator[Problem]]
CHECKS: tuple[LibraryCheck, ...] = (
    is_named_after_file,
    uses_vocabulary,
    errors_tell_themselves_apart,
    library_texts_are_clean,
)
