"""Leaving out of HTML what a browser puts in by itself, since every byte of a comparison stands in tens of thousands of files.

HTML lets the end tags of list items, table parts and paragraphs go where what follows tells that they end
(https://html.spec.whatwg.org/multipage/syntax.html#optional-tags): a browser makes the same elements of both.
"""

import re
from typing import Final

# What these hold ends where the next of their kind begins, or what they stand in ends; of `dd` not all parsers know.
_ENDS: Final = re.compile(r"\s*</(?:li|dt|tr|th|td|thead|tbody|option)>\s*")
# Of what ends a paragraph only that which all parsers know.
_PARAGRAPH: Final = re.compile(r"</p>\s*(?=<(?:p|div|dl|ul|ol|table|h[1-6]|form|pre)\b|</div>)")
# A template shows the space at which no line ends; a page needs no name for it.
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"
# A line end beside these shows nowhere.
_BLOCK: Final = (
    r"</?(?:html|head|meta|title|link|script|body|header|nav|main|section|footer|template|form|figure|figcaption"
    r"|h[1-6]|p|div|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tr|th|td)\b"
)
_LINE_END: Final = re.compile(rf"(?<=>)\n+(?={_BLOCK})|({_BLOCK}[^<>]*>)\n+(?=<)")


def left_out(template: str) -> str:
    """The template without optional end tags and without line ends between blocks.

    Where lines end there, a comment of jinja does, so that a mistake is told with the line in which it is written.
    """
    template = template.replace("&nbsp;", _NO_BREAK)
    for pattern in (_PARAGRAPH, _ENDS, _LINE_END):
        template = pattern.sub(_with_line_ends, template)
    return template


def _with_line_ends(found: re.Match[str]) -> str:
    count = found.group().count("\n")
    before = found[1] or "" if found.re is _LINE_END else ""
    return before + ("{#" + count * "\n" + "#}" if count else "")
