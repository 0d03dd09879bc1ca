"""What a code leads to in programs: which error of each library, and where it holds code and words."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from codepairs.content import libraries, notes
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.codes import CodeFile
from codepairs.content.schema.libraries import LibraryError, LibraryFile
from codepairs.languages import Language


def in_programs(
    all_libraries: Sequence[LibraryFile], catalogue: Catalogue, code: CodeFile, language: Language
) -> Iterator[dict[str, Any]]:
    """What each library makes of a code, where it is sent at a stage that is known and says that something failed."""
    if not catalogue.is_failure(code) or notes.is_only_noted(code):
        return
    stages = {*catalogue.course.stages_of(code), *catalogue.course.used[code.code]}
    for library in all_libraries:
        errors = libraries.errors_for(library, code.code, stages)
        if errors:
            yield {
                "library": library,
                "constants": libraries.names_of(library, code.code),
                "places": [
                    {
                        "code": together[0].code,
                        "words": together[0].words,
                        "is_returned": together[0].returned,
                        "errors": list(_named(together, stages, catalogue, language)),
                    }
                    for together in libraries.by_place(errors)
                ],
            }


def _named(
    errors: Sequence[LibraryError],
    stages: Collection[str],
    catalogue: Catalogue,
    language: Language,
) -> Iterator[dict[str, Any]]:
    """Each error once, with the stages at which the code leads to it; none where it does so at all of them."""
    at: dict[str, set[str]] = {}
    for error in errors:
        at.setdefault(error.name, set()).update(libraries.stages_in(error, stages))
    for name, found in at.items():
        labels = [stage.label[language] for stage in catalogue.stages.values() if stage.id in found]
        yield {"name": name, "stages": labels if len(at) > 1 or len(found) == 1 else []}
