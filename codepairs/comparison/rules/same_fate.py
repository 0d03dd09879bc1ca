"""Same class and same consequence: what they are sent for is the difference, or the name alone where that is one thing.

RFC 5321 §4.2.1: clients decide by the first digit, so two codes that share it are acted on alike.
"""

from collections.abc import Iterator

from codepairs.comparison.compare import Comparison
from codepairs.comparison.explanation import (
    CodeWord,
    Explanation,
    NameWord,
    SituationsWord,
    Word,
)
from codepairs.content.catalogue import Catalogue


def explain(catalogue: Catalogue, comparison: Comparison) -> Iterator[Explanation]:
    """That both end alike, and what each is mostly sent for; the names of the codes where that is not known of both."""
    if comparison.relation != "same-fate":
        return
    a, b = comparison.a, comparison.b
    of_a, of_b = (
        situation if situation and catalogue.is_shown(code, situation) else None
        for code, situation in (
            (a, catalogue.sent_for(comparison.situation_a)),
            (b, catalogue.sent_for(comparison.situation_b)),
        )
    )
    words: dict[str, Word] = {"a": CodeWord(a), "b": CodeWord(b)}
    phrase = "differences.same_fate"
    are_commonest = of_a == catalogue.commonest(a) and of_b == catalogue.commonest(b)
    if of_a and of_b and of_a != of_b and are_commonest:
        words |= {"situation_a": SituationsWord((of_a,)), "situation_b": SituationsWord((of_b,))}
        phrase = "differences.same_fate_apart"
    elif a.name == b.name:
        return
    else:
        words |= {"name_a": NameWord(a), "name_b": NameWord(b)}
        if of_a and of_a == of_b:
            words["situation"] = SituationsWord((of_a,))
            phrase = "differences.same_fate_of"
    yield Explanation(
        section="differences",
        subject="relation",
        title="differences.relation_title",
        phrase=phrase,
        words=words,
    )
