"""What the field knows of providers: by which signs they are told, their replies, and what these mean."""

from collections.abc import Mapping, Sequence
from typing import Any

from codepairs.content.schema.providers import ProviderFile, Reply
from codepairs.content.whole import Protocol
from codepairs.language import markdown
from codepairs.languages import Language
from codepairs.site.finder.compact import as_json
from codepairs.site.finder.protocols import is_apart


def provider_row(protocol: Protocol, provider: ProviderFile, language: Language) -> dict[str, Any]:
    """What a provider is called, by which signs it is told, and how many of the replies are its own."""
    kinds = protocol.vocabulary.provider_kinds
    is_run = any(kind.id == provider.kind and kind.runs for kind in kinds)
    return {
        "id": provider.id,
        "protocol": protocol.id,
        "name": provider.name[language],
        "signs": provider.signs,
        # In both languages: readers of either write names in either.
        "aliases": [*provider.aliases.en, *provider.aliases.ko],
        **(
            {"records": [[one.form, one.reads] for one in provider.records]}
            if provider.records
            else {}
        ),
        **({"runs": provider.kind} if is_run else {}),
        "replies": len(parted(protocol, provider)[0]),
    }


def reply_columns(
    protocols: Sequence[Protocol], places: Mapping[tuple[str, str], int]
) -> dict[str, Any]:
    """The replies of all providers, one after the other, each field by itself: what is alike compresses better.

    `situation` holds places among the situations, `shared` those of replies that many servers send, `exact` those whose
    mark is compared letter by letter, `alone` those whose mark is a whole line; `seen` says where such texts are met, if that tells whose they are.
    """
    replies = [
        (protocol, reply)
        for protocol in protocols
        for provider in protocol.providers
        for reply in parted(protocol, provider)[0]
    ]
    tells_reader = any(
        role.reads for protocol, _ in replies for role in protocol.catalogues[0].roles
    )
    exact = [number for number, (_, reply) in enumerate(replies) if reply.exact]
    alone = [number for number, (_, reply) in enumerate(replies) if reply.alone]
    return {
        "mark": [reply.mark for _, reply in replies],
        "situation": [
            places.get((protocol.id, reply.situation or "")) for protocol, reply in replies
        ],
        "codes": [reply_codes(protocol, reply) for protocol, reply in replies],
        "shared": [number for number, (_, reply) in enumerate(replies) if reply.shared],
        **({"exact": exact} if exact else {}),
        **({"alone": alone} if alone else {}),
        **({"seen": [reply.seen for _, reply in replies]} if tells_reader else {}),
    }


def parted(protocol: Protocol, provider: ProviderFile) -> tuple[list[Reply], list[Reply]]:
    """The replies that are there from the beginning, and those that are read later.

    The field counts them in this order, code by code, since what is alike compresses better.
    """
    if is_apart(protocol):
        return provider.replies, []
    listed = sorted(provider.replies, key=lambda reply: (reply_codes(protocol, reply), reply.mark))
    beginning = [reply for reply in listed if not _is_read_later(protocol, reply)]
    return beginning, [reply for reply in listed if _is_read_later(protocol, reply)]


def _is_read_later(protocol: Protocol, reply: Reply) -> bool:
    """Whether it stands only in texts for which more is loaded: those of programs, and lines of logs without a code."""
    is_of_log = reply.seen == "log" and not reply_codes(protocol, reply)
    return reply.seen == "exception" or (is_of_log and not reply.shared and not reply.exact)


def in_order(protocol: Protocol, provider: ProviderFile) -> list[Reply]:
    """The replies as the field counts them."""
    beginning, later = parted(protocol, provider)
    return [*beginning, *later]


def reply_codes(protocol: Protocol, reply: Reply) -> str:
    """The codes of a reply; its second word is none where it has no enhanced code."""
    found = (
        one
        for one in reply.codes
        if one[0].isdigit() or any(one in catalogue.by_id for catalogue in protocol.catalogues)
    )
    return " ".join(found)


def what_is_meant(protocol: Protocol, provider: ProviderFile, language: Language) -> str:
    """What each reply of a provider means and asks to do, and whether the provider says so itself.

    In the order in which what is read first has them: it knows the replies by their places.
    """
    return as_json(
        [
            {
                "id": reply.id,
                "means": markdown.plain(reply.told(language).means),
                "do": markdown.plain(reply.told(language).do),
                **({"explained": True} if reply.explained else {}),
            }
            for reply in in_order(protocol, provider)
        ]
    )
