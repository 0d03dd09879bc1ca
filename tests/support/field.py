"""What the field is given, read as its scripts read it."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from codepairs.content.schema.providers import ProviderFile, Reply
from codepairs.content.whole import Protocol
from codepairs.site.site import Site

Files = dict[str, Callable[[], str]]


def files_of(site: Site) -> Files:
    """Address and maker of every file of the field."""
    return {address: make for address, make in site.texts() if address.startswith("find/")}


def read(files: Files, address: str) -> dict[str, Any]:
    """A file that holds fields."""
    found: dict[str, Any] = json.loads(files[address]())
    return found


def read_rows(files: Files, address: str) -> list[dict[str, Any]]:
    """A file that holds rows."""
    found: list[dict[str, Any]] = json.loads(files[address]())
    return found


def rows(columns: dict[str, list[Any]]) -> list[dict[str, Any]]:
    """Columns row by row, without the fields that a row does not have."""
    return [
        {field: value for field, value in zip(columns, row, strict=True) if value is not None}
        for row in zip(*columns.values(), strict=True)
    ]


def beginning(protocol: Protocol, provider: ProviderFile) -> list[Reply]:
    """The replies that are there from the beginning, or with all else of their protocol."""
    later_ = later(protocol, provider)
    found = [reply for reply in provider.replies if reply not in later_]
    return found if protocol.vocabulary.speaks else code_by_code(found)


def code_by_code(replies: Sequence[Reply]) -> list[Reply]:
    """Replies as the field counts them."""

    def written(reply: Reply) -> str:
        return " ".join(code for code in reply.codes if code[0].isdigit())

    return sorted(replies, key=lambda reply: (written(reply), reply.mark))


def later(protocol: Protocol, provider: ProviderFile) -> list[Reply]:
    """What services say to programs alone, and what stands in logs without a code."""
    if protocol.vocabulary.speaks:
        return []
    return code_by_code(
        [
            reply
            for reply in provider.replies
            if reply.seen == "exception"
            or (reply.seen == "log" and not (reply.codes or reply.shared or reply.exact))
        ]
    )
