"""By the standards, both codes can answer the same command: at which stages, and where only one of them can come.

Which reply may follow which command is RFC 5321 §4.3.2 for SMTP, and the standard that defines it for any other code.
Nothing is said of a code whose stages no standard gives, nor that only one comes where a server sends the other too.
"""

from collections.abc import Iterator

from codepairs.comparison.compare import Comparison
from codepairs.comparison.explanation import CodeWord, Explanation, StagesWord, Word
from codepairs.comparison.references import references
from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.codes import CodeFile


def explain(catalogue: Catalogue, comparison: Comparison) -> Iterator[Explanation]:
    """The shared stages, then for each code the stages it has to itself."""
    known = references(catalogue, comparison)
    if not (comparison.shared_stages and known):
        return
    every = tuple(catalogue.stages)
    a, b = CodeWord(comparison.a), CodeWord(comparison.b)
    words: dict[str, Word] = {
        "shared": StagesWord(comparison.shared_stages),
        "a": a,
        "b": b,
        "standards": known,
    }
    yield Explanation(section="stages", phrase="stages.alternatives", words=words)
    for code, other, own, all_of_it in (
        (comparison.a, comparison.b, comparison.stages_only_a, comparison.stages_of_a),
        (comparison.b, comparison.a, comparison.stages_only_b, comparison.stages_of_b),
    ):
        used = catalogue.course.used[other.code]
        alone = tuple(stage for stage in own if stage not in used)
        if all_of_it == every and alone == own and len(own) > 1:
            yield _alone("stages.also_any", code)
        elif alone:
            yield _alone("stages.also", code, stages=StagesWord(alone))


def _alone(phrase: str, code: CodeFile, **words: Word) -> Explanation:
    return Explanation(section="stages", phrase=phrase, words={"code": CodeWord(code), **words})
