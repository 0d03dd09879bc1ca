"""What the field that finds codes needs in the reader's browser: JSON files of each language.

`find/ko.json` reads whatever is pasted and gives the first answer: codes, marks of
replies, phrases of situations, and what a situation comes to. Of a protocol that texts tell by their words it holds
these words and how its codes are written; the rest is in `find/ko/http.json`, for texts of that protocol and its own pages.
All else is loaded when it is shown: what to do in a situation, what a provider's replies mean,
`find/ko/libraries/http.json` for the errors of programs, and `find/ko/search.json`, from which `js/search.js` makes its index
for a question in words.
Computed comparisons are in none of them: they are reached by their two codes, and their texts would weigh megabytes.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from codepairs.content.whole import Content
from codepairs.language.phrases import Phrases
from codepairs.languages import Language
from codepairs.pages import addresses
from codepairs.pages.page import Page
from codepairs.site.finder.codes import in_general
from codepairs.site.finder.foreign import foreign_table
from codepairs.site.finder.libraries import library_table
from codepairs.site.finder.protocols import is_apart
from codepairs.site.finder.providers import what_is_meant
from codepairs.site.finder.search import search_table
from codepairs.site.finder.services import service_table
from codepairs.site.finder.situations import what_to_do
from codepairs.site.finder.tables import first_table, protocol_table
from codepairs.site.finder.ticket import ticket_table


def files(
    content: Content,
    handwritten: Sequence[Page],
    phrases: Phrases,
    own_phrases: Mapping[str, Phrases],
) -> Iterator[tuple[str, Callable[[], str]]]:
    """Address and maker of every file of one language; `own_phrases` are those of each protocol."""
    language = phrases.language
    yield f"find/{language}.json", partial(first_table, content, phrases, own_phrases)
    yield (
        f"find/{language}/search.json",
        partial(search_table, content, handwritten, phrases, own_phrases),
    )
    yield f"find/{language}/ticket.json", partial(ticket_table, content, phrases)
    for protocol in filter(is_apart, content.protocols):
        make = partial(protocol_table, protocol, own_phrases)
        yield f"find/{language}/{protocol.id}.json", make
    yield f"find/{language}/services.json", partial(service_table, content)
    yield f"find/{language}/foreign.json", partial(foreign_table, content, phrases)
    for protocol in content.protocols:
        make = partial(library_table, protocol, own_phrases[protocol.id])
        yield f"find/{language}/libraries/{protocol.id}.json", make
    for catalogue in content.catalogues:
        for code in catalogue.codes:
            place = addresses.code(catalogue.id, code.code)
            yield (
                _beside(language, place),
                partial(in_general, code, own_phrases[catalogue.protocol]),
            )
    for protocol in content.protocols:
        for situation in protocol.situations.values():
            place = addresses.situation(protocol.id, situation.id)
            make = partial(what_to_do, protocol.catalogues[0], situation, own_phrases[protocol.id])
            yield _beside(language, place), make
        for provider in protocol.providers:
            place = addresses.provider(protocol.providers_place, provider.id)
            yield _beside(language, place), partial(what_is_meant, protocol, provider, language)


def _beside(language: Language, place: str) -> str:
    """`find/ko/providers/gmail.json`: where the texts stand that belong to a page."""
    return f"find/{language}/{place.rstrip('/')}.json"
