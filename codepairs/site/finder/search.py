"""What a question in words is answered from; `js/search.js` makes its index of it."""

from collections.abc import Iterator, Mapping, Sequence

from codepairs.content.whole import Content
from codepairs.language import markdown
from codepairs.language.phrases import Phrases
from codepairs.languages import Language
from codepairs.pages import addresses
from codepairs.pages.page import Page
from codepairs.site.finder.compact import as_json
from codepairs.site.finder.providers import in_order
from codepairs.site.finder.situations import happened


def search_table(
    content: Content,
    handwritten: Sequence[Page],
    phrases: Phrases,
    own_phrases: Mapping[str, Phrases],
) -> str:
    """Situations, codes, replies, insights and pages by their words, and the words that mean the same."""
    language = phrases.language
    return as_json(
        {
            "situations": {
                addresses.situation(protocol.id, situation.id): happened(
                    situation, own_phrases[protocol.id]
                )
                for protocol in content.protocols
                for situation in protocol.situations.values()
            },
            # Koreans type the words of the web and of mail in English as well.
            **({"originals": _originals(content)} if language != "en" else {}),
            "codes": list(_codes(content, language, own_phrases)),
            "replies": {
                addresses.provider(protocol.providers_place, provider.id): [
                    reply.id for reply in in_order(protocol, provider)
                ]
                for protocol in content.protocols
                for provider in protocol.providers
            },
            "insights": list(_insights(content, phrases)),
            "pages": list(_pages(content, handwritten, language)),
            "synonyms": content.synonyms.groups(language),
            "everyday": {
                one.vocabulary.id: one.vocabulary.everyday
                for one in content.protocols
                if one.vocabulary.everyday
            },
        }
    )


def _codes(
    content: Content, language: Language, own_phrases: Mapping[str, Phrases]
) -> Iterator[dict[str, str]]:
    for catalogue in content.catalogues:
        for code in catalogue.codes:
            said = code.text(language)
            yield {
                "catalogue": catalogue.id,
                "code": code.code,
                "standing": code.standing,
                "name": code.name[language],
                **({"original": code.name.en} if language != "en" else {}),
                "answer": own_phrases[catalogue.protocol](
                    "code.gist", code=code.code, gist=said.gist
                ),
                "text": markdown.plain(said.meaning),
            }


def _insights(content: Content, phrases: Phrases) -> Iterator[dict[str, str]]:
    for catalogue in content.catalogues:
        for (a, b), insight in catalogue.insights.items():
            yield {
                "catalogue": catalogue.id,
                "a": a,
                "b": b,
                "title": phrases("pair.name", a=a, b=b),
                "answer": insight.text(phrases.language).answer,
            }


def _pages(
    content: Content, handwritten: Sequence[Page], language: Language
) -> Iterator[dict[str, str]]:
    for catalogue in content.catalogues:
        yield {
            "address": addresses.in_language(language, addresses.catalogue(catalogue.id)),
            "title": catalogue.vocabulary.title[language],
            "text": catalogue.vocabulary.description[language],
        }
    for page in handwritten:
        if page.parent is not None:
            yield {
                "address": addresses.in_language(language, page.path),
                "title": page.name(language),
                "text": page.head(language).description,
            }


def _originals(content: Content) -> dict[str, str]:
    """The English names of the situations."""
    return {
        addresses.situation(protocol.id, situation.id): situation.name.en
        for protocol in content.protocols
        for situation in protocol.situations.values()
    }
