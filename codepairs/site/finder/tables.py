"""What texts are read with: the table that is read first, and that of each protocol whose texts tell it by their words."""

from collections.abc import Mapping, Sequence
from typing import Any

from codepairs.content.whole import Content, Protocol
from codepairs.language import korean
from codepairs.language.phrases import Phrases
from codepairs.pages import numbers
from codepairs.site.finder.codes import catalogue_in_full, catalogue_in_short
from codepairs.site.finder.compact import as_json, columns
from codepairs.site.finder.protocols import is_apart, protocol_in_full, protocol_in_short
from codepairs.site.finder.providers import provider_row, reply_columns
from codepairs.site.finder.situations import places_of, situation_columns
from codepairs.site.finder.words import WORDS


def first_table(content: Content, phrases: Phrases, own_phrases: Mapping[str, Phrases]) -> str:
    """What whatever is pasted is read with; of a protocol that stands apart, what tells its texts."""
    language = phrases.language
    own = _of_protocols([one for one in content.protocols if not is_apart(one)], own_phrases)
    return as_json(
        {
            **own,
            "protocols": [
                *own["protocols"],
                *(
                    protocol_in_short(protocol, language)
                    for protocol in content.protocols
                    if is_apart(protocol)
                ),
            ],
            "catalogues": [
                *own["catalogues"],
                *(
                    catalogue_in_short(catalogue, language)
                    for protocol in content.protocols
                    if is_apart(protocol)
                    for catalogue in protocol.catalogues
                ),
            ],
            "programs": [
                program
                for protocol in content.protocols
                for program in protocol.vocabulary.programs
            ],
            "numbers": list(numbers.shared(content.protocols)),
            "particles": korean.ATTACHED,
            "words": {key: phrases(f"find.{key}") for key in WORDS}
            | {"do": phrases("actions.title")},
        }
    )


def protocol_table(protocol: Protocol, own_phrases: Mapping[str, Phrases]) -> str:
    """What the texts of one protocol that stands apart are read with."""
    return as_json(_of_protocols([protocol], own_phrases))


def _of_protocols(
    protocols: Sequence[Protocol], own_phrases: Mapping[str, Phrases]
) -> dict[str, Any]:
    """What texts of protocols are read with, and what they come to."""
    places = places_of(protocols)
    found: dict[str, Any] = {
        "protocols": [
            protocol_in_full(protocol, own_phrases[protocol.id].language) for protocol in protocols
        ],
        "catalogues": [
            catalogue_in_full(
                catalogue, own_phrases[protocol.id], places, names_vendors=is_apart(protocol)
            )
            for protocol in protocols
            for catalogue in protocol.catalogues
        ],
        "situations": situation_columns(protocols, own_phrases),
        "providers": columns(
            provider_row(protocol, provider, own_phrases[protocol.id].language)
            for protocol in protocols
            for provider in protocol.providers
        ),
        "replies": reply_columns(protocols, places),
    }
    return found | {"verdicts": _taken_out(found)}


def _taken_out(found: dict[str, Any]) -> list[Sequence[str | None]]:
    """All verdicts, each once, for most are said many times; in their stead `found` holds their places here."""
    verdicts: dict[tuple[str | None, ...], int] = {}

    def place(verdict: Sequence[str | None]) -> int:
        return verdicts.setdefault(tuple(verdict), len(verdicts))

    def places_in(told: Mapping[str, Sequence[str | None]]) -> dict[str, int]:
        return {name: place(verdict) for name, verdict in told.items()}

    situations = found["situations"]
    situations["verdicts"] = [[place(one) for one in told] for told in situations["verdicts"]]
    situations["others"] = [places_in(told) for told in situations["others"]]
    for catalogue in found["catalogues"]:
        for field, numbered in (("verdict", place), ("own", places_in)):
            column = catalogue["codes"].get(field, [])
            column[:] = [told if told is None else numbered(told) for told in column]
    return list(verdicts)
