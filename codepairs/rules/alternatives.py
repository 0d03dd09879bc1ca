"""Both codes can answer the same command: at which stages, and where only one of them can come.

Which reply may follow which command is RFC 5321 §4.3.2 for SMTP; each catalogue names its own table of stages.
"""

from collections.abc import Iterator

from codepairs.catalogue import Catalogue
from codepairs.compare import Comparison
from codepairs.explanation import CodeWord, Explanation, StagesWord, Word
from codepairs.schema import CodeFile


def explain(catalogue: Catalogue, comparison: Comparison) -> Iterator[Explanation]:
    """The shared stages, then for each code the stages it has to itself."""
    if not comparison.shared_stages:
        return
    every = tuple(catalogue.stages)
    a, b = CodeWord(comparison.a), CodeWord(comparison.b)
    if comparison.shared_stages == every:
        yield Explanation(section="stages", phrase="stages.alternatives_any", words={})
        return
    words: dict[str, Word] = {"shared": StagesWord(comparison.shared_stages), "a": a, "b": b}
    yield Explanation(section="stages", phrase="stages.alternatives", words=words)
    yield from _alone(comparison.a, comparison.stages_only_a, comparison.stages_of_a == every)
    yield from _alone(comparison.b, comparison.stages_only_b, comparison.stages_of_b == every)


def _alone(code: CodeFile, stages: tuple[str, ...], is_anywhere: bool) -> Iterator[Explanation]:
    if is_anywhere:
        words: dict[str, Word] = {"code": CodeWord(code)}
        yield Explanation(section="stages", phrase="stages.also_any", words=words)
    elif stages:
        words = {"code": CodeWord(code), "stages": StagesWord(stages)}
        yield Explanation(section="stages", phrase="stages.also", words=words)
