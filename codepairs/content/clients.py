"""What clients do by themselves when a code comes."""

from codepairs.content.code_patterns import fits
from codepairs.content.schema.clients import Behaviour, ClientFile


def behaviours(client: ClientFile, code: str) -> list[Behaviour]:
    """What the client does when `code` comes, in the order of its file; empty if nothing is told."""
    return [one for one in client.does if fits(code, one.codes)]
