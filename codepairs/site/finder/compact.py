"""How tables are written: rows field by field, JSON without blanks."""

import json
from collections.abc import Iterable
from typing import Any


def columns(rows: Iterable[dict[str, Any]]) -> dict[str, list[Any]]:
    """Rows field by field, null where one has no such field: what is alike stands together and compresses better."""
    listed = list(rows)
    fields = dict.fromkeys(field for row in listed for field in row)
    return {field: [row.get(field) for row in listed] for field in fields}


def as_json(found: object) -> str:
    """A table as the text of its file."""
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))
