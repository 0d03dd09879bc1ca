"""Text as contributors write it: Markdown without raw HTML, and the sentences in it."""

import re
from collections.abc import Iterator
from functools import cache

import markdown
from markdown.extensions import Extension
from markupsafe import Markup

_CODE_SPAN = re.compile(r"(`+)(?:.|\n)+?\1")
_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
_TAG = re.compile(r"<(?=[A-Za-z/!?])[^>\s]*")
# An underscore between letters is part of a name such as NOT_FOUND, for Markdown too.
_MARKUP = re.compile(r"[*`]{1,2}(?=\S)|(?<![^\W_])_{1,2}(?=\S)|\[[^\]]*\]\(")
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+|\n+")


class _NoRawHtml(Extension):
    """Treats anything that looks like a tag as text."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - name set by the library
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")


_MARKDOWN = markdown.Markdown(extensions=[_NoRawHtml()], output_format="html")


@cache
def to_html(text: str) -> Markup:
    """The text as HTML paragraphs; each text is converted once, however many pages show it."""
    return Markup(_MARKDOWN.reset().convert(text))  # noqa: S704 - raw HTML is off


@cache
def to_inline_html(text: str) -> Markup:
    """The text as HTML of one paragraph, without the paragraph's own tag."""
    return Markup(to_html(text).removeprefix("<p>").removesuffix("</p>"))  # noqa: S704 - as above


def plain(text: str) -> str:
    """The text without markup, in one line."""
    return " ".join(to_html(text).striptags().split())


def raw_html(text: str) -> str | None:
    """The first HTML tag written in a text outside of code, or None."""
    found = _TAG.search(_CODE_SPAN.sub("", text))
    return found.group() if found else None


def link_targets(text: str) -> Iterator[str]:
    """The address of every link in a text."""
    return (match.group(2).strip() for match in _LINK.finditer(_CODE_SPAN.sub("", text)))


def has_markup(text: str) -> bool:
    """Whether a text that is shown as it is contains Markdown."""
    return bool(_MARKUP.search(text))


def without_code(text: str) -> str:
    """The text without code spans and with links reduced to their words."""
    return _LINK.sub(r"\1", _CODE_SPAN.sub("", text))


def first_sentence(text: str) -> str:
    """The first sentence of a text, for places that have room for one."""
    return sentences(text)[0]


def sentences(text: str) -> list[str]:
    """The sentences of a text, without surrounding space."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]
