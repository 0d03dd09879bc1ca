"""What surrounds a page's own content: its head, the site's header and footer, as slots of `base.html`."""

import datetime
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import jinja2
from markupsafe import Markup

from codepairs import languages
from codepairs.language.phrases import Phrases
from codepairs.pages import addresses
from codepairs.pages.seo import Head

SLOTS = (
    "title",
    "description",
    "canonical",
    "url_en",
    "url_ko",
    "url_default",
    "kind",
    "json_ld",
    "root",
    "other_address",
    "corrections",
    "modified",
)


class Frame:
    """Fills the frame of pages in one language."""

    def __init__(self, phrases: Phrases, environment: jinja2.Environment) -> None:
        self._language = phrases.language
        self._phrases = phrases
        self._correction_piece = environment.get_template("pieces/correction.html")
        self._correction = lru_cache(maxsize=None)(self._uncached_correction)
        self._modified = lru_cache(maxsize=None)(self._uncached_modified)

    def slots(self, head: Head, address: str) -> dict[str, str]:
        """The values of `SLOTS` for the page at `address`."""
        other = languages.other(self._language)
        return {
            "title": head.title,
            "description": head.description,
            "canonical": head.canonical,
            "url_en": head.alternates.get("en", ""),
            "url_ko": head.alternates.get("ko", ""),
            "url_default": head.alternates.get("x-default", ""),
            "kind": head.kind,
            "json_ld": head.json_ld or "",
            "root": addresses.to_root(address),
            "other_address": other + address.removeprefix(self._language),
            "corrections": Markup(" · ".join([self._correction(*to) for to in head.corrections])),  # noqa: S704 - made of escaped pieces
            "modified": self._modified(head.modified) if head.modified else "",
        }

    def flags(self, head: Head) -> Mapping[str, Any]:
        """What decides the logic of `base.html`."""
        return {
            "indexed": head.indexed,
            "has_alternates": bool(head.alternates),
            "has_json_ld": head.json_ld is not None,
            "other_language": languages.other(self._language),
        }

    def around(self, head: Head, address: str) -> dict[str, Any]:
        """Everything that `base.html` needs for the page at `address`."""
        return {**self.slots(head, address), **self.flags(head)}

    def _uncached_correction(self, label: str, url: str) -> str:
        return self._correction_piece.render(label=label, url=url)

    def _uncached_modified(self, day: datetime.date) -> str:
        return self._phrases("site.updated", date=self._phrases.date(day))
