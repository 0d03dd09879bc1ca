"""No stage in common and no common session: where each of the two lives.

Which reply may follow which command is RFC 5321 §4.3.2 for SMTP; each catalogue names its own table of stages.
"""

from collections.abc import Iterator

from codepairs.comparison.compare import Comparison, follow_each_other
from codepairs.comparison.explanation import CodeWord, Explanation, StagesWord
from codepairs.content.catalogue import Catalogue


def explain(catalogue: Catalogue, comparison: Comparison) -> Iterator[Explanation]:
    """The stages of each; nothing for a protocol without a session."""
    if not (comparison.stages_of_a and comparison.stages_of_b) or comparison.shared_stages:
        return
    if follow_each_other(catalogue, comparison.a, comparison.b):
        return
    yield Explanation(
        section="stages",
        phrase="stages.apart",
        words={
            "a": CodeWord(comparison.a),
            "b": CodeWord(comparison.b),
            "stages_a": StagesWord(comparison.stages_of_a),
            "stages_b": StagesWord(comparison.stages_of_b),
        },
    )
