"""By which standards something is said of the stages of two codes."""

from codepairs.comparison.compare import Comparison
from codepairs.comparison.explanation import ReferencesWord
from codepairs.content.catalogue import Catalogue


def references(catalogue: Catalogue, comparison: Comparison) -> ReferencesWord | None:
    """The standards that say at which stages the two codes can come; None if one of them has none."""
    found = [catalogue.course.standards[code.code] for code in (comparison.a, comparison.b)]
    if not all(found):
        return None
    named = ((one.title, one.section) for of_code in found for one in of_code)
    return ReferencesWord(tuple(dict.fromkeys(named)))
