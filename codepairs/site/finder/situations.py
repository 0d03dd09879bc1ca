"""What the field knows of situations: by which phrases they are told, what they come to, and what to do."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.situations import PARTED, SituationFile
from codepairs.content.whole import Protocol
from codepairs.language import markdown
from codepairs.language.phrases import Phrases
from codepairs.languages import Language
from codepairs.pages import verdicts
from codepairs.site.finder.compact import as_json

# So many letters tell enough by themselves, wherever they stand.
_LONG: Final = 9


def places_of(protocols: Sequence[Protocol]) -> dict[tuple[str, str], int]:
    """Where each situation stands among those of all these protocols, by protocol and id."""
    named = ((protocol.id, one) for protocol in protocols for one in protocol.situations)
    return {name: place for place, name in enumerate(named)}


def situation_columns(
    protocols: Sequence[Protocol], own_phrases: Mapping[str, Phrases]
) -> dict[str, list[Any]]:
    """Situations field by field, as replies stand; `conclusion` holds places among them.

    The phrases of one are one text: a sign between them weighs less than two quotation marks and a comma.
    """
    listed = [
        (protocol, situation, own_phrases[protocol.id])
        for protocol in protocols
        for situation in protocol.situations.values()
    ]
    return {
        "id": [situation.id for _, situation, _ in listed],
        "protocol": [protocol.id for protocol, _, _ in listed],
        "name": [situation.name[phrases.language] for _, situation, phrases in listed],
        "said": [PARTED.join(_telling(situation.said)) for _, situation, _ in listed],
        "conclusion": [place for place, (_, one, _) in enumerate(listed) if one.conclusion],
        "outcomes": [list(situation.outcomes) for _, situation, _ in listed],
        "verdicts": [_verdicts(*one) for one in listed],
        "others": [_verdicts_of_others(*one) for one in listed],
    }


def _telling(said: Sequence[str]) -> list[str]:
    """Phrases without those that hold a long one: where they stand, that one stands as well."""
    long = [phrase for phrase in said if len(phrase) >= _LONG]
    return [
        phrase
        for phrase in said
        if not any(other != phrase and f" {other} " in f" {phrase} " for other in long)
    ]


def _verdicts(
    protocol: Protocol, situation: SituationFile, phrases: Phrases
) -> list[Sequence[str | None]]:
    """What a situation comes to in each of its classes of codes."""
    catalogue, language = protocol.catalogues[0], phrases.language
    return [_verdict_of_class(catalogue, one, situation, language) for one in situation.outcomes]


def _verdicts_of_others(
    protocol: Protocol, situation: SituationFile, phrases: Phrases
) -> Mapping[str, list[str | None]]:
    """What a situation comes to where somebody tells it with another failure than is usual for it."""
    catalogue, language = protocol.catalogues[0], phrases.language
    return {
        one.id: _verdict_of_class(catalogue, one.id, situation, language)
        for one in catalogue.vocabulary.classes
        if one.outcome == "failure" and one.id not in situation.outcomes
    }


def _verdict_of_class(
    catalogue: Catalogue, class_: str, situation: SituationFile, language: Language
) -> list[str | None]:
    return verdicts.answers(catalogue, catalogue.class_facts_in(class_, situation.id), language)


def what_to_do(catalogue: Catalogue, situation: SituationFile, phrases: Phrases) -> str:
    """What happened in a situation, what to do in a line, and what each role does, by the class of the code.

    `catalogue` is the first of the protocol, whose roles are those of the situation.
    """
    language = phrases.language
    return as_json(
        {
            "happened": happened(situation, phrases),
            "next": {
                outcome: phrases("situation.next", next=found.next[language])
                for outcome, found in situation.outcomes.items()
            },
            "outcomes": {
                outcome: {
                    role.id: markdown.plain(actions[role.id])
                    for role in verdicts.actor_first(
                        catalogue.roles, catalogue, outcome, situation.id
                    )
                    if role.id in actions
                }
                for outcome, found in situation.outcomes.items()
                for actions in [found.actions(language)]
            },
        }
    )


def happened(situation: SituationFile, phrases: Phrases) -> str:
    """What happened, as a sentence."""
    return phrases("situation.happened", gist=situation.gist[phrases.language])
