"""The addresses of pages, relative to the site's root. They never change once published."""

from collections.abc import Callable, Mapping

from codepairs.languages import LANGUAGES, Language


def home(language: Language) -> str:
    """`ko/`."""
    return f"{language}/"


def catalogue(language: Language, catalogue_id: str) -> str:
    """`ko/smtp/`."""
    return f"{language}/{catalogue_id}/"


def code(language: Language, catalogue_id: str, code_id: str) -> str:
    """`ko/smtp/421/`."""
    return f"{language}/{catalogue_id}/{code_id}/"


def pair_name(a: str, b: str) -> str:
    """`250-vs-421`: the last step of a pair's address, and the name of its insight's file."""
    return f"{a}-vs-{b}"


def pair(language: Language, catalogue_id: str, a: str, b: str) -> str:
    """`ko/smtp/250-vs-421/`."""
    return f"{language}/{catalogue_id}/{pair_name(a, b)}/"


def providers(language: Language) -> str:
    """`ko/providers/`."""
    return f"{language}/providers/"


def provider(language: Language, provider_id: str) -> str:
    """`ko/providers/gmail/`."""
    return f"{language}/providers/{provider_id}/"


def quality(language: Language) -> str:
    """`ko/quality/`."""
    return f"{language}/quality/"


def in_each(address: Callable[..., str], *names: str) -> Mapping[Language, str]:
    """A page's address in each language, by one of the functions above."""
    return {language: address(language, *names) for language in LANGUAGES}


def to_root(address: str) -> str:
    """The way from a page back to the site's root: `../../../` for a pair."""
    return "../" * address.count("/") or "./"
