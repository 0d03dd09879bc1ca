"""What a code alone comes to: the answers to the questions that a verdict answers."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.catalogues import Role
from codepairs.content.schema.codes import CodeFile
from codepairs.content.uses import Saying
from codepairs.content.whole import Protocol
from codepairs.language.phrases import Phrases
from codepairs.languages import Language

# What holds in so great a part of what is known of a code is what it mostly means.
_MOSTLY: Final = 3 / 4


def questions(catalogue: Catalogue, language: Language) -> list[str]:
    """What a verdict answers."""
    return [axis.label[language] for axis in catalogue.axes if axis.verdict]


def answers(
    catalogue: Catalogue, facts: Iterable[str | None], language: Language
) -> list[str | None]:
    """The answers to a verdict's questions, None where one is not known."""
    return [
        catalogue.values[axis.id][value].label[language]
        if value is not None and value in catalogue.values[axis.id]
        else None
        for axis, value in zip(catalogue.axes, facts, strict=True)
        if axis.verdict
    ]


def acting(
    catalogue: Catalogue, facts: Iterable[str | None], language: Language
) -> tuple[str, str] | None:
    """The question who acts and its answer; None where that is not asked or not known."""
    axis = catalogue.acting
    if axis is None:
        return None
    value = catalogue.by_axis(facts)[axis.id]
    if value is None or value not in catalogue.values[axis.id]:
        return None
    return axis.label[language], catalogue.values[axis.id][value].label[language]


def actor_first(
    roles: Iterable[Role], catalogue: Catalogue, class_: str, situation: str
) -> list[Role]:
    """The roles in the order in which they are told what to do: whoever acts, by the answer above, then the others."""
    acting = catalogue.acting
    facts = catalogue.by_axis(catalogue.class_facts_in(class_, situation))
    actor = facts[acting.id] if acting else None
    return sorted(roles, key=lambda role: role.id != actor)


def readers(protocol: Protocol) -> dict[str, str]:
    """Where texts are met, or who runs what answers → the role, or the kind of provider, that has them before it."""
    first = protocol.catalogues[0]
    found = {seen: role.id for role in first.roles for seen in role.reads}
    # What a tool prints is read by whoever ran it.
    return found | {kind.id: kind.id for kind in protocol.vocabulary.provider_kinds if kind.runs}


def role_labels(protocol: Protocol, language: Language) -> dict[str, str]:
    """Who may have to act, by role, and by kind of provider for whoever runs a program."""
    kinds = protocol.vocabulary.provider_kinds
    runs = {kind.id: kind.runs[language] for kind in kinds if kind.runs}
    return {role.id: role.label[language] for role in protocol.catalogues[0].roles} | runs


def acting_before(protocol: Protocol, met: tuple[str, str], answer: str, language: Language) -> str:
    """Who acts of those who have a text before them: nobody sits before a page where a program met the error.

    `met` is the kind of the provider and where its reply is met. The field says the same of pasted texts.
    """
    who, labels = readers(protocol), role_labels(protocol, language)
    kind, seen = met
    own = who.get(kind) or who.get(seen)
    # Whoever runs a tool is its user and its developer in one.
    others = [who.get("page"), *([who.get("exception")] if kind in who else [])]
    return labels[own] if own and answer in [labels.get(one or "") for one in others] else answer


def is_usual(catalogue: Catalogue, code: CodeFile) -> bool:
    """Whether a code alone tells what happened: half of what is known of it is its first situation.

    What single services say in words of their own counts only where nobody else says the code.
    """
    said = catalogue.sayings[code.code]
    common = [saying for saying in said if not _is_apart(catalogue, saying)]
    shown = Counter(saying.situation for saying in common or said)
    return shown[catalogue.typical(code) or ""] * 2 >= shown.total() > 0


def _is_apart(catalogue: Catalogue, saying: Saying) -> bool:
    return saying.answer is not None and saying.answer.provider.kind in catalogue.vocabulary.apart


def alone(catalogue: Catalogue, code: CodeFile, phrases: Phrases) -> list[str | None]:
    """What a code alone comes to: what it does in its usual situation, or what holds in all or most of them."""
    if is_usual(catalogue, code):
        facts = catalogue.facts_in(code, catalogue.typical(code))
        return answers(catalogue, facts, phrases.language)
    return of_code(catalogue, code, phrases)


def of_code(catalogue: Catalogue, code: CodeFile, phrases: Phrases) -> list[str | None]:
    """What a code alone tells: the answers in all of its situations, or in most of what is known of it."""
    shown = Counter(saying.situation for saying in catalogue.sayings[code.code])
    if not shown:
        return answers(catalogue, catalogue.facts_in(code, None), phrases.language)
    counters: list[Counter[str | None]] = [Counter() for axis in catalogue.axes if axis.verdict]
    for situation, count in shown.items():
        told = answers(catalogue, catalogue.facts_in(code, situation), phrases.language)
        for counter, answer in zip(counters, told, strict=True):
            counter[answer] += count
    return [_usual(counter, phrases) for counter in counters]


def _usual(counter: Counter[str | None], phrases: Phrases) -> str | None:
    """The answer that holds always, or mostly; None where a code alone does not tell."""
    (answer, count), *others = counter.most_common()
    if answer is None or count < _MOSTLY * counter.total():
        return None
    return phrases("find.mostly", answer=answer) if others else answer
