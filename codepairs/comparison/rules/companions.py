"""Both codes may come with the same codes of another catalogue, which then do not tell the two apart.

Which enhanced codes accompany a reply code is the IANA registry "SMTP Enhanced Status Codes" (RFC 5248).
"""

from collections.abc import Iterator

from codepairs.comparison.compare import Comparison
from codepairs.comparison.explanation import Explanation, ListWord
from codepairs.content.catalogue import Catalogue


def explain(_catalogue: Catalogue, comparison: Comparison) -> Iterator[Explanation]:
    """The codes that come with both, if any: enhanced codes with reply codes, or the other way round."""
    a, b = comparison.a, comparison.b
    for kind, of_a, of_b in (
        ("enhanced", a.enhanced, b.enhanced),
        ("accompanies", a.accompanies, b.accompanies),
    ):
        shared = tuple(code for code in of_a if code in of_b)
        if shared:
            yield Explanation(
                section="differences",
                title=f"differences.{kind}_title",
                phrase=f"differences.{kind}",
                words={"shared": ListWord(shared)},
            )
