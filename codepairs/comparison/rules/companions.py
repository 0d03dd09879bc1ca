"""Both codes may come with the same codes of another catalogue, which then do not tell the two apart.

Which enhanced codes accompany a reply code is the IANA registry "SMTP Enhanced Status Codes" (RFC 5248).
"""

from collections.abc import Iterator

from codepairs.comparison.compare import Comparison
from codepairs.comparison.explanation import Explanation, ListWord
from codepairs.content.catalogue import Catalogue


def explain(catalogue: Catalogue, comparison: Comparison) -> Iterator[Explanation]:
    """For each catalogue that this one is linked to: the codes of it that come with both, if any."""
    a, b = comparison.a, comparison.b
    for link in catalogue.vocabulary.companions:
        of_a, of_b = (code.companions.get(link.catalogue, ()) for code in (a, b))
        shared = tuple(code for code in of_a if code in of_b)
        if shared:
            yield Explanation(
                section="differences",
                subject=link.catalogue,
                words={"shared": ListWord(shared)},
                title=link.question,
                phrase=link.shared,
            )
