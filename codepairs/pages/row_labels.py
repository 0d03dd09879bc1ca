"""Tables of hand-written pages that read as rows on a phone: each cell carries what stands at the head of its column."""

import html
import re
from collections.abc import Iterator
from typing import Final

from markupsafe import Markup, escape

# Narrower ones fit on a phone as they are.
FEWEST_COLUMNS: Final = 3
_TABLE: Final = re.compile(
    r"<table>(?P<head>\s*<thead>.*?</thead>)(?P<body>.*?)</table>", re.DOTALL
)
_HEAD: Final = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_ROW: Final = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_CELL: Final = re.compile(r"<td\b")
_TAG: Final = re.compile(r"<[^>]+>")


def with_row_labels(text: str) -> Markup:
    """The HTML that Markdown made, in which the cells of wide tables have a label; the first of a row heads it."""
    return Markup(_TABLE.sub(_labelled, text))  # noqa: S704 - was HTML, and still is


def _labelled(table: re.Match[str]) -> str:
    heads = [html.unescape(_TAG.sub("", one)).strip() for one in _HEAD.findall(table["head"])]
    if len(heads) < FEWEST_COLUMNS:
        return table[0]
    starts = ["<td", *(f'<td data-label="{escape(head)}"' for head in heads[1:])]
    body = _ROW.sub(lambda row: _with_starts(row[0], iter(starts)), table["body"])
    return f'<table class="rows">{table["head"]}{body}</table>'


def _with_starts(row: str, starts: Iterator[str]) -> str:
    return _CELL.sub(lambda _: next(starts), row)
