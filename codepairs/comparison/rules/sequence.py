"""Both codes belong to one successful session, one after the other: in which order one meets them.

The order of a session is that of the catalogue's stages (RFC 5321 §3.3 for SMTP); only main stages count,
since a session that hands over a mail does not pass the others.
"""

from collections.abc import Iterator

from codepairs.comparison.compare import Comparison, follow_each_other
from codepairs.comparison.explanation import CodeWord, Explanation, StagesWord
from codepairs.comparison.references import references
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.codes import CodeFile


def explain(catalogue: Catalogue, comparison: Comparison) -> Iterator[Explanation]:
    """First and second where all stages of one lie before the other's, else where each comes."""
    a, b = comparison.a, comparison.b
    if not (follow_each_other(catalogue, a, b) and references(catalogue, comparison)):
        return
    order = list(catalogue.stages)
    stages_a, stages_b = _main(catalogue, a), _main(catalogue, b)
    if order.index(stages_a[-1]) < order.index(stages_b[0]):
        yield _in_order(a, stages_a, b, stages_b)
    elif order.index(stages_b[-1]) < order.index(stages_a[0]):
        yield _in_order(b, stages_b, a, stages_a)
    else:
        yield Explanation(
            section="stages",
            phrase="stages.interleaved",
            words={
                "a": CodeWord(a),
                "b": CodeWord(b),
                "stages_a": StagesWord(stages_a),
                "stages_b": StagesWord(stages_b),
            },
        )


def _in_order(
    first: CodeFile, stages_first: tuple[str, ...], second: CodeFile, stages_second: tuple[str, ...]
) -> Explanation:
    return Explanation(
        section="stages",
        phrase="stages.sequence",
        words={
            "first": CodeWord(first),
            "second": CodeWord(second),
            "stages_first": StagesWord(stages_first),
            "stages_second": StagesWord(stages_second),
        },
    )


def _main(catalogue: Catalogue, code: CodeFile) -> tuple[str, ...]:
    return tuple(
        stage for stage in catalogue.course.stages_of(code) if catalogue.stages[stage].main
    )
