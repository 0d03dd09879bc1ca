"""Where pages stand. Addresses never change once published.

A path leaves out the language, since a page stands at the same path in each: `smtp/421/` is at `en/smtp/421/` and `ko/smtp/421/`.
"""

from typing import Final

from codepairs.languages import Language

HOME: Final = ""
QUALITY: Final = "quality/"
GUIDES: Final = "guides/"
NUMBERS: Final = "numbers/"
_EMBED: Final = "embed/"


def catalogue(catalogue_id: str) -> str:
    """`smtp/`."""
    return f"{catalogue_id}/"


def code(catalogue_id: str, code_id: str) -> str:
    """`smtp/421/`."""
    return f"{catalogue_id}/{code_id}/"


def pair_name(a: str, b: str) -> str:
    """`250-vs-421`: the last step of a pair's path, and the name of its insight's file."""
    return f"{a}-vs-{b}"


def pair_codes(name: str) -> tuple[str, str] | None:
    """The codes in the last step of a pair's path; None for any other step."""
    a, separator, b = name.partition("-vs-")
    return (a, b) if separator else None


def pair(catalogue_id: str, a: str, b: str) -> str:
    """`smtp/250-vs-421/`."""
    return f"{catalogue_id}/{pair_name(a, b)}/"


def pairs(catalogue_id: str, value: str) -> str:
    """`smtp-enhanced/pairs/policy/`: where the table of all pairs of codes with one answer stands."""
    return f"{catalogue_id}/pairs/{value}/"


def number(code_id: str) -> str:
    """`numbers/503/`: where a number stands that is a code of several protocols."""
    return f"{NUMBERS}{code_id}/"


def providers(place: str) -> str:
    """`providers/`, or `http/providers/` for a protocol that names no other place."""
    return f"{place}/"


def provider(place: str, provider_id: str) -> str:
    """`providers/gmail/`."""
    return f"{place}/{provider_id}/"


def situations(protocol_id: str) -> str:
    """`smtp/situations/`."""
    return f"{protocol_id}/situations/"


def situation(protocol_id: str, situation_id: str) -> str:
    """`smtp/situations/mailbox-full/`."""
    return f"{protocol_id}/situations/{situation_id}/"


def in_language(language: Language, path: str) -> str:
    """`ko/smtp/421/`: the address, relative to the site's root."""
    return f"{language}/{path}"


def card(language: Language, path: str) -> str:
    """`cards/ko/smtp/421.png`: the picture that link previews show of a page."""
    return f"cards/{language}/{path.rstrip('/') or 'home'}.png"


def embed(address: str) -> str:
    """`ko/smtp/421/embed/`: where the answer of the page at an address stands in short, for frames on other sites."""
    return f"{address}{_EMBED}"


def embedded(path: str) -> str:
    """The path of the page whose answer stands at `path`, or `path` itself."""
    return path.removesuffix(_EMBED)


def to_root(address: str) -> str:
    """The way from a page back to the site's root: `../../../` for a pair."""
    return "../" * address.count("/") or "./"


def up_to(path: str, ancestor: str) -> str:
    """The way from a page to one above it: `../` from a code to its catalogue."""
    return "../" * (path.count("/") - ancestor.count("/"))
