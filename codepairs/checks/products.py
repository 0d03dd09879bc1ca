"""Whether what is told of a product can be seen somewhere: the rule that insights are held to."""

import re
from collections.abc import Iterator, Mapping

from codepairs.content.reading import LoadedProtocol
from codepairs.content.schema.base import Source
from codepairs.content.schema.providers import ProviderFile
from codepairs.problems import Problem

_IN_BRACKETS = re.compile(r"\s*\(.*\)")
_NO_LETTER = re.compile(r"[^a-z0-9]+")
_LINK = re.compile(r"\]\(https?:")
_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+")
_CODE_SPAN = re.compile(r"`[^`]*`")


def products_of_insights_have_a_source(loaded: LoadedProtocol) -> Iterator[Problem]:
    """Every provider that an insight names has a source there, or a link in the very sentence.

    A source is a provider's if its title or address names it, or if a reply of the provider is quoted from there.
    Both languages tell the same, so English is asked for both.
    """
    names = {provider.id: spoken_name(provider) for _, provider in loaded.providers}
    places = {provider.id: _places(provider) for _, provider in loaded.providers}
    in_order = sorted(names)
    for one in loaded.catalogues:
        for pair, insight in one.catalogue.insights.items():
            text = insight.text("en")
            for field, value in (("answer", text.answer), ("text", text.text)):
                told = _without_link(value)
                for name in in_order:
                    if _is_told(names[name], told) and not _is_shown(
                        name, names, places, insight.sources
                    ):
                        message = f"expected a source that shows what is said of {names[name]}"
                        yield one.insights[pair].problem(("en", field), message)


def spoken_name(provider: ProviderFile) -> str:
    """What texts call a provider: the words of its name that its id repeats, or else the name without brackets."""
    name = provider.name["en"]
    words = re.findall(r"[^\s(),]+", name)
    pieces = (
        " ".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
    )
    spoken = (piece for piece in pieces if _NO_LETTER.sub("-", piece.casefold()) == provider.id)
    return next(spoken, _IN_BRACKETS.sub("", name))


def _is_told(name: str, text: str) -> bool:
    # Few texts hold the name at all, and looking for a pattern takes longer.
    return name in text and bool(re.search(rf"(?<![\w.-]){re.escape(name)}(?![\w-]|\.\w)", text))


def _is_shown(
    provider: str,
    names: Mapping[str, str],
    places: Mapping[str, frozenset[str]],
    sources: list[Source],
) -> bool:
    words = {_bare(provider), _bare(names[provider])}
    return any(
        _place(source.url) in places[provider]
        or any(word in _bare(f"{source.title} {source.url}") for word in words)
        for source in sources
    )


def _places(provider: ProviderFile) -> frozenset[str]:
    """Where the provider's replies, and what it says of them, can be seen."""
    found = [
        provider.url,
        *(url for one in provider.replies for url in (one.source, one.explained)),
    ]
    return frozenset(_place(url) for url in found if url)


def _place(url: str) -> str:
    return url.partition("#")[0]


def _bare(text: str) -> str:
    return _NO_LETTER.sub("", text.casefold())


def _without_link(text: str) -> str:
    """The sentences that lead nowhere by themselves; a server's own words may hold any name."""
    sentences = _SENTENCE_END.split(_CODE_SPAN.sub("", text))
    return " ".join(one for one in sentences if not _LINK.search(one))
