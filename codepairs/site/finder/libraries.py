"""What the field knows of libraries: the errors of programs, and their names for codes."""

from typing import Any

from codepairs.content.schema.libraries import LibraryError
from codepairs.content.whole import Protocol
from codepairs.language import markdown
from codepairs.language.phrases import Phrases
from codepairs.languages import Language
from codepairs.site.finder.compact import as_json


def library_table(protocol: Protocol, phrases: Phrases) -> str:
    """The libraries with which programs speak a protocol, and the words around what is said of them."""
    language = phrases.language
    return as_json(
        {
            "libraries": [
                {
                    "protocol": protocol.id,
                    "name": library.name,
                    "language": library.language,
                    "signs": library.signs,
                    "about": markdown.plain(library.about(language)),
                    "errors": [
                        _error(error, language) for error in library.errors if _names(error)
                    ],
                    "constants": library.constants,
                }
                for library in protocol.libraries
            ],
            "words": {
                "program": phrases("find.program"),
                "code": phrases("libraries.code"),
                "words": phrases("libraries.words"),
                "own_words": phrases("libraries.own_words"),
            },
        }
    )


def _names(error: LibraryError) -> list[str]:
    """By what texts tell an error: what only hands an answer over is named in none of them."""
    return error.also if error.returned else [error.name, *error.also]


def _error(error: LibraryError, language: Language) -> dict[str, Any]:
    return {
        "names": _names(error),
        **({"shared": True} if error.shared else {}),
        **({"answered": True} if error.is_answered else {}),
        **({"codes": error.codes} if error.codes else {}),
        **({"code": error.code} if error.code else {}),
        "words": error.words,
        **({"situation": error.situation} if error.situation else {}),
        **({"outcome": error.outcome} if error.outcome else {}),
        "failed": markdown.plain(error.text(language)),
    }
