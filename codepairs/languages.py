"""The languages that the site speaks; every text of the content exists in each of them."""

from typing import Final, Literal

Language = Literal["en", "ko"]
LANGUAGES: Final[tuple[Language, ...]] = ("en", "ko")
# The one that is offered to a reader whose language is not known.
DEFAULT_LANGUAGE: Final[Language] = "en"

# As many characters of a page's description as a search result shows.
MOST_IN_DESCRIPTION: Final = {"en": 155, "ko": 80}


def other(language: Language) -> Language:
    """The other one of the two languages."""
    return "ko" if language == "en" else "en"
