"""What the field knows of a protocol: what it is called, the questions that a verdict answers, who may have to act."""

from typing import Any

from codepairs.content.whole import Protocol
from codepairs.languages import Language
from codepairs.pages import addresses, verdicts


def is_apart(protocol: Protocol) -> bool:
    """Whether a text tells by its words that it is about a protocol, so that only such texts need what it has."""
    return bool(protocol.vocabulary.speaks)


def protocol_in_full(protocol: Protocol, language: Language) -> dict[str, Any]:
    """What a protocol is called, and the questions that a verdict answers, and who may have to act."""
    first = protocol.catalogues[0]
    readers = verdicts.readers(protocol)
    return {
        "id": protocol.id,
        "name": protocol.vocabulary.name[language],
        "axes": verdicts.questions(first, language),
        "roles": verdicts.role_labels(protocol, language),
        # Below it stands each provider by its id.
        "providers": addresses.providers(protocol.providers_place),
        **({"readers": readers} if readers else {}),
    }


def protocol_in_short(protocol: Protocol, language: Language) -> dict[str, Any]:
    """What a protocol is called, and the words that speak of it; the rest is loaded where a text is its own."""
    return {
        "id": protocol.id,
        "name": protocol.vocabulary.name[language],
        "axes": [],
        "roles": {},
        "speaks": protocol.vocabulary.speaks,
    }
