"""The contents of a long page: links to its headings, put where its template leaves a place for them."""

import re
from functools import partial
from typing import Final

from markupsafe import Markup

# Fewer headings are found without a list of them.
FEWEST: Final = 3
_PLACE: Final = re.compile(r'(?P<start><nav class="contents(?P<deep> deep)?"[^>]*>)</nav>\n?')
_HEADING: Final = re.compile(
    r'<h(?P<level>[23])\b[^>]* id="(?P<id>[^"]+)"[^>]*>(?P<text>.*?)</h(?P=level)>', re.DOTALL
)
_TAG: Final = re.compile(r"<[^>]+>")


def with_contents(html: str) -> Markup:
    """Finished HTML with its empty `<nav class="contents">` filled, or without it where the page is short.

    Headings of the second level are named, and those of the third where the place is `deep`.
    """
    return Markup(_PLACE.sub(partial(_filled, html), html, count=1))  # noqa: S704 - was HTML, and still is


def _filled(html: str, place: re.Match[str]) -> str:
    levels = "23" if place["deep"] else "2"
    links = [_link(one) for one in _HEADING.finditer(html) if one["level"] in levels]
    return f"{place['start']}<ul>{''.join(links)}</ul></nav>\n" if len(links) >= FEWEST else ""


def _link(heading: re.Match[str]) -> str:
    item = '<li class="sub">' if heading["level"] == "3" else "<li>"
    return f'{item}<a href="#{heading["id"]}">{_TAG.sub("", heading["text"]).strip()}</a></li>'
