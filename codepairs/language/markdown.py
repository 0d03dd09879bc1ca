"""Text as contributors write it: Markdown without raw HTML, and the sentences in it."""

import math
import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from typing import Final

import markdown
from markdown.extensions import Extension
from markupsafe import Markup

# In none of these does a text without end, such as a run of backticks, take a time that grows with its square.
_CODE_SPAN = re.compile(r"(`{1,8})(?:.|\n)+?\1")
_LINK = re.compile(r"\[([^\[\]]*)\]\(([^)\[]*)\)")
_TAG = re.compile(r"<(?=[A-Za-z/!?])[^>\s]*")
# An underscore between letters is part of a name such as NOT_FOUND, for Markdown too.
_MARKUP = re.compile(r"[*`]{1,2}(?=\S)|(?<![^\W_])_{1,2}(?=\S)|\[[^\[\]]*\]\(")
# One line that begins with a letter, a number or code, and holds no other sign that means anything: most texts.
_CODE = re.compile(r"`([^`\\\r\n\t\x02\x03]+)`(?!`)")
_PLAIN = re.compile(
    rf"(?!\d+\. )(?:[^\W_]|{_CODE.pattern})"
    rf"(?:[^\r\n\t\\`*_\[\]<>&\x02\x03]|(?<!`){_CODE.pattern})*(?<! )"
)
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+|\n+")


class _NoRawHtml(Extension):
    """Treats anything that looks like a tag as text."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - name set by the library
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")


_MARKDOWN = markdown.Markdown(extensions=[_NoRawHtml()], output_format="html")


# As MkDocs converts a hand-written page: its own three extensions, and those that mkdocs.yml names (a test compares).
PAGE_EXTENSIONS: Final = ("toc", "tables", "fenced_code", "attr_list")
MAX_DEPTH: Final = 12
# Square and round brackets, and the ends of paragraphs.
_BRACKET = re.compile(r"[\[\]()]|\n\n")


class TooDeepError(ValueError):
    """Markdown nested deeper than anybody means, which takes a converter minutes or all of the stack."""


@dataclass(slots=True)
class Outline:
    """What rendered HTML is made of: where its links lead, what it can be linked to, and its elements.

    Links are looked for here and not in what was written, since Markdown has many ways of writing one.
    """

    links: list[str] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    # Each element as `a`, each attribute as `a href`.
    parts: dict[str, None] = field(default_factory=dict)


def is_plain(text: str) -> bool:
    """Whether a text is one paragraph of words and code, as most are."""
    return bool(_PLAIN.fullmatch(text))


def outline(text: str) -> Outline:
    """What a text that stands on a generated page consists of.

    Raises `TooDeepError`.
    """
    if is_plain(text):
        return Outline(parts={"p": None, "code": None} if "`" in text else {"p": None})
    _check_brackets(text)
    try:
        return _read(to_html(text), MAX_DEPTH)
    except RecursionError:
        raise TooDeepError from None


@cache
def page_outline(text: str) -> Outline:
    """What a hand-written page consists of; raw HTML in it stays.

    Raises `TooDeepError`.
    """
    _check_brackets(text)
    try:
        return _read(markdown.markdown(text, extensions=[*PAGE_EXTENSIONS]), MAX_DEPTH)
    except RecursionError:
        raise TooDeepError from None


def anchors(page: str) -> set[str]:
    """What the HTML `page` can be linked to."""
    return _read(page, math.inf).anchors


def _read(page: str, max_depth: float) -> Outline:
    reader = _OutlineReader(max_depth)
    reader.feed(page)
    reader.close()
    return reader.found


class _OutlineReader(HTMLParser):
    _EMPTY: Final = frozenset({"br", "hr", "img", "input", "link", "meta"})

    def __init__(self, max_depth: float) -> None:
        super().__init__()
        self.found = Outline()
        self._depth, self._max_depth = 0, max_depth

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.parts[tag] = None
        for name, value in attrs:
            self.found.parts[f"{tag} {name}"] = None
            if name == "href":
                self.found.links.append(value or "")
            elif name == "src":
                self.found.images.append(value or "")
            elif name == "id":
                self.found.anchors.add(value or "")
        self._depth += tag not in self._EMPTY
        if self._depth > self._max_depth:
            raise TooDeepError

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag not in self._EMPTY


def _check_brackets(text: str) -> None:
    """Refuse before converting what would take a time that grows with the square of the brackets left open."""
    depth = 0
    for sign in _BRACKET.findall(text):
        if sign in "[(":
            depth += 1
            if depth > MAX_DEPTH:
                raise TooDeepError
        elif sign in "])":
            depth = max(0, depth - 1)
        else:
            depth = 0


@cache
def to_html(text: str) -> Markup:
    """The text as HTML paragraphs; each text is converted once, however many pages show it."""
    if is_plain(text):
        return Markup(f"<p>{_CODE.sub(_as_code, text)}</p>")  # noqa: S704 - nothing else to escape
    return Markup(_convert(text))  # noqa: S704 - raw HTML is off


def _as_code(found: re.Match[str]) -> str:
    code = found[1].strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<code>{code}</code>"


def _convert(text: str) -> str:
    try:
        return _MARKDOWN.reset().convert(text)
    except RecursionError:
        # `reset` leaves the stack of blocks as it was, and the next text would be taken for an item of its lists.
        _MARKDOWN.parser.state.clear()
        raise


@cache
def to_inline_html(text: str) -> Markup:
    """The text as HTML of one paragraph, without the paragraph's own tag."""
    return Markup(to_html(text).removeprefix("<p>").removesuffix("</p>"))  # noqa: S704 - as above


def plain(text: str) -> str:
    """The text without markup, in one line."""
    return " ".join(to_html(text).striptags().split())


def raw_html(text: str) -> str | None:
    """The first HTML tag written in a text outside of code, or None."""
    if "<" not in text:  # as in nearly every text, which takes a fraction of looking for a tag
        return None
    found = _TAG.search(_CODE_SPAN.sub("", text))
    return found.group() if found else None


def has_markup(text: str) -> bool:
    """Whether a text that is shown as it is contains Markdown."""
    return bool(_MARKUP.search(text))


def without_code(text: str) -> str:
    """The text without code spans and with links reduced to their words."""
    bare = _CODE_SPAN.sub("", text) if "`" in text else text
    return _LINK.sub(r"\1", bare) if "](" in bare else bare


def first_sentence(text: str) -> str:
    """The first sentence of a text, for places that have room for one."""
    return sentences(text)[0]


def sentences(text: str) -> list[str]:
    """The sentences of a text, without surrounding space."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]
