"""What single fields hold: codes, words, lines, prose and addresses, and how each of them has to look."""

import re
from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

# What each pattern expects, in words for the person who wrote something else (see `parsing`).
# A code becomes part of an address and of a file name, so it can hold nothing that leaves its folder.
_CODE = r"^[A-Za-z0-9](?:[A-Za-z0-9._]*[A-Za-z0-9])?$"
_SLUG = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
_LINE = r"^\S(?:[^\n]*\S)?$"
_PROSE = r"\S"
_URL = r"^https?://[\w.-]+(?::\d+)?(?:[/?#][^\s<>\"\\]*)?$"
_FORM = r"^[^\n]*\{code\}[^\n]*$"
_RECORD_FORM = r"^[^\n]*\{detail\}[^\n]*$"
PATTERNS: Final = {
    _CODE: "a code of letters, digits, dots and underscores",
    _SLUG: "a word in small letters, such as 'sending-admin'",
    _LINE: "text on one line",
    _PROSE: "text",
    _URL: "an address that begins with http:// or https://, without a space",
    _FORM: "a form of a line with {code} in it",
    _RECORD_FORM: "a form of a record with {detail} in it",
}

CodeId = Annotated[str, Field(pattern=_CODE, max_length=40)]
Slug = Annotated[str, Field(pattern=_SLUG, max_length=40)]
Line = Annotated[str, Field(pattern=_LINE, max_length=1000)]
# One line, or several that belong together, such as a status line with its headers; a single one needs no list.
Lines = Annotated[
    list[Line],
    Field(min_length=1, max_length=20),
    BeforeValidator(lambda value: [value] if isinstance(value, str) else value),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
# What the client says instead of a stage's own lines; none where it says those.
LinesInstead = Annotated[
    list[Line],
    Field(max_length=20),
    BeforeValidator(lambda value: ([value] if value else []) if isinstance(value, str) else value),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
Prose = Annotated[str, Field(pattern=_PROSE, max_length=5000)]
WEB_ADDRESS: Final = re.compile(_URL)
Url = Annotated[str, Field(pattern=_URL, max_length=500)]
FormWithCode = Annotated[str, Field(pattern=_FORM)]
FormWithDetail = Annotated[str, Field(pattern=_RECORD_FORM)]

# Where a text is met: on the wire between the two sides, in a log, on a page that a person sees, in an exception of the
# program that asked, in what the program that answers prints.
Seen = Literal["wire", "log", "page", "exception", "program"]
