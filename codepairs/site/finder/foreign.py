"""What the field knows of protocols without pages: by what their texts are told, and what it says of them."""

from typing import Any

from codepairs.content.schema.foreign import Foreign
from codepairs.content.whole import Content
from codepairs.language.phrases import Phrases
from codepairs.site.finder.compact import as_json


def foreign_table(content: Content, phrases: Phrases) -> str:
    """By what texts of protocols without pages are told, and what the field says of them."""
    return as_json([_stranger(one, phrases) for one in content.foreign])


def _stranger(one: Foreign, phrases: Phrases) -> dict[str, Any]:
    language = phrases.language
    says = phrases("find.foreign", name=one.name[language])
    told = {"named": one.named, "signs": one.signs, "said": one.said}
    return {
        "id": one.id,
        **{field: words for field, words in told.items() if words},
        **({"used": True} if one.used else {}),
        **({"near": True} if one.near else {}),
        **({"alike": True} if one.alike else {}),
        "says": f"{says} {one.about[language]}" if one.about else says,
    }
