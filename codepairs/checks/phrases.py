"""What must hold of the phrases of both languages."""

from collections.abc import Iterator

from codepairs.checks.names import listed
from codepairs.content.reading import LoadedContent
from codepairs.language.phrases import slots
from codepairs.languages import LANGUAGES
from codepairs.problems import Problem, shown


def phrases_agree(loaded: LoadedContent) -> Iterator[Problem]:
    """Both languages have the same phrases, each with the same slots."""
    patterns = {language: file.root for language, file in loaded.phrases.items()}
    for language, document in loaded.phrase_documents.items():
        for other in LANGUAGES:
            for key in patterns[other].keys() - patterns[language].keys():
                yield document.problem(
                    (), f"expected the phrase {shown(key)}, which {other}.yml has"
                )
            for key in patterns[other].keys() & patterns[language].keys():
                ours, theirs = slots(patterns[language][key]), slots(patterns[other][key])
                if language < other and ours != theirs:
                    message = f"expected the slots {listed(theirs)}; got {listed(ours)}"
                    yield document.problem((key,), message)
