"""What must hold of the phrases of both languages."""

from collections.abc import Iterator, Mapping

from codepairs.checks.names import known, listed
from codepairs.checks.texts import wording_problems
from codepairs.content.reading import LoadedContent, LoadedProtocol
from codepairs.content.schema.phrases import PhraseFile
from codepairs.content.yamlfile import Document
from codepairs.language.phrases import faults, slots
from codepairs.language.slots import SLOTS
from codepairs.languages import LANGUAGES, Language
from codepairs.problems import Problem, shown


def run(loaded: LoadedContent) -> Iterator[Problem]:
    """Every problem with phrases."""
    yield from _of_both(loaded.phrases)
    yield from phrases_with_slots_exist(loaded)
    for protocol in loaded.protocols:
        yield from _of_both(protocol.own_phrases)
        yield from own_phrases_are_known(loaded, protocol)


def _of_both(read: Mapping[Language, tuple[Document, PhraseFile]]) -> Iterator[Problem]:
    """What holds of a file of phrases in each language, and of both together."""
    for language, (document, file) in read.items():
        yield from slots_are_known(document, file.root, language)
        yield from phrases_are_words(document, file.root, language)
        for other, (_, others) in read.items():
            yield from phrases_agree(document, file.root, others.root, other)


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


def own_phrases_are_known(loaded: LoadedContent, protocol: LoadedProtocol) -> Iterator[Problem]:
    """A protocol says in its own words, and in every language, only phrases that the site has."""
    for language, (document, file) in protocol.own_phrases.items():
        general = loaded.phrases[language][1].root
        for key in file.root:
            yield from known(document, (key,), [key], list(general), item=False)
        for missing in set(LANGUAGES) - set(protocol.own_phrases):
            message = f"expected a file {missing}.yml beside this one"
            yield document.problem((), message)


def phrases_with_slots_exist(loaded: LoadedContent) -> Iterator[Problem]:
    """What the program fills in has a phrase to be filled into."""
    for language, (document, _) in loaded.phrases.items():
        before: list[tuple[str, ...]] = []
        for key in SLOTS:
            if all(key not in file.root for _, file in loaded.phrases.values()):
                message = f"expected the phrase {key!r}, which {language} pages need"
                yield document.problem((key,), message, near=before)
            before.append((key,))
