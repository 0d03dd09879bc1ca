"""What must hold of the phrases of both languages."""

from collections.abc import Iterator

from codepairs.checks.names import known, listed
from codepairs.content.reading import LoadedContent
from codepairs.content.yamlfile import Document
from codepairs.language.phrases import slots
from codepairs.languages import LANGUAGES
from codepairs.problems import Problem


def phrases_agree(loaded: LoadedContent) -> Iterator[Problem]:
    """Both languages have the same phrases, each with the same slots."""
    patterns = {language: file.root for language, (_, file) in loaded.phrases.items()}
    for language, (document, _) in loaded.phrases.items():
        for other in LANGUAGES:
            for key in patterns[other].keys() - patterns[language].keys():
                yield document.problem((), f"expected the phrase {key!r}, which {other}.yml has")
            for key in patterns[other].keys() & patterns[language].keys():
                if language < other:
                    yield from _same_slots(
                        document, key, patterns[language][key], patterns[other][key]
                    )


def own_phrases_are_known(loaded: LoadedContent) -> Iterator[Problem]:
    """A protocol says in its own words, in both languages, only phrases that there are, with their slots."""
    for protocol in loaded.protocols:
        for language, (document, file) in protocol.own_phrases.items():
            general = loaded.phrases[language][1].root
            yield from known(document, (), file.root, list(general), item=False)
            for key in file.root.keys() & general.keys():
                yield from _same_slots(document, key, file.root[key], general[key])
        said = {language: file.root.keys() for language, (_, file) in protocol.own_phrases.items()}
        for language, (document, _) in protocol.own_phrases.items():
            for other in LANGUAGES:
                for key in said.get(other, set()) - said[language]:
                    yield document.problem(
                        (), f"expected the phrase {key!r}, which {other}.yml has"
                    )


def _same_slots(document: Document, key: str, ours: str, theirs: str) -> Iterator[Problem]:
    if slots(ours) != slots(theirs):
        message = f"expected the slots {listed(slots(theirs))}; got {listed(slots(ours))}"
        yield document.problem((key,), message)
