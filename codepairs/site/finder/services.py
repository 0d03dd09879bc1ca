"""What the field reads events and errors of mail services with, and lines of logs without a code."""

from collections import Counter
from typing import Any

from codepairs.content.schema.protocols import Vocabulary
from codepairs.content.whole import Content, Protocol
from codepairs.site.finder.compact import as_json
from codepairs.site.finder.protocols import is_apart
from codepairs.site.finder.providers import parted, reply_codes


def service_table(content: Content) -> str:
    """What events and errors of services are read with that send mail for programs, and lines of logs without a code.

    Providers say how many of the replies are theirs; they follow those that are there from the beginning.
    """
    protocols = [protocol for protocol in content.protocols if not is_apart(protocol)]
    providers = [
        (protocol, provider, replies)
        for protocol in protocols
        for provider in protocol.providers
        if (replies := parted(protocol, provider)[1])
    ]
    return as_json(
        {
            "sortings": [
                _sorting(protocol, vocabulary)
                for protocol in protocols
                for vocabulary in protocol.vocabulary.vocabularies
                if vocabulary.fields
            ],
            "providers": {provider.id: len(replies) for _, provider, replies in providers},
            "replies": {
                "mark": [reply.mark for _, _, replies in providers for reply in replies],
                "situation": [reply.situation for _, _, replies in providers for reply in replies],
                "codes": [
                    reply_codes(protocol, reply)
                    for protocol, _, replies in providers
                    for reply in replies
                ],
            },
        }
    )


def _sorting(protocol: Protocol, vocabulary: Vocabulary) -> dict[str, Any]:
    """In which fields of its events a program says by a word of its own what happened, and which words say what.

    A word that several situations are called by says nothing, unless one of them is typical.
    """
    called = {
        one.id: [
            word
            for word in one.called.get(vocabulary.id, [])
            if vocabulary.typical.get(word, one.id) == one.id
        ]
        for one in protocol.situations.values()
    }
    said = Counter(word for words in called.values() for word in words)
    told = {
        situation: [word for word in words if said[word] == 1]
        for situation, words in called.items()
    }
    return {
        "fields": vocabulary.fields,
        "beside": vocabulary.beside,
        "words": {situation: words for situation, words in told.items() if words},
    }
