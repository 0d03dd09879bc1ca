"""Both codes may carry the same enhanced codes, which then do not tell the two apart.

Which enhanced codes accompany a reply code is the IANA registry "SMTP Enhanced Status Codes" (RFC 5248).
"""

from collections.abc import Iterator

from codepairs.catalogue import Catalogue
from codepairs.compare import Comparison
from codepairs.explanation import Explanation, ListWord


def explain(_catalogue: Catalogue, comparison: Comparison) -> Iterator[Explanation]:
    """The enhanced codes that come with both, if any."""
    shared = tuple(code for code in comparison.a.enhanced if code in comparison.b.enhanced)
    if shared:
        yield Explanation(
            section="differences",
            title="differences.enhanced_title",
            phrase="differences.enhanced",
            words={"shared": ListWord(shared)},
        )
