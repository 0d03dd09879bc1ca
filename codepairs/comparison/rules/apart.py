"""By the standards, no command is answered with both codes: where each of the two lives.

Which reply may follow which command is RFC 5321 §4.3.2 for SMTP, and the standard that defines it for any other code.
Nothing is said where a server's use shows the contrary, such as a refusal that is put off to a later command.
"""

from collections.abc import Iterator

from codepairs.comparison.compare import Comparison, follow_each_other
from codepairs.comparison.explanation import CodeWord, Explanation, StagesWord
from codepairs.comparison.references import references
from codepairs.content.catalogue import Catalogue


def explain(catalogue: Catalogue, comparison: Comparison) -> Iterator[Explanation]:
    """The stages of each; nothing for a protocol without a session."""
    if not (comparison.stages_of_a and comparison.stages_of_b) or comparison.shared_stages:
        return
    if follow_each_other(catalogue, comparison.a, comparison.b):
        return
    known = references(catalogue, comparison)
    if known is None or _seen_together(catalogue, comparison):
        return
    yield Explanation(
        section="stages",
        phrase="stages.apart",
        words={
            "a": CodeWord(comparison.a),
            "b": CodeWord(comparison.b),
            "stages_a": StagesWord(comparison.stages_of_a),
            "stages_b": StagesWord(comparison.stages_of_b),
            "standards": known,
        },
    )


def _seen_together(catalogue: Catalogue, comparison: Comparison) -> bool:
    """Whether servers use both codes at one stage, whatever the standards say."""
    of_a, of_b = (catalogue.course.used[code.code] for code in (comparison.a, comparison.b))
    return not (
        of_a.isdisjoint(of_b)
        and of_b.isdisjoint(comparison.stages_of_a)
        and of_a.isdisjoint(comparison.stages_of_b)
    )
