"""The words around a text for a ticket."""

from typing import Final

from codepairs.content.whole import Content
from codepairs.language.phrases import Phrases
from codepairs.languages import LANGUAGES
from codepairs.site.finder.compact import as_json

# Those of a text for a ticket, which pages show too.
TICKET_WORDS: Final = ("to", "language", "text", "copy", "copied")


def ticket_table(content: Content, phrases: Phrases) -> str:
    """The words around a text for a ticket, and how one to each role opens."""
    language = phrases.language
    return as_json(
        {
            "words": {key: phrases(f"ticket.{key}") for key in TICKET_WORDS},
            # The script fills the places.
            "helps": phrases("ticket.helps", role="{role}", text="{text}"),
            "languages": {other: phrases(f"language.own.{other}") for other in LANGUAGES},
            "openings": {
                protocol.id: {
                    role.id: role.opening[language]
                    for role in protocol.catalogues[0].roles
                    if role.opening
                }
                for protocol in content.protocols
            },
        }
    )
