"""What the head of a page tells search engines and link previews."""

import datetime
import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from markupsafe import Markup

from codepairs.languages import Language
from codepairs.pages.page import Article

LOCALES: Final[Mapping[Language, str]] = {"en": "en_US", "ko": "ko_KR"}


def breadcrumbs(steps: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """schema.org BreadcrumbList of names and absolute addresses."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": url}
            for position, (name, url) in enumerate(steps, 1)
        ],
    }


def tech_article(
    article: Article,
    *,
    headline: str,
    description: str,
    language: Language,
    url: str,
    modified: datetime.date,
) -> dict[str, Any]:
    """schema.org TechArticle about the named terms."""
    return {
        "@type": "TechArticle",
        "headline": headline,
        "description": description,
        "inLanguage": language,
        "url": url,
        "dateModified": modified.isoformat(),
        "about": [{"@type": "DefinedTerm", "name": name} for name in article.about],
        "citation": list(article.citations),
    }


_ENCODED = json.JSONEncoder(ensure_ascii=False).encode


def json_ld(*graph: Mapping[str, Any]) -> Markup:
    """The graph as JSON that can stand in a script element: no character in it can end the element."""
    text = _ENCODED({"@context": "https://schema.org", "@graph": graph})
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704 - escaped for a script element
