"""What must hold of the phrases of both languages."""

from collections.abc import Iterator, Mapping

from codepairs.checks.names import listed
from codepairs.checks.texts import wording_problems
from codepairs.content.reading import LoadedContent
from codepairs.content.yamlfile import Document
from codepairs.language.phrases import faults, slots
from codepairs.language.slots import SLOTS
from codepairs.languages import LANGUAGES, Language
from codepairs.problems import Problem, shown


def run(loaded: LoadedContent) -> Iterator[Problem]:
    """Every problem with phrases."""
    patterns = {language: file.root for language, file in loaded.phrases.items()}
    for language, document in loaded.phrase_documents.items():
        yield from slots_are_known(document, patterns[language], language)
        yield from phrases_are_words(document, patterns[language], language)
        for other in LANGUAGES:
            yield from phrases_agree(document, patterns[language], patterns[other], other)
    yield from phrases_with_slots_exist(loaded)


def slots_are_known(
    document: Document, patterns: Mapping[str, str], language: Language
) -> Iterator[Problem]:
    """A phrase has the slots that the program fills in it, and nothing else in braces."""
    for key, pattern in patterns.items():
        found = list(faults(pattern, language))
        for message in found:
            yield document.problem((key,), message)
        expected = SLOTS.get(key, frozenset())
        if not found and slots(pattern) != expected:
            wanted = f"the slots {listed(expected)}" if expected else "no slot"
            message = f"expected {wanted}; got {listed(slots(pattern))}"
            yield document.problem((key,), message)


def phrases_are_words(
    document: Document, patterns: Mapping[str, str], language: Language
) -> Iterator[Problem]:
    """A phrase holds no raw HTML and no entity, which a page would show as they are written."""
    for key, pattern in patterns.items():
        yield from wording_problems(document, (key,), language, pattern)


def phrases_agree(
    document: Document, ours: Mapping[str, str], theirs: Mapping[str, str], other: Language
) -> Iterator[Problem]:
    """Both languages have the same phrases."""
    before: list[tuple[str, ...]] = []
    for key in theirs:
        if key not in ours:
            message = f"expected the phrase {shown(key)}, which {other}.yml has"
            yield document.problem((key,), message, near=before)
        before.append((key,))


def phrases_with_slots_exist(loaded: LoadedContent) -> Iterator[Problem]:
    """What the program fills in has a phrase to be filled into."""
    for language, document in loaded.phrase_documents.items():
        before: list[tuple[str, ...]] = []
        for key in SLOTS:
            if all(key not in file.root for file in loaded.phrases.values()):
                message = f"expected the phrase {key!r}, which {language} pages need"
                yield document.problem((key,), message, near=before)
            before.append((key,))
