"""What the field that finds codes needs in the reader's browser: two JSON files per language.

`js/recognise/` reads codes and replies out of pasted text with the codes, marks and signs in it,
`js/search.js` makes its index from the texts, and both show names and answers from it.
What replies mean is a file of its own, since most questions need none of it.
Computed comparisons are not in it: they are reached by their two codes, and their texts would weigh megabytes.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from codepairs.content.catalogue import Catalogue, Content, Protocol
from codepairs.content.schema import CodeFile, ProviderFile
from codepairs.language import korean, markdown
from codepairs.language.phrases import Phrases
from codepairs.languages import Language
from codepairs.pages import addresses
from codepairs.pages.page import Page

# The phrases that the scripts show.
WORDS: Final = (
    *("pair", "code", "reply", "log", "bounce", "none", "results", "compare", "unknown"),
    *("provider", "note", "count", "sites", "deviations", "keys"),
    *("keys_find", "keys_close", "keys_help", "keys_on", "keys_done"),
)


def address(language: Language) -> str:
    """`find/ko.json`: where the file of a language stands."""
    return f"find/{language}.json"


def replies_address(language: Language) -> str:
    """`find/ko-replies.json`: where the texts about replies stand."""
    return f"find/{language}-replies.json"


def replies(content: Content, language: Language) -> str:
    """What each reply means and asks to do, by its place on the provider's page, as JSON."""
    told = {
        f"{addresses.provider(protocol.providers_place, provider.id)}#{reply.id}": {
            "means": markdown.plain(reply.told(language).means),
            "do": markdown.plain(reply.told(language).do),
        }
        for protocol in content.protocols
        for provider in protocol.providers
        for reply in provider.replies
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def tables(
    content: Content,
    handwritten: Sequence[Page],
    phrases: Phrases,
    own_phrases: Mapping[str, Phrases],
) -> str:
    """The file of one language, as JSON; `own_phrases` are those of each protocol."""
    language = phrases.language
    found = {
        "catalogues": [
            _catalogue(catalogue, own_phrases[catalogue.protocol])
            for catalogue in content.catalogues
        ],
        "providers": [
            _provider(protocol, provider, language)
            for protocol in content.protocols
            for provider in protocol.providers
        ],
        "insights": list(_insights(content, phrases)),
        "pages": [
            {
                "address": addresses.in_language(language, page.path),
                "title": page.name(language),
                "text": page.head(language).description,
            }
            for page in handwritten
            if page.parent is not None
        ],
        "particles": korean.ATTACHED,
        "synonyms": content.synonyms.groups(language),
        "words": {key: phrases(f"find.{key}") for key in WORDS},
    }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _catalogue(catalogue: Catalogue, phrases: Phrases) -> dict[str, Any]:
    return {
        "id": catalogue.id,
        "protocol": catalogue.protocol,
        "forms": catalogue.vocabulary.forms,
        "short": catalogue.vocabulary.short[phrases.language],
        "classes": [
            {"prefix": item.prefix, "tone": item.tone, "meaning": item.meaning[phrases.language]}
            for item in catalogue.vocabulary.classes
        ],
        "codes": [_code(catalogue, code, phrases) for code in catalogue.codes],
    }


def _code(catalogue: Catalogue, code: CodeFile, phrases: Phrases) -> dict[str, Any]:
    language = phrases.language
    text = code.text(language)
    return {
        "code": code.code,
        **({} if code.number is None else {"number": code.number}),
        **({"aliases": code.aliases} if code.aliases else {}),
        "name": code.name[language],
        "original": code.name.en if language != "en" else "",
        "standing": code.standing,
        "tone": catalogue.classes[code.class_].tone,
        "gist": phrases("code.gist", code=code.code, gist=text.gist),
        "next": phrases("pair.next", code=code.code, next=text.next),
        "text": markdown.plain(text.meaning),
        "deviations": {
            use.by: markdown.plain(said) for use in code.uses if (said := use.text(language))
        },
    }


def _provider(protocol: Protocol, provider: ProviderFile, language: Language) -> dict[str, Any]:
    known = {code for catalogue in protocol.catalogues for code in catalogue.by_id}
    return {
        "id": provider.id,
        "protocol": protocol.id,
        "address": addresses.provider(protocol.providers_place, provider.id),
        "name": provider.name[language],
        "signs": provider.signs,
        # In both languages: readers of either write names in either.
        "aliases": [*provider.aliases.en, *provider.aliases.ko],
        "replies": [
            {
                "id": reply.id,
                "mark": reply.mark,
                **({"shared": True} if reply.shared else {}),
                # The second word of a reply without an enhanced code is no code.
                "codes": [one for one in reply.codes if one in known or one[0].isdigit()],
            }
            for reply in provider.replies
        ],
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
