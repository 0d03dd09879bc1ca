"""What the field knows of codes: how they are written, what they stand for, and what is told of them."""

from collections.abc import Mapping
from typing import Any, Final

from codepairs.content.catalogue import Catalogue
from codepairs.content.schema.codes import CodeFile
from codepairs.language.phrases import Phrases
from codepairs.languages import Language
from codepairs.pages import verdicts
from codepairs.site.finder.compact import as_json, columns

# A code names so many of the situations that it stands for; its page names all.
_MOST_SITUATIONS: Final = 6


def catalogue_in_full(
    catalogue: Catalogue,
    phrases: Phrases,
    places: Mapping[tuple[str, str], int],
    *,
    names_vendors: bool,
) -> dict[str, Any]:
    """What is told of the codes of a catalogue; in mail the words beside a number tell whose it is, not the number."""
    vendors = {code.code: code.provider for code in catalogue.codes if code.provider}
    return {
        "id": catalogue.id,
        "protocol": catalogue.protocol,
        "forms": catalogue.vocabulary.forms,
        "short": catalogue.vocabulary.short[phrases.language],
        "classes": [
            {
                "id": item.id,
                "prefix": item.prefix,
                "tone": item.tone,
                "label": item.label[phrases.language],
                "meaning": item.meaning[phrases.language],
            }
            for item in catalogue.vocabulary.classes
        ],
        "codes": columns(
            _code(catalogue, code, phrases, places)
            | ({"vendor": vendors[code.code]} if names_vendors and code.code in vendors else {})
            for code in catalogue.codes
        ),
    }


def _code(
    catalogue: Catalogue,
    code: CodeFile,
    phrases: Phrases,
    places: Mapping[tuple[str, str], int],
) -> dict[str, Any]:
    language = phrases.language
    situations = catalogue.situations_of[code.code]
    told = {
        one: verdicts.answers(catalogue, catalogue.facts_in(code, one), language)
        for one in situations
    }
    own = {
        one: verdict
        for one, verdict in told.items()
        if verdict
        != verdicts.answers(catalogue, catalogue.class_facts_in(code.class_, one), language)
    }
    return {
        **_spellings(code),
        "class": code.class_,
        "situations": [places[catalogue.protocol, one] for one in situations[:_MOST_SITUATIONS]],
        # Where the first situation is most of what is known, its verdict is the code's.
        **(
            {"usual": True}
            if verdicts.is_usual(catalogue, code)
            else {"verdict": verdicts.of_code(catalogue, code, phrases)}
        ),
        **({"own": own} if own else {}),
        **({"likely": dict(code.likely)} if code.likely else {}),
        **({"described": True} if code.described else {}),
    }


def catalogue_in_short(catalogue: Catalogue, language: Language) -> dict[str, Any]:
    """How the codes of a catalogue are written; their English names stand in texts of any language."""
    return {
        "id": catalogue.id,
        "protocol": catalogue.protocol,
        "forms": catalogue.vocabulary.forms,
        "short": catalogue.vocabulary.short[language],
        "classes": [],
        "codes": columns(
            {
                **_spellings(code),
                "original": code.name.en,
                # The name of a product's own code may be anybody's sentence.
                **({"vendor": True} if code.provider else {}),
            }
            for code in catalogue.codes
        ),
    }


def _spellings(code: CodeFile) -> dict[str, Any]:
    return {
        "code": code.code,
        **({} if code.number is None else {"number": code.number}),
        **({"aliases": code.aliases} if code.aliases else {}),
    }


def in_general(code: CodeFile, phrases: Phrases) -> str:
    """What a code means whatever happened."""
    text = code.text(phrases.language)
    return as_json(
        {
            "name": code.name[phrases.language],
            "gist": phrases("code.gist", code=code.code, gist=text.gist),
            "next": phrases("pair.next", code=code.code, next=text.next),
        }
    )
