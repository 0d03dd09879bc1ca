"""What the field reads events and errors of mail services with, and lines of logs without a code."""

import re
from collections import Counter, defaultdict
from typing import Any

from codepairs.content.schema.protocols import Vocabulary
from codepairs.content.whole import Content, Protocol
from codepairs.site.finder.compact import as_json
from codepairs.site.finder.protocols import is_apart
from codepairs.site.finder.providers import in_order, parted, reply_codes


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
            "pages": {
                provider: pages
                for protocol in protocols
                for provider, pages in _telling_pages(protocol).items()
            },
        }
    )


# The address of a help page that is about one reason alone: by a name of that in its query or fragment, or by an article
# of its own.
_PAGE = re.compile(
    r"https?://(?:www\.)?([\w.-]+/[\w./-]*"
    r"(?:\?p=[A-Z]\w+|#[A-Za-z][\w-]{3,}|[A-Z]{2,}\d+\.html|(?<=aka\.ms/)\w+))(?![\w&=%/-])"
)


def _telling_pages(protocol: Protocol) -> dict[str, list[list[Any]]]:
    """By the addresses of which pages each provider tells what happened, and with which of its replies it names them.

    A page that is named for several reasons tells none.
    """
    named: dict[str, list[tuple[str, int, str | None]]] = defaultdict(list)
    for provider in protocol.providers:
        for place, reply in enumerate(in_order(protocol, provider)):
            for page in _PAGE.findall(reply.text):
                named[page].append((provider.id, place, reply.situation))
    pages: dict[str, list[list[Any]]] = defaultdict(list)
    for page, told in named.items():
        [(provider_id, place, situation), *others] = told
        if situation is not None and all(
            other[::2] == (provider_id, situation) for other in others
        ):
            pages[provider_id].append([page, place, situation])
    return dict(pages)


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
